# What bad input gets: the text and the call of the error, and that nothing is changed by it.

fresh <- function() {
  model <- keras_model_sequential(name = "small") %>%
    layer_dense(units = 2, input_shape = 3, name = "only")
  model %>% compile(optimizer = "sgd", loss = "mse")
  set_weights(model, list(matrix(c(1, 2, 3, 4, 5, 6), 3), array(c(0.5, -0.5), 2)))
  model
}

x <- matrix(c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 4)
y <- matrix(0, 4, 2)
model <- fresh()
bare <- keras_model_sequential(name = "bare")
bare %>% layer_dense(units = 2, name = "unbuilt")
plain <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)

# Each row: code, the call that the error shows, its message.
cases <- list(
  list(quote(layer_conv_2d(filters = 3, kernel_size = 3, padding = "sam2")),
       'layer_conv_2d(filters = 3, kernel_size = 3, padding = "sam2")',
       '`padding` must be one of "valid", "same", not the string "sam2".'),
  list(quote(layer_max_pooling_2d(data_format = "first")),
       'layer_max_pooling_2d(data_format = "first")',
       paste('`data_format` must be one of "channels_last", "channels_first" or NULL,',
             'not the string "first".')),
  list(quote(keras_model_sequential(layers = 3)), "keras_model_sequential(layers = 3)",
       "`layers` must be a list of layers, not 3."),
  list(quote(summary(model, line_length = "a")), 'summary(model, line_length = "a")',
       '`line_length` must be a whole number of at least 1 or NULL, not the string "a".'),
  list(quote(summary(model, foo = 1)), "summary(model, foo = 1)", "unused argument (foo)"),
  list(quote(summary(model, foo = 1, bar = 2)), "summary(model, foo = 1, bar = 2)",
       "unused arguments (foo, bar)"),
  list(quote(plot(model, to_file = 3)), "plot(model, to_file = 3)",
       '`to_file` must be a file that ends in .png, .pdf or .svg, not "3".'),
  list(quote(adapt(layer_normalization(), "a")), 'adapt(layer_normalization(), "a")',
       "`data` must be numbers for a Normalization layer, not text."),
  list(quote(new_layer_class("A", 3)), 'new_layer_class("A", 3)',
       "methods and fields must have names."),
  # what TensorFlow and Keras say, without their scaffolding
  list(quote(k_reshape(1:4, c(3, 3))), "k_reshape(1:4, c(3, 3))",
       "Input to reshape is a tensor with 4 values, but the requested shape has 9"),
  # arguments of layers
  list(quote(model %>% layer_dense(units = "a")), 'layer_dense(., units = "a")',
       '`units` must be a whole number of at least 1, not the string "a".'),
  list(quote(layer_dense(units = "a")), 'layer_dense(units = "a")',
       '`units` must be a whole number of at least 1, not the string "a".'),
  list(quote(model %>% layer_dense(units = -1)), "layer_dense(., units = -1)",
       "`units` must be a whole number of at least 1, not -1."),
  list(quote(model %>% layer_dense(units = 0.5)), "layer_dense(., units = 0.5)",
       "`units` must be a whole number of at least 1, not 0.5."),
  list(quote(model %>% layer_dense(units = NA)), "layer_dense(., units = NA)",
       "`units` must be a whole number of at least 1, not NA."),
  list(quote(model %>% layer_dense(units = c(1, 2))), "layer_dense(., units = c(1, 2))",
       "`units` must be a whole number of at least 1, not c(1, 2)."),
  list(quote(model %>% layer_dense(units = NULL)), "layer_dense(., units = NULL)",
       "`units` must be a whole number of at least 1, not NULL."),
  list(quote(model %>% layer_dense(units = 3, actvation = "relu")),
       'layer_dense(., units = 3, actvation = "relu")', 'unused argument (actvation = "relu")'),
  list(quote(model %>% layer_dense()), "layer_dense(.)",
       'argument "units" is missing, with no default'),
  list(quote(model %>% layer_dense(units = 1, use_bias = "yes")),
       'layer_dense(., units = 1, use_bias = "yes")',
       '`use_bias` must be TRUE or FALSE, not the string "yes".'),
  list(quote(model %>% layer_dropout(rate = 2)), "layer_dropout(., rate = 2)",
       "`rate` must be a number from 0 to 1, not 2."),
  list(quote(layer_dense("model", units = 1)), 'layer_dense("model", units = 1)',
       paste0("`object` must be a sequential model, a tensor or a list of tensors or NULL, ",
              'not the string "model".')),
  # names that are not known
  list(quote(model %>% layer_dense(units = 1, activation = "rellu")),
       'layer_dense(., units = 1, activation = "rellu")',
       '`activation` is not known: "rellu". Did you mean "relu", "relu6", "elu"?'),
  list(quote(model %>% layer_activation("rellu")), 'layer_activation(., "rellu")',
       '`activation` is not known: "rellu". Did you mean "relu", "relu6", "elu"?'),
  list(quote(model %>% compile(optimizer = "adamm", loss = "mse")),
       'compile(., optimizer = "adamm", loss = "mse")',
       '`optimizer` is not known: "adamm". Did you mean "adam", "nadam", "adamax"?'),
  list(quote(model %>% compile(optimizer = "adam", loss = "mean_square_error")),
       'compile(., optimizer = "adam", loss = "mean_square_error")',
       paste0('`loss` is not known: "mean_square_error". Did you mean "mean_squared_error", ',
              '"mean_squared_logarithmic_error", "mean_absolute_error"?')),
  list(quote(model %>% compile(optimizer = "adam", loss = "mse", metrics = c("mae", "acuracy"))),
       'compile(., optimizer = "adam", loss = "mse", metrics = c("mae", "acuracy"))',
       '`metrics` is not known: "acuracy". Did you mean "accuracy", "binary_accuracy", "auc"?'),
  list(quote(model %>% compile(optimizer = "xyz", loss = "mse")),
       'compile(., optimizer = "xyz", loss = "mse")', '`optimizer` is not known: "xyz".'),
  list(quote(optimizer_sgd(lr = -1)), "optimizer_sgd(lr = -1)",
       "`lr` must be a number of at least 0 or a learning rate schedule, not -1."),
  list(quote(optimizer_sgd(rate = 1)), "optimizer_sgd(rate = 1)", "unused argument (rate = 1)"),
  # models that are not ready
  list(quote(get_weights(bare)), "get_weights(bare)",
       paste0('"bare" has no weights yet: set `input_shape` in its first layer, ',
              "or fit it to data first.")),
  list(quote(count_params(layer_dense(units = 1, name = "alone"))),
       'count_params(layer_dense(units = 1, name = "alone"))',
       paste0('"alone" has no weights yet: set its `input_shape` and add it to a model, ',
              "or call it on a tensor.")),
  list(quote(plain %>% fit(x, y)), "fit(., x, y)",
       "the model has not been compiled: call compile() with an optimizer and a loss first."),
  list(quote(plain %>% evaluate(x, y)), "evaluate(., x, y)",
       "the model has not been compiled: call compile() with an optimizer and a loss first."),
  list(quote(plain %>% train_on_batch(x, y)), "train_on_batch(., x, y)",
       "the model has not been compiled: call compile() with an optimizer and a loss first."),
  # data that do not fit
  list(quote(model %>% fit(x, y[1:3, ])), "fit(., x, y[1:3, ])",
       "`x` and `y` must have the same number of samples, not 4 and 3."),
  list(quote(model %>% fit(x, y, sample_weight = c(1, 2))),
       "fit(., x, y, sample_weight = c(1, 2))",
       "`x` and `sample_weight` must have the same number of samples, not 4 and 2."),
  list(quote(model %>% fit(x, y, validation_data = list(x, y[1:3, ]))),
       "fit(., x, y, validation_data = list(x, y[1:3, ]))",
       paste0("`validation_data[[1]]` and `validation_data[[2]]` must have the same number ",
              "of samples, not 4 and 3.")),
  list(quote(model %>% fit(x, y, validation_data = list(x))),
       "fit(., x, y, validation_data = list(x))",
       paste0("`validation_data` must be list(x, y) or list(x, y, sample_weight), ",
              "not a list of length 1.")),
  list(quote(model %>% fit(x[, 1:2], y)), "fit(., x[, 1:2], y)",
       "`x` must have 3 features (columns), not 2."),
  list(quote(model %>% predict(x[, 1:2])), "predict(., x[, 1:2])",
       "`x` must have 3 features (columns), not 2."),
  list(quote(model %>% predict(array(0, c(2, 3, 4)))), "predict(., array(0, c(2, 3, 4)))",
       "`x` must be of shape (samples, 3), not (2, 3, 4)."),
  list(quote(model %>% predict(c(1, 2, 3))), "predict(., c(1, 2, 3))",
       paste("`x` must be of shape (samples, 3), not (3). For a single sample,",
             "keep its dimensions: x[1, , drop = FALSE].")),
  list(quote(model %>% fit(x)), "fit(., x)",
       "`y` is missing: the model's loss needs targets."),
  list(quote(model %>% fit()), "fit(.)", "`x` is missing: give data."),
  list(quote(model %>% predict()), "predict.keras.engine.training.Model(.)", # R's own
       'argument "x" is missing, with no default'),
  list(quote(model %>% fit(matrix("a", 4, 3), y)), 'fit(., matrix("a", 4, 3), y)',
       paste0("`x` must be numeric, not a character matrix of 4 x 3: ",
              "convert text to numbers first.")),
  list(quote(model %>% fit(x, letters[1:4])), "fit(., x, letters[1:4])",
       paste0("`y` must be numeric, not a character vector of length 4: ",
              "convert text to numbers first.")),
  list(quote(model %>% fit(data.frame(a = 1:4, b = 1:4, town = letters[1:4]), y)),
       "fit(., data.frame(a = 1:4, b = 1:4, town = letters[1:4]), y)",
       paste0('`x` has a column of text: "town". ',
              "Convert it to numbers, for instance with as.integer(factor(...)) - 1.")),
  list(quote(model %>% fit(x, factor(c("a", NA, "b", "a")))),
       'fit(., x, factor(c("a", NA, "b", "a")))', "`y` is a factor with 1 missing label (NA)."),
  list(quote(model %>% fit(x[0, ], y[0, ])), "fit(., x[0, ], y[0, ])", "`x` has no samples."),
  list(quote(model %>% evaluate(x[0, ], y[0, ])), "evaluate(., x[0, ], y[0, ])",
       "`x` has no samples."),
  list(quote(model %>% fit(x, y, batch_size = 0)), "fit(., x, y, batch_size = 0)",
       "`batch_size` must be a whole number of at least 1 or NULL, not 0."),
  list(quote(model %>% fit(x, y, epochs = -1)), "fit(., x, y, epochs = -1)",
       "`epochs` must be a whole number of at least 0, not -1."),
  list(quote(model %>% fit(x, y, validation_split = 1.5)),
       "fit(., x, y, validation_split = 1.5)",
       "`validation_split` must be a number from 0 to 1, not 1.5."),
  list(quote(model %>% fit(x, y, verbose = 3)), "fit(., x, y, verbose = 3)",
       '`verbose` must be "auto", 0, 1 or 2, not 3.'),
  list(quote(model %>% fit(x, y, callbacks = list(mean))),
       "fit(., x, y, callbacks = list(mean))",
       paste("`callbacks` must be a callback or a list of callbacks or NULL, not a list with an",
             "R function.")),
  list(quote(model %>% fit(x, y, class_weight = c(1, 2))),
       "fit(., x, y, class_weight = c(1, 2))",
       "`class_weight` must be a named list or vector or NULL, not c(1, 2)."),
  list(quote(set_weights(model, list(1, 2))), "set_weights(model, list(1, 2))",
       "`weights[[1]]` must be of shape (3, 2), not (1)."),
  list(quote(set_weights(model, list(matrix(0, 3, 2), 1))),
       "set_weights(model, list(matrix(0, 3, 2), 1))",
       "`weights[[2]]` must be of shape (2), not (1)."),
  list(quote(set_weights(model, list())), "set_weights(model, list())",
       "`weights` must be a list of 2 arrays, as returned by get_weights(), not of 0."),
  # data preparation
  list(quote(to_categorical(c(0, -1))), "to_categorical(c(0, -1))",
       "`y` must be labels from 0, but the smallest is -1."),
  list(quote(to_categorical(c(0, 3), num_classes = 3)),
       "to_categorical(c(0, 3), num_classes = 3)",
       "`y` must be labels below `num_classes`, 3, but the largest is 3."),
  list(quote(to_categorical(c(0, 5), 3)), "to_categorical(c(0, 5), 3)",
       "`y` must be labels below `num_classes`, 3, but the largest is 5."),
  list(quote(to_categorical(c(0, NA))), "to_categorical(c(0, NA))",
       "`y` has missing values (NA); each label must be known."),
  list(quote(to_categorical(c(0L, NA))), "to_categorical(c(0L, NA))",
       "`y` has missing values (NA); each label must be known."),
  list(quote(to_categorical(c("1", "1.5"))), 'to_categorical(c("1", "1.5"))',
       "`y` must be whole numbers from 0, or a factor, not a character vector of length 2."),
  list(quote(to_categorical("a")), "to_categorical(\"a\")",
       "`y` must be whole numbers from 0, or a factor, not a character vector of length 1."),
  list(quote(to_categorical(integer())), "to_categorical(integer())",
       "`y` is empty: specify `num_classes`."),
  list(quote(array_reshape(1:6, c(4, 2))), "array_reshape(1:6, c(4, 2))",
       "`dim` must have as many elements as `x`, 6, not c(4, 2)."),
  list(quote(normalize("a")), 'normalize("a")',
       "`x` must be a numeric vector, matrix or array, not a character vector of length 1."),
  list(quote(pad_sequences(list(1:3), padding = "left")),
       'pad_sequences(list(1:3), padding = "left")',
       '`padding` must be "pre" or "post", not the string "left".'),
  list(quote(pad_sequences(1:3)), "pad_sequences(1:3)",
       "`sequences` must be a list of numeric vectors, not an integer vector of length 3.")
)

