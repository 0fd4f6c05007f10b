# Convolutions, pooling and locally connected layers with arguments as R gives them.

run <- function(layer, x) as.array(layer(k_constant(x)))

test_that("a transposed convolution with stride 1 is R's open convolution", {
  x <- c(1, 2, 0, -1)
  kernel <- c(1, 3, 2)
  layer <- layer_conv_1d_transpose(
    filters = 1, kernel_size = 3, weights = list(array(kernel, c(3, 1, 1)), array(0, 1))
  )
  expect_equal(c(run(layer, array(x, c(1, 4, 1)))), convolve(x, rev(kernel), type = "open"),
               tolerance = 1e-6)
})

test_that("transposed convolutions take sizes as numbers and vectors", {
  model <- keras_model_sequential(input_shape = c(4, 4, 1)) %>%
    layer_conv_2d_transpose(filters = 2, kernel_size = c(3, 3), strides = c(2, 2),
                            padding = "same", output_padding = c(1, 1))
  expect_identical(dim(model$outputs[[1]]), c(NA, 8L, 8L, 2L))
  spread <- layer_conv_3d_transpose(filters = 1, kernel_size = 2, strides = 2,
                                    kernel_initializer = "ones")
  expect_equal(run(spread, array(1, c(1, 2, 2, 2, 1))), array(1, c(1, 4, 4, 4, 1)))
  expect_error(layer_conv_2d_transpose(filters = 1, kernel_size = c(3, 3, 3)),
               "`kernel_size` must be a whole number of at least 1, or 2 of them, not c(3, 3, 3).",
               fixed = TRUE)
})

test_that("depthwise and separable convolutions filter each channel", {
  x <- array(c(1, 2, 0, -1, 4, 3, 5, 2), c(1, 4, 2))
  kernels <- array(c(1, -1, 2, 3), c(2, 2, 1)) # (1, -1) for the first channel, (2, 3) for the other
  expected <- cbind(convolve(x[1, , 1], c(1, -1), type = "filter"),
                    convolve(x[1, , 2], c(2, 3), type = "filter"))
  depthwise <- layer_depthwise_conv_1d(kernel_size = 2, weights = list(kernels, array(0, 2)))
  expect_equal(run(depthwise, x)[1, , ], expected, tolerance = 1e-6)
  separable <- layer_separable_conv_1d(
    filters = 1, kernel_size = 2,
    weights = list(kernels, array(c(1, 10), c(1, 2, 1)), array(0.5, 1))
  )
  expect_equal(c(run(separable, x)), c(expected %*% c(1, 10)) + 0.5, tolerance = 1e-6)
  image <- keras_model_sequential(input_shape = c(6, 6, 3)) %>%
    layer_depthwise_conv_2d(kernel_size = c(3, 3), depth_multiplier = 2) %>%
    layer_separable_conv_2d(filters = 5, kernel_size = 3)
  expect_identical(lapply(get_weights(image), dim),
                   list(c(3L, 3L, 3L, 2L), 6L, c(3L, 3L, 6L, 1L), c(1L, 1L, 6L, 5L), 5L))
})

test_that("volumes are convolved", {
  x <- array(1:8, c(1, 2, 2, 2, 1))
  kernel <- array(8:1, c(2, 2, 2, 1, 1))
  model <- keras_model_sequential() %>%
    layer_conv_3d(filters = 1, kernel_size = c(2, 2, 2), input_shape = c(2, 2, 2, 1),
                  weights = list(kernel, array(1, 1)))
  expect_equal(c(predict(model, x, verbose = 0)), sum(1:8 * 8:1) + 1)
})

