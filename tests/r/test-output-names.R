# Outputs that one layer gives: each has a name of its own. The numbers are computed by hand.

x <- matrix(c(1, 2, 3, 4), 2)
y <- c(1, 2)
sums <- rowSums(x)

shared <- function(...) layer_dense(units = 1, kernel_initializer = "ones", ...)

two_inputs <- function(layer) {
  inputs <- list(layer_input(2), layer_input(2))
  keras_model(inputs, list(layer(inputs[[1]]), layer(inputs[[2]])))
}

test_that("two outputs of one nested model have a loss each", {
  inner <- keras_model_sequential(name = "inner", input_shape = 2) %>% shared()
  model <- two_inputs(inner)
  expect_identical(model$output_names, c("inner", "inner_1"))
  model %>% compile(optimizer_sgd(0), "mse", metrics = "mae")
  data <- list(x, 2 * x)
  losses <- c(mean((sums - y)^2), mean((2 * sums - y)^2))
  scores <- model %>% evaluate(data, list(y, y), verbose = 0)
  expect_identical(names(scores), c("loss", "inner_loss", "inner_1_loss", "inner_mae",
                                    "inner_1_mae"))
  expect_equal(unname(scores[1:3]), c(sum(losses), losses))
  expect_equal(c(model %>% train_on_batch(data, list(y, y)))[1:3], c(sum(losses), losses))
  history <- model %>% fit(data, list(y, y), epochs = 1, verbose = 0,
                           validation_data = list(data, list(y, y)))
  expect_equal(history$metrics$inner_1_loss, losses[2])
  expect_equal(history$metrics$val_inner_loss, losses[1])
})

test_that("a model without a name is called model, and its outputs model and model_1", {
  k_clear_session()
  input <- layer_input(2)
  expect_identical(two_inputs(keras_model(input, shared(input)))$output_names,
                   c("model", "model_1"))
})

test_that("losses, weights and metrics go by these names, which no other output has", {
  input <- layer_input(2)
  layer <- shared(name = "d")
  halves <- layer_lambda(input, function(x) x / 2)
  model <- keras_model(input, list(layer(input), layer(halves), shared(input, name = "d_1")))
  expect_identical(model$output_names, c("d", "d_1", "d_1_1"))
  model %>% compile(optimizer_sgd(0), list(d = "mse", d_1 = "mae", d_1_1 = "mae"),
                    loss_weights = list(d = 1, d_1 = 10, d_1_1 = 100), metrics = list(d_1 = "mse"))
  scores <- model %>% evaluate(x, list(d_1 = y, d = y, d_1_1 = y), verbose = 0)
  parts <- c(mean((sums - y)^2), mean(abs(sums / 2 - y)), mean(abs(sums - y)))
  expect_equal(as.list(scores), list(loss = sum(parts * c(1, 10, 100)), d_loss = parts[1],
                                     d_1_loss = parts[2], d_1_1_loss = parts[3],
                                     d_1_mse = mean((sums / 2 - y)^2)))
})

test_that("so have the outputs of one layer, and one tensor that is given twice", {
  input <- layer_input(c(3, 2))
  states <- layer_lstm(input, units = 2, return_state = TRUE, name = "rnn")
  expect_identical(keras_model(input, states)$output_names, c("rnn", "rnn_1", "rnn_2"))
  flat <- layer_flatten(input, name = "flat")
  expect_identical(keras_model(input, list(flat, flat))$output_names, c("flat", "flat_1"))
})

test_that("models that are cloned, saved and loaded keep the names", {
  model <- two_inputs(shared(name = "d"))
  model %>% compile("sgd", list("mse", "mae"), metrics = list(list("mae"), list("mse")))
  names <- c("loss", "d_loss", "d_1_loss", "d_mae", "d_1_mse")
  expect_identical(clone_model(model)$output_names, c("d", "d_1"))
  expect_identical(model_from_json(model_to_json(model))$output_names, c("d", "d_1"))
  model %>% evaluate(list(x, x), list(y, y), verbose = 0)
  for (ending in c(".h5", ".keras")) {
    file <- tempfile(fileext = ending)
    if (ending == ".h5") save_model_hdf5(model, file) else save_model_tf(model, file)
    loaded <- if (ending == ".h5") load_model_hdf5(file) else load_model_tf(file)
    expect_identical(loaded$output_names, c("d", "d_1"))
    expect_identical(names(loaded %>% evaluate(list(x, x), list(y, y), verbose = 0)), names)
  }
})
