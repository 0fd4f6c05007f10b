# The loss of each output is the mean of all samples, where batches differ in size, too.

x <- matrix(c(1, 2, 3, -4, 5, 6, 7, 8, -9, 10), 10)
targets <- list(rep(0, 10), 1:10)
means <- c(a_loss = mean(x^2), b_loss = mean((1:10)^2))

made <- function(...) {
  inputs <- layer_input(1)
  outputs <- list(
    layer_dense(inputs, 1, kernel_initializer = "ones", name = "a"),
    layer_dense(inputs, 1, kernel_initializer = "zeros", name = "b")
  )
  compile(keras_model(inputs, outputs), optimizer_sgd(0), "mse", ...)
}

test_that("evaluate() and fit() count every sample once", {
  scores <- evaluate(made(), x, targets, batch_size = 8)
  expect_equal(scores[names(means)], means, tolerance = 1e-6)
  expect_equal(scores[["loss"]], sum(means), tolerance = 1e-6)

  history <- made(loss_weights = list(1, 3)) %>%
    fit(x, targets, batch_size = 4, epochs = 2, verbose = 0, validation_data = list(x, targets))
  expect_equal(history$metrics$b_loss, rep(means[["b_loss"]], 2), tolerance = 1e-6)
  expect_equal(history$metrics$loss, rep(sum(means * c(1, 3)), 2), tolerance = 1e-6)
  expect_equal(history$metrics$val_a_loss, rep(means[["a_loss"]], 2), tolerance = 1e-6)
})

test_that("so do models that are classes, and generators", {
  Both <- new_model_class("Both",
    initialize = function() {
      super$initialize()
      self$inner <- made()
    },
    call = function(inputs) self$inner(inputs)
  )
  model <- compile(Both(), optimizer_sgd(0), "mse")
  scores <- evaluate(model, x, targets, batch_size = 7)
  expect_equal(unname(scores[-1]), unname(means), tolerance = 1e-6)

  parts <- list(1:7, 8:10)
  i <- 0
  batch <- function() {
    rows <- parts[[i %% 2 + 1]]
    i <<- i + 1
    list(x[rows, , drop = FALSE], lapply(targets, `[`, rows))
  }
  scores <- evaluate(made(), batch, steps = 2)
  expect_equal(scores[names(means)], means, tolerance = 1e-6)
})