test_that("windows and whole arrays are pooled", {
  x <- array(c(5, 1, 4, 2, 3, 9), c(1, 6, 1))
  expect_equal(c(run(layer_average_pooling_1d(), x)), colMeans(matrix(x, 2)))
  expect_equal(c(run(layer_average_pooling_1d(pool_size = 3, strides = 1), x)),
               c(filter(c(x), rep(1 / 3, 3))[2:5]), tolerance = 1e-6)
  image <- array(1:16, c(1, 4, 4, 1))
  expect_equal(run(layer_average_pooling_2d(pool_size = c(2, 4)), image)[1, , 1, 1],
               c(mean(image[1, 1:2, , 1]), mean(image[1, 3:4, , 1])))
  volume <- array(c(3, 1, 8, 2, 7, 5, 4, 6), c(1, 2, 2, 2, 1))
  expect_equal(c(run(layer_max_pooling_3d(), volume)), 8)
  expect_equal(c(run(layer_average_pooling_3d(), volume)), mean(volume))
  kept <- layer_global_max_pooling_3d(keepdims = TRUE)
  expect_equal(run(kept, volume), array(8, c(1, 1, 1, 1, 1)))
  expect_equal(c(run(layer_global_average_pooling_3d(), volume)), mean(volume))
  two <- array(c(1, 5, 2, 6, 3, 7), c(1, 3, 2))
  expect_equal(c(run(layer_global_max_pooling_1d(), two)), apply(two, 3, max))
  expect_equal(c(run(layer_global_max_pooling_2d(), image)), 16)
  model <- keras_model_sequential() %>%
    layer_global_average_pooling_2d(input_shape = c(4, 4, 1), name = "mean")
  expect_equal(c(predict(model, image, verbose = 0)), 8.5)
  expect_identical(model$layers[[1]]$name, "mean")
})

test_that("locally connected layers have a kernel for each place", {
  kernels <- array(c(1, 2, 3, 10, 20, 30), c(3, 2, 1)) # places, inputs of a place, filters
  x <- array(c(1, 2, 3, 4), c(1, 4, 1))
  model <- keras_model_sequential(input_shape = c(4, 1)) %>%
    layer_locally_connected_1d(filters = 1, kernel_size = 2,
                               weights = list(kernels, array(c(0.5, 0, 0), c(3, 1))))
  expect_equal(c(predict(model, x, verbose = 0)),
               c(1 * 1 + 2 * 10 + 0.5, 2 * 2 + 3 * 20, 3 * 3 + 4 * 30))
  # by output, then by input: the same weights in a vector
  sparse <- layer_locally_connected_1d(
    filters = 1, kernel_size = 2, implementation = 3,
    weights = list(array(c(1, 10, 2, 20, 3, 30)), array(c(0.5, 0, 0), c(3, 1)))
  )
  expect_equal(run(sparse, x), predict(model, x, verbose = 0))
  image <- keras_model_sequential(input_shape = c(5, 5, 2)) %>%
    layer_locally_connected_2d(filters = 3, kernel_size = c(2, 3), strides = c(1, 2))
  expect_identical(lapply(get_weights(image), dim), list(c(8L, 12L, 3L), c(4L, 2L, 3L)))
  expect_error(layer_locally_connected_2d(filters = 1, kernel_size = 2, padding = "same"),
               '`padding` must be "valid" with `implementation` 1; "same" needs 2 or 3.',
               fixed = TRUE)
})

test_that("convolutional LSTMs with one place are LSTMs with Keras 2's hard sigmoid", {
  kernel <- c(0.5, -0.3, 0.8, 0.1)
  recurrent <- c(0.2, 0.4, -0.6, 0.9)
  bias <- c(0.1, 1, 0, -0.2)
  x <- c(1, -2, 0.5)
  gate <- function(z) pmin(pmax(0.2 * z + 0.5, 0), 1)
  h <- carry <- 0
  for (value in x) {
    z <- value * kernel + h * recurrent + bias
    carry <- gate(z[2]) * carry + gate(z[1]) * tanh(z[3])
    h <- gate(z[4]) * tanh(carry)
  }
  layers <- list(layer_conv_lstm_1d, layer_conv_lstm_2d, layer_conv_lstm_3d)
  for (rank in 1:3) {
    ones <- rep(1, rank)
    weights <- list(array(kernel, c(ones, 1, 4)), array(recurrent, c(ones, 1, 4)), array(bias))
    layer <- layers[[rank]](filters = 1, kernel_size = ones, return_state = TRUE, weights = weights)
    results <- layer(k_constant(array(x, c(1, 3, ones, 1))))
    expect_equal(vapply(results, function(r) c(as.array(r)), 0), c(h, h, carry), tolerance = 1e-6)
  }
})
