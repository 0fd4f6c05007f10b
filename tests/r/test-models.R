# Sequential models as R sees them: pipes, change in place, printing, visibility.

# What R would print for this code at its top level.
printed <- function(code) {
  code <- substitute(code)
  capture.output({
    shown <- withVisible(eval(code, parent.frame()))
    if (shown$visible) print(shown$value)
  })
}

test_that("%>% and |> add layers", {
  a <- keras_model_sequential() %>% layer_dense(units = 4, input_shape = 3) %>% layer_dense(2)
  b <- keras_model_sequential() |> layer_dense(units = 4, input_shape = 3) |> layer_dense(2)
  for (model in list(a, b)) {
    expect_identical(vapply(model$layers, function(l) l$units, 1L), c(4L, 2L))
    expect_identical(lapply(get_weights(model), dim), list(c(3L, 4L), 4L, c(4L, 2L), 2L))
  }
})

test_that("names of layers count in the order of the pipe", {
  model <- keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 1) %>%
    layer_dense(units = 1) %>%
    layer_dense(units = 1)
  names <- vapply(model$layers, function(layer) layer$name, "")
  numbers <- as.integer(sub("^dense_?", "0", names))
  expect_identical(diff(numbers), c(1L, 1L))
})

test_that("a model is changed in place", {
  model <- keras_model_sequential()
  same <- model
  model %>% layer_dense(units = 4, input_shape = 3)
  layer_dense(model, units = 2)
  expect_length(model$layers, 2)
  expect_length(same$layers, 2)
  expect_true(model == same)
  back <- model %>% compile(optimizer = "sgd", loss = "mse")
  expect_true(back == model)
})

test_that("layers may be given as a list", {
  model <- keras_model_sequential(layers = list(
    layer_dense(units = 5, activation = "relu", input_shape = c(3)),
    layer_activation(activation = "softmax")
  ), name = "listed")
  expect_identical(model$name, "listed")
  expect_identical(count_params(model), 20L)
  weights <- list(matrix(0, 3, 5), array(1:5, 5))
  set_weights(model, weights)
  expect_equal(get_weights(model), weights, tolerance = 1e-7)
  expect_equal(c(predict(model, matrix(0, 1, 3), verbose = 0)), exp(1:5) / sum(exp(1:5)),
               tolerance = 1e-6)
})

test_that("the input's shape may be given to the model or with a batch", {
  flat <- keras_model_sequential(input_shape = c(4, 2)) %>% layer_flatten()
  same <- keras_model_sequential() %>% layer_flatten(input_shape = c(4, 2))
  open <- keras_model_sequential() %>% layer_dense(units = 1, batch_input_shape = list(NULL, 7))
  fixed <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 7, batch_size = 5)
  expect_identical(predict(flat, array(1:8, c(1, 4, 2)), verbose = 0),
                   predict(same, array(1:8, c(1, 4, 2)), verbose = 0))
  expect_identical(c(predict(flat, array(1:8, c(1, 4, 2)), verbose = 0)),
                   c(1, 5, 2, 6, 3, 7, 4, 8)) # row by row
  expect_identical(dim(open$inputs[[1]]), c(NA, 7L))
  expect_identical(dim(fixed$inputs[[1]]), c(5L, 7L))
})

test_that("weights given to a layer are its first weights", {
  w <- list(matrix(c(1, 2, 3), 3), array(0.5, 1))
  model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 3, weights = w)
  expect_equal(c(predict(model, matrix(c(1, 1, 1), 1), verbose = 0)), 6.5)
})

layout <- c(
  'Model: "shown"',
  "________________________________________________________________________________",
  "Layer (type)                        Output Shape                    Param #     ",
  "================================================================================",
  "first (Dense)                       (None, 1024)                    804864      ",
  "________________________________________________________________________________",
  "drop (Dropout)                      (None, 1024)                    0           ",
  "________________________________________________________________________________",
  "last (Dense)                        (None, 10)                      10250       ",
  "================================================================================",
  "Total params: 815,114",
  "Trainable params: 815,114",
  "Non-trainable params: 0",
  "________________________________________________________________________________"
)
shown <- keras_model_sequential(name = "shown") %>%
  layer_dense(units = 1024, activation = "relu", input_shape = 785, name = "first") %>%
  layer_dropout(rate = 0.4, name = "drop") %>%
  layer_dense(units = 10, name = "last")

test_that("summary() and print() have the vignette's layout", {
  expect_identical(capture.output(summary(shown)), layout)
  expect_identical(capture.output(print(shown)), layout)
  expect_identical(printed(shown), layout)
  expect_identical(capture.output(text <- summary(shown)), layout)
  expect_identical(text, paste(layout, collapse = "\n"))
  expect_identical(format(shown), text)
  capture.output(value <- withVisible(summary(shown)))
  expect_false(value$visible)
})

