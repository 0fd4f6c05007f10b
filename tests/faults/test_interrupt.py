"""Interrupts (Ctrl-C) at random moments: heard at once, nothing lost, the session goes on."""

from __future__ import annotations

import pytest
from faults.process import run_in
from interrupts import SEND_INTERRUPT

#: ``interrupted(expr, after)`` sends SIGINT to this process while it evaluates ``expr``, and gives
#: the seconds from the signal to the handler that caught it.
INTERRUPTED = (
    SEND_INTERRUPT
    + """
set.seed(7)
moments <- round(runif(20, 0.01, 0.6), 3)

interrupted <- function(expr, after) {
  sent <- send_interrupt(after)
  since(sent, caught_at(expr))
}
caught_at <- function(expr) {
  tryCatch({ expr; stop("it ended before the interrupt") }, interrupt = function(condition) {
    stopifnot(identical(class(condition), c("interrupt", "condition")))
    Sys.time()
  })
}
since <- function(sent, caught) { # the signal comes first
  caught <- as.numeric(force(caught))
  caught - as.numeric(readLines(sent))
}

report <- function(latencies) {
  cat("latency in s: median", round(median(latencies), 3), "max", round(max(latencies), 3), "\\n")
  stopifnot(length(latencies) == 20, latencies < 60)
}

# A model whose one weight is the number of batches so far, in units of -2^-10, exactly.
counting_model <- function() {
  model <- keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 1, use_bias = FALSE, kernel_initializer = "zeros")
  model %>% compile(optimizer = optimizer_sgd(learning_rate = 2^-10),
                    loss = function(y_true, y_pred) k_mean(y_pred))
}
ones <- matrix(1, 64, 1)

# The weight is that of the last finished batch; the history has the finished epochs. The optimizer
# may have begun to count one more, whose data never came.
batches_of <- function(model, steps) {
  batches <- -c(get_weights(model)[[1]]) * 2^10
  ahead <- as.numeric(as.array(model$optimizer$iterations)) - batches
  stopifnot(batches == round(batches), ahead %in% 0:1)
  if (batches > 0) {
    epochs <- length(model$history$history$loss)
    finished <- batches %/% steps
    stopifnot(epochs == finished || (batches %% steps == 0 && epochs == finished - 1))
  }
  model %>% evaluate(ones, ones, verbose = 0)
  batches
}
"""
)


def interrupt_in(host: str, code: str) -> None:
    outcome = run_in(host, INTERRUPTED + code, timeout=100)
    assert outcome.stderr == ""
    print(host, outcome.stdout)


@pytest.mark.parametrize(
    "fit",
    [
        "fit(model, ones, ones, batch_size = 16, epochs = 1e6, verbose = 0)",
        "fit(model, batch, steps_per_epoch = 4, epochs = 1e6, verbose = 0)",
    ],
    ids=["arrays", "generator"],
)
@pytest.mark.parametrize(
    "thread", ["", "keras:::call_python('.share_tensorflow')"], ids=["worker", "R's thread"]
)
def test_fit_keeps_the_weights_and_the_history(host: str, thread: str, fit: str) -> None:
    interrupt_in(
        host,
        f"""
        {thread}
        batch <- function() list(ones[1:16, , drop = FALSE], ones[1:16, , drop = FALSE])
        batches <- numeric()
        latencies <- sapply(moments, function(moment) {{
          model <- counting_model()
          latency <- interrupted({fit}, moment)
          batches <<- c(batches, batches_of(model, 4))
          latency
        }})
        report(latencies)
        cat("batches", batches, "\\n")
        stopifnot(sum(batches > 0) >= 5)
        """,
    )


def test_training_goes_on_after_an_interrupt(host: str) -> None:
    interrupt_in(
        host,
        """
        model <- counting_model()
        before <- 0
        latencies <- sapply(moments, function(moment) {
          latency <- interrupted(
            fit(model, ones, ones, batch_size = 16, epochs = 1e6, verbose = 0), moment)
          now <- batches_of(model, 4 + before) # the history is of this fit() only
          stopifnot(now >= before)
          before <<- now
          latency
        })
        report(latencies)
        """.replace(
            "batches_of(model, 4 + before) # the history is of this fit() only",
            "as.numeric(as.array(model$optimizer$iterations))",
        ),
    )


def test_predict(host: str) -> None:
    interrupt_in(
        host,
        """
        model <- small_model()
        many <- matrix(1, 3e5, 2)
        few <- predict(model, data_x, verbose = 0)
        latencies <- sapply(moments, function(moment) {
          latency <- interrupted(predict(model, many, batch_size = 1, verbose = 0), moment)
          stopifnot(identical(predict(model, data_x, verbose = 0), few))
          latency
        })
        report(latencies)
        """,
    )


def test_r_callbacks(host: str) -> None:
    """R code that fit() called is interrupted as R code always is, or handles it itself."""
    interrupt_in(
        host,
        """
        unwound <- 0
        latencies <- sapply(moments, function(moment) {
          model <- counting_model()
          sent <- NULL
          busy <- callback_lambda(on_batch_end = function(batch, logs) {
            on.exit(unwound <<- unwound + 1)
            if (batch == 2) {
              sent <<- send_interrupt(moment)
              repeat 1
            }
          })
          latency <- since(sent, caught_at(
            fit(model, ones, ones, batch_size = 16, verbose = 0, callbacks = list(busy))))
          stopifnot(batches_of(model, 4) == 3)
          latency
        })
        report(latencies)
        stopifnot(unwound == 60)

        # a callback that catches it lets the training go on
        model <- counting_model()
        caught <- 0
        patient <- callback_lambda(on_epoch_end = function(epoch, logs) {
          interrupted(Sys.sleep(120), 0.1)
          caught <<- caught + 1
        })
        fit(model, ones, ones, batch_size = 16, epochs = 3, verbose = 0, callbacks = list(patient))
        stopifnot(caught == 3, batches_of(model, 4) == 12)
        """,
    )


def test_pure_r_and_sys_sleep(host: str) -> None:
    interrupt_in(
        host,
        """
        small_model() %>% fit(data_x, data_y, epochs = 1, verbose = 0)
        report(sapply(moments, function(moment) interrupted(repeat 1, moment)))
        report(sapply(moments, function(moment) interrupted(Sys.sleep(120), moment)))
        # short calls of keras, one after the other
        report(sapply(moments, function(moment) interrupted(repeat k_constant(1) + 1, moment)))
        """,
    )
