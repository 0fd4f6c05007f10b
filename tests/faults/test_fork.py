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


def test_what_needs_no_tensorflow_works_in_children(host: str) -> None:
    run_in(
        host,
        """
        words <- text_tokenizer(num_words = 10) %>%
          fit_text_tokenizer(c("the cat sat", "the dog"))
        uses <- list(
          array_reshape = quote(array_reshape(1:6, c(2, 3))),
          categories = quote(to_categorical(c(0, 2, 1))),
          padded = quote(pad_sequences(list(1:2, 3), maxlen = 3)),
          normal = quote(normalize(matrix(c(3, 4), 1))),
          sequences = quote(texts_to_sequences(words, c("the cat", "dog"))),
          counts = quote(texts_to_matrix(words, c("the cat", "dog"), mode = "count")),
          indices = quote(words$word_index),
          method = quote(words$sequences_to_texts(list(list(1L, 2L)))),
          made = quote(fit_text_tokenizer(text_tokenizer(), "a b a")$word_index),
          split = quote(text_to_word_sequence("A b, c")),
          hashed = quote(text_hashing_trick("a b", 10, hash_function = "md5")),
          table = quote(make_sampling_table(4))
        )
        for (times in 1:5) { # forks meet the import of TensorFlow, then its threads
          answers <- parallel::mclapply(uses, eval, mc.cores = 2)
          stopifnot(identical(answers, lapply(uses, eval)))
          if (times == 2) fit(small_model(), data_x, data_y, epochs = 1, verbose = 0)
        }
        stopifnot(identical(answers$array_reshape, matrix(1:6, 2, byrow = TRUE)),
                  identical(answers$padded, rbind(c(0L, 1L, 2L), c(0L, 0L, 3L))),
                  all.equal(c(answers$normal), c(0.6, 0.8)),
                  identical(answers$sequences, list(1:2, 4L)))
        # the parent goes on
        stopifnot(as.numeric(k_sum(k_constant(1:3))) == 6)
        # many children, each with many calls
        sums <- parallel::mclapply(1:20, function(i) {
          sum(vapply(1:20, function(j) sum(to_categorical(0:i)), 0))
        }, mc.cores = 2)
        stopifnot(identical(unlist(sums), 20 * (2:21)))
        """,
    )


def test_a_fork_at_once_after_the_package_was_loaded(host: str) -> None:
    """TensorFlow is still being imported then, on another thread."""
    run_in(
        host,
        """
        answers <- parallel::mclapply(1:2, function(i) pad_sequences(list(i), maxlen = 2))
        stopifnot(identical(answers, list(cbind(0L, 1L), cbind(0L, 2L))))
        job <- parallel::mcparallel(c(to_categorical(1)))
        stopifnot(identical(parallel::mccollect(job)[[1]], c(0, 1)))
        stopifnot(system("true") == 0)
        """,
    )
