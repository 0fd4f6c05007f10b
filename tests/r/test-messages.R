# What errors say: the user's function that they came from, R's terms, and what to do.

x <- matrix(c(1, 2, 3, 4, 5, 6, 7, 8), 4)
y <- c(1, 0, 1, 0)

dense <- function(units = 1, activation = NULL) {
  keras_model_sequential() %>% layer_dense(units, activation = activation, input_shape = 2)
}

compiled <- function(model = dense(), loss = "mse", ...) {
  model %>% compile("sgd", loss, ...)
}

train <- function(model, ...) fit(model, ..., epochs = 1, verbose = 0)

said <- function(code) tryCatch(code, error = conditionMessage)

my_loss <- function(y_true, y_pred) stop("wrong here")
my_batches <- function() stop("no batch")

# --- the user's functions ------------------------------------------------------------------------

test_that("an error names the loss, and shows the call of fit()", {
  error <- tryCatch(compiled(loss = my_loss) %>% train(x, y), error = identity)
  expect_identical(conditionMessage(error), "in the loss `my_loss`: wrong here")
  expect_identical(class(error), c("simpleError", "error", "condition"))
  expect_identical(conditionCall(error)[[1]], as.name("fit"))
  unnamed <- said(compiled(loss = function(a, b) stop("bad")) %>% train(x, y))
  expect_identical(unnamed, "in the loss: bad")
})

test_that("an error names metrics, generators and callbacks", {
  metric <- custom_metric("share", function(a, b) a + no_such_thing)
  expect_identical(said(compiled(metrics = metric) %>% train(x, y)),
                   "in the metric `share`: object 'no_such_thing' not found")
  expect_identical(said(compiled() %>% train(my_batches, steps_per_epoch = 2)),
                   "in the generator `my_batches`: no batch")
  expect_identical(
    said(compiled() %>% train(x, y, validation_data = my_batches, validation_steps = 1)),
    "in the generator `my_batches`: no batch"
  )
  hook <- callback_lambda(on_epoch_end = function(epoch, logs) stop("late"))
  expect_identical(said(compiled() %>% train(x, y, callbacks = hook)),
                   "in `on_epoch_end` of the callback: late")
  rate <- callback_learning_rate_scheduler(function(epoch, lr) stop("no rate"))
  expect_identical(said(compiled() %>% train(x, y, callbacks = rate)),
                   "in the learning rate schedule: no rate")
})

test_that("an error names the method and the class", {
  Hook <- R6::R6Class("Hook", inherit = KerasCallback,
                      public = list(on_epoch_end = function(epoch, logs) stop("late")))
  expect_identical(said(compiled() %>% train(x, y, callbacks = Hook$new())),
                   "in `on_epoch_end` of the callback `Hook`: late")
  layer_odd <- new_layer_class("Odd", call = function(inputs) stop("odd"))
  expect_identical(said(layer_odd(layer_input(2))), "in `call` of the layer `Odd`: odd")
  Outer <- new_model_class("Outer", initialize = function() {
    super$initialize()
    self$inner <- layer_odd()
  }, call = function(inputs) self$inner(inputs))
  expect_identical(said(Outer() %>% compiled() %>% train(x, y)),
                   "in `call` of the model `Outer`: in `call` of the layer `Odd`: odd")
  expect_identical(said(layer_lambda(layer_input(2), function(x) stop("odd"))),
                   "in the function of layer_lambda(): odd")
  expect_identical(
    said(layer_dense(layer_input(2), 1, kernel_initializer = function(shape, dtype) stop("odd"))),
    "in the initializer: odd"
  )
})

test_that("a condition that a script made itself comes out as it was", {
  mine <- structure(class = c("mine", "error", "condition"),
                    list(message = "own", call = NULL, data = 7))
  got <- tryCatch(compiled(loss = function(a, b) stop(mine)) %>% train(x, y), mine = identity)
  expect_identical(got, mine)
})

test_that("an error of keras inside of a loss keeps its classes", {
  error <- tryCatch(compiled(loss = function(a, b) k_reshape(a, "q")) %>% train(x, y),
                    error = identity)
  expect_match(conditionMessage(error), "^in the loss: `shape` must be whole numbers")
  expect_s3_class(error, "python.builtin.ValueError")
  expect_equal(conditionCall(error), quote(k_reshape(a, "q")))
})

test_that("a loss with too few arguments, and one that gives no tensor", {
  expect_match(said(compiled(loss = function(y) k_mean(y)) %>% train(x, y)),
               "in the loss: it is called with 2 arguments, but has 1: function (y)", fixed = TRUE)
  expect_identical(said(compiled(loss = function(a, b) NULL) %>% train(x, y)),
                   "the loss must return a tensor, not NULL.")
  text <- custom_metric("text", function(a, b) "much")
  expect_identical(said(compiled(metrics = text) %>% train(x, y)),
                   'the metric `text` must return a tensor, not the string "much".')
  none <- callback_learning_rate_scheduler(function(epoch, lr) NULL)
  expect_identical(said(compiled() %>% train(x, y, callbacks = none)),
                   "`schedule` must return a number, not NULL.")
})

