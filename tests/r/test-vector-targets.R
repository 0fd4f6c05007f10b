# Targets that are a vector against several columns of predictions: each row is compared with one.

x <- matrix(c(1, 2, 3, 4, 5, 6), 3)
y <- c(1, 0, 2)
weights <- matrix(c(0.1, 0.2, 0.3, 0.4, 0.5, 0.6), 2)
predicted <- 1 / (1 + exp(-x %*% weights))
column <- matrix(y, 3, 3)

made <- function(loss, metrics = NULL) {
  model <- keras_model_sequential() %>%
    layer_dense(3, input_shape = 2, activation = "sigmoid", use_bias = FALSE,
                weights = list(weights))
  model %>% compile(optimizer_sgd(0), loss, metrics = metrics)
}

shares <- pmin(pmax(column, 1e-7), 1) # as Keras keeps them for the divergence
by_hand <- list(
  mse = mean((predicted - column)^2),
  mae = mean(abs(predicted - column)),
  msle = mean((log1p(predicted) - log1p(column))^2),
  categorical_hinge = mean(pmax(apply((1 - column) * predicted, 1, max) -
                                  rowSums(column * predicted) + 1, 0)),
  poisson = mean(predicted - column * log(predicted)),
  huber_loss = mean(ifelse(abs(predicted - column) <= 1, (predicted - column)^2 / 2,
                           abs(predicted - column) - 0.5)),
  logcosh = mean(log(cosh(predicted - column))),
  kld = mean(rowSums(shares * log(shares / predicted)))
)

test_that("losses turn a vector into a column, whatever the size of the batch", {
  for (name in names(by_hand)) {
    model <- made(name)
    for (size in 1:3) {
      history <- model %>% fit(x, y, batch_size = size, epochs = 1, verbose = 0)
      expect_equal(history$metrics$loss, by_hand[[name]], tolerance = 1e-4, info = name)
    }
    expect_equal(unname(model %>% evaluate(x, y, verbose = 0)), by_hand[[name]], tolerance = 1e-4)
    expect_equal(c(model %>% test_on_batch(x, y)), by_hand[[name]], tolerance = 1e-4)
  }
  mse <- by_hand$mse
  for (loss in list(loss_mean_squared_error(), loss_mean_squared_error,
                    function(y_true, y_pred) k_mean(k_square(y_true - y_pred)))) {
    expect_equal(unname(made(loss) %>% evaluate(x, y, verbose = 0)), mse, tolerance = 1e-5)
  }
})

test_that("so do metrics, and weights go by samples", {
  own <- custom_metric("own", function(y_true, y_pred) k_mean(k_abs(y_true - y_pred)))
  metrics <- list("mae", metric_mean_squared_error(), own)
  scores <- made("mse", metrics) %>% evaluate(x, y, verbose = 0, sample_weight = array(c(1, 2, 5)))
  expect_equal(unname(scores), c(sum(rowMeans((predicted - column)^2) * c(1, 2, 5)) / 3,
                                 by_hand$mae, by_hand$mse, by_hand$mae), tolerance = 1e-5)
  labels <- made("sparse_categorical_crossentropy", list("accuracy", "mae"))
  expect_equal(unname(labels %>% evaluate(x, y, verbose = 0))[2:3],
               c(mean(max.col(predicted) - 1 == y), by_hand$mae), tolerance = 1e-5)
})

test_that("so do datasets, generators, data to validate on and models that are classes", {
  mse <- by_hand$mse
  tf <- reticulate::import("tensorflow")
  data <- tf$data$Dataset$from_tensor_slices(reticulate::tuple(k_constant(x), k_constant(y)))
  expect_equal(unname(made("mse") %>% evaluate(data$batch(3L), verbose = 0)), mse,
               tolerance = 1e-5)
  history <- made("mse") %>% fit(function() list(x, y), steps_per_epoch = 1, epochs = 1,
                                 verbose = 0, validation_data = list(x, y))
  expect_equal(unlist(history$metrics), c(loss = mse, val_loss = mse), tolerance = 1e-5)
  Model <- new_model_class("Model", # nolint: object_name_linter.
    initialize = function(units, ...) {
      super$initialize(...)
      self$dense <- layer_dense(units = units, kernel_initializer = "ones")
    },
    call = function(inputs) self$dense(inputs)
  )
  for (units in 1:3) {
    model <- Model(units = units)
    model %>% compile(optimizer_sgd(0), "mse")
    expect_equal(unname(model %>% evaluate(x, y, verbose = 0)), mean((rowSums(x) - y)^2))
  }
})

test_that("so does each of several outputs, by name and by position", {
  input <- layer_input(2)
  outputs <- list(layer_dense(input, 3, name = "a", kernel_initializer = "ones"),
                  layer_dense(input, 2, name = "b", kernel_initializer = "ones"))
  model <- keras_model(input, outputs)
  model %>% compile(optimizer_sgd(0), "mse")
  loss <- mean((rowSums(x) - y)^2)
  zero <- mean(rowSums(x)^2)
  for (targets in list(list(y, 0 * y), list(b = 0 * y, a = y))) {
    scores <- model %>% evaluate(x, targets, verbose = 0)
    expect_equal(scores, c(loss = loss + zero, a_loss = loss, b_loss = zero), tolerance = 1e-5)
  }
})

test_that("a model that was loaded does so, too", {
  file <- tempfile(fileext = ".keras")
  save_model_tf(made("mse"), file)
  expect_equal(unname(load_model_tf(file) %>% evaluate(x, y, verbose = 0)), by_hand$mse,
               tolerance = 1e-5)
})
