# Layers written in R: R6 classes over KerasLayer and KerasWrapper, new_layer_class() and its kin.

CustomLayer <- R6::R6Class("CustomLayer",
  inherit = KerasLayer,
  public = list(
    output_dim = NULL,
    kernel = NULL,
    initialize = function(output_dim) {
      self$output_dim <- output_dim
    },
    build = function(input_shape) {
      self$kernel <- self$add_weight(
        name = "kernel", shape = list(input_shape[[2]], self$output_dim),
        initializer = "glorot_uniform", trainable = TRUE
      )
    },
    call = function(x, mask = NULL) k_dot(x, self$kernel),
    compute_output_shape = function(input_shape) list(input_shape[[1]], self$output_dim)
  )
)

layer_custom <- function(object, output_dim, name = NULL, trainable = TRUE, ...) {
  create_layer(CustomLayer, object,
               list(output_dim = output_dim, name = name, trainable = trainable, ...))
}

layer_linear <- new_layer_class("Linear",
  initialize = function(units = 2, ...) {
    super$initialize(...)
    self$units <- units
  },
  build = function(input_shape) {
    self$kernel <- self$add_weight(shape = c(input_shape[[2]], self$units), name = "kernel")
    self$bias <- self$add_weight("bias", list(self$units), initializer = "ones", trainable = FALSE)
  },
  call = function(inputs) k_dot(inputs, self$kernel) + self$bias,
  get_config = function() {
    config <- super$get_config()
    config$units <- self$units
    config
  }
)

x <- matrix(c(1, -2, 3, 0.5, 4, -1), 2)

test_that("an R6 class over KerasLayer multiplies by its kernel", {
  model <- keras_model_sequential() %>%
    layer_dense(units = 4, input_shape = 3, use_bias = FALSE) %>%
    layer_custom(output_dim = 2, name = "mine")
  weights <- get_weights(model)
  expect_identical(lapply(weights, dim), list(c(3L, 4L), c(4L, 2L)))
  expect_equal(predict(model, x, verbose = 0), x %*% weights[[1]] %*% weights[[2]],
               tolerance = 1e-6)
  expect_identical(model$layers[[2]]$name, "mine")
  expect_identical(model$output_shape, list(NULL, 2L))
  expect_identical(model$layers[[2]]$output_dim, 2)
})

test_that("a layer that is not to be trained stays as it is", {
  model <- keras_model_sequential() %>%
    layer_custom(output_dim = 1, trainable = FALSE, input_shape = 3) %>%
    layer_custom(output_dim = 1)
  expect_length(model$trainable_weights, 1)
  model %>% compile(optimizer = "sgd", loss = "mse")
  before <- get_weights(model)
  model %>% fit(x, c(1, 2), epochs = 1, verbose = 0)
  expect_identical(get_weights(model)[[1]], before[[1]])
  expect_false(identical(get_weights(model)[[2]], before[[2]]))
})

test_that("gradients of a layer in R are the analytic ones", {
  kernel <- matrix(c(0.5, -1, 2), 3)
  model <- keras_model_sequential() %>%
    layer_custom(output_dim = 1, input_shape = 3, weights = list(kernel))
  model %>% compile(optimizer = optimizer_sgd(learning_rate = 0.1), loss = "mse")
  y <- c(1, -1)
  model %>% fit(x, y, epochs = 1, batch_size = 2, verbose = 0)
  gradient <- 2 / 2 * t(x) %*% (x %*% kernel - y)
  expect_equal(get_weights(model)[[1]], kernel - 0.1 * gradient, tolerance = 1e-5)
})

test_that("what a layer is composed with decides what comes", {
  model <- keras_model_sequential(input_shape = 3)
  same <- withVisible(model %>% layer_custom(output_dim = 2))
  expect_true(same$value == model)
  expect_false(same$visible)
  layer <- create_layer(CustomLayer, args = list(output_dim = 5))
  expect_s3_class(layer, "keras.engine.base_layer.Layer")
  expect_identical(dim(layer(k_constant(x))), c(2L, 5L))
  expect_identical(dim(layer_custom(k_constant(x), 3)), c(2L, 3L))
  expect_identical(dim(layer_linear(k_constant(x), units = 4)), c(2L, 4L))
})

