"""Handles that outlived their session: a clear error, and never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process
from faults.process import run_in
from r_process import HOSTS

SAVE = {
    "saveRDS": ('saveRDS(kept, "kept.rds")', 'kept <- readRDS("kept.rds")'),
    "save.image": ("save.image()", 'load(".RData", envir = globalenv())'),
}

#: All kinds of handles; a model, what R can call, a tensor, an optimizer, a history, a closure.
KEPT = """
model <- small_model()
history <- model %>% fit(data_x, data_y, epochs = 1, verbose = 0)
kept <- list(model = model, layer = model$layers[[1]], tensor = k_constant(1:3), sum = k_sum,
             optimizer = optimizer_sgd(), history = history,
             closure = local({ inner <- model; function() inner$name }))
"""

USE = """
told <- function(expr) {
  message <- tryCatch({ expr; "no error" }, error = conditionMessage)
  if (!grepl("session that has ended.*serialize_model[(][)]", message))
    stop(deparse(substitute(expr)), " said: ", message)
}
gone <- kept$model
told(gone$name)
told(gone$name <- "new")
told(gone$layers[[1]])
told(gone %>% predict(data_x))
told(gone %>% fit(data_x, data_y))
told(gone %>% compile(loss = "mse"))
told(gone %>% layer_dense(units = 1))
told(get_weights(gone))
told(summary(gone))
told(gone == gone)
told(as.list(gone))
told(kept$layer(data_x))
told(kept$tensor + 1)
told(as.array(kept$tensor))
told(k_sum(kept$tensor))
told(mean(kept$tensor))
told(small_model() %>% compile(optimizer = kept$optimizer, loss = "mse"))
told(kept$closure())
told(with(gone, 1))

# what only looks at it works
stopifnot(inherits(gone, "keras.engine.training.Model"), kept$history$metrics$loss > 0)
for (name in names(kept)) {
  shown <- capture.output(print(kept[[name]]))
  if (name %in% c("model", "layer", "tensor", "optimizer"))
    stopifnot(shown == "<a Python object of a session that has ended>")
}
invisible(capture.output(str(gone), format(gone), head(names(gone)), length(gone)))
stopifnot(identical(kept$sum, k_sum) || is.function(kept$sum))
rm(gone, kept)
invisible(gc())
"""


@pytest.mark.parametrize("how", list(SAVE))
def test_a_saved_handle_says_so(host: str, how: str, tmp_path: Path) -> None:
    save, load = SAVE[how]
    run_in(host, KEPT + save, works=False, cwd=tmp_path).succeeded()
    run_in(host, load + USE, cwd=tmp_path)


DOCUMENT = """
```{r build, cache = TRUE}
library(keras)
model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
cat("built\\n")
```

```{r use, error = TRUE}
library(keras)
model$name
model
```
"""


@pytest.mark.parametrize("host", HOSTS)
def test_a_knitr_cache(host: str, tmp_path: Path) -> None:
    (tmp_path / "cached.Rmd").write_text(DOCUMENT, encoding="utf-8")
    script = tmp_path / "render.R"
    script.write_text('library(keras)\nknitr::knit("cached.Rmd", quiet = TRUE)\n', encoding="utf-8")
    for again in (False, True):
        r_process.run_script(host, script, cwd=tmp_path).succeeded()
        text = (tmp_path / "cached.md").read_text(encoding="utf-8")
        assert "built" in text
        assert ("serialize_model()" in text) is again
        advice = "give the chunks that make, train and use a model `cache = FALSE`"
        assert (advice in " ".join(text.replace("##", "").split())) is again
        assert ("<a Python object of a session that has ended>" in text) is again
        assert ("sequential" in text.split("model$name")[1]) is not again
