# Files by the methods of models and the functions of `keras$models`, as Keras 2's took them.

x <- matrix(1:8 / 8, 4)
made <- function() {
  model <- keras_model_sequential() %>% layer_dense(2, input_shape = 2) %>% layer_dense(1)
  compile(model, "adam", "mse")
}

test_that("weights are saved under any name, in the format that is asked for", {
  model <- made()
  right <- predict(model, x)
  for (name in c("w.h5", "w.hdf5", "all.weights.h5", "checkpoint")) {
    path <- file.path(withr::local_tempdir(), name)
    model$save_weights(path)
    other <- made()
    other$load_weights(path)
    expect_equal(predict(other, x), right)
  }
  expect_true(file.exists(paste0(path, ".index")))

  path <- withr::local_tempfile()
  model$save_weights(path, save_format = "h5")
  other <- made()
  other$load_weights(path, by_name = FALSE)
  expect_equal(predict(other, x), right)
  expect_error(model$save_weights(path, save_format = "zip"),
               '`save_format` must be "h5", "keras" or "tf", not "zip".', fixed = TRUE)
})

test_that("models are saved as files and folders", {
  model <- made()
  right <- predict(model, x)
  folder <- withr::local_tempdir()
  for (name in c("m.h5", "m.keras", "saved")) {
    path <- file.path(folder, name)
    model$save(path)
    expect_equal(predict(keras$models$load_model(path), x), right)
    expect_error(model$save(path, overwrite = FALSE), "`filepath` exists")
  }
  expect_true("saved_model.pb" %in% list.files(path))
  keras$models$save_model(model, file.path(folder, "again"), save_format = "tf")
  expect_equal(predict(load_model_tf(file.path(folder, "again")), x), right)
  model$save(file.path(folder, "one"), save_format = "h5")
  expect_equal(predict(load_model_hdf5(file.path(folder, "one")), x), right)
})

test_that("a class's own method is called", {
  Own <- new_model_class("Own",
    call = function(inputs) inputs,
    save_weights = function(filepath) paste("own", filepath)
  )
  expect_identical(Own()$save_weights("file"), "own file")
})