test_that("a wrapper has the class's arguments, and takes those of any layer in its `...`", {
  expect_named(formals(layer_linear), c("object", "units", "..."))
  expect_identical(formals(layer_linear)$units, 2)
  model <- keras_model_sequential() %>%
    layer_linear(batch_input_shape = list(NULL, 3), name = "first") %>%
    layer_linear(units = 1, trainable = FALSE, dtype = "float32", weights =
      list(matrix(c(1, 2), 2), array(3, 1)))
  expect_identical(model$layers[[1]]$name, "first")
  expect_length(model$trainable_weights, 1)
  weights <- get_weights(model)
  expect_equal(predict(model, x, verbose = 0), (x %*% weights[[1]] + 1) %*% c(1, 2) + 3,
               tolerance = 1e-6)
})

test_that("arguments go through the modifiers", {
  layer_units <- create_layer_wrapper(CustomLayer, modifiers = list(output_dim = nchar))
  expect_identical(layer_units(output_dim = "abc")$output_dim, 3L)
  expect_error(create_layer_wrapper(CustomLayer, list(output_dim = 1)),
               "`modifiers` must be a named list of functions; `output_dim` is not a function.",
               fixed = TRUE)
})

test_that("arguments that were left out have R's own defaults", {
  layer_defaults <- new_layer_class("Defaults",
    initialize = function(a, b = a * 2, c, ...) {
      super$initialize(...)
      self$seen <- list(a = a, b = b, missing = missing(c))
    }
  )
  expect_identical(layer_defaults(a = 3)$seen, list(a = 3, b = 6, missing = TRUE))
  expect_identical(layer_defaults(a = 1, b = NULL, c = 2)$seen$missing, FALSE)
  named <- layer_defaults(a = 1, name = "given", trainable = FALSE)
  expect_identical(named$name, "given")
  expect_false(named$trainable)
})

test_that("a class of Python can be wrapped", {
  dense <- keras:::find_keras_class("layers.Dense")
  layer <- create_layer_wrapper(dense, modifiers = list(units = as.integer))
  expect_identical(names(formals(layer))[1:3], c("object", "units", "activation"))
  model <- keras_model_sequential() %>% layer(units = 3, activation = "relu", input_shape = 2)
  expect_identical(model$layers[[1]]$get_config()$activation, "relu")
  expect_identical(model$output_shape, list(NULL, 3L))
})

test_that("call() gets `training` and the mask", {
  layer_modes <- new_layer_class("Modes",
    initialize = function() {
      super$initialize()
      self$supports_masking <- TRUE
    },
    call = function(inputs, mask = NULL, training = FALSE) {
      scale <- if (isTRUE(training)) 10 else 1
      if (!is.null(mask)) inputs <- inputs * k_cast(k_expand_dims(mask), "float32")
      inputs * scale
    }
  )
  layer <- layer_modes()
  expect_equal(as.array(layer(k_constant(x))), x)
  expect_equal(as.array(layer(k_constant(x), training = TRUE)), 10 * x)
  model <- keras_model_sequential() %>%
    layer_embedding(input_dim = 3, output_dim = 1, mask_zero = TRUE, input_length = 3,
                    weights = list(matrix(c(5, 6, 7), 3))) %>%
    layer_modes()
  expect_equal(predict(model, matrix(c(1, 2, 0), 1), verbose = 0), array(c(6, 7, 0), c(1, 3, 1)))
})

test_that("layers in fields belong to the layer", {
  layer_block <- new_layer_class("Block",
    initialize = function(units, ...) {
      super$initialize(...)
      self$first <- layer_dense(units = units)
      self$more <- list(layer_dense(units = 1, use_bias = FALSE))
    },
    call = function(inputs) inputs %>% self$first() %>% self$more[[1]]()
  )
  model <- keras_model_sequential(input_shape = 3) %>% layer_block(units = 4)
  weights <- get_weights(model)
  expect_identical(lapply(weights, dim), list(c(3L, 4L), 4L, c(4L, 1L)))
  expect_length(model$trainable_weights, 3)
  expect_equal(predict(model, x, verbose = 0), x %*% weights[[1]] %*% weights[[3]],
               tolerance = 1e-6)
})

