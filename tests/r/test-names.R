# Names with slashes, as scripts give them to layers and models.

x <- matrix(1:40 / 40, 10)
y <- rowSums(x)

slashed <- function() {
  keras_model_sequential(name = "m/n") %>%
    layer_dense(2, input_shape = 4, name = "enc/a") %>%
    layer_dense(1, name = "enc/b") %>%
    compile("sgd", "mse")
}
layer_names <- function(model) vapply(model$layers, function(layer) layer$name, "")

test_that("layers and models have them, and train", {
  model <- slashed()
  expect_identical(model$name, "m/n")
  expect_identical(layer_names(model), c("enc/a", "enc/b"))
  expect_identical(get_layer(model, "enc/a")$units, 2L)
  expect_length(fit(model, x, y, epochs = 2, verbose = 0)$metrics$loss, 2)
  expect_output(print(model), "enc/b")
})

test_that("models keep them in files, texts and copies", {
  model <- slashed()
  expected <- predict(model, x, verbose = 0)
  hdf5 <- tempfile(fileext = ".h5")
  save_model_hdf5(model, hdf5)
  folder <- tempfile()
  save_model_tf(model, folder)
  unserialized <- unserialize_model(serialize_model(model))
  copies <- list(load_model_hdf5(hdf5), load_model_tf(folder), unserialized)
  for (copy in copies) {
    expect_identical(layer_names(copy), c("enc/a", "enc/b"))
    expect_equal(predict(copy, x, verbose = 0), expected)
  }
  for (copy in list(model_from_json(model_to_json(model)), clone_model(model),
                    from_config(get_config(model)))) {
    expect_identical(layer_names(copy), c("enc/a", "enc/b"))
  }
  again <- slashed()
  weights <- tempfile(fileext = ".h5")
  save_model_weights_hdf5(model, weights)
  load_model_weights_hdf5(again, weights)
  expect_equal(predict(again, x, verbose = 0), expected)
  expect_identical(layer_names(model), c("enc/a", "enc/b"))
})

test_that("inputs and outputs are known by them", {
  input <- layer_input(4, name = "in/x")
  model <- keras_model(input, layer_dense(input, 1, name = "out/y"))
  compile(model, "sgd", list("out/y" = "mse"))
  seen <- fit(model, list("in/x" = x), list("out/y" = y), epochs = 1, verbose = 0)
  expect_named(seen$metrics, "loss")
})

test_that("Keras itself still refuses them", {
  slashed()
  keras <- reticulate::import("keras")
  expect_error(keras$layers$Dense(1L, name = "a/b"), "cannot contain character")
})
