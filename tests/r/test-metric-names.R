# What metrics are called, and which output they are for.

x <- matrix(c(1, 2, 3, 4, 5, 6), 3)
y <- c(1, 0, 2)
mean_pred <- function(y_true, y_pred) k_mean(y_pred)

model_with <- function(...) {
  model <- keras_model_sequential() %>%
    layer_dense(1, input_shape = 2, kernel_initializer = "ones")
  model %>% compile(optimizer_sgd(0), "mse", ...)
}

scores_of <- function(model, targets = y) names(model %>% evaluate(x, targets, verbose = 0))

test_that("names are kept as they are written", {
  for (name in c("RMSE", "R2", "MeanPred", "f1.score", "top 5", "a/b", "1st", "\u00c4")) {
    model <- model_with(metrics = list("mae", custom_metric(name, mean_pred)))
    expect_identical(scores_of(model), c("loss", "mae", name))
    expect_identical(model$metrics_names, c("loss", "mae", name))
  }
  for (metrics in list(c(My.Metric = mean_pred), list(My.Metric = mean_pred, acc = "Accuracy"))) {
    expect_warning(model <- model_with(metrics = metrics), "Passing names")
    expect_identical(scores_of(model), c("loss", "My.Metric", if (length(metrics) > 1) "Accuracy"))
  }
  expect_identical(scores_of(model_with(weighted_metrics = list(custom_metric("W.M", mean_pred)))),
                   c("loss", "W.M"))
})

test_that("callbacks, the history, files and plots know them", {
  log <- tempfile(fileext = ".csv")
  model <- model_with(metrics = list(custom_metric("RMSE", mean_pred)))
  history <- model %>% fit(
    x, y, epochs = 5, verbose = 0, validation_data = list(x, y),
    callbacks = list(callback_early_stopping(monitor = "val_RMSE", mode = "min"),
                     callback_csv_logger(log))
  )
  expect_identical(history$metrics, list(loss = c(38, 38), RMSE = c(7, 7), val_loss = c(38, 38),
                                         val_RMSE = c(7, 7)))
  expect_identical(levels(as.data.frame(history)$metric), c("loss", "RMSE"))
  expect_setequal(names(utils::read.csv(log)), c("epoch", "loss", "RMSE", "val_loss", "val_RMSE"))
})

test_that("models that are loaded keep them", {
  for (name in c("RMSE", "top 5")) {
    model <- model_with(metrics = list(custom_metric(name, mean_pred)))
    scores_of(model)
    own <- stats::setNames(list(mean_pred), name)
    save_model_hdf5(model, file <- tempfile(fileext = ".h5"))
    expect_identical(scores_of(load_model_hdf5(file, custom_objects = own)), c("loss", name))
    save_model_tf(model, file <- tempfile(fileext = ".keras"))
    expect_identical(scores_of(load_model_tf(file, custom_objects = own)), c("loss", name))
  }
})

two_outputs <- function(...) {
  input <- layer_input(2)
  model <- keras_model(input, list(layer_dense(input, 1, name = "a"),
                                   layer_dense(input, 1, name = "b")))
  model %>% compile("sgd", "mse", ...)
}

test_that("names of outputs say which metric is whose, in vectors and in lists", {
  measured <- function(metrics) scores_of(two_outputs(metrics = metrics), list(y, y))[-(1:3)]
  expect_identical(measured(c(a = "mae", b = "mse")), c("a_mae", "b_mse"))
  expect_identical(measured(c(b = "mae")), "b_mae")
  expect_identical(measured(c(a = mean_pred, b = custom_metric("R.2", mean_pred))),
                   c("a_mean_pred", "b_R.2"))
  expect_identical(measured(c("mae", "mse")), c("a_mae", "a_mse", "b_mae", "b_mse"))
  expect_identical(measured(c(x = "mae", y = "mse")), c("a_mae", "a_mse", "b_mae", "b_mse"))
  weighted <- two_outputs(weighted_metrics = c(b = "mae"))
  expect_identical(scores_of(weighted, list(y, y))[-(1:3)], "b_mae")
})

test_that("metrics in a plain vector are for every output of a model that is a class", {
  Two <- new_model_class("Two", # nolint: object_name_linter.
    initialize = function(...) {
      super$initialize(...)
      self$first <- layer_dense(units = 1, kernel_initializer = "ones")
      self$second <- layer_dense(units = 1, kernel_initializer = "zeros")
    },
    call = function(inputs) list(self$first(inputs), self$second(inputs))
  )
  measured <- function(...) {
    model <- Two()
    model %>% compile(optimizer_sgd(0), "mse", ...)
    model %>% evaluate(x, list(y, y), verbose = 0)
  }
  losses <- c(mean((rowSums(x) - y)^2), mean(y^2))
  errors <- c(mean(abs(rowSums(x) - y)), mean(abs(y)))
  expect_equal(measured(metrics = "mae"),
               c(loss = sum(losses), output_1_loss = losses[1], output_2_loss = losses[2],
                 output_1_mae = errors[1], output_2_mae = errors[2]), tolerance = 1e-6)
  expect_equal(measured(metrics = list(metric_mean_absolute_error(name = "E")))[4:5],
               c(output_1_E = errors[1], output_2_E = errors[2]), tolerance = 1e-6)
  expect_equal(measured(weighted_metrics = c("mae", "mse"))[4:7],
               c(output_1_mae = errors[1], output_1_mse = losses[1], output_2_mae = errors[2],
                 output_2_mse = losses[2]), tolerance = 1e-6)
  expect_equal(measured(metrics = list("mae", list("mse")))[4:5],
               c(output_1_mae = errors[1], output_2_mse = losses[2]), tolerance = 1e-6)
})

test_that("names of functions bring R keras's warning", {
  deprecated <- paste("Passing names for custom metrics is deprecated. Please use the",
                      "custom_metric() function to define custom metrics.")
  for (metrics in list(list(m1 = mean_pred), c(m1 = mean_pred), list(m1 = mean_pred, "mae"),
                       list(m1 = custom_metric("a", mean_pred)))) {
    expect_identical(told(model_with(metrics = metrics)), deprecated)
  }
  for (metrics in list(list(acc = "accuracy"), c(acc = "accuracy"), mean_pred, list(mean_pred),
                       custom_metric("a", mean_pred))) {
    expect_identical(told(model_with(metrics = metrics)), character())
  }
})

test_that("functions of Python keep their names, too", {
  rmse <- reticulate::py_run_string(
    "def RMSE(y_true, y_pred):\n  return y_pred[:, 0]", local = TRUE
  )$RMSE
  expect_identical(scores_of(model_with(metrics = rmse)), c("loss", "RMSE"))
  expect_identical(scores_of(model_with(metrics = list("mae", rmse))), c("loss", "mae", "RMSE"))
})