test_that("conditions that are tensors", {
  branch <- function(y_true, y_pred) if (k_mean(y_true) > 1) k_mean(y_pred) else k_mean(y_true)
  expect_match(said(compiled(loss = branch) %>% train(x, y)),
               "in the loss `branch`: a tensor cannot be the condition of `if`: .*k_switch()")
  loop <- function(x) {
    while (k_sum(x) > 1) x <- x / 2
    x
  }
  expect_match(said(layer_lambda(layer_input(2), loop)),
               "a tensor cannot be the condition of `while`: .*Use k_switch()")
  plain <- function(y_true, y_pred) if (c(TRUE, FALSE)) y_pred else y_true
  expect_match(said(compiled(loss = plain) %>% train(x, y)), "in the loss `plain`: the condition")
  each <- function(y_true, y_pred) k_mean(ifelse(y_true > 1, y_true, y_pred))
  expect_match(said(compiled(loss = each) %>% train(x, y)),
               "^in the loss `each`: R needs the values of a tensor that has none.*use k_switch()")
  z <- layer_input(2)
  expect_match(said(ifelse(z > 1, z, 0)), "this tensor has no values.*use k_switch()")
})

# --- what TensorFlow and Keras say ---------------------------------------------------------------

test_that("an index above `input_dim`", {
  words <- keras_model_sequential() %>%
    layer_embedding(5, 2, input_length = 2) %>%
    layer_flatten() %>%
    layer_dense(1) %>%
    compile("sgd", "mse")
  text <- paste0("^the index 9 was looked up among 5 entries, numbered from 0 to 4\\.\n",
                 "indices\\[[01],[01]\\] = 9 is not in \\[0, 5\\).*\n",
                 "In a layer_embedding\\(\\), `input_dim` must be greater than the largest index: ",
                 "here at least 10\\.$")
  expect_match(said(train(words, matrix(9, 4, 2), y)), text)
  expect_match(said(predict(words, matrix(9, 4, 2), verbose = 0)), text)
})

test_that("targets of another shape than the output", {
  text <- paste0("^the loss cannot compare `y` with the model's output, as their shapes differ",
                 "\\.\n",
                 "Dimensions must be equal, but are 3 and 2 with input shapes: .*\n",
                 "Give the last layer a unit for each column of `y`")
  expect_match(said(compiled(dense(2)) %>% train(x, matrix(0, 4, 3))), text)
  expect_match(said(compiled(dense(2)) %>% train_on_batch(x, matrix(0, 4, 3))), text)
  validation <- list(x, matrix(0, 4, 3))
  expect_match(said(compiled(dense(2)) %>% train(x, x, validation_data = validation)), text)
  batches <- function() list(x, matrix(0, 4, 3))
  expect_match(said(compiled(dense(2)) %>% train(batches, steps_per_epoch = 1)), text)
})

test_that("binary targets of several softmax units", {
  model <- dense(3, "softmax") %>% compiled("binary_crossentropy")
  expect_match(said(train(model, x, y)), "`y` must have 3 columns, .*categorical_crossentropy")
  expect_match(said(train(model, function() list(x, y), steps_per_epoch = 1)),
               paste0("^the loss cannot compare `y` with the model's output.*\n.*same shape.*\n",
                      'The loss "binary_crossentropy" needs a column of `y` for each unit'))
})

test_that("batches of a generator that do not fit", {
  wide <- function() list(matrix(1, 4, 5), y)
  expect_identical(said(compiled() %>% train(wide, steps_per_epoch = 1)),
                   "`x` must have 2 features (columns), not 5.")
  later <- local({
    calls <- 0
    function() {
      calls <<- calls + 1
      list(matrix(1, 4, if (calls > 2) 5 else 2), y)
    }
  })
  expect_identical(said(compiled() %>% train(later, steps_per_epoch = 4)),
                   "`x` must have 2 features (columns), not 5.")
  text <- function() list(x, letters[1:4])
  expect_match(said(compiled() %>% train(text, steps_per_epoch = 1)),
               "^`y` must be a numeric array, .*, not ")
  labels <- function() list(x, 1:4)
  many <- dense(4, "softmax") %>% compiled("sparse_categorical_crossentropy")
  expect_match(said(train(many, labels, steps_per_epoch = 1)),
               "^`y` must be labels from 0 to 3, .* but one is 4\\.\n.*\nLabels start at 0")
})

test_that("one-hot targets with a loss for labels", {
  many <- dense(4, "softmax") %>% compiled("sparse_categorical_crossentropy")
  expect_match(said(train(many, x, diag(4))),
               "takes labels, one number for each sample\\.\n.*\n.*\"categorical_crossentropy\"")
})

