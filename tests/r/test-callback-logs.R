# What callbacks change in the logs, where they get Python's dictionary.

x <- matrix(c(1, 2, 3, 4, 5, 6), 3)
y <- c(1, 0, 2)

trained <- function(...) {
  model <- keras_model_sequential() %>%
    layer_dense(1, input_shape = 2, kernel_initializer = "ones")
  model %>% compile(optimizer_sgd(0), "mse")
  model %>% fit(x, y, epochs = 3, verbose = 0, callbacks = list(...))
}

Counting(keras$callbacks$Callback, convert = FALSE) %py_class% {
  initialize <- function(start = 0) {
    super$initialize()
    self$start <- start
  }
  on_epoch_end <- function(epoch, logs = NULL) {
    logs[["my_epoch"]] <- reticulate::py_to_r(epoch) + self$start
    logs$update(list(extra = 1, gone = 2))
    logs$pop("gone")
  }
}

test_that("changes reach later callbacks, files and the history", {
  seen <- NULL
  log <- tempfile(fileext = ".csv")
  history <- trained(
    Counting(10), callback_csv_logger(log),
    callback_lambda(on_epoch_end = function(epoch, logs) seen <<- c(seen, logs$my_epoch))
  )
  expect_identical(history$metrics[c("my_epoch", "extra")],
                   list(my_epoch = c(10, 11, 12), extra = c(1, 1, 1)))
  expect_identical(seen, c(10, 11, 12))
  expect_identical(utils::read.csv(log)$my_epoch, c(10, 11, 12))
  expect_false("gone" %in% names(history$metrics))
})

test_that("callbacks can monitor what another one adds", {
  stop <- callback_early_stopping(monitor = "my_epoch", mode = "min")
  expect_length(trained(Counting(), stop)$metrics$loss, 2)
})

test_that("methods that get R's values change a list of their own, as in R keras", {
  Own <- new_callback_class("Own", on_epoch_end = function(epoch, logs = NULL) { # nolint
    logs[["my_epoch"]] <- epoch
  })
  expect_named(trained(Own())$metrics, "loss")
})

test_that("convert = FALSE holds for other classes, which may have several above", {
  Doubling(keras$layers$Layer, convert = FALSE) %py_class% {
    call <- function(inputs) inputs * 2
  }
  expect_equal(c(as.array(Doubling()(k_constant(3)))), 6)
  Kind(convert = FALSE) %py_class% {
    kind <- function(value) inherits(value, "python.builtin.list")
  }
  expect_true(Kind()$kind(list(1, 2)))
  Other %py_class% {
    kind <- function(value) is.list(value) || is.numeric(value)
  }
  expect_true(Other()$kind(list(1, 2)))
})
