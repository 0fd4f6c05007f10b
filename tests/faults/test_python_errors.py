"""Python's exceptions in R: their class, message and traceback, however deep they came from."""

from __future__ import annotations

from faults.process import run_in


def test_an_exception_keeps_class_and_traceback_through_five_levels(host: str) -> None:
    """R calls Python calls R calls Python calls R, where Python fails."""
    run_in(
        host,
        """
        once <- function(run) list(callback_lambda(on_epoch_begin = function(epoch, logs) run()))
        nested <- function(level) {
          depth <<- max(depth, level)
          if (level == 5) layer_dense(units = "a")
          small_model() %>% fit(data_x, data_y, epochs = 1, verbose = 0,
                                callbacks = once(function() nested(level + 1)))
        }
        depth <- 0
        seen <- tryCatch(nested(1), python.builtin.ValueError = identity)
        stopifnot(depth == 5, inherits(seen, "python.builtin.Exception"), inherits(seen, "error"))
        stopifnot(grepl("`units` must be a whole number", conditionMessage(seen), fixed = TRUE))
        stopifnot(identical(conditionCall(seen), quote(layer_dense(units = "a"))))
        stopifnot(grepl("Traceback", seen$traceback), grepl("ArgumentError", seen$traceback))

        # of Keras itself, five deep, through training calls and short calls in turn
        nested <- function(level) {
          if (level == 5) return(small_model()$get_layer("nobody"))
          if (level %% 2) {
            model <- small_model(activation = function(x) { nested(level + 1); x })
            return(predict_on_batch(model, data_x))
          }
          predict(small_model(), data_x, verbose = 0, callbacks = list(
            callback_lambda(on_predict_begin = function(logs) nested(level + 1))))
        }
        seen <- tryCatch(nested(1), error = identity)
        stopifnot(inherits(seen, "python.builtin.ValueError"))
        stopifnot(grepl("No such layer: nobody", conditionMessage(seen)))
        stopifnot(grepl("in get_layer", seen$traceback))
        stopifnot(inherits(seen$exception, "python.builtin.ValueError"))
        """,
    )


def test_memory_that_is_not_there_is_an_r_error(host: str) -> None:
    outcome = run_in(
        host,
        """
        absurd <- list(
          layer = function() {
            keras_model_sequential() %>% layer_dense(units = 1e15, input_shape = 1e15)
          },
          tensor = function() k_zeros(c(1e6, 1e6, 1e6)),
          array = function() to_categorical(2e9, num_classes = 2e12),
          model = function() {
            model <- keras_model_sequential() %>% layer_dense(units = 1e9, input_shape = 1e6)
            predict(model, matrix(0, 1, 1e6), verbose = 0)
          }
        )
        for (name in names(absurd)) {
          seen <- tryCatch({ absurd[[name]](); NULL }, error = identity)
          cat(name, class(seen), "\\n")
          stopifnot(inherits(seen, "python.builtin.Exception"), nzchar(conditionMessage(seen)))
        }
        """,
        timeout=90,
    )
    assert "MemoryError" in outcome.stdout


def test_python_exits_end_nothing_but_the_call(host: str) -> None:
    run_in(
        host,
        """
        os <- small_model()$fit$`__globals__`$os
        leave <- function(...) os$sys$exit(3L)
        learn <- function(...) small_model() %>% fit(data_x, data_y, epochs = 2, verbose = 0, ...)
        places <- list(
          directly = leave,
          callback = function() learn(callbacks = list(callback_lambda(on_epoch_end = leave))),
          itself = function() {
            learn(callbacks = list(callback_lambda(on_train_begin = os$sys$exit)))
          },
          generator = function() small_model() %>% fit(leave, steps_per_epoch = 2, verbose = 0)
        )
        for (name in names(places)) {
          seen <- tryCatch({ places[[name]](); NULL }, error = identity)
          if (!inherits(seen, "python.builtin.SystemExit")) stop(name, ": ", class(seen)[1])
          stopifnot(inherits(seen, "error"))
        }
        # Python's interrupt is R's
        interrupt <- function(...) os$kill(os$getpid(), 2L)
        heard <- tryCatch({
          learn(callbacks = list(callback_lambda(on_epoch_end = interrupt)))
          Sys.sleep(60)
        }, interrupt = function(condition) "heard")
        stopifnot(identical(heard, "heard"))
        """,
    )


def test_text_that_r_cannot_hold_is_no_lack_of_room(host: str) -> None:
    run_in(
        host,
        r"""
        keras:::py_run_string("
class Silent(ValueError):
    def __str__(self):
        raise LookupError()
def nul():
    raise ValueError('a' + chr(0) + 'b')
def half():
    raise ValueError(chr(0xd800))
def silent():
    raise Silent()
def value():
    return 'a' + chr(0) + 'b'
")
        python <- keras:::import_main()
        said <- function(name) {
          seen <- tryCatch(python[[name]](), python.builtin.ValueError = identity)
          stopifnot(grepl("Traceback", seen$traceback))
          conditionMessage(seen)
        }
        for (i in 1:3) {
          stopifnot(said("nul") == "a\\x00b", said("half") == "\\ud800")
          stopifnot(said("silent") == "Silent, whose message is not available: LookupError")
          stopifnot(said("value") == "R strings cannot hold a NUL character: 'a\\x00b'")
        }
        """,
    )
