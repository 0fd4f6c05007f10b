# Recurrent layers, cells and wrappers with arguments as R gives them.

set.seed(1)
weights <- list(matrix(runif(6, -1, 1), 2, 3), matrix(runif(9, -1, 1), 3, 3), array(runif(3)))
x <- array(runif(16, -1, 1), c(2, 4, 2))

# The outputs of a simple recurrent layer at all steps: (samples, steps, units).
steps <- function(x, weights, h = matrix(0, nrow(x), 3)) {
  out <- array(0, c(nrow(x), ncol(x), 3))
  for (t in seq_len(ncol(x))) {
    bias <- matrix(weights[[3]], nrow(x), 3, byrow = TRUE)
    h <- tanh(matrix(x[, t, ], nrow(x)) %*% weights[[1]] + h %*% weights[[2]] + bias)
    out[, t, ] <- h
  }
  out
}

test_that("sequences run through a model", {
  model <- keras_model_sequential() %>%
    layer_simple_rnn(units = 3, input_shape = c(4, 2), weights = weights)
  expect_equal(predict(model, x, verbose = 0), steps(x, weights)[, 4, ], tolerance = 1e-6)
})

test_that("a layer takes its first state in a list, or by name", {
  layer <- layer_simple_rnn(units = 3, return_sequences = TRUE, weights = weights)
  h <- matrix(runif(6), 2, 3)
  expected <- steps(x, weights, h)
  expect_equal(as.array(layer(list(x, h))), expected, tolerance = 1e-6)
  expect_equal(as.array(layer(x, initial_state = h)), expected, tolerance = 1e-6)
  piped <- list(k_constant(x), k_constant(h)) %>%
    layer_simple_rnn(units = 3, return_sequences = TRUE, weights = weights)
  expect_equal(as.array(piped), expected, tolerance = 1e-6)
  expect_error(layer(list(x, h, h)), "needs 1 state, not 2.", fixed = TRUE)
})

test_that("states come back in a list", {
  layer <- layer_simple_rnn(units = 3, return_state = TRUE, weights = weights)
  results <- layer(x)
  expect_length(results, 2)
  expect_equal(as.array(results[[2]]), steps(x, weights)[, 4, ], tolerance = 1e-6)
})

test_that("a stateful layer goes on until it is reset", {
  model <- keras_model_sequential() %>%
    layer_simple_rnn(units = 3, stateful = TRUE, batch_input_shape = c(2, 2, 2), weights = weights)
  expected <- steps(x, weights)
  expect_equal(predict(model, x[, 1:2, ], batch_size = 2, verbose = 0), expected[, 2, ],
               tolerance = 1e-6)
  expect_equal(predict(model, x[, 3:4, ], batch_size = 2, verbose = 0), expected[, 4, ],
               tolerance = 1e-6)
  model %>% reset_states()
  expect_equal(predict(model, x[, 1:2, ], batch_size = 2, verbose = 0), expected[, 2, ],
               tolerance = 1e-6)
})

test_that("layer_rnn() takes a cell or a list of cells", {
  one <- layer_rnn(cell = layer_simple_rnn_cell(units = 3), weights = weights)
  expect_equal(as.array(one(x)), steps(x, weights)[, 4, ], tolerance = 1e-6)
  cells <- list(layer_simple_rnn_cell(3), layer_gru_cell(5), layer_lstm_cell(units = 2))
  model <- keras_model_sequential() %>%
    layer_rnn(cells, input_shape = c(4, 2), zero_output_for_mask = TRUE)
  expect_identical(dim(model$outputs[[1]]), c(NA, 2L))
  expect_true(model$layers[[1]]$zero_output_for_mask)
  stack <- layer_stacked_rnn_cells(list(layer_simple_rnn_cell(3), layer_simple_rnn_cell(3)))
  two <- layer_rnn(cell = stack, weights = c(weights, list(diag(3), matrix(0, 3, 3), array(0, 3))))
  expect_equal(as.array(two(x)), tanh(steps(x, weights)[, 4, ]), tolerance = 1e-6)
})

