# Arguments in the forms that scripts give them: numbers with fractions, text, NA.

x <- matrix(1:100 / 100, 50)
y <- rowSums(x)

compiled <- function(...) {
  keras_model_sequential() %>%
    layer_dense(1, input_shape = 2, ...) %>%
    compile("sgd", "mse")
}

test_that("whole numbers are those of as.integer()", {
  rows <- 100
  expect_identical(layer_dense(units = rows / 30)$units, 3L)
  expect_identical(layer_dense(units = "3.7")$units, 3L)
  expect_identical(layer_dense(units = TRUE)$units, 1L)
  expect_equal(unlist(layer_conv_2d(filters = 2.5, kernel_size = c(3.5, 2.2))$kernel_size), c(3, 2))
  expect_equal(unlist(layer_conv_2d(filters = "2", kernel_size = c("3", "2"))$kernel_size), c(3, 2))
  expect_equal(unlist(layer_max_pooling_2d(pool_size = 2.5)$pool_size), c(2, 2))
  expect_equal(layer_embedding(input_dim = 10.9, output_dim = "3")$input_dim, 10)
  expect_equal(unlist(layer_cropping_2d(cropping = list(c(1.5, 2), c("1", "1")))$cropping),
               c(1, 2, 1, 1))
  expect_equal(unlist(layer_zero_padding_1d(padding = 1.5)$padding), c(1, 1))
  expect_equal(unlist(layer_permute(dims = c(2.2, 1))$dims), c(2, 1))
  expect_equal(layer_repeat_vector(n = 2.5)$n, 2)
  expect_equal(layer_multi_head_attention(num_heads = 2.5, key_dim = 3)$get_config()$num_heads, 2)
  expect_equal(layer_category_encoding(num_tokens = 3.5)$num_tokens, 3)
  expect_equal(metric_top_k_categorical_accuracy(k = 2.5)$get_config()$k, 2)
  expect_equal(learning_rate_schedule_exponential_decay(0.1, 10.5, 0.9)$decay_steps, 10)
  expect_equal(callback_early_stopping(patience = 2.5)$patience, 2)
  expect_equal(callback_model_checkpoint("x", save_freq = 2.5)$save_freq, 2)
  expect_identical(dim(layer_input(shape = c(2.5, 3))), c(NA, 2L, 3L))
  expect_identical(dim(pad_sequences(list(1:3, 1), maxlen = 2.9)), c(2L, 2L))
  expect_identical(dim(pad_sequences(list(1:3, 1), maxlen = "2")), c(2L, 2L))
  expect_identical(dim(to_categorical(0:2, num_classes = 4.9)), c(3L, 4L))
  expect_equal(text_tokenizer(num_words = 10.5)$num_words, 10)
  expect_equal(array_reshape(1:6, c(2.5, 3)), matrix(1:6, 2, byrow = TRUE))
  expect_identical(dim(image_array_resize(array(0, c(2, 2, 1)), 3.5, 4.5)), c(3L, 4L, 1L))
  expect_equal(as.array(k_gather(k_constant(1:5), c(1.5, 2))), array(c(1, 2)))
  expect_equal(as.array(k_sum(k_constant(matrix(1:6, 2)), axis = 1.9)), array(c(3, 7, 11)))
  expect_equal(as.array(k_arange(1.5, 5.5)), array(1:4))
  expect_equal(normalize(matrix(1:4, 2), axis = 1.5),
               matrix(1:4, 2) / rep(sqrt(c(5, 25)), each = 2))
  expect_equal(length(make_sampling_table(3.5)), 3)
})

test_that("so are those of a training", {
  run <- function(...) compiled() %>% fit(x, y, verbose = 0, ...)
  expect_equal(run(epochs = 2.9, batch_size = 16.5)$params[c("epochs", "steps")],
               list(epochs = 2, steps = 4))
  expect_equal(run(epochs = "2", batch_size = "16")$params$steps, 4)
  expect_equal(run(steps_per_epoch = nrow(x) / 32, epochs = 1)$params$steps, 1)
  expect_equal(length(run(epochs = 3, initial_epoch = 1.5)$metrics$loss), 2)
  validated <- run(epochs = 1, validation_data = list(x, y), validation_steps = 1.9)
  expect_equal(validated$params$epochs, 1)
  expect_equal(dim(predict(compiled(), x, batch_size = 7.5, verbose = 0)), c(50, 1))
  batches <- function() list(x[1:10, ], y[1:10])
  expect_warning(
    few <- fit(compiled(), batches, steps_per_epoch = 50 / 32, epochs = 1.5, verbose = 0), NA
  )
  expect_equal(few$params$steps, 1)
  expect_error(run(epochs = 1, batch_size = 0.9),
               "`batch_size` must be a whole number of at least 1")
})

