x <- matrix(1, 4, 2)
y <- matrix(1, 4)
model <- keras_model_sequential() %>% layer_dense(1, input_shape = 2)
model %>% compile("sgd", "mse")

test_that("deprecated functions warn once at each call", {
  for (i in 1:2) {
    expect_identical(told(model %>% predict_classes(x)),
                     "`predict_classes()` is deprecated. Use `predict()` instead.")
  }
  expect_identical(told(model %>% fit_generator(function() list(x, y), 3, epochs = 2, verbose = 0)),
                   "`fit_generator()` is deprecated. Use `fit()` instead.")
  expect_identical(told(layer_cudnn_gru(units = 2)),
                   "`layer_cudnn_gru()` is deprecated. Use `layer_gru()` instead.")
  expect_identical(told(layer_cudnn_lstm(units = 2)),
                   "`layer_cudnn_lstm()` is deprecated. Use `layer_lstm()` instead.")
  expect_identical(
    told(loss_cosine_proximity(x, x)),
    "`loss_cosine_proximity()` is deprecated. Use `loss_cosine_similarity()` instead."
  )
  expect_identical(
    told(metric_cosine_proximity(x, x)),
    "`metric_cosine_proximity()` is deprecated. Use `metric_cosine_similarity()` instead."
  )
  expect_identical(told(text_one_hot(n = 5, text = "a b")),
                   "`text` is deprecated. Use `input_text` instead.")
  expect_identical(told(text_one_hot("a b", n = 5)), character())
})

test_that("the size of batches is not for datasets", {
  data <- tensorflow::tf$data$Dataset$from_tensor_slices(list(x = x))$batch(2L)
  error <- tryCatch(fit(model, data, batch_size = 2, verbose = 0), error = identity)
  expect_match(conditionMessage(error), "^`batch_size` must not be given with a dataset")
})

test_that("callback_tensorboard() tells of layers that are no embeddings", {
  callback <- callback_tensorboard(tempfile(), embeddings_freq = 1, embeddings_layer_names = "d")
  expect_identical(
    told(fit(model, x, y, epochs = 2, verbose = 0, callbacks = callback)),
    'the model has no embedding "d" for callback_tensorboard(), but none; the name is ignored.'
  )
})

test_that("what is cropped to nothing has no extent", {
  expect_identical(dim(layer_cropping_1d(k_ones(c(1, 4, 2)), c(2, 2))), c(1L, 0L, 2L))
  empty <- keras_model_sequential(input_shape = c(4, 2)) %>% layer_cropping_1d(c(2, 2))
  expect_identical(dim(predict(empty, array(1, c(3, 4, 2)), verbose = 0)), c(3L, 0L, 2L))
})
