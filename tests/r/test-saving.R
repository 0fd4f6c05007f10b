# Models that R keeps: files, raw vectors, functions of its own, several inputs and outputs.

x <- matrix(c(1, 2, 3, 4, 5, 6, 7, 8) / 8, 4)
y <- c(1, 0, 1, 0)
weights <- list(matrix(c(0.5, -0.25), 2), array(0.1, 1))
expected <- x %*% weights[[1]] + 0.1

line <- function(...) {
  keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 2, weights = weights, name = "only") %>%
    compile(optimizer = optimizer_sgd(lr = 0.1), ...)
}
new_folder <- function() {
  folder <- tempfile()
  dir.create(folder)
  folder
}
output <- function(model) c(predict(model, x, verbose = 0))

test_that("models come back from files of any kind, and pipes go on", {
  model <- line(loss = "mse")
  folder <- new_folder()
  for (name in c("a.h5", "b.hdf5", "c.keras")) {
    path <- file.path(folder, name)
    back <- model %>% save_model_hdf5(path)
    expect_true(back == model)
    expect_identical(output(load_model_hdf5(path)), output(model))
  }
  save_model_tf(model, file.path(folder, "d"))
  same <- load_model_tf(file.path(folder, "d"))
  expect_identical(output(same), output(model))
  expect_equal(output(same), c(expected), tolerance = 1e-6)
  history <- same %>% fit(x, y, epochs = 1, verbose = 0)
  expect_equal(history$metrics$loss, mean((expected - y)^2), tolerance = 1e-6)
})

test_that("a raw vector outlives saveRDS()", {
  model <- line(loss = "mse")
  raw <- serialize_model(model)
  expect_type(raw, "raw")
  file <- tempfile()
  saveRDS(list(model = raw), file)
  same <- unserialize_model(readRDS(file)$model)
  expect_identical(output(same), output(model))
  expect_true(same$compiled)
  expect_false(unserialize_model(serialize_model(model, include_optimizer = FALSE))$compiled)
})

test_that("losses and metrics in R are found by their names", {
  off <- function(y_true, y_pred) k_mean(k_abs(y_true - y_pred))
  model <- line(loss = off, metrics = list(custom_metric("off", off)))
  before <- model %>% evaluate(x, y, verbose = 0)
  expect_equal(before[["off"]], mean(abs(expected - y)), tolerance = 1e-6)
  path <- tempfile(fileext = ".h5")
  save_model_hdf5(model, path)
  expect_error(load_model_hdf5(path), "custom_objects = list(off = ...)", fixed = TRUE)
  objects <- list(off = off)
  same <- load_model_hdf5(path, custom_objects = objects)
  expect_identical(same %>% evaluate(x, y, verbose = 0), before)
  same <- with_custom_object_scope(objects, load_model_hdf5(path))
  expect_identical(same %>% evaluate(x, y, verbose = 0), before)
  expect_error(load_model_hdf5(path)) # the scope has ended
  expect_false(load_model_hdf5(path, compile = FALSE)$compiled)
})

test_that("a variable that cannot be made does not matter to a loss", {
  delayedAssign("a_promise", stop("it was asked for"), assign.env = globalenv())
  on.exit(rm("a_promise", envir = globalenv()))
  loss <- eval(quote(function(y_true, y_pred) k_mean(y_pred)), globalenv())
  model <- line(loss = loss)
  expect_equal(model %>% evaluate(x, y, verbose = 0), c(loss = mean(expected)), tolerance = 1e-6)
})

test_that("functions without a name are told apart in files", {
  far <- function(y_true, y_pred) k_max(k_abs(y_true - y_pred))
  model <- line(loss = function(y_true, y_pred) k_mean(k_square(y_true - y_pred), axis = -1),
                metrics = list(far, function(y_true, y_pred) k_mean(y_pred),
                               function(y_true, y_pred) -k_mean(y_pred)))
  before <- model %>% evaluate(x, y, verbose = 0)
  expect_equal(before, c(loss = mean((expected - y)^2), far = max(abs(expected - y)),
                         r_metric = mean(expected), r_metric_1 = -mean(expected)),
               tolerance = 1e-6)
  square <- function(y_true, y_pred) k_mean(k_square(y_true - y_pred), axis = -1)
  objects <- list(r_loss = square, far = far,
                  r_metric = function(y_true, y_pred) k_mean(y_pred),
                  r_metric_1 = function(y_true, y_pred) -k_mean(y_pred))
  for (path in c(tempfile(fileext = ".h5"), tempfile(fileext = ".keras"))) {
    save_model_tf(model, path)
    expect_error(load_model_tf(path),
                 '"(r_(loss|metric)(_1)?|far)", .*: pass it as `custom_obj')
    same <- load_model_tf(path, custom_objects = objects)
    expect_equal(same %>% evaluate(x, y, verbose = 0), before, tolerance = 1e-6)
  }
})

