"""R functions called from Python's and TensorFlow's own threads."""

from __future__ import annotations

from faults.process import run_in


def test_a_generator_for_10000_batches_that_calls_keras(host: str) -> None:
    """TensorFlow reads ahead on a thread of its own; every batch comes once, in order."""
    run_in(
        host,
        """
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 1, use_bias = FALSE, kernel_initializer = "zeros")
        model %>% compile(optimizer = optimizer_sgd(learning_rate = 2^-14),
                          loss = function(y_true, y_pred) k_mean(y_pred))
        asked <- 0
        batch <- function() {
          asked <<- asked + 1
          x <- if (asked %% 2) 1 else 3
          if (asked %% 10 == 0) {
            x <- k_eval(k_constant(x) * 2) / 2
            stopifnot(identical(to_categorical(asked %% 3, 3)[asked %% 3 + 1], 1))
          }
          list(matrix(x, 2, 1), matrix(0, 2, 1))
        }
        history <- model %>% fit(batch, steps_per_epoch = 10000, epochs = 1, verbose = 0)
        stopifnot(asked >= 10000, asked < 11000)
        # each batch takes its x times the learning rate off the weight
        stopifnot(identical(c(get_weights(model)[[1]]), -20000 * 2^-14))
        before <- asked
        Sys.sleep(0.5)
        stopifnot(asked == before) # nobody reads on after the training
        """,
        timeout=120,
    )


def test_generators_that_end_early_or_change_shape_or_are_shared(host: str) -> None:
    run_in(
        host,
        """
        # A model whose one weight tells the number of batches
        counting_model <- function() {
          model <- keras_model_sequential() %>%
            layer_dense(units = 1, input_shape = 1, use_bias = FALSE, kernel_initializer = "zeros")
          model %>% compile(optimizer = optimizer_sgd(learning_rate = 1),
                            loss = function(y_true, y_pred) k_mean(y_pred))
        }
        batches_of <- function(model) -c(get_weights(model)[[1]])
        ones <- matrix(1, 4, 1)
        first <- function(n, then) {
          calls <- 0
          function() {
            calls <<- calls + 1
            if (calls <= n) list(ones, ones) else then
          }
        }
        # it ends early: a warning says so, and every batch that came was learnt once
        for (n in c(1, 7)) {
          model <- counting_model()
          said <- NULL
          history <- withCallingHandlers(
            model %>% fit(first(n, NULL), steps_per_epoch = 10, epochs = 1, verbose = 0),
            warning = function(w) {
              said <<- c(said, conditionMessage(w))
              invokeRestart("muffleWarning")
            }
          )
          stopifnot(any(grepl("ran out of data", said)), batches_of(model) == n)
          stopifnot(length(history$metrics$loss) == 1, is.finite(history$metrics$loss))
        }
        # nothing at all
        seen <- tryCatch(counting_model() %>%
          fit(first(0, NULL), steps_per_epoch = 10, epochs = 1, verbose = 0), error = identity)
        stopifnot(inherits(seen, "error"))

        # batch k has another shape: an error, and the batches before were learnt
        for (k in c(2, 6)) {
          model <- counting_model()
          wrong <- list(matrix(1, 4, 3), ones)
          seen <- tryCatch(
            model %>% fit(first(k - 1, wrong), steps_per_epoch = 10, epochs = 1, verbose = 0),
            error = identity
          )
          stopifnot(inherits(seen, "python.builtin.Exception"), grepl("3", conditionMessage(seen)))
          stopifnot(batches_of(model) <= k - 1)
          model %>% fit(ones, ones, epochs = 1, verbose = 0)
        }
        # not a batch at all
        for (then in list("text", 1, list(ones, "a"), sum)) {
          seen <- tryCatch(
            counting_model() %>% fit(first(3, then), steps_per_epoch = 10, epochs = 1, verbose = 0),
            error = identity
          )
          stopifnot(inherits(seen, "error"))
        }

        # one function for training and validation
        model <- small_model()
        asked <- 0
        batch <- function() { asked <<- asked + 1; list(data_x, data_y) }
        history <- model %>% fit(batch, steps_per_epoch = 5, epochs = 3, verbose = 0,
                                 validation_data = batch, validation_steps = 2)
        stopifnot(length(history$metrics$val_loss) == 3, asked >= 21)
        """,
    )


def test_two_python_threads_call_r_while_fit_runs(host: str) -> None:
    """R's thread serves them all; R code of one may run while that of the other waits."""
    run_in(
        host,
        """
        model <- small_model()
        sys <- model$fit$`__globals__`$os$sys
        Thread <- sys$modules$threading$Thread
        called <- c(a = 0, b = 0)
        results <- list(a = numeric(), b = numeric())
        work <- function(name) function(...) {
          called[[name]] <<- called[[name]] + 1
          results[[name]] <<- c(results[[name]], k_eval(k_constant(called[[name]]) * 2))
          TRUE
        }
        # Python's own map() calls R's function 300 times on each thread
        builtins <- sys$modules$builtins
        threads <- lapply(c("a", "b"), function(name) {
          calls <- builtins$map(work(name), builtins$range(300L))
          Thread(target = builtins$sum, args = list(calls), daemon = TRUE)
        })
        epochs <- 0
        watch <- callback_lambda(
          on_train_begin = function(logs) for (thread in threads) thread$start(),
          on_epoch_end = function(epoch, logs) {
            epochs <<- epochs + 1
            if (!any(vapply(threads, function(thread) thread$is_alive(), NA))) {
              model$stop_training <- TRUE
            }
          }
        )
        model %>% fit(data_x, data_y, epochs = 100000, verbose = 0, callbacks = list(watch))
        stopifnot(called == 300, epochs < 100000)
        stopifnot(identical(results, list(a = 2 * (1:300), b = 2 * (1:300))))
        """,
    )
