# Files of models that were changed after compile(), and of models with layers that are not Keras's.

x <- matrix((1:12) / 12, 4, 3)
y <- matrix((1:4) / 4, 4)
trained <- function() {
  model <- keras_model_sequential() %>%
    layer_dense(4, input_shape = 3, name = "a") %>%
    layer_batch_normalization() %>%
    layer_dense(1, name = "b")
  model %>% compile("adam", "mse")
  model %>% fit(x, y, epochs = 1, verbose = 0)
  model
}
starts_anew <- "the optimizer starts without its saved state, which has other shapes"

changes <- list(
  freeze = function(model) freeze_weights(model, to = "a"),
  pop = function(model) pop_layer(model),
  add = function(model) layer_dense(model, 2, name = "c"),
  replace = function(model) {
    pop_layer(model)
    layer_dense(model, 2, name = "c")
  }
)

test_that("models that were changed after compile() are read as they were, in every format", {
  for (change in names(changes)) for (ending in c(".h5", ".keras", "")) {
    model <- trained()
    changes[[change]](model)
    path <- tempfile(fileext = ending)
    if (nzchar(ending)) save_model_hdf5(model, path) else save_model_tf(model, path)
    load <- if (nzchar(ending)) load_model_hdf5 else load_model_tf
    expect_identical(told(same <- load(path)), starts_anew, info = paste(change, ending))
    expect_identical(predict(same, x, verbose = 0), predict(model, x, verbose = 0),
                     info = paste(change, ending))
    expect_identical(length(same$trainable_weights), length(model$trainable_weights))
  }
})

test_that("a model that was compiled and not trained is read without a warning", {
  for (ending in c(".h5", ".keras", "")) {
    model <- keras_model_sequential() %>% layer_dense(1, input_shape = 3)
    model %>% compile("adam", "mse")
    path <- tempfile(fileext = ending)
    if (nzchar(ending)) save_model_hdf5(model, path) else save_model_tf(model, path)
    load <- if (nzchar(ending)) load_model_hdf5 else load_model_tf
    expect_identical(told(same <- load(path)), character(), info = ending)
    expect_identical(told(fit(same, x, y, epochs = 1, verbose = 0)), character(), info = ending)
  }
})

test_that("the state of an optimizer is kept where the model is as it was compiled", {
  model <- trained()
  path <- tempfile(fileext = ".keras")
  save_model_hdf5(model, path)
  same <- load_model_hdf5(path)
  expect_identical(told(load_model_hdf5(path)), character())
  for (each in list(model, same)) each %>% fit(x, y, epochs = 1, verbose = 0, shuffle = FALSE)
  expect_identical(get_weights(same), get_weights(model))
})

custom <- function() {
  keras_model_custom(name = "custom", function(self) {
    self$first <- layer_dense(units = 4)
    self$last <- layer_dense(units = 1)
    function(inputs, mask = NULL, training = NULL) inputs %>% self$first() %>% self$last()
  })
}

test_that("keras_model_custom() is saved as a graph, and described by its name", {
  model <- custom()
  model %>% compile("adam", "mse")
  model %>% fit(x, y, epochs = 1, verbose = 0)
  path <- tempfile()
  save_model_tf(model, path)
  expect_identical(told(same <- load_model_tf(path)), character())
  expect_equal(predict(same, x, verbose = 0), predict(model, x, verbose = 0), tolerance = 1e-6)
  same %>% compile("adam", "mse")
  expect_equal(evaluate(same, x, y, verbose = 0), evaluate(model, x, y, verbose = 0),
               tolerance = 1e-6)
  described <- jsonlite::fromJSON(model_to_json(model))
  expect_identical(described$config, list(name = "custom"))
  expect_error(save_model_hdf5(model, tempfile(fileext = ".h5")), "save_model_tf\\(\\)")
})

test_that("layers with sublayers are read without a warning", {
  Block <- new_layer_class(
    "Block",
    initialize = function(units, ...) {
      super$initialize(...)
      self$units <- units
      self$inner <- layer_dense(units = units)
    },
    call = function(inputs) self$inner(inputs),
    get_config = function() c(super$get_config(), list(units = self$units))
  )
  Deep <- new_layer_class(
    "Deep",
    initialize = function(...) {
      super$initialize(...)
      self$blocks <- list(Block(units = 2), layer_dense(units = 3))
    },
    call = function(inputs) {
      for (block in self$blocks) inputs <- block(inputs)
      inputs
    }
  )
  Built <- new_layer_class(
    "Built",
    build = function(input_shape) {
      self$inner <- layer_dense(units = 2)
      self$scale <- self$add_weight("scale", shape(1L), initializer = "ones")
    },
    call = function(inputs) self$inner(inputs) * self$scale
  )
  for (layer in list(Block(units = 4), Deep(), Built())) for (ending in c(".h5", ".keras", "")) {
    inputs <- layer_input(3)
    model <- keras_model(inputs, layer_dense(layer(inputs), 1))
    path <- tempfile(fileext = ending)
    if (nzchar(ending)) save_model_hdf5(model, path) else save_model_tf(model, path)
    load <- if (nzchar(ending)) load_model_hdf5 else load_model_tf
    expect_identical(
      told(same <- load(path, custom_objects = list(Block = Block, Deep = Deep, Built = Built))),
      character()
    )
    expect_identical(predict(same, x, verbose = 0), predict(model, x, verbose = 0), info = ending)
  }
})

test_that("models with columns of features are saved in every format", {
  columns <- tensorflow::tf$feature_column
  words <- columns$categorical_column_with_vocabulary_list("word", list("a", "b"))
  inputs <- list(size = layer_input(1, name = "size"),
                 word = layer_input(1, name = "word", dtype = "string"))
  outputs <- inputs %>%
    layer_dense_features(feature_columns = list(
      columns$numeric_column("size"), columns$indicator_column(words),
      columns$embedding_column(words, dimension = 2L)
    )) %>%
    layer_dense(1)
  model <- keras_model(inputs, outputs)
  data <- list(size = matrix(c(1, 2, 3)), word = matrix(c("a", "b", "c")))
  for (ending in c(".h5", ".keras", "")) {
    path <- tempfile(fileext = ending)
    if (nzchar(ending)) save_model_hdf5(model, path) else save_model_tf(model, path)
    load <- if (nzchar(ending)) load_model_hdf5 else load_model_tf
    expect_identical(told(same <- load(path)), character(), info = ending)
    expect_identical(predict(same, data, verbose = 0), predict(model, data, verbose = 0),
                     info = ending)
  }
  same <- model_from_json(model_to_json(model))
  set_weights(same, get_weights(model))
  expect_identical(predict(same, data, verbose = 0), predict(model, data, verbose = 0))
})