test_that("a summary is as wide as R's console", {
  rules <- function(...) {
    lines <- capture.output(print(shown, ...))
    unique(nchar(grep("^[_=]+$", lines, value = TRUE)))
  }
  expect_identical(rules(), 80L)
  op <- options(width = 60)
  on.exit(options(op))
  expect_identical(rules(), 60L)
  expect_identical(rules(width = 90), 90L)
  expect_identical(rules(line_length = 70), 70L)
  expect_identical(rules(line_length = 70, show_trainable = TRUE), 81L)
})

test_that("a summary shows which layers are frozen, and the layers of models in it", {
  inner <- keras_model_sequential(name = "inner") %>%
    layer_dense(4, input_shape = 3, name = "a") %>%
    layer_dense(2, name = "b")
  model <- keras_model_sequential(name = "outer") %>% inner() %>% layer_dense(1, name = "c")
  freeze_weights(inner)
  row <- function(...) paste0(mapply(formatC, c(...), width = c(-31, -27, -11, -11)), collapse = "")
  bar <- strrep("\u00af", 78)
  expect_identical(capture.output(summary(model, expand_nested = TRUE, compact = TRUE)), c(
    'Model: "outer"',
    strrep("_", 80),
    row("Layer (type)", "Output Shape", "Param #", "Trainable"),
    strrep("=", 80),
    row("inner (Sequential)", "(None, 2)", "26", "N"),
    paste0("|", bar, "|"),
    sub(" $", "|", row("| a (Dense)", "(None, 4)", "16", "N")),
    sub(" $", "|", row("| b (Dense)", "(None, 2)", "10", "N")),
    paste0("\u00af", bar, "\u00af"),
    row("c (Dense)", "(None, 1)", "3", "Y"),
    strrep("=", 80),
    "Total params: 29", "Trainable params: 3", "Non-trainable params: 26", strrep("_", 80)
  ))
  expect_no_match(capture.output(summary(model, show_trainable = FALSE)), "Trainable$")
  expect_no_match(capture.output(print(unfreeze_weights(inner))), "Trainable *$")
})

test_that("str() of a history", {
  model <- keras_model_sequential() %>% layer_dense(1, input_shape = 1)
  compile(model, "sgd", "mse")
  history <- fit(model, matrix(1, 4), matrix(1, 4), epochs = 2, verbose = 0)
  history$metrics$loss <- c(1, 0.5)
  expect_identical(capture.output(str(history)), c(
    "List of 2",
    " $ params :List of 3",
    "  ..$ verbose: int 0",
    "  ..$ epochs : int 2",
    "  ..$ steps  : int 1",
    " $ metrics:List of 1",
    "  ..$ loss: num [1:2] 1 0.5",
    ' - attr(*, "class")= chr "keras_training_history"'
  ))
})

test_that("a summary may be of another width, and counts fixed weights apart", {
  fixed <- keras_model_sequential(name = "fixed") %>%
    layer_dense(units = 2, input_shape = 2, name = "a", trainable = FALSE) %>%
    layer_dense(units = 1, name = "b")
  expect_identical(capture.output(summary(fixed, line_length = 60, show_trainable = FALSE)), c(
    'Model: "fixed"',
    strrep("_", 60),
    "Layer (type)               Output Shape            Param #  ",
    strrep("=", 60),
    "a (Dense)                  (None, 2)               6        ",
    strrep("_", 60),
    "b (Dense)                  (None, 1)               3        ",
    strrep("=", 60),
    "Total params: 9",
    "Trainable params: 3",
    "Non-trainable params: 6",
    strrep("_", 60)
  ))
})

test_that("what changes a model prints nothing at top level", {
  model <- keras_model_sequential()
  expect_identical(printed(model %>% layer_dense(units = 1, input_shape = 2)), character())
  expect_identical(printed(layer_dropout(model, rate = 0.5)), character())
  expect_identical(printed(model %>% compile(optimizer = "sgd", loss = "mse")), character())
  x <- matrix(0, 2, 2)
  expect_identical(printed(model %>% fit(x, c(0, 0), epochs = 1, verbose = 0)), character())
  expect_identical(printed(set_weights(model, get_weights(model))), character())
  expect_identical(printed(model %>% reset_states()), character())
  expect_identical(printed(set_random_seed(1)), character())
  expect_identical(printed(model$trainable <- TRUE), character())
})

test_that("what gives a value prints it", {
  model <- keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 2, weights = list(matrix(c(1, 1), 2), array(0, 1)))
  model %>% compile(optimizer = "sgd", loss = "mse", metrics = "mae")
  expect_identical(printed(model %>% predict(matrix(1, 1, 2), verbose = 0)),
                   c("     [,1]", "[1,]    2"))
  expect_identical(printed(model %>% evaluate(matrix(1, 1, 2), 4, verbose = 0)),
                   c("loss  mae ", "   4    2 "))
  expect_identical(printed(count_params(model)), "[1] 3")
  expect_length(printed(keras_model_sequential()), 1)
  expect_match(printed(layer_dense(units = 1, name = "x")), "^<Dense name=x")
})

