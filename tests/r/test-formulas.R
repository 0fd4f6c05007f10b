# Formulas such as ~ .x + 1, which stand for functions.

x <- matrix(1:40 / 40, 10)
y <- rowSums(x)

# A model whose weights are 0.1.
two_layers <- function(...) {
  model <- keras_model_sequential() %>%
    layer_dense(2, input_shape = 4, name = "a") %>%
    layer_dense(1, name = "b")
  set_weights(model, list(matrix(0.1, 4, 2), array(0, 2), matrix(0.1, 2, 1), array(0, 1)))
  if (...length()) compile(model, "sgd", ...)
  model
}
metrics <- function(model, ...) {
  fit(model, x, y, batch_size = 10, verbose = 0, ...)$metrics
}
predicted <- 0.02 * y # by these weights
trainable <- function(model) vapply(model$layers, function(layer) layer$trainable, NA)

test_that("formulas choose layers to freeze and to unfreeze", {
  model <- two_layers()
  freeze_weights(model, which = ~ .x$name == "a")
  expect_identical(trainable(model), c(FALSE, TRUE))
  unfreeze_weights(model, which = ~ .$name == "a")
  expect_identical(trainable(model), c(TRUE, FALSE)) # the others are frozen
  model <- two_layers() %>% freeze_weights(which = ~ .x$name == "b")
  expect_identical(trainable(model), c(TRUE, FALSE))
})

test_that("formulas are losses and metrics", {
  model <- two_layers(loss = ~ k_mean(k_square(.x - .y)),
                      metrics = custom_metric("far", ~ k_mean(.x - .y)))
  seen <- metrics(model, epochs = 1)
  expected <- list(loss = mean((y - predicted)^2), far = mean(y - predicted))
  expect_equal(seen, expected, tolerance = 1e-6)
})

test_that("formulas are callbacks and schedules", {
  model <- two_layers(loss = "mse")
  scheduler <- callback_learning_rate_scheduler(~ 0.5 / (.x + 1))
  rates <- metrics(model, epochs = 2, callbacks = scheduler)
  expect_equal(rates$lr, c(0.5, 0.25))
  rates <- metrics(model, epochs = 2, callbacks = callback_learning_rate_scheduler(~ .y / 2))
  expect_equal(rates$lr, c(0.125, 0.0625))
  rates <- metrics(model, epochs = 1,
                   callbacks = callback_learning_rate_scheduler(function(...) ..2 * 4))
  expect_equal(rates$lr, 0.25)
  seen <- NULL
  metrics(model, epochs = 2, callbacks = callback_lambda(on_epoch_end = ~ (seen <<- c(seen, .x))))
  expect_equal(seen, c(0, 1))
})

test_that("formulas are parts of layers, and functions of the backend", {
  number <- function(tensor) c(as.array(tensor))
  one <- matrix(3, 1, 1)
  expect_equal(number(layer_lambda(f = ~ .x * 2)(k_constant(3))), 6)
  expect_equal(number(layer_dense(units = 1, kernel_initializer = ~ k_ones(.x),
                                  activation = ~ .x + 1)(k_constant(one))), 4)
  expect_equal(number(k_map_fn(~ .x * 2, k_constant(1:3))), c(2, 4, 6))
  expect_equal(number(k_foldl(~ .x - .y, k_constant(1:3))), -4)
  expect_equal(number(k_switch(FALSE, ~ k_constant(1), ~ k_constant(2))), 2)
  made <- image_data_generator(preprocessing_function = ~ .x * 2)
  images <- flow_images_from_data(array(1, c(1, 2, 2, 1)), generator = made, batch_size = 1)
  expect_equal(c(generator_next(images)), rep(2, 4))
  expect_equal(clone_model(two_layers(), clone_function = ~ .x)$layers[[1]]$name, "a")
})

test_that("a formula is a generator of batches", {
  model <- two_layers(loss = "mse")
  expect_equal(metrics(model, epochs = 1)$loss, mean((y - predicted)^2), tolerance = 1e-6)
  again <- two_layers(loss = "mse")
  seen <- fit(again, ~ list(x, y), steps_per_epoch = 1, epochs = 1, verbose = 0)$metrics
  expect_equal(seen$loss, mean((y - predicted)^2), tolerance = 1e-6)
})

test_that("formulas with two sides are none", {
  expect_error(custom_metric("a", y ~ x), "`metric_fn` must be a function")
  expect_error(layer_lambda(f = y ~ x), "`f` must be a function")
})
