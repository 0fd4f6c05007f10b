# Classes of Python written in R, and what Keras makes of them.

x <- matrix(c(1, -2, 3, 0.5, 4, -1), 2)
y <- c(1, -1)

linear_model <- function(..., kernel = matrix(c(0.5, -1, 2), 3)) {
  keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 3, use_bias = FALSE, weights = list(kernel), ...)
}

test_that("%py_class% makes a class of Python", {
  Account %py_class% {
    "Money that goes in."
    currency <- "EUR"
    initialize <- function(balance = 0, ...) self$balance <- balance
    add <- function(amount) {
      self$balance <- self$balance + amount
      invisible(self)
    }
    cents %<-active% function(value) {
      if (missing(value)) 100 * self$balance else self$balance <- value / 100
    }
  }
  account <- Account(10)
  expect_identical(account$add(5)$add(1)$balance, 16)
  account$cents <- 250
  expect_identical(account$balance, 2.5)
  expect_identical(Account()$currency, "EUR")
  expect_identical(Account$new(balance = 1)$cents, 100)
  expect_identical(Account$`__doc__`, "Money that goes in.")
  expect_identical(Account$classname, "Account")
  expect_identical(class(account)[[1]], "R6.Account")
  expect_identical(capture.output(print(Account)),
                   c("<class Account>", "  with add, cents, currency, initialize"))

  Savings(Account) %py_class% {
    initialize <- function(rate, ...) {
      super$initialize(...)
      self$rate <- rate
    }
    add <- function(amount) super(Savings, self)$add(amount * (1 + self$rate))
  }
  savings <- Savings(0.5, balance = 1)
  expect_identical(savings$add(2)$balance, 4)
  expect_identical(class(savings)[1:2], c("R6.Savings", "R6.Account"))
  expect_output(print(Savings), "inherits from Account")
  expect_error(3 %py_class% {}, "the left side of %py_class% must be a name or a call", # nolint
               fixed = TRUE)
})

test_that("classes may have several classes above", {
  A %py_class% {
    name <- function() "A"
  }
  B %py_class% {
    other <- function() "B"
  }
  C(A, B) %py_class% {
    name <- function() paste0("C", super()$name(), super()$other())
  }
  expect_identical(C()$name(), "CAB")
})

test_that("private members are for methods alone", {
  layer <- new_layer_class("Keeps",
    private = list(kept = 5, double = function() private$kept * 2),
    initialize = function() super$initialize(),
    get = function() private$double()
  )()
  expect_identical(layer$get(), 10)
  expect_error(layer$kept, "has no attribute 'kept'")
})

test_that("%<-active% binds a name to a function", {
  reads <- 0
  kept <- 1
  value %<-active% function(new) {
    if (missing(new)) {
      reads <<- reads + 1
      kept
    } else {
      kept <<- new
    }
  }
  expect_identical(value + value, 2)
  expect_identical(reads, 2)
  value <- 7
  expect_identical(kept, 7)
  expect_identical(value, 7)
  expect_error(mark_active(3), "an active field must be a function.", fixed = TRUE)
})

test_that("callbacks made by R6 keep their fields", {
  LossHistory <- R6::R6Class("LossHistory",
    inherit = KerasCallback,
    public = list(
      losses = NULL,
      batches = NULL,
      epochs = NULL,
      weights = NULL,
      on_train_begin = function(logs = list()) self$epochs <- self$params$epochs,
      on_batch_end = function(batch, logs = list()) self$batches <- c(self$batches, batch),
      on_epoch_end = function(epoch, logs = list()) {
        super$on_epoch_end(epoch, logs)
        self$losses <- c(self$losses, logs[["loss"]])
      },
      on_train_end = function(logs = NULL) self$weights <- get_weights(self$model)
    )
  )
  seen <- LossHistory$new()
  model <- linear_model()
  model %>% compile(optimizer = "sgd", loss = "mse")
  history <- model %>%
    fit(x, y, epochs = 3, batch_size = 1, verbose = 0, callbacks = list(seen))
  expect_identical(seen$losses, history$metrics$loss)
  expect_identical(seen$batches, rep(0:1, 3))
  expect_identical(seen$epochs, 3L)
  expect_identical(seen$weights, get_weights(model))
  expect_true(seen$model == model)
})

test_that("new_callback_class() makes callbacks", {
  Stop <- new_callback_class("Stop",
    initialize = function(after) {
      super$initialize()
      self$after <- after
      self$tested <- 0
    },
    on_epoch_end = function(epoch, logs = NULL) {
      if (epoch + 1 == self$after) self$model$stop_training <- TRUE
    },
    on_test_batch_end = function(batch, logs) self$tested <- self$tested + 1
  )
  model <- linear_model()
  model %>% compile(optimizer = "sgd", loss = "mse")
  stop <- Stop(after = 2)
  history <- model %>% fit(x, y, epochs = 9, verbose = 0, callbacks = list(stop))
  expect_length(history$metrics$loss, 2)
  model %>% evaluate(x, y, batch_size = 1, verbose = 0, callbacks = list(stop))
  expect_identical(stop$tested, 2)
})