state <- function() {
  list(get_weights(model), length(model$layers), model$optimizer$name, model$loss,
       length(plain$layers), length(bare$layers))
}
before <- state()
here <- environment()

for (case in cases) {
  test_that(paste0(deparse(case[[1]], width.cutoff = 500L), collapse = " "), {
    error <- tryCatch({
      eval(case[[1]], here)
      NULL
    }, error = identity)
    expect_s3_class(error, "error")
    expect_identical(conditionMessage(error), case[[3]])
    expect_identical(paste(deparse(conditionCall(error), width.cutoff = 500L), collapse = ""),
                     case[[2]])
    expect_identical(state(), before)
  })
}

test_that("the session works after all of them", {
  expect_equal(c(model %>% predict(x[1, , drop = FALSE], verbose = 0)), c(38.5, 82.5))
  other <- fresh()
  history <- other %>% fit(x, y, epochs = 2, verbose = 0)
  expect_length(history$metrics$loss, 2)
})

test_that("a factor gives zero-based codes", {
  classes <- keras_model_sequential() %>% layer_dense(units = 3, input_shape = 3)
  set_weights(classes, list(matrix(0, 3, 3), array(c(0, 1, 2), 3)))
  loss <- loss_sparse_categorical_crossentropy(from_logits = TRUE)
  classes %>% compile(optimizer = "sgd", loss = loss)
  labels <- factor(c("lo", "mid", "hi", "hi"), levels = c("lo", "mid", "hi"))
  got <- classes %>% evaluate(x, labels, verbose = 0)
  p <- exp(0:2) / sum(exp(0:2))
  expect_equal(got[["loss"]], mean(-log(p[c(1, 2, 3, 3)])), tolerance = 1e-5)
  expect_equal(to_categorical(labels), diag(3)[c(1, 2, 3, 3), ])
})