test_that("a layer may add to the loss", {
  layer_penalty <- new_layer_class("Penalty",
    initialize = function(rate) {
      super$initialize()
      self$rate <- rate
    },
    call = function(inputs) {
      self$add_loss(self$rate * k_sum(inputs))
      inputs
    }
  )
  model <- keras_model_sequential(input_shape = 3) %>% layer_penalty(rate = 0.5)
  model %>% compile(optimizer = "sgd", loss = "mse")
  loss <- model %>% evaluate(x, x, verbose = 0)
  expect_equal(unname(loss), 0.5 * sum(x), tolerance = 1e-6)
})

test_that("a layer may have several inputs", {
  layer_mix <- new_layer_class("Mix",
    initialize = function(...) super$initialize(...),
    build = function(input_shape) {
      self$weight <- self$add_weight(shape = input_shape[[1]][[2]], initializer = "ones")
    },
    call = function(inputs) inputs[[1]] - self$weight * inputs[[2]]
  )
  mixed <- layer_mix(list(k_constant(x), k_constant(10 * x)))
  expect_equal(as.array(mixed), x - 10 * x, tolerance = 1e-6)
})

test_that("arguments that any layer takes may be a class's own", {
  layer_own <- new_layer_class("Own",
    initialize = function(input_shape, name) {
      super$initialize(name = paste0("my_", name))
      self$given <- input_shape
    },
    call = function(inputs) inputs
  )
  layer <- layer_own(input_shape = c(1, 2), name = "own")
  expect_identical(layer$given, c(1, 2))
  expect_identical(layer$name, "my_own")
  expect_identical(names(formals(layer_own))[1:3], c("object", "input_shape", "name"))
})

test_that("R6 classes of layers inherit from each other", {
  A <- R6::R6Class("A",
    inherit = KerasLayer,
    public = list(
      k = NULL,
      supports_masking = TRUE,
      initialize = function(k) self$k <- k,
      call = function(x, mask = NULL) x * self$k
    )
  )
  B <- R6::R6Class("B",
    inherit = A,
    public = list(
      initialize = function(k, j) super$initialize(k + j),
      call = function(x, mask = NULL) super$call(x) + 1
    )
  )
  layer <- create_layer(B, args = list(k = 1, j = 2, name = "b"))
  expect_identical(layer$name, "b")
  expect_true(layer$supports_masking)
  expect_equal(as.array(layer(k_constant(x))), 3 * x + 1)
})

test_that("classes of R inherit from each other", {
  Scaled(CustomLayer) %py_class% {
    initialize <- function(factor, ...) {
      super$initialize(...)
      self$factor <- factor
    }
    call <- function(x) self$factor * super$call(x)
  }
  layer_scaled <- create_layer_wrapper(Scaled)
  model <- keras_model_sequential() %>%
    layer_scaled(factor = 3, output_dim = 2, input_shape = 3, name = "scaled")
  expect_identical(model$layers[[1]]$name, "scaled")
  expect_equal(predict(model, x, verbose = 0), 3 * x %*% get_weights(model)[[1]], tolerance = 1e-6)
})

test_that("wrappers call the layer inside", {
  Scaled <- R6::R6Class("Scaled",
    inherit = KerasWrapper,
    public = list(
      factor = NULL,
      initialize = function(factor) self$factor <- factor,
      build = function(input_shape) {
        super$build(input_shape)
        self$shift <- super$add_weight(name = "shift", shape = 1, initializer = "ones")
      },
      call = function(x, mask = NULL) self$factor * super$call(x) + self$shift
    )
  )
  model <- keras_model_sequential() %>%
    create_wrapper(Scaled, ., list(layer = layer_dense(units = 2), factor = 2, input_shape = 3))
  weights <- get_weights(model)
  expect_identical(sort(lengths(weights)), c(1L, 2L, 6L))
  kernel <- weights[[which(lengths(weights) == 6)]]
  expect_equal(predict(model, x, verbose = 0), 2 * x %*% kernel + 1, tolerance = 1e-6)
  layer <- create_wrapper(Scaled, args = list(layer = layer_dense(units = 2), factor = 1))
  expect_identical(layer$layer$units, 2L)
})

test_that("Layer() makes a function that composes layers", {
  layer_power <- Layer("Power",
    initialize = function(power) {
      super()$`__init__`()
      self$power <- power
    },
    call = function(x) x^self$power,
    compute_output_shape = function(input_shape) input_shape
  )
  model <- keras_model_sequential(input_shape = 3) %>% layer_power(2)
  expect_equal(predict(model, x, verbose = 0), x^2)
  expect_identical(model$output_shape, list(NULL, 3L))
})

