"""What the functions that write leave alone, from R, in either host.

R starts with a home folder of its own in each test: a fault here could delete a real one.
"""

from __future__ import annotations

import os
import stat

import pytest
import r_process
from r_process import HOSTS

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPT = """
library(keras)
model <- keras_model_sequential() %>% layer_dense(2, input_shape = 3)
model %>% compile(optimizer_sgd(learning_rate = 0), "mse")
x <- matrix(1, 4, 3)
y <- matrix(1, 4, 2)
training <- function(callback) fit(model, x, y, epochs = 1, verbose = 0, callbacks = list(callback))
tokenizer <- text_tokenizer() %>% fit_text_tokenizer("a b")
says <- function(expression) {
  message <- tryCatch({ expression; "no error" }, error = conditionMessage)
  cat(gsub("\\n", " ", message), "\\n", sep = "")
}

# functions that write one file, given a folder with other data
says(save_model_hdf5(model, "results"))
says(save_model_hdf5(model, "results.h5"))
says(save_model_hdf5(model, "results.keras"))
says(save_model_tf(model, "results.keras"))
says(save_model_weights_hdf5(model, "results"))
says(save_model_weights_hdf5(model, "results.weights.h5"))
says(training(callback_model_checkpoint("results.h5")))
says(training(callback_csv_logger("results")))
says(save_text_tokenizer(tokenizer, "results"))
says(image_array_save(array(0, c(2, 2, 3)), "results.png"))
says(save_model_hdf5(model, "pipe"))

# functions that write a folder, given one with other data, or a file
says(save_model_tf(model, "results"))
says(model_to_saved_model(model, "results"))
says(export_savedmodel(model, "results"))
says(training(callback_model_checkpoint("results")))
says(training(callback_backup_and_restore("results")))
says(save_model_tf(model, "a file"))
says(save_model_tf(model, "~"))
says(save_model_tf(model, "."))
says(save_model_weights_tf(model, "results/weights"))

# permissions and links of files
save_model_hdf5(model, "x.h5")
Sys.chmod("x.h5", "600")
invisible(file.symlink("x.h5", "link.h5"))
says(save_model_hdf5(model, "link.h5"))
same <- load_model_hdf5("x.h5")
stopifnot(identical(get_weights(same), get_weights(model)))
for (folder in c("results", "~", ".")) {
  same <- load_model_tf(folder)
  stopifnot(identical(get_weights(same), get_weights(model)))
}
"""


def _folder(path):
    path.mkdir()
    (path / "mine.csv").write_text("1,2,3")
    (path / "assets").mkdir()
    (path / "assets" / "logo.svg").write_text("<svg/>")


def _names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


@pytest.mark.parametrize("host", HOSTS)
def test_what_is_there_stays(tmp_path, host):
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    (home / "letter.txt").write_text("dear")
    for name in ("results", "results.h5", "results.keras", "results.weights.h5", "results.png"):
        _folder(work / name)
    os.mkfifo(work / "pipe")
    (work / "a file").write_text("text")
    (tmp_path / "script.R").write_text(SCRIPT)
    outcome = r_process.run_script(
        host, tmp_path / "script.R", cwd=work, environment={"HOME": str(home)}
    )
    lines = outcome.succeeded().splitlines()

    def left(argument, name, kind="a folder"):
        return (
            f'`{argument}` must be the path of a file; "{name}" is {kind}, which was not changed.'
        )

    assert lines == [
        left("filepath", "results"),
        left("filepath", "results.h5"),
        left("filepath", "results.keras"),
        left("filepath", "results.keras"),
        left("filepath", "results"),
        left("filepath", "results.weights.h5"),
        left("filepath", "results.h5"),
        left("filename", "results"),
        left("filename", "results"),
        left("path", "results.png"),
        left("filepath", "pipe", "a pipe"),
        *["no error"] * 5,
        '`filepath` must be the path of a folder; "a file" is a file, which was not changed.',
        *["no error"] * 4,
    ]
    for name in ("results.h5", "results.keras", "results.weights.h5", "results.png"):
        assert _names(work / name) == ["assets/logo.svg", "mine.csv"]
    saved = [
        "assets.extra/model.keras",
        "fingerprint.pb",
        "saved_model.pb",
        "variables/variables.data-00000-of-00001",
        "variables/variables.index",
    ]
    weights = ["checkpoint", "weights.data-00000-of-00001", "weights.index"]
    mine = ["assets/logo.svg", "mine.csv"]
    assert _names(work / "results") == sorted([*saved, *weights, *mine])
    assert (work / "results" / "mine.csv").read_text() == "1,2,3"
    assert set(saved) | {"letter.txt"} <= set(_names(home))
    assert set(saved) | {"a file", "pipe", "link.h5"} <= set(_names(work))
    assert (work / "a file").read_text() == "text"
    assert stat.S_IMODE((work / "x.h5").stat().st_mode) == 0o600
    assert os.readlink(work / "link.h5") == "x.h5"
