# Functional models: several inputs and outputs as R gives them, layers by name and position.

two_ways <- function() {
  main <- layer_input(shape = 3, name = "main_input")
  aux <- layer_input(shape = 2, name = "aux_input")
  hidden <- main %>% layer_dense(units = 4, name = "hidden")
  aux_output <- hidden %>% layer_dense(units = 1, name = "aux_output")
  main_output <- list(hidden, aux) %>%
    layer_both() %>%
    layer_dense(units = 1, name = "main_output")
  keras_model(inputs = c(main, aux), outputs = c(main_output, aux_output))
}
# A layer for two inputs: their concatenation.
layer_both <- function(tensors) k_concatenate(tensors, -1)

x <- list(main_input = matrix(seq(0, 1, length.out = 12), 4),
          aux_input = matrix(seq(-1, 1, length.out = 8), 4))
y <- list(main_output = c(1, 2, 3, 4), aux_output = c(0, 1, 0, 1))

# What the model computes, worked out in R.
outputs <- function(model) {
  w <- function(name) get_weights(get_layer(model, name))
  dense <- function(x, w) sweep(x %*% w[[1]], 2, w[[2]], "+")
  hidden <- dense(x$main_input, w("hidden"))
  list(main_output = dense(cbind(hidden, x$aux_input), w("main_output")),
       aux_output = dense(hidden, w("aux_output")))
}

test_that("data, losses and metrics go by the names of inputs and outputs", {
  model <- two_ways()
  model %>% compile(
    optimizer = "sgd", loss = list(aux_output = "mae", main_output = "mse"),
    loss_weights = list(main_output = 1, aux_output = 0.2), metrics = list(aux_output = "mse")
  )
  values <- outputs(model)
  squared <- mean((values$main_output - y$main_output)^2)
  off <- mean(abs(values$aux_output - y$aux_output))
  expected <- c(loss = squared + 0.2 * off, main_output_loss = squared, aux_output_loss = off,
                aux_output_mse = mean((values$aux_output - y$aux_output)^2))
  expect_equal(model %>% evaluate(rev(x), rev(y), verbose = 0), expected, tolerance = 1e-5)
  expect_equal(model %>% evaluate(unname(x), unname(y), verbose = 0), expected, tolerance = 1e-5)
  expect_equal(predict(model, rev(x), verbose = 0), unname(values), tolerance = 1e-5)
  history <- model %>% fit(rev(x), y, epochs = 2, verbose = 0, validation_data = list(x, rev(y)))
  expect_identical(names(history$metrics), c(names(expected), paste0("val_", names(expected))))
  expect_error(model %>% evaluate(x["main_input"], y, verbose = 0),
               "`x` must have an element for each input of the model")
})

test_that("layers are found by name and by position from 1", {
  model <- two_ways()
  expect_identical(get_layer(model, "hidden")$units, 4L)
  expect_identical(get_layer(model, index = 1)$name, "main_input")
  expect_error(get_layer(model, "hiden"), 'Did you mean "hidden"')
  part <- keras_model(model$input, get_layer(model, "hidden")$output)
  expect_identical(dim(predict(part, x, verbose = 0)), c(4L, 4L))
})

test_that("layers are frozen from, to, or by a function", {
  model <- two_ways()
  learning <- function() {
    vapply(Filter(function(layer) length(layer$weights), model$layers),
           function(layer) layer$trainable, NA)
  }
  shown <- withVisible(freeze_weights(model, to = "hidden"))
  expect_false(shown$visible)
  expect_identical(learning(), c(FALSE, TRUE, TRUE))
  unfreeze_weights(model, from = -1)
  expect_identical(learning(), c(FALSE, FALSE, TRUE))
  freeze_weights(model, which = function(layer) identical(layer$name, "hidden"))
  expect_identical(learning(), c(FALSE, TRUE, TRUE))
  freeze_weights(model)
  expect_identical(learning(), c(FALSE, FALSE, FALSE))
  expect_length(model$trainable_weights, 0)
})

test_that("layers are taken off and put on", {
  model <- keras_model_sequential() %>%
    layer_dense(units = 2, input_shape = 3) %>%
    layer_dense(units = 1)
  model %>% pop_layer() %>% layer_dense(units = 5)
  expect_identical(vapply(model$layers, function(layer) layer$units, 1L), c(2L, 5L))
})