test_that("layers that are no cells are refused in the user's words", {
  failed <- tryCatch(layer_rnn(cell = 3), error = identity)
  expect_identical(conditionMessage(failed),
                   paste("`cell` must be a cell, such as layer_lstm_cell(units = 32),",
                         "or a list of cells, not 3."))
  expect_identical(conditionCall(failed), quote(layer_rnn(cell = 3)))
  expect_error(layer_stacked_rnn_cells(list(layer_gru_cell(2), "gru")),
               'its element 2 is the string "gru".', fixed = TRUE)
})

test_that("gates and time-major sequences", {
  time_first <- aperm(x, c(2, 1, 3))
  for (maker in list(layer_lstm, layer_gru)) {
    batch_first <- maker(units = 3, return_sequences = TRUE)
    expected <- as.array(batch_first(x))
    other <- maker(units = 3, return_sequences = TRUE, time_major = TRUE,
                   weights = get_weights(batch_first))
    expect_equal(as.array(other(time_first)), aperm(expected, c(2, 1, 3)), tolerance = 1e-6)
  }
})

test_that("cuDNN's layers run anywhere, with its weights", {
  gru <- layer_gru(units = 1)
  cudnn <- suppressWarnings(layer_cudnn_gru(units = 1)) # deprecated
  narrow <- x[, , 1, drop = FALSE]
  gru(narrow)
  w <- list(matrix(c(0.5, -1, 2), 1), matrix(c(1, 0.3, -0.7), 1), 1:6 / 10)
  set_weights(gru, list(w[[1]], w[[2]], matrix(w[[3]], 2, byrow = TRUE)))
  cudnn(narrow)
  set_weights(cudnn, w)
  expect_equal(as.array(cudnn(narrow)), as.array(gru(narrow)), tolerance = 1e-6)
  model <- keras_model_sequential()
  suppressWarnings(layer_cudnn_lstm(model, units = 3, input_shape = c(4, 2))) # deprecated
  expect_identical(lapply(get_weights(model), dim), list(c(2L, 12L), c(3L, 12L), 24L))
})

test_that("both directions, as a first layer and by itself", {
  model <- keras_model_sequential() %>%
    bidirectional(layer_simple_rnn(units = 3), input_shape = c(4, 2), weights = c(weights, weights))
  forth <- steps(x, weights)[, 4, ]
  back <- steps(x[, 4:1, ], weights)[, 4, ]
  expect_equal(predict(model, x, verbose = 0), cbind(forth, back), tolerance = 1e-6)
  own <- layer_simple_rnn(units = 3, return_sequences = TRUE, input_shape = c(4, 2))
  first <- keras_model_sequential() %>% bidirectional(layer = own, merge_mode = "sum")
  expect_identical(dim(first$outputs[[1]]), c(NA, 4L, 3L))
  alone <- bidirectional(layer = layer_simple_rnn(units = 3), merge_mode = NULL,
                         weights = c(weights, weights))
  expect_equal(lapply(alone(x), as.array), list(forth, back), tolerance = 1e-6)
  expect_error(keras_model_sequential() %>% bidirectional(layer_dense(units = 3)),
               "`layer` must be a recurrent layer, such as layer_lstm(units = 32), not",
               fixed = TRUE)
})

test_that("a layer runs at each step", {
  kernel <- matrix(1:6, 2)
  model <- keras_model_sequential() %>%
    time_distributed(layer_dense(units = 3, use_bias = FALSE, weights = list(kernel)),
                     input_shape = c(4, 2))
  expected <- array(0, c(2, 4, 3))
  for (t in 1:4) expected[, t, ] <- x[, t, ] %*% kernel
  expect_equal(predict(model, x, verbose = 0), expected, tolerance = 1e-6)
})
