# Variables of TensorFlow that classes written in R make: weights of their layers and models.
# The losses are those of 5 = w1 + w2, from w = (1, 1): the error shrinks by 0.6 at each step.

library(tensorflow)
PyClass <- reticulate::PyClass # nolint: object_name_linter.

x <- matrix(1, 4, 2)
y <- matrix(5, 4, 1)
losses <- 9 * 0.36^(0:2)

fitted_losses <- function(model) {
  model %>% compile(optimizer = optimizer_sgd(0.1), loss = "mse")
  history <- model %>% fit(x, y, epochs = 3, batch_size = 4, verbose = 0)
  history$metrics$loss
}

layer_pair <- new_layer_class("Pair",
  initialize = function(...) {
    super$initialize(...)
    self$w <- tf$Variable(tf$ones(shape(2, 1)), name = "slope")
    self$seen <- list(tf$Variable(0, trainable = FALSE), list(a = tf$Variable(c(1, 2, 3))))
  },
  call = function(inputs) tf$matmul(inputs, self$w)
)

test_that("variables of a layer are trained, counted and frozen", {
  layer <- layer_pair()
  expect_length(layer$weights, 3)
  expect_identical(vapply(layer$weights, function(weight) weight$name, ""),
                   c("slope:0", "seen_1_a:0", "seen_0:0"))
  expect_length(layer$trainable_weights, 2)
  layer$trainable <- FALSE
  expect_length(layer$trainable_weights, 0)
  expect_length(layer$weights, 3)
  model <- keras_model_sequential(input_shape = 2)
  model$add(layer_pair())
  expect_warning(expect_equal(fitted_losses(model), losses, tolerance = 1e-5), "Gradients")
  expect_equal(c(as.array(model$layers[[1]]$w)), rep(1 + 2 * 0.588, 2), tolerance = 1e-5)
  expect_identical(count_params(model), 6L)
})

test_that("a variable that takes the place of another does so among the weights", {
  layer <- layer_pair()
  layer$w <- tf$Variable(tf$zeros(shape(5)))
  expect_equal(get_weights(layer), list(array(c(1, 2, 3)), array(0, 5), 0))
  layer$w <- NULL
  expect_length(layer$weights, 2)
  layer$again <- layer$seen
  expect_length(layer$weights, 2)
  dense <- layer_dense(units = 1, input_shape = 2)
  dense$more <- tf$Variable(1)
  expect_length(dense$weights, 1)
})

test_that("variables made in build() and in the first call are weights", {
  layer_built <- new_layer_class("Built",
    build = function(input_shape) {
      noise <- 0 * tf$random$normal(shape(2, 1))
      self$w <- tf$Variable(tf$ones(shape(input_shape[[2]], 1L)) + noise)
    },
    call = function(inputs) tf$matmul(inputs, self$w)
  )
  built <- keras_model_sequential() %>% layer_built()
  expect_equal(fitted_losses(built), losses, tolerance = 1e-5)
  expect_length(built$weights, 1)
  layer_late <- new_layer_class("Late",
    initialize = function(...) {
      super$initialize(...)
      self$w <- NULL
    },
    call = function(inputs) {
      if (is.null(self$w)) self$w <- tf$Variable(tf$ones(shape(2, 1)))
      tf$matmul(inputs, self$w)
    }
  )
  late <- keras_model_sequential() %>% layer_late()
  expect_equal(fitted_losses(late), losses, tolerance = 1e-5)
  expect_length(late$weights, 1)
})

test_that("every kind of class tracks its variables", {
  ones <- function() tf$Variable(tf$ones(shape(2, 1)))
  by_function <- keras_model_custom(function(self) {
    self$w <- ones()
    function(x, mask = NULL) tf$matmul(x, self$w)
  })
  Model <- new_model_class("Model", # nolint: object_name_linter.
    initialize = function(...) {
      super$initialize(...)
      self$w <- ones()
    },
    call = function(inputs) tf$matmul(inputs, self$w)
  )
  Python(keras$layers$Layer) %py_class% {
    initialize <- function(...) {
      super$initialize(...)
      self$parts <- list(w = ones())
    }
    call <- function(inputs) tf$matmul(inputs, self$parts$w)
  }
  Old <- R6::R6Class("Old", inherit = KerasLayer, public = list( # nolint: object_name_linter.
    build = function(input_shape) self$w <- ones(),
    call = function(x, mask = NULL) tf$matmul(x, self$w)
  ))
  Below(Python) %py_class% {
    call <- function(inputs) super$call(inputs)
  }
  plain <- PyClass("Plain", inherit = keras$layers$Layer, defs = list(
    `__init__` = function(self) {
      super()$`__init__`()
      self$w <- ones()
      NULL
    },
    call = function(self, inputs) tf$matmul(inputs, self$w)
  ))
  of_layer <- function(layer) {
    model <- keras_model_sequential()
    model$add(layer)
    model
  }
  models <- list(by_function, Model(), of_layer(Python()), of_layer(create_layer(Old)),
                 of_layer(Below()), of_layer(plain()))
  for (model in models) {
    expect_equal(fitted_losses(model), losses, tolerance = 1e-5)
    expect_length(model$trainable_weights, 1)
  }
})