test_that("functions are known by their variables, and no code runs to find them", {
  compile_here <- function(not_given, not_forced) {
    makeActiveBinding("active", function() stop("read"), environment())
    inner <- function(y_true, y_pred) k_mean(y_pred)
    line(loss = inner)
  }
  path <- tempfile(fileext = ".keras")
  save_model_hdf5(compile_here(not_forced = stop("forced")), path)
  expect_error(load_model_hdf5(path), "custom_objects = list(inner = ...)", fixed = TRUE)
  expect_identical(compile_here()$loss$`__name__`, "inner")
  save_model_hdf5(line(loss = function(y_true, y_pred) k_mean(y_pred)), path)
  expect_error(load_model_hdf5(path), "custom_objects = list(r_loss = ...)", fixed = TRUE)
})

test_that("exporting is a generic", {
  folder <- file.path(new_folder(), "export")
  shown <- withVisible(export_savedmodel(line(loss = "mse"), folder))
  expect_identical(shown, list(value = folder, visible = FALSE))
  expect_equal(output(load_model_tf(folder)), c(expected), tolerance = 1e-6)
  expect_error(export_savedmodel(1, folder), "no applicable method")
})

test_that("weights come back from HDF5 files and checkpoints", {
  model <- line(loss = "mse")
  other <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
  path <- tempfile(fileext = ".h5")
  model %>% save_model_weights_hdf5(path)
  expect_identical(get_weights(other %>% load_model_weights_hdf5(path)), get_weights(model))
  set_weights(other, lapply(weights, function(w) 0 * w))
  path <- file.path(new_folder(), "w")
  save_model_weights_tf(model, path)
  load_model_weights_tf(other, path)
  expect_identical(get_weights(other), get_weights(model))
  expect_error(save_model_weights_hdf5(model, tempdir(), overwrite = FALSE), "`filepath` exists")
})

test_that("configurations are read, changed and used", {
  config <- get_config(layer_dense(units = 2, activation = "relu"))
  expect_identical(config$units, 2L)
  expect_identical(config[["activation"]], "relu")
  expect_true("kernel_initializer" %in% names(config))
  config$units <- 5L
  same <- from_config(config)
  expect_identical(same$units, 5L)
  json <- model_to_json(line(loss = "mse"))
  expect_type(json, "character")
  expect_identical(model_from_json(json)$layers[[1]]$name, "only")
})

test_that("callbacks take what R gives", {
  folder <- new_folder()
  model <- line(loss = "mse")
  history <- model %>% fit(x, y, epochs = 2, verbose = 0, callbacks = list(
    callback_model_checkpoint(file.path(folder, "w.{epoch:02d}.hdf5"), save_weights_only = TRUE),
    callback_csv_logger(file.path(folder, "log.csv")),
    callback_reduce_lr_on_plateau(monitor = "loss", patience = 1, factor = 0.5),
    callback_terminate_on_naan()
  ))
  expect_identical(list.files(folder), c("log.csv", "w.01.hdf5", "w.02.hdf5"))
  log <- read.csv(file.path(folder, "log.csv"))
  expect_identical(log$epoch, 0:1)
  expect_equal(log$loss, history$metrics$loss, tolerance = 1e-12)
  expect_equal(history$metrics$lr, c(0.1, 0.1), tolerance = 1e-6)
})

test_that("generators are functions", suppressWarnings({ # which are deprecated
  model <- line(loss = "mse")
  batch <- function() list(x, y)
  history <- model %>% fit_generator(batch, steps_per_epoch = 2, epochs = 3, verbose = 0)
  expect_s3_class(history, "keras_training_history")
  expect_length(history$metrics$loss, 3)
  set_weights(model, weights)
  expect_equal(evaluate_generator(model, batch, steps = 1), c(loss = mean((expected - y)^2)),
               tolerance = 1e-6)
  expect_equal(c(predict_generator(model, function() list(x), steps = 2)),
               c(expected, expected), tolerance = 1e-6)
  values <- list("a", "b")
  generator <- function() {
    value <- values[1]
    values <<- values[-1]
    if (length(value)) value[[1]]
  }
  expect_identical(list(generator_next(generator), generator_next(generator),
                        generator_next(generator, completed = "end")), list("a", "b", "end"))
}))

test_that("classes count from 0", suppressWarnings({ # which are deprecated
  model <- keras_model_sequential(input_shape = 3) %>% layer_activation("softmax")
  scores <- rbind(c(1, 3, 2), c(5, 3, 2))
  expect_identical(c(model %>% predict_classes(scores)), c(1L, 0L))
  expect_equal(model %>% predict_proba(scores), exp(scores) / rowSums(exp(scores)),
               tolerance = 1e-6)
}))

test_that("arrays of Python stay there until they are asked for", {
  array <- keras_array(matrix(c(1.5, 2, 3, 4), 2))
  expect_s3_class(array, c("numpy.ndarray", "python.builtin.object"))
  expect_identical(dim(array), c(2L, 2L))
  expect_identical(as.array(array), matrix(c(1.5, 2, 3, 4), 2))
  expect_identical(array$dtype$name, "float32")
  expect_identical(lapply(keras_array(list(1L, c(TRUE, FALSE))), function(a) a$dtype$name),
                   list("int32", "bool"))
  expect_equal(c(predict(line(loss = "mse"), keras_array(x), verbose = 0)), c(expected),
               tolerance = 1e-6)
  expect_null(keras_array(NULL))
})