test_that("calls of a layer count from 1", {
  dense <- layer_dense(units = 2)
  one <- dense(layer_input(shape = c(5, 3)))
  two <- dense(layer_input(shape = c(7, 3)))
  expect_identical(get_output_at(dense, 2)$name, two$name)
  expect_identical(get_input_shape_at(dense, 1), list(NULL, 5L, 3L))
  expect_identical(get_output_shape_at(dense, 2), list(NULL, 7L, 2L))
  expect_error(get_output_at(dense, 3), "was called 2 times, not 3")
  expect_null(get_input_mask_at(dense, 1))
})

test_that("a clone may be changed by a function", {
  model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)
  clone <- clone_model(model, clone_function = function(layer) {
    config <- get_config(layer)
    config$units <- 7L
    from_config(config)
  })
  expect_identical(dim(predict(clone, matrix(0, 1, 3), verbose = 0)), c(1L, 7L))
})

test_that("schedules are called with a step", {
  schedule <- learning_rate_schedule_exponential_decay(0.1, decay_steps = 10, decay_rate = 0.5)
  expect_equal(as.numeric(schedule(20)), 0.1 * 0.5^2, tolerance = 1e-6)
  steps <- learning_rate_schedule_piecewise_constant_decay(c(10, 20), c(1, 0.5, 0.1))
  expect_equal(vapply(c(10, 11, 21), function(s) as.numeric(steps(s)), 1), c(1, 0.5, 0.1),
               tolerance = 1e-6)
})

test_that("a model is drawn with its layers", {
  file <- tempfile(fileext = ".pdf")
  grDevices::pdf.options(compress = FALSE)
  on.exit(grDevices::pdf.options(reset = TRUE))
  model <- two_ways()
  expect_true(plot(model, show_shapes = TRUE, to_file = file) == model)
  text <- paste(readLines(file, warn = FALSE), collapse = "\n")
  kerning <- "\\)\\s*-?[0-9.]+\\s*\\(|[][()\\\\]"
  text <- gsub(kerning, "", text, useBytes = TRUE)
  for (label in c("main_input", "hidden Dense", "aux_output Dense", "None, 4")) {
    expect_true(grepl(label, text, fixed = TRUE, useBytes = TRUE), info = label)
  }
  expect_error(plot(model, to_file = "model.txt"), "must be a file that ends in .png, .pdf or .svg")
  expect_error(plot(model, colour = 1), "unused argument \\(colour\\)")
})

test_that("the boxes of a drawing do not cover each other, at 150 layers and in every direction", {
  lay_out <- getFromNamespace("lay_out", "keras")
  model <- keras_model_sequential(input_shape = 4)
  for (i in 1:150) layer_dense(model, 4)
  picture <- getFromNamespace("call_python", "keras")(".model_picture", list(model, FALSE, NULL))
  labels <- paste0(picture$name, " (Dense)\n(None, 4)")
  for (across in c(FALSE, TRUE)) for (room in list(NULL, c(7, 7))) {
    layout <- lay_out(picture, labels, across, room)
    pairs <- combn(length(labels), 2)
    apart <- function(at, half) {
      abs(at[pairs[1, ]] - at[pairs[2, ]]) - half[pairs[1, ]] - half[pairs[2, ]]
    }
    expect_gt(min(pmax(apart(layout$along, layout$half_along),
                       apart(layout$beside, layout$half_beside))), 0.05)
    extent <- if (across) rev(layout$size) else layout$size
    expect_lt(max(layout$beside + layout$half_beside), extent[1])
    expect_lt(max(layout$along + layout$half_along), extent[2])
    # text of 12 points in a file; on a screen of 7 inches at least two fifths of that
    expect_gt(min(1, room / layout$size), 0.4)
    expect_true(all(layout$size < 25))
  }
})

test_that("eight layers from left to right can be read on a screen of 7 and of 5 inches", {
  lay_out <- getFromNamespace("lay_out", "keras")
  model <- keras_model_sequential(input_shape = c(28, 28, 1)) %>%
    layer_conv_2d(8, 3) %>%
    layer_max_pooling_2d() %>%
    layer_conv_2d(16, 3) %>%
    layer_max_pooling_2d() %>%
    layer_flatten() %>%
    layer_dropout(0.2) %>%
    layer_dense(64) %>%
    layer_dense(10)
  picture <- getFromNamespace("call_python", "keras")(".model_picture", list(model, FALSE, NULL))
  for (labels in list(paste0(picture$name, "\n(", picture$type, ")"),
                      paste0(picture$name, "\n(", picture$type, ")\n", picture$shape))) {
    for (inches in c(5, 7)) {
      layout <- lay_out(picture, labels, TRUE, c(inches, inches))
      expect_gt(min(1, inches / layout$size), 0.8)
      for (strip in unique(layout$strip)) { # from left to right, with room for an arrow
        here <- which(layout$strip == strip)
        ends <- layout$along[here] + layout$half_along[here]
        begins <- layout$along[here] - layout$half_along[here]
        expect_true(all(begins[-1] - ends[-length(ends)] > 0.25))
      }
    }
    in_file <- lay_out(picture, labels, TRUE) # is as wide as it takes
    expect_identical(unique(in_file$strip), 0)
  }
})