test_that("missing values bring one warning that names the argument and counts them", {
  holes <- x
  holes[1, 1] <- NA
  holes[2, 3] <- NaN
  other <- fresh()
  warned <- list()
  withCallingHandlers(
    other %>% fit(holes, y, epochs = 3, verbose = 0),
    warning = function(w) {
      warned[[length(warned) + 1]] <<- w
      invokeRestart("muffleWarning")
    }
  )
  expect_length(warned, 1)
  expect_identical(
    conditionMessage(warned[[1]]),
    paste("`x` has 2 missing values (NA or NaN): losses, weights and predictions can become NaN.",
          "Remove or replace such values first.")
  )
  expect_identical(deparse(conditionCall(warned[[1]])),
                   "fit(., holes, y, epochs = 3, verbose = 0)")
})

test_that("missing integers are NaN in the model's data, not a number", {
  whole <- matrix(c(1L, 2L, NA), 1)
  p <- suppressWarnings(model %>% predict(whole, verbose = 0))
  expect_true(all(is.nan(p)))
})

test_that("an error of TensorFlow's graph has its last line, with the layer", {
  model <- keras_model_sequential() %>%
    layer_embedding(5, 2, input_length = 3, name = "words") %>%
    layer_flatten() %>%
    layer_dense(1) %>%
    compile("sgd", "mse")
  message <- tryCatch(
    fit(model, matrix(7L, 4, 3), 1:4, epochs = 1, verbose = 0), error = conditionMessage
  )
  expect_match(message, "\nindices\\[0,0\\] = 7 is not in \\[0, 5\\) \\(in [^ ]*words[^ ]*\\)\n")
})

test_that("an operator of tensors is called by its name", {
  error <- tryCatch(k_ones(c(2, 3)) + k_ones(c(2, 4)), error = identity)
  expect_identical(conditionCall(error)[[1]], as.name("+"))
  expect_match(conditionMessage(error), "[2,3] vs. [2,4]", fixed = TRUE)
})

test_that("a loss without a gradient says so", {
  model <- keras_model_sequential() %>%
    layer_dense(1, input_shape = 2) %>%
    compile("sgd", loss = function(y_true, y_pred) k_mean(y_true))
  expect_error(
    fit(model, matrix(0, 2, 2), 1:2, epochs = 1, verbose = 0),
    "No gradients provided for any variable. The loss does not depend on the model's weights"
  )
})

test_that("text is no data, whatever its shape", {
  model <- keras_model_sequential() %>% layer_dense(1, input_shape = 2) %>% compile("sgd", "mse")
  expect_error(fit(model, "abc", 1), "`x` must be numeric")
})
