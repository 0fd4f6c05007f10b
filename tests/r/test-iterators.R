# Data that come batch by batch, from either language: what training, measuring and predicting read.

# These two are deprecated, and say so.
fit_generator <- function(...) suppressWarnings(keras::fit_generator(...))
predict_generator <- function(...) suppressWarnings(keras::predict_generator(...))

linear <- function(inputs = 1) {
  model <- keras_model_sequential()
  model %>% layer_dense(units = 1, input_shape = inputs, use_bias = FALSE,
                        kernel_initializer = initializer_constant(0.5))
  model %>% compile(optimizer = "sgd", loss = "mse")
  model
}

x <- matrix(c(1, 2, 3, 4))
y <- 2 * x
batch <- function() list(x, y)
# The losses of two steps, from weights of 0.5: of y = w x, with w <- w - 0.01 * 2 * 7.5 * (w - 2).
steps <- 7.5 * cumprod(c(1.5^2, 0.85^2))
losses <- c(mean(steps), mean(steps * 0.85^4))

images <- array((1:128) / 128, c(8, 4, 4, 1))
of_images <- function() {
  model <- keras_model_sequential() %>%
    layer_flatten(input_shape = c(4, 4, 1)) %>%
    layer_dense(units = 1, use_bias = FALSE, kernel_initializer = initializer_constant(0.1))
  model %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
  model
}
labels <- (1:8) / 8
predicted <- 0.1 * apply(images, 1, sum)
flow <- function(y = NULL) {
  flow_images_from_data(images, y, image_data_generator(), batch_size = 4, shuffle = FALSE)
}

test_that("image iterators validate, all of them or some steps", {
  validated <- function(...) {
    history <- of_images() %>% fit(images, labels, epochs = 2, verbose = 0, ...)
    history$metrics$val_loss
  }
  error <- (predicted - labels)^2
  expect_equal(validated(validation_data = flow(labels)), rep(mean(error), 2), tolerance = 1e-5)
  expect_equal(validated(validation_data = flow(labels), validation_steps = 1),
               rep(mean(error[1:4]), 2), tolerance = 1e-5)
  history <- of_images() %>% fit_generator(flow(labels), steps_per_epoch = 2, verbose = 0,
                                           validation_data = flow(labels), validation_steps = 2)
  expect_equal(history$metrics$val_loss, mean(error), tolerance = 1e-5)
})

test_that("iterators without labels are predicted, in steps too", {
  model <- of_images()
  expect_equal(c(model %>% predict(flow(), verbose = 0)), predicted, tolerance = 1e-5)
  expect_equal(c(model %>% predict(flow(), steps = 2, verbose = 0)), predicted, tolerance = 1e-5)
  expect_equal(c(model %>% predict_generator(flow(), steps = 2)), predicted, tolerance = 1e-5)
  expect_equal(c(model %>% predict_generator(flow(), steps = 3)), predicted[c(1:8, 1:4)],
               tolerance = 1e-5)
  folder <- tempfile()
  dir.create(file.path(folder, "all"), recursive = TRUE)
  for (i in 1:4) {
    image_array_save(array(10 * i, c(4, 4, 1)), file.path(folder, "all", paste0(i, ".png")),
                     scale = FALSE)
  }
  read <- flow_images_from_directory(folder, target_size = c(4, 4), color_mode = "grayscale",
                                     class_mode = NULL, batch_size = 2, shuffle = FALSE)
  expect_equal(c(model %>% predict_generator(read, steps = 2)), 16 * (1:4), tolerance = 1e-5)
})

test_that("iterators of R are trained on, measured and predicted", {
  iterator <- function() reticulate::py_iterator(batch)
  history <- linear() %>% fit(iterator(), steps_per_epoch = 2, epochs = 2, verbose = 0)
  expect_equal(history$metrics$loss, losses, tolerance = 1e-5)
  score <- linear() %>% evaluate(iterator(), steps = 2, verbose = 0)
  expect_equal(score[["loss"]], steps[[1]], tolerance = 1e-5)
  only_x <- reticulate::py_iterator(function() list(x))
  expect_equal(c(linear() %>% predict(only_x, steps = 2, verbose = 0)), rep(c(x) / 2, 2))
  history <- linear() %>% fit_generator(iterator(), steps_per_epoch = 2, verbose = 0,
                                        validation_data = iterator(), validation_steps = 1)
  expect_equal(history$metrics$loss, losses[1], tolerance = 1e-5)
  expect_equal(history$metrics$val_loss, steps[[1]] * 0.85^4, tolerance = 1e-5)
})

test_that("an iterator of R ends where its function gives NULL", {
  left <- 3
  iterator <- reticulate::py_iterator(function() {
    left <<- left - 1
    if (left >= 0) batch()
  })
  model <- linear()
  expect_warning(history <- fit(model, iterator, steps_per_epoch = 9, epochs = 1, verbose = 0),
                 "ran out of data")
  expect_equal(history$metrics$loss, mean(steps[1] * 0.85^c(0, 2, 4)), tolerance = 1e-5)
})

