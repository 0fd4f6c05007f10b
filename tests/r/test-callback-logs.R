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

test_that("R6 classes change them where r_to_py() leaves Python's values alone, as by default", {
  Own <- R6::R6Class("Own", # nolint: object_name_linter.
    inherit = keras$callbacks$Callback,
    public = list(on_epoch_end = function(epoch, logs = NULL) {
      logs[["my_epoch"]] <- epoch
      NULL
    })
  )
  for (class in list(reticulate::r_to_py(Own), reticulate::r_to_py(Own, convert = FALSE))) {
    expect_identical(trained(class())$metrics$my_epoch, c(0, 1, 2))
  }
  expect_named(trained(reticulate::r_to_py(Own, convert = TRUE)())$metrics, "loss")
})

test_that("measures come in the order of the history", {
  input <- layer_input(1)
  model <- keras_model(input, list(layer_dense(input, 1, name = "z"),
                                   layer_dense(input, 1, name = "b")))
  model %>% compile("sgd", "mse", metrics = list("mse", "mae"))
  seen <- list()
  Noting <- new_callback_class("Noting", # nolint: object_name_linter.
    on_epoch_end = function(epoch, logs = NULL) seen$epoch <<- names(logs),
    on_train_batch_end = function(batch, logs = NULL) seen$batch <<- names(logs),
    on_test_end = function(logs = NULL) seen$test <<- names(logs),
    on_train_end = function(logs = NULL) seen$train <<- names(logs)
  )
  model %>% fit(matrix(1:4), list(1:4, 1:4), epochs = 1, verbose = 0, validation_split = 0.5,
                callbacks = list(Noting()))
  order <- c("loss", "z_loss", "b_loss", "z_mse", "z_mae", "b_mse", "b_mae")
  both <- c(order, paste0("val_", order))
  expect_identical(seen[c("batch", "test", "epoch", "train")],
                   list(batch = order, test = order, epoch = both, train = both))
})