test_that("classes that old scripts test for", {
  model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
  expect_s3_class(model, c("keras.engine.sequential.Sequential", "keras.engine.training.Model",
                           "keras.engine.base_layer.Layer", "python.builtin.object"))
  expect_s3_class(model$layers[[1]], "keras.engine.base_layer.Layer")
  expect_s3_class(model$output, "tensorflow.tensor")
  expect_identical(dim(model$input), c(NA, 2L))
  expect_identical(model$output_shape, list(NULL, 1L))
})

test_that("an optimizer gives its state, and goes on with it", {
  x <- matrix(c(1, 2, 3, 4, 5, 6), 2)
  y <- matrix(c(1, -1), 2)
  make <- function() {
    model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 3)
    model %>% compile(optimizer = optimizer_adam(lr = 0.1), loss = "mse")
    set_weights(model, list(matrix(c(0.1, 0.2, 0.3), 3), array(0, 1)))
    model %>% train_on_batch(x, y)
    model
  }
  first <- make()
  first %>% train_on_batch(x, y)
  state <- first$optimizer$get_weights()
  expect_equal(lapply(state, dim), list(NULL, c(3L, 1L), 1L, c(3L, 1L), 1L))
  expect_identical(state[[1]], 2L)

  second <- make()
  set_weights(second, get_weights(first))
  second$optimizer$set_weights(state)
  expect_equal(train_on_batch(second, x, y), train_on_batch(first, x, y))
  expect_equal(get_weights(second), get_weights(first), tolerance = 1e-7)
  expect_error(second$optimizer$set_weights(list(1)), "`weights` must be a list of 5 arrays",
               class = "python.builtin.ValueError")
})

test_that("functions in a list of metrics have its names", {
  x <- matrix(c(1, 2, 3, 4), 4)
  y <- c(1, 1, 2, 2)
  model <- keras_model_sequential() %>% layer_dense(1, use_bias = FALSE, input_shape = 1)
  set_weights(model, list(matrix(2)))
  off <- function(y_true, y_pred) k_mean(k_abs(y_true - y_pred))
  expect_warning(
    model %>% compile("sgd", "mse", metrics = list("mae", off = off, metric_mean_squared_error())),
    "Passing names for custom metrics is deprecated"
  )
  scores <- model %>% evaluate(x, y, verbose = 0)
  expect_named(scores, c("loss", "mae", "off", "mean_squared_error"))
  expect_equal(scores[["off"]], mean(abs(y - 2 * x)))
  expect_equal(model$metrics_names, names(scores))
  given <- list(one = off, other = function(y_true, y_pred) y_pred)
  expect_warning(model %>% compile("sgd", "mse", metrics = given), "Passing names")
  scores <- model %>% evaluate(x, y, verbose = 0)
  expect_equal(scores[c("one", "other")], c(one = mean(abs(y - 2 * x)), other = mean(2 * x)))
})

test_that("class weights may be a named vector", {
  x <- matrix(c(1, -1, 2), 3)
  y <- c(1, 0, 1)
  loss <- function(class_weight) {
    model <- keras_model_sequential() %>% layer_dense(1, use_bias = FALSE, input_shape = 1)
    set_weights(model, list(matrix(2)))
    model %>% compile(optimizer_sgd(0), "mse")
    fit(model, x, y, epochs = 1, verbose = 0, class_weight = class_weight)$metrics$loss
  }
  errors <- (y - 2 * x[, 1])^2
  expect_equal(loss(c("0" = 3, "1" = 0.5)), mean(errors * c(0.5, 3, 0.5)), tolerance = 1e-6)
  expect_equal(loss(list("0" = 3, "1" = 0.5)), loss(c("0" = 3, "1" = 0.5)))
  expect_error(loss(c(1, 2)), "`class_weight` must be a named list or vector or NULL, not c\\(1")
})

test_that("models without weights have no summary", {
  none <- "Model: <no summary available, model was not built>"
  Own <- new_model_class("Own", call = function(inputs) inputs) # nolint: object_name_linter.
  unbuilt <- list(keras_model_sequential(), keras_model_sequential() %>% layer_dense(3), Own())
  for (model in unbuilt) {
    expect_output(print(model), none, fixed = TRUE)
    expect_output(expect_identical(summary(model), none), none, fixed = TRUE)
  }
})

test_that("models of functions are R models", {
  make <- function(self) {
    self$dense <- layer_dense(units = 1)
    function(inputs) self$dense(inputs)
  }
  k_clear_session()
  expect_identical(vapply(list(make, make), function(f) keras_model_custom(f)$name, ""),
                   c("r_model", "r_model_1"))
  expect_s3_class(keras_model_custom(make), "kerastools.model.RModel")
})