test_that("iterators of TensorFlow's datasets are trained on", {
  data <- tensorflow::tf$data$Dataset$from_tensor_slices(
    reticulate::tuple(k_constant(x), k_constant(y))
  )
  iterator <- reticulate::as_iterator(data$batch(4L)$`repeat`())
  history <- linear() %>% fit(iterator, steps_per_epoch = 2, epochs = 2, verbose = 0)
  expect_equal(history$metrics$loss, losses, tolerance = 1e-5)
})

test_that("classes of batches and of iterators are trained on, and validate", {
  Batches <- reticulate::PyClass("Batches", list(
    `__init__` = function(self) {
      super()$`__init__`()
      NULL
    },
    `__len__` = function(self) 2L,
    `__getitem__` = function(self, i) reticulate::tuple(x, y)
  ), inherit = keras$utils$Sequence)
  history <- linear() %>% fit(Batches(), epochs = 2, verbose = 0)
  expect_equal(history$metrics$loss, losses, tolerance = 1e-5)
  history <- linear() %>% fit(x, y, epochs = 1, verbose = 0, validation_data = Batches())
  expect_equal(history$metrics$val_loss, steps[[1]] * 0.85^2, tolerance = 1e-5)

  Forever <- reticulate::PyClass("Forever", list(
    `__iter__` = function(self) self,
    `__next__` = function(self) reticulate::tuple(x, y)
  ))
  history <- linear() %>% fit(Forever(), steps_per_epoch = 2, epochs = 2, verbose = 0)
  expect_equal(history$metrics$loss, losses, tolerance = 1e-5)
})

test_that("sequences of R give several inputs in lists, by name too", {
  Lists(keras$utils$Sequence) %py_class% {
    initialize <- function(inputs) {
      super$initialize()
      self$inputs <- inputs
      self$epochs <- 0
    }
    `__len__` <- function() 2L
    `__getitem__` <- function(index) list(self$inputs, y)
    on_epoch_end <- function() self$epochs <- self$epochs + 1
  }
  batches <- Lists(list(x, x))
  model <- of_two()
  model %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
  history <- model %>%
    fit(batches, epochs = 2, verbose = 0, validation_data = Lists(list(x, 3 * x)))
  expect_equal(history$metrics, list(loss = c(7.5, 7.5), val_loss = c(0, 0)))
  expect_gte(batches$epochs, 2) # Keras reads the first batches once more
  history <- model %>% fit(batches, steps_per_epoch = 3, epochs = 1, verbose = 0)
  expect_equal(history$metrics$loss, 7.5)
  expect_equal(unname(c(model %>% evaluate(Lists(list(b = 2 * x, a = x)), verbose = 0))),
               mean((x / 2)^2))
  expect_equal(c(model %>% predict(Lists(list(x, x)), verbose = 0)), rep(c(x), 2))
})

test_that("generators give several inputs, and numbers as batches of one", {
  trained <- function(model, batch) {
    history <- model %>% fit(function() batch, steps_per_epoch = 1, epochs = 1, verbose = 0)
    unname(unlist(history$metrics))
  }
  for (model in list(of_two, function() of_two(named = TRUE))) {
    expect_equal(trained(model(), list(list(x, 3 * x), y)), 0, tolerance = 1e-6)
    expect_equal(trained(model(), list(list(1, 2), 3)), 1.5^2)
    expect_equal(trained(model(), list(list(b = 2, a = 0), 3)), 4)
    expect_equal(c(model() %>% predict(function() list(list(1, 2)), steps = 2, verbose = 0)),
                 c(1.5, 1.5))
  }
  expect_equal(trained(linear(), list(1, 3)), 2.5^2)

  input <- layer_input(shape = 1)
  ones <- function() layer_dense(input, 1, use_bias = FALSE, kernel_initializer = "ones")
  model <- keras_model(input, list(ones(), ones()))
  model %>% compile(optimizer = "sgd", loss = "mse")
  expect_equal(trained(model, list(1, list(2, 3))), c(5, 1, 4))
})

test_that("models with named inputs take them in the order of their names", {
  a <- layer_input(shape = 1, name = "a")
  b <- layer_input(shape = 1, name = "b")
  output <- list(a * 10, b) %>%
    layer_concatenate() %>%
    layer_dense(units = 1, use_bias = FALSE, kernel_initializer = "ones")
  model <- keras_model(list(b = b, a = a), output)
  expect_equal(c(model %>% predict(list(matrix(1), matrix(2)), verbose = 0)), 12)
})

test_that("time series may be used up to the number of their steps", {
  data <- matrix(1:10)
  batches <- timeseries_generator(data, data, length = 3, batch_size = 4, end_index = nrow(data))
  expect_length(batches, 2)
  expect_equal(c(batches[1][[2]]), 8:10)
})