test_that("NA is an open dimension wherever NULL is", {
  expect_identical(dim(layer_input(shape = NA)), c(NA_integer_, NA_integer_))
  expect_identical(dim(layer_input(shape = c(NA))), c(NA_integer_, NA_integer_))
  expect_identical(dim(layer_input(shape = c(NA, 3))), c(NA, NA, 3L))
  expect_identical(dim(layer_input(shape = list(NA, 3))), c(NA, NA, 3L))
  expect_identical(dim(layer_input(batch_shape = c(NA, 3))), c(NA, 3L))
  expect_identical(dim(layer_input(batch_shape = NA)), NA_integer_)
  expect_identical(dim(k_placeholder(shape = c(NA, 3))), c(NA, 3L))
  expect_identical(dim(k_placeholder(shape = NA)), NA_integer_)
  model <- keras_model_sequential() %>% layer_lstm(2, input_shape = c(NA, 3))
  expect_identical(dim(model$input), c(NA, NA, 3L))
  model <- keras_model_sequential() %>% layer_embedding(5, 2, input_shape = NA)
  expect_identical(dim(model$output), c(NA, NA, 2L))
  model <- keras_model_sequential() %>% layer_lstm(2, batch_input_shape = c(NA, NA, 3))
  expect_identical(dim(model$input), c(NA, NA, 3L))
  model <- keras_model_sequential(input_shape = c(NA, 4)) %>% layer_lstm(2)
  expect_identical(dim(model$input), c(NA, NA, 4L))
  expect_equal(array_reshape(1:6, c(NA, 2)), matrix(1:6, 3, byrow = TRUE))
  expect_equal(array_reshape(matrix(1:4, 2), NA), array(c(1, 3, 2, 4)))
  reshaped <- layer_input(shape = 6) %>% layer_reshape(c(NA, 2))
  expect_identical(dim(reshaped), c(NA, 3L, 2L))
})

test_that("normalize() and layer_normalization() count axes from 1", {
  m <- matrix(1:4, 2)
  expect_equal(normalize(m, axis = 1), m / rep(sqrt(c(5, 25)), each = 2))
  expect_equal(normalize(m, axis = 2), m / sqrt(c(10, 20)))
  expect_equal(unlist(layer_normalization(axis = 1)$get_config()$axis), 0)
})

test_that("sequences may be lists of numbers, numbers in text and the rows of a matrix", {
  padded <- rbind(c(1L, 2L), c(0L, 3L))
  expect_identical(pad_sequences(list(list(1, 2), list(3))), padded)
  expect_identical(pad_sequences(list(list(1, 2), 3)), padded)
  expect_identical(pad_sequences(list(c("1", "2"), "3")), padded)
  expect_identical(pad_sequences(matrix(1:4, 2), maxlen = 3), cbind(0L, matrix(1:4, 2)))
  tokenizer <- text_tokenizer(5) %>% fit_text_tokenizer("a b c")
  expect_equal(sequences_to_matrix(tokenizer, list(list(1, 2), list(3))),
               rbind(c(0, 1, 1, 0, 0), c(0, 0, 0, 1, 0)))
  couples <- skipgrams(c(1, 2, 3), vocabulary_size = 3, window_size = 1, negative_samples = 0)
  expect_equal(length(couples$couples), 4)
  expect_equal(length(skipgrams(list(1, 2, 9), 3, 1, 0)$labels), 4)
})

test_that("a missing text is the word NA", {
  tokenizer <- text_tokenizer(5) %>% fit_text_tokenizer(c("a b", NA, "na b"))
  expect_equal(unlist(tokenizer$word_index), c(b = 1, na = 2, a = 3))
  expect_equal(texts_to_sequences(tokenizer, c("a", NA)), list(3L, 2L))
  expect_identical(text_to_word_sequence(NA_character_), "na")
})

test_that("constants and variables may be text, and NULL has no value", {
  expect_identical(k_eval(k_constant("a", dtype = "string")), "a")
  expect_equal(c(k_get_value(k_constant(list("a", "b"), dtype = "string"))), c("a", "b"))
  expect_identical(dim(k_constant(matrix(c("a", "b"), 1), dtype = "string")), 1:2)
  expect_equal(c(k_get_value(k_variable(c("a", "b"), dtype = "string"))), c("a", "b"))
  expect_error(k_constant("3"), '`dtype` must be "string", because `value` is text.', fixed = TRUE)
  expect_null(k_get_value(NULL))
  expect_null(k_eval(NULL))
})

test_that("TRUE may be text or another number", {
  shape <- function(flag) dim(layer_input(c(3, 2)) %>% layer_lstm(2, return_sequences = flag))
  for (flag in list("True", "TRUE", "true", "T", 1, 2)) expect_identical(shape(flag), c(NA, 3L, 2L))
  expect_identical(shape(0), c(NA, 2L))
  expect_error(shape("False"), '`return_sequences` must be TRUE or FALSE, not the string "False".')
})

test_that("vocabularies of whole numbers come back", {
  expect_equal(unlist(get_vocabulary(layer_integer_lookup(vocabulary = c(10, 20)))), c(-1, 10, 20))
  layer <- layer_integer_lookup()
  layer %>% adapt(c(5, 5, 7))
  expect_equal(unlist(get_vocabulary(layer)), c(-1, 5, 7))
})

test_that("custom objects need no names where they have their own", {
  Twice <- new_layer_class("Twice", call = function(inputs) inputs * 2)
  file <- tempfile(fileext = ".h5")
  keras_model_sequential(input_shape = 4) %>% Twice() %>% save_model_hdf5(file)
  for (objects in list(list(Twice), Twice, list(Twice = Twice))) {
    loaded <- load_model_hdf5(file, custom_objects = objects)
    expect_equal(predict(loaded, matrix(1, 1, 4), verbose = 0), matrix(2, 1, 4))
  }
  loaded <- with_custom_object_scope(list(Twice), load_model_hdf5(file))
  expect_equal(loaded$layers[[1]]$name, "twice")
})