test_that("errors in callbacks are the same conditions in R", {
  fail <- function() {
    stop(structure(class = c("mine", "error", "condition"),
                   list(message = "not today", call = NULL, extra = 5)))
  }
  Failing <- new_callback_class("Failing",
    on_epoch_begin = function(epoch, logs = NULL) fail()
  )
  Failing6 <- R6::R6Class("Failing6",
    inherit = KerasCallback, public = list(on_train_begin = function(logs = NULL) fail())
  )
  model <- linear_model()
  model %>% compile(optimizer = "sgd", loss = "mse")
  for (callback in list(Failing(), Failing6$new())) {
    caught <- tryCatch(model %>% fit(x, y, verbose = 0, callbacks = list(callback)),
                       mine = identity)
    expect_identical(caught$extra, 5)
    expect_identical(conditionMessage(caught), "not today")
  }
})

test_that("errors in layers are the same conditions in R", {
  layer_failing <- new_layer_class("Failing",
    call = function(inputs) {
      stop(structure(class = c("mine", "error", "condition"),
                     list(message = "no call", call = NULL, extra = 6)))
    }
  )
  caught <- tryCatch(keras_model_sequential(input_shape = 3) %>% layer_failing(), mine = identity)
  expect_identical(caught$extra, 6)
})

test_that("constraints are applied to the weights", {
  NonNegative <- R6::R6Class("NonNegative",
    inherit = KerasConstraint,
    public = list(call = function(w) w * k_cast(k_greater_equal(w, 0), k_floatx()))
  )
  kernel <- matrix(c(0.5, -1, 2), 3)
  stepped <- kernel - 0.05 * t(x) %*% (x %*% kernel - y)
  expect_true(any(stepped < 0) && any(stepped > 0))
  for (constraint in list(NonNegative$new(), NonNegative)) {
    model <- linear_model(kernel_constraint = constraint)
    model %>% compile(optimizer = optimizer_sgd(learning_rate = 0.05), loss = "mse")
    model %>% fit(x, y, epochs = 1, batch_size = 2, verbose = 0)
    expect_equal(get_weights(model)[[1]], pmax(stepped, 0), tolerance = 1e-5)
  }
})

test_that("metrics in R gather over batches, and start anew", {
  Spread <- new_metric_class("Spread",
    initialize = function(name = "spread", scale = 1, ...) {
      super$initialize(name = name, ...)
      self$scale <- scale
      self$total <- self$add_weight("total", initializer = "zeros")
      self$count <- self$add_weight(name = "count", initializer = "zeros")
    },
    update_state = function(y_true, y_pred, sample_weight = NULL) {
      self$total$assign_add(k_sum(k_abs(y_pred)))
      self$count$assign_add(k_cast(k_shape(y_pred)[1], "float32"))
    },
    result = function() self$scale * self$total / self$count
  )
  model <- linear_model()
  model %>% compile(optimizer = "sgd", loss = "mse", metrics = list(Spread(scale = 2), "mae"))
  expected <- 2 * mean(abs(x %*% c(0.5, -1, 2)))
  for (i in 1:2) {
    found <- model %>% evaluate(x, y, batch_size = 1, verbose = 0)
    expect_equal(found[["spread"]], expected, tolerance = 1e-6)
  }
  metric <- Spread()
  metric$update_state(NULL, k_constant(matrix(c(3, -5))))
  expect_equal(as.numeric(metric$result()), 4)
  metric$reset_states()
  expect_equal(as.numeric(metric$total), 0)
})

test_that("reset_states() of a metric in R is what Keras calls", {
  Last <- new_metric_class("Last",
    initialize = function() {
      super$initialize(name = "last")
      self$resets <- 0
      self$seen <- self$add_weight(name = "seen", shape = list(), initializer = "zeros")
    },
    update_state = function(y_true, y_pred, sample_weight = NULL) self$seen$assign(k_max(y_true)),
    result = function() self$seen + 0,
    reset_states = function() {
      self$resets <- self$resets + 1
      self$seen$assign(0)
    }
  )
  last <- Last()
  last$update_state(k_constant(c(1, 4)), k_constant(c(0, 0)))
  expect_equal(as.numeric(last$result()), 4)
  last$reset_state()
  expect_identical(last$resets, 1)
  expect_equal(as.numeric(last$result()), 0)
})

test_that("losses in R are the loss that is made less", {
  Power <- new_loss_class("Power",
    initialize = function(power = 2, ...) {
      super$initialize(...)
      self$power <- power
    },
    call = function(y_true, y_pred) k_mean(k_abs(y_true - y_pred)^self$power, axis = -1)
  )
  expect_equal(as.numeric(Power(3)(k_constant(matrix(1:2)), k_constant(matrix(c(1, 4))))), 8 / 2)
  kernel <- matrix(c(0.5, -1, 2), 3)
  model <- linear_model()
  model %>% compile(optimizer = optimizer_sgd(learning_rate = 0.01), loss = Power(power = 4))
  expect_equal(unname(model %>% evaluate(x, y, verbose = 0)), mean((x %*% kernel - y)^4),
               tolerance = 1e-5)
  model %>% fit(x, y, epochs = 1, batch_size = 2, verbose = 0)
  gradient <- 4 / 2 * t(x) %*% (x %*% kernel - y)^3
  expect_equal(get_weights(model)[[1]], kernel - 0.01 * gradient, tolerance = 1e-5)
})

