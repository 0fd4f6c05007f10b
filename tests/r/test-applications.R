# Applications with arguments as R gives them; HDF5 data and files with functions of R.

test_that("an architecture is a model to build on", {
  model <- application_mobilenet(c(32, 32, 3), alpha = 0.25, weights = NULL, classes = 10)
  expect_s3_class(model, "keras.engine.training.Model")
  expect_identical(model$output_shape, list(NULL, 10L))
  p <- predict(model, array(0.5, c(2, 32, 32, 3)), verbose = 0)
  expect_equal(rowSums(p), c(1, 1), tolerance = 1e-5)
  features <- application_densenet(
    blocks = c(1, 1, 1, 1), include_top = FALSE, weights = NULL, input_shape = list(NULL, NULL, 3),
    pooling = "max"
  ) # each block adds 32 channels to the 64 of the beginning; between two, half of them go
  expect_identical(dim(predict(features, array(0, c(1, 32, 40, 3)), verbose = 0)), c(1L, 68L))
})

test_that("weights are read from a file", {
  build <- function(weights) {
    application_mobilenet_v2(c(32, 32, 3), alpha = 0.35, include_top = FALSE, weights = weights)
  }
  path <- tempfile(fileext = ".weights.h5")
  model <- build(NULL)
  model$save_weights(path)
  expect_identical(get_weights(build(path)), get_weights(model))
  expect_error(build("none.h5"), '`weights`: there is no file "none.h5".', fixed = TRUE)
})

test_that("pixels are prepared, and R's arrays stay as they are", {
  x <- array(0:255, c(1, 4, 4, 3))
  before <- x + 0
  expect_equal(mobilenet_preprocess_input(x), x / 127.5 - 1)
  means <- rep(c(103.939, 116.779, 123.68), each = 16)
  expect_equal(resnet_preprocess_input(x), x[, , , 3:1, drop = FALSE] - means)
  expect_equal(imagenet_preprocess_input(x[1, , , ], mode = "tf"), x[1, , , ] / 127.5 - 1)
  expect_identical(x + 0, before)
  expect_error(densenet_preprocess_input(matrix(1, 2, 2)),
               "`x` must be an array or a tensor of images, of 3 or 4 dimensions")
})

test_that("files are fetched, and functions of R normalize HDF5 data", {
  origin <- tempfile()
  writeLines("hello", origin)
  printed <- capture.output({
    path <- get_file("greeting.txt", paste0("file://", origin), cache_dir = tempfile())
    problem <- tryCatch(
      get_file("none.txt", "file:///none", cache_dir = tempdir()), error = identity
    )
  })
  expect_identical(printed, paste0("Downloading data from file://", c(origin, "/none")))
  expect_identical(readLines(path), "hello")
  expect_s3_class(problem, c("rkeras_py.errors.DownloadError", "python.builtin.OSError", "error"),
                  exact = FALSE)
  expect_match(conditionMessage(problem), "could not be downloaded from file:///none", fixed = TRUE)

  model <- keras_model_sequential() %>%
    layer_dense(units = 1, use_bias = FALSE, input_shape = 3, weights = list(matrix(1:3, 3)))
  path <- tempfile(fileext = ".weights.h5")
  model$save_weights(path)
  kernel <- "layers/dense/vars/0" # Keras's name for a matrix of 3 rows
  whole <- hdf5_matrix(path, kernel)
  expect_length(whole, 3)
  expect_identical(whole$shape, list(3L, 1L))
  halves <- hdf5_matrix(path, kernel, start = 1, end = 3, normalizer = function(x) x / 2)
  one <- keras_model_sequential() %>%
    layer_dense(units = 1, use_bias = FALSE, input_shape = 1, weights = list(matrix(10)))
  expect_equal(c(predict(one, whole, verbose = 0)), c(10, 20, 30))
  expect_equal(c(predict(one, halves, verbose = 0)), c(10, 15))
  one %>% compile(loss = "mae", optimizer = "sgd")
  expect_equal(one %>% evaluate(halves, halves, verbose = 0), c(loss = 9 * 1.25))
})
