# Methods and properties that Keras 2's objects had; the values are those of R keras.

dense <- function() {
  inputs <- layer_input(4)
  keras_model(inputs, layer_dense(inputs, 2, kernel_initializer = "ones"))
}

test_that("layers know their calls and what is in them", {
  model <- dense()
  input <- model$layers[[1]]
  layer <- model$layers[[2]]
  expect_identical(input$input_shape, list(list(NULL, 4L)))
  expect_identical(input$output_shape, list(list(NULL, 4L)))
  expect_null(input$batch_size)
  expect_length(layer$inbound_nodes, 1)
  expect_identical(layer$get_output_at(0L)$shape$as_list(), list(NULL, 2L))
  expect_identical(layer$get_input_shape_at(0L), list(NULL, 4L))
  layer(layer_input(4))
  expect_length(layer$inbound_nodes, 2)
  expect_false(layer$stateful)
  expect_false(layer$dynamic)
  expect_length(layer$updates, 0)
  expect_identical(model$submodules[[2]]$name, layer$name)
})

test_that("variables have the members of TensorFlow's", {
  kernel <- dense()$layers[[2]]$kernel
  expect_equal(as.array(kernel$value()), matrix(1, 4, 2))
  expect_equal(as.array(kernel$read_value()), matrix(1, 4, 2))
  kernel$scatter_nd_update(list(list(0L, 1L)), list(9))
  expect_equal(as.array(kernel)[1, ], c(1, 9))
  expect_error(kernel$breadth, "has no attribute 'breadth'", fixed = TRUE)
})

test_that("metrics have Keras 2's names of their state", {
  mean <- metric_mean()
  mean(c(1, 3))
  expect_identical(lapply(mean$get_weights(), as.vector), list(4, 2))
  expect_length(mean$weights, 2)
  expect_length(mean$trainable_weights, 0)
  mean$reset_states()
  expect_identical(as.numeric(mean$result()), 0)
  mean$set_weights(list(6, 2))
  expect_identical(as.numeric(mean$result()), 3)
})

test_that("optimizers minimize a function or what a tape has seen", {
  tf <- tensorflow::tf
  `%as%` <- tensorflow::`%as%`
  v <- tf$Variable(c(1, 2))
  optimizer <- optimizer_sgd(0.1)
  for (i in 1:2) optimizer$minimize(function() tf$reduce_sum(v^2), list(v))
  expect_equal(as.vector(as.array(v)), c(0.64, 1.28), tolerance = 1e-6)
  expect_identical(as.numeric(optimizer$iterations), 2)

  layer <- dense()$layers[[2]]
  with(tf$GradientTape() %as% tape, loss <- tf$reduce_sum(layer(tf$ones(shape(1, 4)))^2))
  optimizer_adam(0.1)$minimize(loss, layer$trainable_variables, tape = tape)
  expect_equal(as.array(layer$kernel), matrix(0.9, 4, 2), tolerance = 1e-5)
  expect_error(optimizer$minimize(tf$constant(1), list(v)), "`loss` must be a function")
  gradients <- optimizer$compute_gradients(function() tf$reduce_sum(3 * v), v)
  expect_equal(as.vector(as.array(gradients[[1]][[1]])), c(3, 3))
})

test_that("models reset their states, also those within", {
  inner <- keras_model_sequential() %>%
    layer_lstm(2, stateful = TRUE, batch_input_shape = c(1, 3, 1))
  model <- keras_model_sequential() %>% inner() %>% layer_dense(1)
  x <- array(1:3, c(1, 3, 1))
  first <- predict(model, x)
  expect_true(model$stateful)
  expect_false(isTRUE(all.equal(predict(model, x), first)))
  model$reset_states()
  expect_equal(predict(model, x), first)
})

test_that("names of weights leave out sequential models of any name", {
  model <- keras_model_sequential(list(layer_dense(units = 3, input_shape = 2, name = "a")), "net")
  model %>% layer_dense(1, name = "b")
  right <- c("a/kernel:0", "a/bias:0", "b/kernel:0", "b/bias:0")
  path <- withr::local_tempfile(fileext = ".h5")
  save_model_hdf5(model, path)
  for (one in list(model, clone_model(model), load_model_hdf5(path))) {
    expect_identical(vapply(one$weights, function(w) w$name, ""), right)
  }
})

test_that("models have not been stopped before they are fitted", {
  model <- dense()
  sequential <- keras_model_sequential() %>% layer_dense(1, input_shape = 2)
  expect_false(model$stop_training)
  expect_false(sequential$stop_training)
  sequential$stop_training <- TRUE
  expect_true(sequential$stop_training)
})

test_that("what a script sets itself stays", {
  layer_counting <- Layer("Counting",
    initialize = function() {
      super()$`__init__`()
      self$updates <- list(1, 2)
    },
    call = function(inputs) inputs
  )
  expect_length(layer_counting()$updates, 2)
})

test_that("vocabularies are vectors", {
  strings <- layer_string_lookup()
  adapt(strings, c("x", "y", "x"))
  expect_identical(strings$get_vocabulary(), c("[UNK]", "x", "y"))
  numbers <- layer_integer_lookup()
  adapt(numbers, c(5L, 6L, 5L))
  expect_identical(numbers$get_vocabulary(), c(-1L, 5L, 6L))
})

test_that("losses and metrics are called on vectors and tensors", {
  loss <- loss_sparse_categorical_crossentropy(reduction = "none")
  found <- loss(c(0, 1), k_constant(rbind(c(0.25, 0.75), c(0.5, 0.5))))
  expect_equal(as.vector(as.array(found)), -log(c(0.25, 0.5)), tolerance = 1e-6)
  error <- metric_mean_absolute_error()
  error(c(1, 2, 4), k_constant(c(1, 1, 1)))
  expect_equal(as.numeric(error$result()), 4 / 3, tolerance = 1e-6)
})