test_that("schedules in R set the learning rate of each batch", {
  Halving <- new_learning_rate_schedule_class("Halving",
    initialize = function(rate) self$rate <- rate,
    call = function(step) self$rate * 0.5^k_cast(step, "float32"),
    get_config = function() list(rate = self$rate)
  )
  schedule <- Halving(0.4)
  expect_equal(vapply(0:2, function(step) as.numeric(schedule(step)), 0), c(0.4, 0.2, 0.1))
  expect_identical(schedule$get_config(), list(rate = 0.4))
  model <- keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 1, use_bias = FALSE, weights = list(matrix(0)))
  model %>% compile(optimizer = optimizer_sgd(learning_rate = schedule), loss = "mse")
  model %>% fit(matrix(1), 1, epochs = 2, verbose = 0)
  first <- 0 + 0.4 * 2 * 1
  expect_equal(c(get_weights(model)[[1]]), first + 0.2 * 2 * (1 - first), tolerance = 1e-6)
})

test_that("a model class trains as the sequential model of the same weights does", {
  Mlp <- new_model_class("Mlp",
    initialize = function(units, ...) {
      super$initialize(...)
      self$hidden <- layer_dense(units = units, activation = "tanh")
      self$out <- layer_dense(units = 1)
    },
    call = function(inputs, training = FALSE) inputs %>% self$hidden() %>% self$out()
  )
  sequential <- keras_model_sequential() %>%
    layer_dense(units = 4, activation = "tanh", input_shape = 3) %>%
    layer_dense(units = 1)
  model <- Mlp(units = 4, name = "mlp")
  expect_identical(model$name, "mlp")
  model(k_constant(x))
  expect_length(model$trainable_weights, 4)
  set_weights(model, get_weights(sequential))
  histories <- lapply(list(model, sequential), function(one) {
    one %>% compile(optimizer = optimizer_sgd(learning_rate = 0.1), loss = "mse", metrics = "mae")
    one %>% fit(x, y, epochs = 4, batch_size = 2, shuffle = FALSE, verbose = 0)
  })
  expect_equal(histories[[1]]$metrics, histories[[2]]$metrics, tolerance = 1e-5)
  expect_equal(predict(model, x, verbose = 0), predict(sequential, x, verbose = 0),
               tolerance = 1e-5)
})

test_that("test_step and predict_step may be R's", {
  Steps <- new_model_class("Steps",
    call = function(inputs) inputs * 3,
    predict_step = function(data) self(data) + 1,
    test_step = function(data) list(largest = k_max(self(data[[1]], training = FALSE)))
  )
  model <- Steps()
  model %>% compile(loss = "mse")
  expect_equal(predict(model, x, verbose = 0), 3 * x + 1)
  expect_equal(model %>% evaluate(x, y, verbose = 0), c(largest = 3 * max(x)))
})

test_that("keras_model_custom() makes a model of a function", {
  mlp <- function(units, name = NULL) {
    keras_model_custom(name = name, function(self) {
      self$dense <- layer_dense(units = units, use_bias = FALSE)
      self$drop <- layer_dropout(rate = 0.5)
      function(inputs, mask = NULL, training = FALSE) {
        inputs %>% self$dense() %>% self$drop(training = training)
      }
    })
  }
  model <- mlp(2, name = "custom")
  expect_identical(model$name, "custom")
  model %>% compile(optimizer = "sgd", loss = "mse")
  model %>% fit(x, cbind(y, y), epochs = 1, verbose = 0)
  expect_equal(predict(model, x, verbose = 0), x %*% get_weights(model)[[1]], tolerance = 1e-6)
  dropped <- as.array(model(k_constant(matrix(1, 50, 3)), training = TRUE))
  expect_true(all(dropped[, 1] == 0 | abs(dropped[, 1] - max(abs(dropped[, 1])) *
                                            sign(dropped[, 1])) < 1e-5))
  expect_true(any(dropped == 0) && any(dropped != 0))
  expect_error(keras_model_custom(3), "`model_fn` must be a function, not 3.", fixed = TRUE)
  expect_error(keras_model_custom(function(self) 3), "`model_fn` must return a function")
})

test_that("a model class may be made of inputs and outputs, and call what they make", {
  Scaled <- new_model_class("Scaled",
    initialize = function(inputs, outputs, factor = 1, ...) {
      super$initialize(inputs = inputs, outputs = outputs, ...)
      self$factor <- factor
    },
    call = function(inputs, training = NULL, mask = NULL) self$factor * super$call(inputs)
  )
  inputs <- keras:::find_keras_class("Input")(shape = list(3L))
  model <- Scaled(inputs, inputs %>% layer_dense(units = 2), factor = 5, name = "scaled")
  expect_identical(model$name, "scaled")
  expect_equal(predict(model, x, verbose = 0), 5 * x %*% get_weights(model)[[1]], tolerance = 1e-5)
})
