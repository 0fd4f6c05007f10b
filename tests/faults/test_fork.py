"""Forked processes, where keras cannot work, and clusters of new processes, where it does."""

from __future__ import annotations

from faults.process import run_in


def test_a_forked_child_is_told_the_way_out_and_the_parent_goes_on(host: str) -> None:
    run_in(
        host,
        """
        model <- small_model()
        model %>% fit(data_x, data_y, epochs = 2, verbose = 0) # TensorFlow's threads run now
        uses <- list(
          layer = function() layer_dense(units = 1),
          method = function() predict(model, data_x),
          attribute = function() model$name,
          handle = function() model$count_params(),
          tensor = function() k_constant(1) + 1,
          printed = function() print(model),
          named = function() names(model)
        )
        answers <- parallel::mclapply(uses, function(use) {
          tryCatch(use(), error = function(e) list(class(e), conditionMessage(e)))
        }, mc.cores = 2)
        for (answer in answers) {
          stopifnot(answer[[1]][1] == "forked_process", "error" %in% answer[[1]],
                    grepl("makePSOCKcluster()", answer[[2]], fixed = TRUE))
        }
        # uncaught, mclapply() itself says it
        failed <- suppressWarnings(
          parallel::mclapply(1:2, function(i) keras_model_sequential(), mc.cores = 2)
        )
        stopifnot(inherits(failed[[1]], "try-error"), grepl("makePSOCKcluster", failed[[1]]))
        # children that leave keras alone work, even though they collect the parent's handles
        sums <- parallel::mclapply(1:4, function(i) {
          rm(model, envir = globalenv()); gc(); sum(seq_len(i))
        }, mc.cores = 2)
        stopifnot(identical(unlist(sums), c(1L, 3L, 6L, 10L)))
        stopifnot(model$count_params() == 3)
        """,
    )


def test_a_fork_inside_a_callback(host: str) -> None:
    """The fork happens while a Python thread is in the middle of fit()."""
    run_in(
        host,
        """
        answers <- list()
        model <- small_model()
        fork <- function(epoch, logs) {
          answers[[epoch + 1]] <<- parallel::mclapply(1:2, function(i) {
            if (i == 1) 7 else tryCatch(model$name, forked_process = function(e) "told")
          }, mc.cores = 2)
        }
        history <- model %>% fit(data_x, data_y, epochs = 3, verbose = 0,
                                 callbacks = list(callback_lambda(on_epoch_end = fork)))
        stopifnot(identical(answers, rep(list(list(7, "told")), 3)))
        stopifnot(length(history$metrics$loss) == 3)
        """,
    )


def test_each_worker_of_a_cluster_fits_a_model(host: str) -> None:
    run_in(
        host,
        """
        cluster <- parallel::makePSOCKcluster(2)
        slopes <- parallel::parSapply(cluster, c(2, -3), function(slope) {
          library(keras)
          x <- matrix(seq(-1, 1, length.out = 32))
          model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
          model %>% compile(optimizer = optimizer_sgd(learning_rate = 0.3), loss = "mse")
          model %>% fit(x, slope * x, epochs = 100, batch_size = 32, verbose = 0)
          get_weights(model)[[1]][1]
        })
        parallel::stopCluster(cluster)
        stopifnot(abs(slopes - c(2, -3)) < 0.01)
        """,
        timeout=90,
    )
