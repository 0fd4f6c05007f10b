# Files that are damaged, or that would read others, are errors that R code can tell apart.

model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3, name = "only")
folder <- tempfile()
dir.create(folder)
cut_off <- function(path) {
  content <- readBin(path, "raw", file.size(path))
  writeBin(content[seq_len(length(content) %/% 2)], path)
}
refused <- function(code) {
  problem <- tryCatch(code, error = identity)
  expect_s3_class(problem, c("rkeras_py.convert.rule.ArgumentError", "python.builtin.ValueError",
                             "python.builtin.Exception", "error"), exact = FALSE)
  conditionMessage(problem)
}

test_that("a truncated file is named, by the function that was called", {
  for (name in c("m.h5", "m.keras")) {
    path <- file.path(folder, name)
    save_model_hdf5(model, path)
    cut_off(path)
    expect_match(refused(load_model_hdf5(path)), path, fixed = TRUE)
    expect_match(refused(load_model_weights_hdf5(model, path)), path, fixed = TRUE)
    problem <- tryCatch(load_model_hdf5(path), error = identity)
    expect_identical(conditionCall(problem)[[1]], quote(load_model_hdf5))
  }
})

test_that("a raw vector that is damaged is `model`", {
  raw <- serialize_model(model)
  raw[length(raw) %/% 2] <- xor(raw[length(raw) %/% 2], as.raw(1))
  expect_match(refused(unserialize_model(raw)), "^`model` cannot be loaded: ")
  expect_match(refused(unserialize_model(raw[1:100])), "^`model` contains no model")
})

test_that("weights that cannot be read halfway change nothing", {
  path <- file.path(folder, "w.weights.h5")
  wide <- keras_model_sequential() %>%
    layer_dense(units = 2, input_shape = 3, name = "only") %>%
    layer_dense(units = 5)
  save_model_weights_hdf5(wide, path)
  narrow <- keras_model_sequential() %>%
    layer_dense(units = 2, input_shape = 3, name = "only") %>%
    layer_dense(units = 4)
  before <- get_weights(narrow)
  expect_match(refused(load_model_weights_hdf5(narrow, path)), "1 objects could not be loaded")
  expect_identical(get_weights(narrow), before)
})

test_that("checkpoints have any name", {
  for (name in c("a[1]", "b*", "c?", "d\\e", "f g", "caf\u00e9", "h%", "checkpoint")) {
    path <- file.path(folder, name)
    save_model_weights_tf(model, path)
    other <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)
    load_model_weights_tf(other, path)
    expect_identical(get_weights(other), get_weights(model))
  }
})

test_that("a layer in R that fails while its model is loaded gives its own condition", {
  fails <- FALSE
  layer_odd <- new_layer_class(
    "Odd",
    initialize = function(...) {
      super$initialize(...)
      if (fails) stop(structure(class = c("odd", "error", "condition"),
                                list(message = "it is odd", call = NULL)))
    },
    call = function(inputs) inputs
  )
  path <- file.path(folder, "odd.keras")
  keras_model_sequential(input_shape = 3) %>% layer_odd() %>% save_model_hdf5(path)
  fails <- TRUE
  problem <- tryCatch(load_model_hdf5(path, custom_objects = list(Odd = layer_odd)),
                      error = identity)
  expect_s3_class(problem, "odd")
  expect_identical(conditionMessage(problem), "it is odd")
})
