# Symbolic tensors: TensorFlow's functions, and what scripts read from them.

tf <- tensorflow::tf

test_that("TensorFlow's functions make steps of a model, which are saved with it", {
  input <- layer_input(shape = 3)
  output <- (tf$square(input) + input) %>% tf$reduce_sum(axis = 1L, keepdims = TRUE)
  model <- keras_model(input, output)
  x <- matrix(1:6, 2, byrow = TRUE)
  expected <- rowSums(x^2 + x)
  expect_equal(as.vector(predict(model, x, verbose = 0)), expected)
  for (type in c(".keras", ".h5")) {
    path <- tempfile(fileext = type)
    if (type == ".h5") save_model_hdf5(model, path) else save_model_tf(model, path)
    loaded <- if (type == ".h5") load_model_hdf5(path) else load_model_tf(path)
    expect_equal(as.vector(predict(loaded, x, verbose = 0)), expected)
  }
})

test_that("one_hot, concat and shape take symbolic tensors", {
  index <- layer_input(3, dtype = "int32")
  model <- keras_model(index, tf$concat(list(tf$one_hot(index, depth = 4L),
                                             tf$one_hot(index, depth = 4L)), axis = 1L))
  expect_equal(dim(predict(model, matrix(0:2, 1), verbose = 0)), c(1L, 6L, 4L))
  mean <- layer_input(2) %>% layer_dense(2)
  expect_equal(dim(mean + tf$random$normal(tf$shape(mean))), c(NA, 2L))
})

test_that("shapes and types are read as those of TensorFlow's tensors", {
  x <- layer_input(shape = c(3, 4))
  expect_identical(x$shape$as_list(), list(NULL, 3L, 4L))
  expect_identical(x$get_shape()$as_list(), list(NULL, 3L, 4L))
  expect_identical(x$shape[[2]], 3L)
  expect_identical(x$shape[2]$as_list(), 3L)
  expect_identical(list(x$shape$rank, x$shape$ndims, length(x$shape)), list(3L, 3L, 3L))
  expect_identical(x$dtype$name, "float32")
  expect_true(x$dtype == "float32")
  expect_equal(dim(layer_dense(x, units = x$shape[[3]] * 2)), c(NA, 3L, 8L))
  expect_equal(dim(layer_input(x$shape[-1])), c(NA, 3L, 4L))
})

test_that("models name their inputs, outputs, measures and weights", {
  model <- keras_model_sequential() %>%
    layer_dense(2, input_shape = 3, name = "conv") %>%
    layer_dense(1, name = "end")
  expect_identical(model$output_names, "end")
  expect_length(model$input_names, 1)
  expect_identical(vapply(model$weights, function(w) w$name, ""),
                   c("conv/kernel:0", "conv/bias:0", "end/kernel:0", "end/bias:0"))
  compile(model, "sgd", "mse", metrics = "mae")
  expect_length(model$metrics_names, 0)
  data <- structure(list(matrix(1, 4, 3)), names = model$input_names)
  fit(model, data, matrix(1, 4), epochs = 1, verbose = 0)
  expect_identical(model$metrics_names, c("loss", "mae"))
})

test_that("classes have their public names", {
  expect_s3_class(loss_mean_squared_error(), "keras.losses.MeanSquaredError")
  expect_s3_class(metric_auc(), "keras.metrics.AUC")
  expect_s3_class(layer_dense(units = 1), "keras.layers.Dense")
})
