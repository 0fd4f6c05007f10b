"""Memory: what is dropped is released, on both sides and from any thread."""

from __future__ import annotations

import pytest
from faults.both import SCALE, run_in_both

#: ``levels_off(what, batch, n, bound)`` calls ``batch()`` n times: resident memory grows by less
#: than ``bound`` MB in the second half, and each language holds what it held after the first call.
WATCHED = """
held <- function() {
  for (i in 1:3) { # an object dropped by one language may let go of one of the other
    gc(full = TRUE)
    keras:::call_python(".collect")
  }
  unlist(keras:::call_python(".held"))
}
resident <- function() {
  line <- grep("VmRSS", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("\\\\D", "", line)) / 1024
}
levels_off <- function(what, batch, n, bound) {
  batch()
  held_before <- held()
  figures <- resident()
  for (half in 1:2) {
    for (i in seq_len(n / 2)) batch()
    held_now <- held()
    figures <- c(figures, resident())
  }
  cat(what, ": ", paste(round(figures, 1), collapse = " -> "), " MB; held by R ",
      held_before[[1]], " -> ", held_now[[1]], ", by Python ", held_before[[2]], " -> ",
      held_now[[2]], "\\n", sep = "")
  stopifnot(identical(held_now, held_before), figures[3] - figures[2] < bound)
}
"""

# A bound of 4 MB is what the allocators of two languages may keep in their arenas. One handle that
# stays costs 0.3 KB with its entry in Python's table, so 100,000 in a half would take 30 MB; one
# closure with its environment 2 KB, 20 MB; a fit's callbacks and history 20 KB.
SCENARIOS = {
    "200,000 handles": """
        model <- small_model()
        levels_off("200,000 handles", n = 200 * SCALE, bound = 4, function() {
          for (i in 1:250) {
            model$optimizer
            model$layers # a list of one
            model$count_params # one that R can call
            keras:::call_python(".same", list(model))
          }
        })
    """,
    "20,000 closures": """
        levels_off("20,000 closures", n = 200 * SCALE, bound = 4, function() {
          for (i in 1:100) {
            local({
              secret <- runif(100)
              callback_lambda(on_epoch_end = function(epoch, logs) secret)
            })
          }
        })
    """,
    "300 fits with R callbacks": """
        model <- small_model()
        levels_off("300 fits with R callbacks", n = 60 * SCALE, bound = 8, function() {
          for (i in 1:5) {
            seen <- numeric()
            history <- model %>% fit(data_x, data_y, epochs = 2, verbose = 0, callbacks = list(
              callback_lambda(on_epoch_end = function(epoch, logs) seen <<- c(seen, logs$loss))))
            stopifnot(identical(seen, history$metrics$loss))
          }
        })
    """,
    # TensorFlow itself keeps 0.5 MB and more of each training function that it ever traced (the
    # same loop in Python alone grows as fast), so these models are called but not trained.
    "200 models": """
        levels_off("200 models", n = 20 * SCALE, bound = 4, function() {
          for (i in 1:10) {
            model <- keras_model_sequential() %>%
              layer_dense(units = 64, activation = "relu", input_shape = 2) %>%
              layer_dense(units = 1)
            model %>% compile(optimizer = "adam", loss = function(y_true, y_pred) {
              k_mean(k_square(y_true - y_pred))
            })
            stopifnot(identical(dim(model(data_x)), c(4L, 1L)))
            model <- NULL
            k_clear_session()
          }
        })
    """,
}


@pytest.mark.timeout(200 * SCALE)
@pytest.mark.parametrize("name", list(SCENARIOS))
def test_memory_levels_off(name: str) -> None:
    for host, outcome in run_in_both(WATCHED + SCENARIOS[name], timeout=150).items():
        print(host, outcome.stdout.splitlines()[0])


# fit() on a generator is what drops R objects on TensorFlow's threads: the batches' arrays are
# views on R's memory, and the last to hold them is a thread that fetches ahead.
@pytest.mark.timeout(200 * SCALE)
def test_what_python_threads_drop_is_released_by_the_main_thread() -> None:
    outcomes = run_in_both(
        WATCHED
        + """
        model <- small_model()
        x <- matrix(0.5, 2e4, 2)
        y <- numeric(2e4)
        levels_off("1,000 batches of 0.5 MB", n = 20 * SCALE, bound = 16, function() {
          batch <- function() list(x + 0, y + 0) # new each time: half of them are 240 MB
          model %>% fit(batch, steps_per_epoch = 50, epochs = 1, verbose = 0)
        })
        """,
        timeout=150,
    )
    for host, outcome in outcomes.items():
        print(host, outcome.stdout.splitlines()[0])


# Every allocation of R may move on: what the bridge left unprotected would be collected.
TORTURED = """
back <- function(x) keras:::call_python(".same", list(x))
cases <- list(
  NULL, NA, NA_integer_, NA_real_, NA_character_, -0.0, 1L, 2.5, "a", "\\u00e9", 1i, as.raw(7),
  c(1L, NA), c(1.5, NA, NaN), c(TRUE, NA), c("a", NA),
  matrix(1:6, 2), matrix(c(1.5, NA), 1), array(0, c(0, 2)), matrix(c(NA, TRUE), 1),
  matrix(c("x", NA), 1), rep(c("a", NA, "\\u00e9", ""), 5), paste0("w", 1:20),
  factor(c("u", NA, "v")), as.Date(c("1969-07-20", NA)),
  list(1L, list("b", NULL)), rep(list(c(1.5, NA)), 12), rep(list(3:4), 12),
  list(a = 1, b = list(c = 2L)),
  data.frame(i = c(1L, NA), d = c(0.5, NA), s = c("x", NA), f = factor(c("p", "q")))
)
model <- small_model()
back(cases)
threw <- function(expr) tryCatch({ expr; "" }, error = conditionMessage)
stopifnot(grepl("whole number", threw(layer_dense(units = "a"))))
seen <- numeric()
count <- callback_lambda(on_epoch_end = function(epoch, logs) seen <<- c(seen, logs$loss))
gctorture2(step = 10)
ok <- vapply(cases, function(x) identical(back(x), x), NA)
message <- threw(layer_dense(units = "a"))
kept <- model$optimizer
called <- keras:::call_python(".call", list(function(x) x + 1, list(41)))
history <- model %>% fit(data_x, data_y, epochs = 2, verbose = 0, callbacks = list(count))
gctorture2(step = 0)
stopifnot(ok, grepl("whole number", message), called == 42, kept == model$optimizer)
stopifnot(length(seen) == 2, identical(seen, history$metrics$loss))
"""


def test_values_cross_while_r_collects_at_every_tenth_allocation() -> None:
    run_in_both(TORTURED, timeout=150)
