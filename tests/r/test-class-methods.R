# What classes of models and layers have themselves: methods in place of Keras's, measures, steps.

x <- matrix(c(1, 2, 3, 4))
y <- 2 * x
one <- function() layer_dense(units = 1, use_bias = FALSE, kernel_initializer = "ones")
# The losses of y = w x from w = 1, with w <- w - 0.01 * 15 * (w - 2).
losses <- 7.5 * c(1, 0.85^2)

told <- list()
Told <- new_model_class("Told",
  initialize = function() {
    super$initialize()
    self$dense <- one()
  },
  call = function(inputs) self$dense(inputs),
  compile = function(my_opt, ...) {
    told$compile <<- names(list(...))
    super$compile(optimizer = "sgd", loss = "mse")
    self$my_opt <- my_opt
  },
  fit = function(x, y, ...) {
    told$fit <<- list(x = x, y = y, ...)
    super$fit(x, y, ...)
  },
  evaluate = function(...) {
    told$evaluate <<- list(...)
    super$evaluate(...)
  },
  predict = function(x, ...) {
    told$predict <<- list(...)
    super$predict(x, ...) + 100
  },
  train_on_batch = function(x, y, ...) "a batch",
  test_on_batch = function(x, y) sum(x) + sum(y),
  predict_on_batch = function(x) -x,
  save_weights = function(filepath, overwrite, save_format) {
    told$save <<- list(filepath, overwrite, save_format)
  },
  load_weights = function(filepath, ...) told$load <<- list(filepath, ...)
)

test_that("a class's own methods are called, with the user's arguments", {
  model <- Told()
  model %>% compile(my_opt = "mine", other = 1)
  expect_identical(model$my_opt, "mine")
  expect_identical(told$compile, "other")

  history <- model %>% fit(x, y, epochs = 1, verbose = 0)
  expect_s3_class(history, "keras_training_history")
  expect_equal(history$metrics$loss, losses[1])
  expect_equal(told$fit[c("x", "y", "batch_size", "epochs", "verbose", "initial_epoch")],
               list(x = x, y = y, batch_size = 32, epochs = 1, verbose = 0, initial_epoch = 0))
  model %>% fit(as.data.frame(x), y, verbose = 0, epochs = 0, validation_data = list(x, y))
  expect_equal(c(told$fit$x$V1), c(x))
  expect_equal(told$fit$validation_data, list(x, y))
  expect_equal(unname(unlist(model %>% evaluate(x, y, verbose = 0))), losses[2], tolerance = 1e-5)
  expect_equal(told$evaluate[c("x", "y", "batch_size", "verbose")],
               list(x = x, y = y, batch_size = 32, verbose = 0))
  expect_equal(model %>% predict(x, batch_size = 2, verbose = 0), 100 + 1.15 * x, tolerance = 1e-5)
  expect_equal(told$predict$batch_size, 2)
})

test_that("so are those for batches and for files of weights", {
  model <- Told()
  expect_identical(model %>% train_on_batch(x, y), "a batch")
  expect_equal(model %>% test_on_batch(x, y), 30)
  expect_equal(model %>% predict_on_batch(x), -x)
  path <- tempfile()
  save_model_weights_tf(model, path, overwrite = FALSE)
  expect_equal(told$save, list(path, FALSE, "tf"))
  save_model_weights_hdf5(model, path)
  expect_equal(told$save, list(path, TRUE, "h5"))
  load_model_weights_hdf5(model, path)
  expect_equal(told$load, list(path))
})

test_that("fit() of a class may take and give what it likes", {
  Counting <- new_model_class("Counting", fit = function(x, y, n) list(n, dim(x)))
  result <- Counting() %>% fit(x, y, n = 3)
  expect_s3_class(result, "keras_training_history")
  Plain(keras$Model) %py_class% {
    fit <- function(x, ..., times = 1) times * sum(x)
  }
  expect_equal(Plain() %>% fit(x, times = 3), 30)
  Above(Plain) %py_class% {
    call <- function(inputs) inputs
  }
  expect_equal(Above() %>% fit(x), 10)
})

test_that("functions of custom models take several tensors, masks and training", {
  made <- function(f) {
    keras_model_custom(function(self) {
      self$dense <- one()
      environment(f) <- environment()
      f
    })
  }
  value <- function(tensor) c(as.array(tensor))
  a <- k_constant(x)
  b <- k_constant(y)
  minus <- function() made(function(a, b) self$dense(a) - b)
  expect_equal(value(minus()(a, b)), -c(x))
  expect_equal(value(minus()(a, b = b)), -c(x))
  inputs <- list(layer_input(shape = 1), layer_input(shape = 1))
  model <- keras_model(inputs, minus()(inputs[[1]], inputs[[2]]))
  expect_equal(c(model %>% predict(list(x, y), verbose = 0)), -c(x))
  model <- minus()
  model %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
  expect_equal((model %>% fit(list(x, y), y, epochs = 1, verbose = 0))$metrics$loss, mean(9 * x^2))
  three <- made(function(a, b, c = NULL) {
    if (is.null(c)) self$dense(a) - b else self$dense(a) - b - c
  })
  expect_equal(value(three(a, b)), -c(x))
  expect_equal(value(three(a, b, b)), -3 * c(x))

  masked <- made(function(inputs, mask = NULL) {
    if (is.null(mask)) self$dense(inputs) else self$dense(inputs) * mask
  })
  expect_equal(value(masked(a)), c(x))
  expect_warning(masked(a, mask = b), NA)
  expect_equal(value(masked(a, mask = b)), c(x * y))
  second <- made(function(x, m) if (is.null(m)) self$dense(x) else self$dense(x) * m)
  expect_equal(value(second(a)), c(x))

  twice <- made(function(x, training = FALSE) self$dense(x) * if (isTRUE(training)) 2 else 1)
  twice %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
  expect_equal(unname(c(twice %>% evaluate(x, y, verbose = 0))), 7.5)
  expect_equal((twice %>% fit(x, y, epochs = 1, verbose = 0))$metrics$loss, 0)
})