test_that("what cannot be used is refused in the user's terms", {
  expect_error(create_layer(3), "`layer_class` must be a class of layers, not 3.", fixed = TRUE)
  expect_error(layer_linear(3, units = 1), "`object` must be a sequential model, a tensor")
  expect_error(create_layer(CustomLayer, args = list(3)), "`args` must be a named list")
  expect_error(create_layer(CustomLayer, args = list(output_dim = 1, dim = 2)),
               "unused argument (dim = 2)", fixed = TRUE)
  expect_error(layer_custom(k_constant(x), "a"), "`shape` must be a shape")
  expect_error(layer_linear(units = 1, name = 3), "`name` must be a string")
  expect_error(new_layer_class(3), "`classname` must be a string.", fixed = TRUE)
  expect_error(new_layer_class("A", call = 3), "`call` must be a function or NULL.", fixed = TRUE)
  expect_error(new_layer_class("A", 3), "methods and fields must have names.", fixed = TRUE)
  object <- CustomLayer$new(output_dim = 2)
  expect_error(keras_model_sequential(list(object)), "use create_layer(CustomLayer",
               fixed = TRUE)
  failing <- tryCatch(layer_dense(k_constant(x), -1), error = identity)
  expect_identical(as.character(failing$call[[1]]), "layer_dense")
  failing <- tryCatch(layer_linear(3, units = 1), error = identity)
  expect_identical(as.character(failing$call[[1]]), "layer_linear")
})

test_that("functions that compose layers have the formals of the class", {
  SimpleDense(keras$layers$Layer) %py_class% {
    initialize <- function(units, activation = NULL) super$initialize()
    call <- function(inputs) inputs
  }
  layer_simple <- create_layer_wrapper(SimpleDense)
  expect_identical(formals(layer_simple), formals(function(object, units, activation = NULL) NULL))
  expect_error(layer_simple(units = 1, name = "a"), "unused argument (name = \"a\")", fixed = TRUE)
  layer_open <- new_layer_class("Open", initialize = function(factor = 1, ...) {
    super$initialize(...)
  }, call = function(inputs) inputs)
  expect_identical(formals(layer_open), formals(function(object, factor = 1, ...) NULL))
  expect_identical(layer_open(name = "a")$name, "a")
  layer_none <- new_layer_class("None", call = function(inputs) inputs)
  expect_identical(layer_none(name = "a")$name, "a")
})

test_that("call = function(...) gets the inputs", {
  layer_around <- new_layer_class("Around",
    initialize = function(units, ...) {
      super$initialize(...)
      self$dense <- layer_dense(units = units, kernel_initializer = "ones")
    },
    call = function(...) self$dense(...)
  )
  model <- keras_model_sequential(input_shape = 3) %>% layer_around(2)
  expect_equal(predict(model, x, verbose = 0), cbind(rowSums(x), rowSums(x)))
  expect_length(model$trainable_weights, 2)
  layer_late <- new_layer_class("Late", call = function(..., factor = 2) list(...)[[1]] * factor)
  expect_equal(c(as.array(layer_late()(k_constant(c(1, 2))))), c(2, 4))
})

test_that("layers know their masks, which are none of their inputs", {
  embedding <- layer_embedding(input_dim = 10, output_dim = 3, mask_zero = TRUE)
  lstm <- layer_lstm(units = 2)
  inner <- embedding(layer_input(4))
  outer <- lstm(inner)
  expect_null(embedding$input_mask)
  expect_identical(embedding$output_mask$shape$as_list(), list(NULL, 4L))
  expect_identical(lstm$input_mask$dtype$name, "bool")
  expect_identical(lstm[["input_mask"]]$shape$as_list(), list(NULL, 4L))
  expect_null(lstm$output_mask)
  expect_identical(lstm$input$shape$as_list(), list(NULL, 4L, 3L))
  expect_identical(lstm$input_shape, list(NULL, 4L, 3L))
})

test_that("a layer takes weights when it is built, in Keras 2's order of arguments", {
  inner <- layer_dense(units = 2)
  inner$build(shape(NULL, 3L))
  inner$add_weight("scale", c(1, 2), initializer = "ones", trainable = FALSE)
  expect_identical(lapply(get_weights(inner), dim), list(c(3L, 2L), 2L, c(1L, 2L)))
  expect_length(inner$trainable_weights, 2)
})