test_that("arrows that pass other layers run beside them, each in a lane of its own", {
  lanes_of <- getFromNamespace("lanes_of", "keras")
  # 1 -> 2 -> 3 -> 4 -> 5, with 1 -> 3, 3 -> 5 and 1 -> 5
  picture <- list(row = 1:5, from = c(1, 2, 3, 4, 1, 3, 1), to = c(2, 3, 4, 5, 3, 5, 5))
  expect_equal(lanes_of(picture), c(0, 0, 0, 0, 1, 2, 3))
})

test_that("plot() has R keras's arguments", {
  model <- two_ways()
  expect_identical(names(formals(getS3method("plot", "keras.engine.training.Model"))), c(
    "x", "show_shapes", "show_dtype", "show_layer_names", "...", "rankdir", "expand_nested", "dpi",
    "layer_range", "show_layer_activations", "to_file"
  ))
  for (rankdir in c("TB", "BT", "LR", "RL")) {
    file <- tempfile(fileext = ".png")
    plot(model, rankdir = rankdir, dpi = 50, show_layer_activations = TRUE, show_dtype = TRUE,
         expand_nested = TRUE, to_file = file)
    expect_gt(file.size(file), 1000)
  }
  png <- vapply(c(48, 96), function(dpi) {
    file <- tempfile(fileext = ".png")
    plot(model, dpi = dpi, to_file = file)
    dim(png::readPNG(file))[1:2]
  }, c(0, 0))
  expect_equal(png[, 2] / png[, 1], c(2, 2), tolerance = 0.02)
  expect_error(plot(model, rankdir = "up"), "should be one of")
  expect_error(plot(model, layer_range = "hidden"), "names of two layers")
})

test_that("a model that branches prints what its layers are connected to", {
  lines <- capture.output(print(two_ways()))
  expect_match(lines[[3]], "Connected to")
  expect_true(any(grepl("aux_output (Dense)", lines, fixed = TRUE) &
                    grepl("hidden[0][0]", lines, fixed = TRUE)))
})

test_that("a loss that reads tensors of the model is known by what its code reads", {
  reads <- keras:::reads_symbolic
  tensor <- layer_input(shape = 2)
  tensors <- list(1, tensor)
  number <- 3
  helper <- function() k_mean(tensor)
  expect_true(reads(function(y_true, y_pred) k_mean(tensor)))
  expect_true(reads(function(y_true, y_pred) y_true + tensors[[2]]))
  expect_true(reads(function(y_true, y_pred) y_pred * helper()))
  expect_false(reads(function(y_true, y_pred) k_mean(y_true - y_pred) * number))
  expect_false(reads(function(tensor, tensors) k_mean(tensor - tensors)))
  expect_false(reads(sum))
  expect_false(reads(loss_mean_squared_error))
  endless <- function(y_true, y_pred) endless(y_true, y_pred)
  expect_false(reads(endless))
})

test_that("a loss may ask layers that it holds for their tensors", {
  input <- layer_input(shape = 2)
  code <- layer_dense(input, units = 2, name = "code", weights = list(diag(c(2, -1)), array(0, 2)))
  model <- keras_model(input, layer_dense(code, units = 1))
  layer <- get_layer(model, "code")
  size <- function(tensor) k_sum(k_square(tensor), axis = -1)
  slope <- function(y_true, y_pred) {
    k_gradients(layer$output, model$input) %>% k_square() %>% k_sum(axis = list(2, 3))
  }
  x <- matrix(c(1, 2, 3, 4, 5, 6), 3)
  known <- mean(rowSums((x %*% diag(c(2, -1)))^2))
  losses <- list(
    held = list(function(y_true, y_pred) size(layer$output), known),
    found = list(function(y_true, y_pred) size(get_layer(model, "code")$output), known),
    asked = list(function(y_true, y_pred) size(get_output_at(layer, 1)), known),
    input = list(function(y_true, y_pred) size(layer$input), mean(rowSums(x^2))),
    # the slopes of the sum of both units; the first axis is that of the list of gradients
    slope = list(slope, sum(c(2, -1)^2) * nrow(x))
  )
  for (name in names(losses)) {
    model %>% compile(optimizer = "sgd", loss = losses[[name]][[1]])
    found <- model %>% evaluate(x, c(0, 1, 0), verbose = 0)
    expect_equal(found[[1]], losses[[name]][[2]], tolerance = 1e-5, label = name)
  }
})