test_that("a model that its own step trains has weights afterwards", {
  `%as%` <- tensorflow::`%as%`
  Stepped <- new_model_class("Stepped",
    initialize = function() {
      super$initialize()
      self$dense <- one()
    },
    train_step = function(data) {
      with(tensorflow::tf$GradientTape() %as% tape, {
        loss <- k_mean((self$dense(data[[1]]) - data[[2]])^2)
      })
      weights <- self$dense$trainable_weights
      gradients <- tape$gradient(loss, weights)
      self$optimizer$apply_gradients(list(list(gradients[[1]], weights[[1]])))
      list(loss = loss)
    }
  )
  model <- Stepped()
  model %>% compile(optimizer = "sgd")
  history <- model %>% fit(x, y, epochs = 2, verbose = 0)
  expect_equal(history$metrics$loss, losses, tolerance = 1e-5)
  expect_length(model$weights, 1)
  expect_equal(c(get_weights(model)[[1]]), 2 - 0.85^2, tolerance = 1e-5)
  path <- tempfile(fileext = ".h5")
  save_model_weights_hdf5(model, path)
  set_weights(model, list(matrix(7)))
  load_model_weights_hdf5(model, path)
  expect_equal(c(get_weights(model)[[1]]), 2 - 0.85^2, tolerance = 1e-5)
})

test_that("add_metric() in layers and models reports", {
  Reporting <- new_layer_class("Reporting",
    initialize = function() {
      super$initialize()
      self$dense <- one()
    },
    call = function(inputs) {
      output <- self$dense(inputs)
      self$add_metric(output, name = "values", aggregation = "mean")
      self$add_metric(k_sum(output), "total")
      output
    }
  )
  model <- keras_model_sequential(input_shape = 1) %>% Reporting()
  model %>% compile(optimizer = optimizer_sgd(0), loss = "mse", metrics = "mae")
  history <- model %>% fit(x, y, epochs = 2, batch_size = 2, verbose = 0,
                           validation_data = list(2 * x, y))
  expect_named(history$metrics, c("loss", "mae", "values", "total", "val_loss", "val_mae",
                                  "val_values", "val_total"))
  expect_equal(history$metrics$values, c(2.5, 2.5))
  expect_equal(history$metrics$total, c(5, 5))
  expect_equal(history$metrics$val_values, c(5, 5))
  expect_equal((model %>% evaluate(3 * x, y, verbose = 0))[["total"]], 30)
  expect_length(get_weights(model), 1)

  Model <- new_model_class("Model", call = function(inputs) {
    self$add_metric(inputs, name = "values")
    inputs
  })
  model <- Model()
  model %>% compile(loss = "mse")
  expect_equal(model %>% evaluate(x, y, verbose = 0), c(loss = 7.5, values = 2.5))

  Measured <- R6::R6Class("Measured", inherit = KerasLayer, public = list(
    metric = NULL,
    initialize = function() self$metric <- metric_mean(name = "inputs"),
    call = function(x, mask = NULL) {
      self$add_metric(self$metric(x))
      x
    }
  ))
  model <- keras_model_sequential() %>%
    create_layer(Measured, ., list(input_shape = 1)) %>%
    layer_dense(units = 1, use_bias = FALSE, kernel_initializer = "ones")
  model %>% compile(optimizer = "sgd", loss = "mse")
  expect_equal(model %>% evaluate(x, y, verbose = 0), c(loss = 7.5, inputs = 2.5))

  Nameless <- new_layer_class("Nameless", call = function(inputs) self$add_metric(inputs))
  expect_error(Nameless()(k_constant(x)), "needs a `name`")
})

test_that("wrappers of classes of models have the formals of the class, and take named lists", {
  Sum <- new_model_class("Sum",
    initialize = function(units = 1, ...) {
      super$initialize(...)
      self$dense <- layer_dense(units = units, use_bias = FALSE, kernel_initializer = "ones")
    },
    call = function(inputs) self$dense(inputs$a) + inputs$b
  )
  layer_sum <- create_layer_wrapper(Sum)
  expect_identical(names(formals(layer_sum)), c("object", "units", "..."))
  expect_identical(formals(layer_sum)$units, 1)
  a <- layer_input(shape = 1)
  b <- layer_input(shape = 1)
  model <- keras_model(list(a, b), layer_sum(list(a = a, b = b), units = 1, name = "sum"))
  expect_equal(c(model %>% predict(list(x, y), verbose = 0)), 3 * c(x))
  expect_s3_class(get_layer(model, "sum"), "keras.engine.training.Model")

  Above(Sum) %py_class% {
    initialize <- function(factor) super$initialize()
  }
  expect_identical(names(formals(create_layer_wrapper(Above))), c("object", "factor"))
  Direct(keras$Model) %py_class% {
    initialize <- function(width) super$initialize()
  }
  expect_identical(names(formals(create_layer_wrapper(Direct))), c("object", "width"))
  expect_true(all(c("object", "units", "use_bias", "...") %in%
                    names(formals(create_layer_wrapper(keras$layers$Dense)))))
})