test_that("variables of TensorFlow's modules, and those of two layers, are weights once", {
  Module(tf$Module) %py_class% {
    initialize <- function() {
      super$initialize()
      self$v <- tf$Variable(tf$ones(shape(2, 1)))
    }
  }
  layer_of <- new_layer_class("Of",
    initialize = function(part, ...) {
      super$initialize(...)
      self$part <- part
    },
    call = function(inputs) tf$matmul(inputs, self$part$v)
  )
  part <- Module()
  input <- layer_input(2)
  sum <- layer_add(list(layer_of(input, part = part), layer_of(input, part = part)))
  model <- keras_model(input, sum)
  expect_length(model$weights, 1)
  expect_equal(fitted_losses(model), c(1, 0.36, 0.1296), tolerance = 1e-5)
})

test_that("variables are saved and loaded", {
  layer_scale <- new_layer_class("Scale",
    initialize = function(...) {
      super$initialize(...)
      self$parts <- list(tf$Variable(1, name = "part"), tf$Variable(2, name = "part"))
    },
    call = function(inputs) inputs * self$parts[[1]] + self$parts[[2]]
  )
  scale <- function() keras_model_sequential(input_shape = 2) %>% layer_scale()
  model <- scale()
  set_weights(model, list(3, -4))
  expect_equal(predict(model, x, verbose = 0), matrix(-1, 4, 2))
  folder <- tempfile()
  dir.create(folder)
  for (name in c("weights.h5", "weights.keras")) {
    file <- file.path(folder, paste0("model-", name))
    if (endsWith(name, "h5")) save_model_hdf5(model, file) else save_model_tf(model, file)
    load <- if (endsWith(name, "h5")) load_model_hdf5 else load_model_tf
    loaded <- load(file, custom_objects = list(Scale = layer_scale))
    expect_equal(predict(loaded, x, verbose = 0), matrix(-1, 4, 2))
  }
  other <- scale()
  save_model_weights_hdf5(model, file.path(folder, "w.h5"))
  load_model_weights_hdf5(other, file.path(folder, "w.h5"))
  expect_equal(unlist(get_weights(other)), c(3, -4))

  Whole <- new_model_class("Whole", # nolint: object_name_linter.
    initialize = function(...) {
      super$initialize(...)
      self$scale <- layer_scale()
      self$shift <- tf$Variable(0)
    },
    call = function(inputs) self$scale(inputs) + self$shift
  )
  whole <- Whole()
  predict(whole, x, verbose = 0)
  whole$shift$assign(10)
  save_model_weights_tf(whole, file.path(folder, "checkpoint"))
  names <- names(tf$train$load_checkpoint(file.path(folder, "checkpoint"))$
                   get_variable_to_shape_map())
  expect_true("shift/.ATTRIBUTES/VARIABLE_VALUE" %in% names)
  expect_true("layer_with_weights-0/parts/1/.ATTRIBUTES/VARIABLE_VALUE" %in% names)
  again <- Whole()
  predict(again, x, verbose = 0)
  load_model_weights_tf(again, file.path(folder, "checkpoint"))
  expect_equal(predict(again, x, verbose = 0), matrix(13, 4, 2))
})

test_that("a tape's gradients and the optimizer take variables and weights alike", {
  layer <- layer_pair()
  optimizer <- optimizer_sgd(0.1)
  for (variables in list(list(layer$w), layer$trainable_weights[1])) {
    with(tf$GradientTape() %as% tape, {
      loss <- tf$reduce_mean((layer(tf$ones(shape(4, 2))) - 5)^2)
    })
    gradients <- tape$gradient(loss, variables)
    optimizer$apply_gradients(zip_lists(gradients, variables))
  }
  expect_equal(c(as.array(layer$w)), c(1.96, 1.96), tolerance = 1e-6)
})