test_that("a generator that ends", {
  batches <- local({
    left <- 3
    function() {
      left <<- left - 1
      if (left >= 0) list(x, y)
    }
  })
  warned <- character()
  withCallingHandlers(
    history <- compiled() %>% train(batches, steps_per_epoch = 5),
    warning = function(w) {
      warned <<- c(warned, conditionMessage(w))
      invokeRestart("muffleWarning")
    }
  )
  expect_length(history$metrics$loss, 1)
  expect_match(warned[[1]], "^the data ended before `steps_per_epoch` \\* `epochs` batches were")
})

test_that("a callback without what it watches is told of once, not after each epoch", {
  watching <- list(callback_early_stopping("val_loss"), callback_reduce_lr_on_plateau("acc"))
  told <- function() {
    texts <- character()
    withCallingHandlers(
      compiled() %>% fit(x, y, epochs = 3, verbose = 0, callbacks = watching),
      warning = function(w) {
        texts <<- c(texts, conditionMessage(w))
        invokeRestart("muffleWarning")
      }
    )
    texts
  }
  for (again in 1:2) {
    texts <- told()
    expect_length(texts, 2)
    expect_match(texts[[1]], "It needs validation data: give fit\\(\\) `validation_split`")
    expect_match(texts[[2]], "^a callback watches \"acc\", which this training does not measure")
  }
})

test_that("the warnings of a training that R left do not appear with the next call", {
  watching <- list(callback_early_stopping("val_loss"), callback_reduce_lr_on_plateau("acc"))
  left <- tryCatch(
    withCallingHandlers(
      compiled() %>% fit(x, y, epochs = 50, verbose = 0, callbacks = watching),
      warning = function(w) Sys.sleep(1) # it trains on meanwhile, and warns again
    ),
    warning = conditionMessage
  )
  expect_match(left, "^a callback watches \"val_loss\"")
  expect_silent(train(compiled(), x, y))
})

test_that("what is no data at all is named by its class in R", {
  model <- compiled()
  expected <- paste("must be a numeric array, a data frame, a factor, or a list of them%s,",
                    "not an R object%s.")
  expect_identical(said(predict(model, y ~ x)),
                   paste("`x`", sprintf(expected, "", ' of class "formula"')))
  expect_identical(said(predict(model, quote(a + b))), paste("`x`", sprintf(expected, "", "")))
  expect_identical(said(fit(model, x, y ~ x)),
                   paste("`y`", sprintf(expected, " or NULL", ' of class "formula"')))
  expect_identical(said(predict(model, as.list(as.data.frame(x)))),
                   paste("`x` must be an array or a data frame, as the model has one input, not a",
                         "list of 2. as.data.frame() in R makes a data frame of a list of",
                         "columns."))
})

# --- what is missing -----------------------------------------------------------------------------

test_that("Keras's own methods say what is missing, and print no data", {
  model <- compiled()
  expect_identical(said(model$fit()), "`x` is missing: give data.")
  expect_identical(said(model$fit(x)), "`y` is missing: the model's loss needs targets.")
  expect_identical(said(model$predict(x[1, ])),
                   paste("`x` must be of shape (samples, 2), not (2). For a single sample,",
                         "keep its dimensions: x[1, , drop = FALSE]."))
  frame <- said(model$fit(as.data.frame(x), y))
  expect_match(frame, "^Keras does not accept `x`, `y` or `sample_weight` of this type\\.")
  expect_no_match(frame, "[0-9]")
})

test_that("functions of R's own where there is no variable of the name", {
  model <- compiled()
  own <- "there is no such variable, only R's function %s()."
  expect_identical(said(fit(model, data, labels)),
                   paste("`x` cannot be used:", sprintf(own, "utils::data")))
  expect_identical(said(train(model, x, labels)),
                   paste("`y` cannot be used:", sprintf(own, "base::labels")))
  expect_identical(said(predict(model, c)), paste("`x` cannot be used:", sprintf(own, "base::c")))
  expect_identical(said(train(model, x, y, validation_data = list(x, df))),
                   paste("`validation_data` cannot be used:", sprintf(own, "stats::df")))
  for (call in expression(fit(data, labels), data %>% fit(labels), evaluate(data, labels),
                          predict(data), compile(data, "sgd", "mse"))) {
    expect_identical(said(eval(call)),
                     paste("`object` must be a model: there is no such variable,",
                           "only R's function utils::data()."))
  }
  expect_identical(said(fit(function(x) x, 1)), "`object` must be a model, not a function.")
})

test_that("a tensor in place of a model is told what is missing", {
  output <- layer_input(shape = 4) %>% layer_dense(units = 1)
  calls <- list(
    quote(compile(output, "sgd", "mse")), quote(fit(output, matrix(0, 2, 4), c(0, 1))),
    quote(evaluate(output, matrix(0, 2, 4), c(0, 1))), quote(predict(output, matrix(0, 2, 4)))
  )
  for (call in calls) {
    expect_error(eval(call), paste("`object` must be a model, not a tensor: create a model with",
                                   "keras_model(inputs, outputs)."), fixed = TRUE)
  }
})
