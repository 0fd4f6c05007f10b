"""R's conditions in R functions that Python calls: tryCatch() sees what was signalled."""

from __future__ import annotations

from faults.process import run_in

#: ``comes_out(run)`` calls ``run(fail)`` for several ways to fail, and checks the condition that
#: comes out, and that on.exit() and finally ran on the way.
CONDITIONS = """
signals <- list(
  custom = function() stop(structure(
    class = c("too_hot", "error", "condition"),
    list(message = "too hot", call = quote(oven(1)), data = list(degrees = 451, where = "top"))
  )),
  plain = function() stop("out of", " flour"),
  rlang = function() rlang::abort("no eggs", class = "no_eggs", data = list(eggs = 0L))
)
comes_out <- function(run, where) {
  for (name in names(signals)) {
    signalled <- NULL
    cleaned <- character()
    fail <- function(...) {
      on.exit(cleaned <<- c(cleaned, "on.exit"))
      tryCatch(
        withCallingHandlers(signals[[name]](), error = function(e) signalled <<- e),
        finally = cleaned <<- c(cleaned, "finally")
      )
    }
    seen <- tryCatch({ run(fail); NULL }, error = identity, finally = { ended <- TRUE })
    if (is.null(seen)) stop("no error came out of ", where)
    if (name == "plain") { # says in addition where it was
      stopifnot(grepl("^in [^:]+: out of flour$", conditionMessage(seen)))
      seen$message <- sub("^in [^:]+: ", "", seen$message)
    }
    if (!identical(seen, signalled)) stop("another error came out of ", where, ": ", format(seen))
    stopifnot(identical(cleaned[1:2], c("finally", "on.exit")), ended)
    switch(name,
      custom = stopifnot(inherits(seen, "too_hot"), seen$data$degrees == 451,
                         identical(conditionCall(seen), quote(oven(1)))),
      plain = stopifnot(conditionMessage(seen) == "out of flour",
                        identical(conditionCall(seen), quote(signals[[name]]()))),
      rlang = stopifnot(inherits(seen, "no_eggs"), seen$data$eggs == 0L,
                        inherits(seen, "rlang_error"))
    )
  }
}
quietly <- function(model, ...) fit(model, data_x, data_y, epochs = 2, verbose = 0, ...)
"""


def test_the_condition_that_was_signalled_comes_out(host: str) -> None:
    """Of losses, metrics, activations, generators, schedules and every hook of a callback."""
    run_in(
        host,
        CONDITIONS
        + """
        comes_out(function(fail) {
          quietly(small_model(loss = function(y_true, y_pred) fail()))
        }, "a loss")
        for (eagerly in c(FALSE, TRUE)) {
          comes_out(function(fail) {
            metric <- custom_metric("bad", function(y_true, y_pred) fail())
            quietly(small_model(metrics = metric, run_eagerly = eagerly))
          }, "a metric")
        }
        comes_out(function(fail) quietly(small_model(activation = fail)), "an activation")
        comes_out(function(fail) {
          quietly(small_model(),
                  callbacks = list(callback_learning_rate_scheduler(function(epoch, lr) fail())))
        }, "a schedule")
        for (k in c(1, 2, 7)) {
          comes_out(function(fail) {
            calls <- 0
            batch <- function() {
              calls <<- calls + 1
              if (calls == k) fail()
              list(data_x, data_y)
            }
            fit(small_model(), batch, steps_per_epoch = 5, epochs = 2, verbose = 0)
          }, paste("a generator at batch", k))
        }

        hooks <- setdiff(names(formals(callback_lambda)), "...")
        stopifnot(length(hooks) == 16)
        for (hook in hooks) {
          run <- if (grepl("test", hook)) {
            function(model, ...) evaluate(model, data_x, data_y, verbose = 0, ...)
          } else if (grepl("predict", hook)) {
            function(model, ...) predict(model, data_x, verbose = 0, ...)
          } else {
            quietly
          }
          model <- small_model()
          comes_out(function(fail) {
            run(model, callbacks = list(do.call(callback_lambda, setNames(list(fail), hook))))
          }, hook)
        }
        """,
    )


def test_warnings_and_messages_arrive_and_their_restarts_work(host: str) -> None:
    run_in(
        host,
        """
        places <- list(
          callback = function(tell) {
            small_model() %>% fit(data_x, data_y, epochs = 2, verbose = 0, callbacks = list(
              callback_lambda(on_epoch_end = function(epoch, logs) tell())))
          },
          generator = function(tell) {
            batch <- function() { tell(); list(data_x, data_y) }
            small_model() %>% fit(batch, steps_per_epoch = 2, epochs = 1, verbose = 0)
          },
          loss = function(tell) {
            loss <- function(y_true, y_pred) { tell(); k_mean(k_square(y_true - y_pred)) }
            small_model(loss, run_eagerly = TRUE) %>%
              fit(data_x, data_y, epochs = 2, verbose = 0)
          },
          activation = function(tell) {
            for (i in 1:2) {
              small_model(activation = function(x) { tell(); x }) %>%
                predict(data_x, verbose = 0)
            }
          }
        )
        for (place in places) {
          after <- 0
          seen <- list()
          note <- function(restart) function(condition) {
            seen[[length(seen) + 1]] <<- condition
            invokeRestart(restart)
          }
          withCallingHandlers(
            place(function() {
              warning("mind the gap")
              message("next stop")
              answer <- withRestarts({ signalCondition(structure(
                class = c("question", "condition"), list(message = "which way?", call = NULL)
              )); "none" }, left = function(steps) steps + 1)
              stopifnot(identical(answer, 42))
              after <<- after + 1
            }),
            warning = note("muffleWarning"), message = note("muffleMessage"),
            question = function(condition) invokeRestart("left", 41)
          )
          stopifnot(after >= 2, length(seen) == 2 * after)
          stopifnot(vapply(seen[1:2], conditionMessage, "") == c("mind the gap", "next stop\\n"))
          stopifnot(inherits(seen[[1]], "simpleWarning"), inherits(seen[[2]], "simpleMessage"))
        }

        # a handler that leaves: the training ends, and nothing of it runs on
        for (place in places[c("callback", "generator", "loss")]) {
          calls <- 0
          caught <- tryCatch(place(function() { calls <<- calls + 1; warning("enough") }),
                             warning = conditionMessage)
          stopifnot(caught == "enough", calls == 1)
          Sys.sleep(0.2)
          stopifnot(calls == 1)
        }
        """,
    )


def test_a_restart_of_the_caller_leaves_the_training(host: str) -> None:
    run_in(
        host,
        """
        for (k in 1:5) {
          value <- withRestarts(
            small_model() %>% fit(data_x, data_y, epochs = 50, verbose = 0, callbacks = list(
              callback_lambda(on_epoch_end = function(epoch, logs) {
                if (epoch == k) invokeRestart("enough", epoch)
              }))),
            enough = function(epoch) list("left at", epoch)
          )
          stopifnot(identical(value, list("left at", k)))
        }
        # return() out of a promise that Python evaluates
        f <- function() {
          fit(small_model(), data_x, data_y, verbose = 0, callbacks = list(
            callback_lambda(on_epoch_end = leave(return("returned")))))
        }
        leave <- function(promise) function(epoch, logs) promise
        stopifnot(identical(f(), "returned"))
        """,
    )