test_that("a loss that another package makes may read tensors of the model", {
  package <- structure(new.env(parent = baseenv()), name = "package")
  assign(".__NAMESPACE__.", new.env(), package)
  assign("spec", c(name = "package"), package$.__NAMESPACE__.)
  tensor <- layer_input(shape = 2)
  make <- function(tensor) function(y_true, y_pred) y_pred * tensor
  exported <- function(y_true, y_pred) y_pred * tensor
  environment(make) <- environment(exported) <- package
  expect_true(isNamespace(package))
  expect_true(keras:::reads_symbolic(make(tensor)))
  package$tensor <- tensor
  expect_false(keras:::reads_symbolic(exported))
})

test_that("metrics read tensors of the model", {
  input <- layer_input(shape = 2)
  code <- input %>% layer_dense(units = 2, weights = list(diag(c(2, -1)), array(0, 2)))
  model <- keras_model(input, code %>% layer_dense(units = 1))
  model$add_metric(k_mean(code), name = "level", aggregation = "mean")
  size <- custom_metric("size", function(y_true, y_pred) k_sum(k_square(code), axis = -1))
  model %>% compile(optimizer = "sgd", loss = "mse", metrics = list("mae", size))
  x <- matrix(c(1, 2, 3, 4, 5, 6), 3)
  found <- model %>% evaluate(x, c(0, 1, 0), verbose = 0)
  seen <- x %*% diag(c(2, -1))
  expect_identical(names(found), c("loss", "mae", "size", "level"))
  expect_equal(unname(found[c("size", "level")]), c(mean(rowSums(seen^2)), mean(seen)),
               tolerance = 1e-5)
})

test_that("a variational autoencoder learns by the loss that is added to it", {
  set.seed(1)
  x <- matrix(runif(60), 10)
  input <- layer_input(shape = 6)
  hidden <- input %>% layer_dense(units = 4, activation = "relu", name = "hidden")
  mean <- hidden %>% layer_dense(units = 2, name = "mean")
  log_var <- hidden %>% layer_dense(units = 2, name = "log_var")
  code <- list(mean, log_var) %>% layer_lambda(function(of) {
    of[[1]] + k_exp(of[[2]] / 2) * k_random_normal(k_shape(of[[1]]), seed = 1)
  })
  output <- code %>% layer_dense(units = 6, name = "output")
  model <- keras_model(input, output)
  distance <- k_sum(k_square(input - output), axis = -1)
  divergence <- -0.5 * k_sum(1 + log_var - k_square(mean) - k_exp(log_var), axis = -1)
  model$add_loss(k_mean(distance + divergence))
  model$add_metric(distance, name = "distance")
  model$add_metric(divergence, name = "divergence")
  model %>% compile(optimizer = optimizer_adam(0.02))

  found <- model %>% evaluate(x, verbose = 0)
  dense <- function(x, name) {
    w <- get_weights(get_layer(model, name))
    sweep(x %*% w[[1]], 2, w[[2]], "+")
  }
  by_hand <- function(x) {
    h <- pmax(dense(x, "hidden"), 0)
    m <- dense(h, "mean")
    v <- dense(h, "log_var")
    mean(-0.5 * rowSums(1 + v - m^2 - exp(v)))
  }
  expect_named(found, c("loss", "distance", "divergence"))
  expect_equal(found[["divergence"]], by_hand(x), tolerance = 1e-4)
  expect_equal(found[["loss"]], found[["distance"]] + found[["divergence"]], tolerance = 1e-5)

  history <- model %>% fit(x, epochs = 40, batch_size = 5, verbose = 0)
  expect_lt(mean(tail(history$metrics$loss, 5)), 0.7 * history$metrics$loss[[1]])
  expect_error(model$add_loss(layer_input(shape = 3)), "must be computed from its inputs")
})

test_that("targets of a model that was made with named outputs have these names", {
  input <- layer_input(1)
  model <- keras_model(input, list(p = layer_dense(input, 1), q = layer_dense(input, 2)))
  model %>% compile("sgd", "mse")
  x <- matrix(1, 2)
  named <- list(q = matrix(0, 2, 2), p = matrix(1, 2))
  expect_error(evaluate(model, x, unname(named), verbose = 0),
               "`y` must be a named list: the outputs of the model are", fixed = TRUE)
  expect_true("loss" %in% names(evaluate(model, x, named, verbose = 0)))
})
