# The nine models that R keras's guide to the sequential model trains, on small data.

library(keras)

outcome <- function(model, x, y, ...) {
  history <- model %>% fit(x, y, verbose = 0, ...)
  list(model = model, history = history$metrics, predictions = predict(model, x, verbose = 0))
}

set_random_seed(1)
binary <- keras_model_sequential() %>%
  layer_dense(units = 16, activation = "relu", input_shape = 20) %>%
  layer_dense(units = 1, activation = "sigmoid") %>%
  compile(optimizer = "rmsprop", loss = "binary_crossentropy", metrics = "accuracy") %>%
  outcome(features, labels, epochs = 3, batch_size = 32, shuffle = FALSE)

set_random_seed(2)
classes <- to_categorical(kinds, num_classes = 10)
categorical <- keras_model_sequential() %>%
  layer_dense(units = 16, activation = "relu", input_shape = 20) %>%
  layer_dense(units = 10, activation = "softmax") %>%
  compile(optimizer = "rmsprop", loss = "categorical_crossentropy", metrics = "accuracy") %>%
  outcome(features, classes, epochs = 3, batch_size = 32)

set_random_seed(3)
mlp_softmax <- keras_model_sequential() %>%
  layer_dense(units = 24, activation = "relu", input_shape = 20) %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = 24, activation = "relu") %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = 10, activation = "softmax") %>%
  compile(
    optimizer = optimizer_sgd(lr = 0.01, decay = 1e-3, momentum = 0.9, nesterov = TRUE),
    loss = "categorical_crossentropy", metrics = "accuracy"
  ) %>%
  outcome(features, classes, epochs = 4, batch_size = 40)
mlp_softmax$score <- as.list(
  evaluate(mlp_softmax$model, features, classes, batch_size = 40, verbose = 0)
)

set_random_seed(4)
mlp_binary <- keras_model_sequential() %>%
  layer_dense(units = 24, activation = "relu", input_shape = 20) %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = 24, activation = "relu") %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = 1, activation = "sigmoid") %>%
  compile(optimizer = "rmsprop", loss = "binary_crossentropy", metrics = "accuracy") %>%
  outcome(features, labels, epochs = 4, batch_size = 40, shuffle = FALSE)
mlp_binary$score <- as.list(
  evaluate(mlp_binary$model, features, labels, batch_size = 40, verbose = 0)
)

set_random_seed(5)
convnet <- keras_model_sequential() %>%
  layer_conv_2d(filters = 4, kernel_size = c(3, 3), activation = "relu", input_shape = c(16, 16, 3)) %>%
  layer_conv_2d(filters = 4, kernel_size = c(3, 3), activation = "relu") %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_dropout(rate = 0.25) %>%
  layer_conv_2d(filters = 6, kernel_size = c(3, 3), activation = "relu") %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_dropout(rate = 0.25) %>%
  layer_flatten() %>%
  layer_dense(units = 16, activation = "relu") %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = 10, activation = "softmax") %>%
  compile(
    optimizer = optimizer_sgd(lr = 0.01, decay = 1e-6, momentum = 0.9, nesterov = TRUE),
    loss = "categorical_crossentropy"
  ) %>%
  outcome(images, classes[1:32, ], epochs = 2, batch_size = 16)

set_random_seed(6)
lstm <- keras_model_sequential() %>%
  layer_embedding(input_dim = 30, output_dim = 8) %>%
  layer_lstm(units = 8) %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = 1, activation = "sigmoid") %>%
  compile(optimizer = "rmsprop", loss = "binary_crossentropy", metrics = "accuracy") %>%
  outcome(words, labels, epochs = 2, batch_size = 16)

set_random_seed(7)
conv_1d <- keras_model_sequential() %>%
  layer_conv_1d(filters = 6, kernel_size = 3, activation = "relu", input_shape = c(24, 4)) %>%
  layer_max_pooling_1d(pool_size = 3) %>%
  layer_conv_1d(filters = 8, kernel_size = 3, activation = "relu") %>%
  layer_global_average_pooling_1d() %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = 1, activation = "sigmoid") %>%
  compile(optimizer = "rmsprop", loss = "binary_crossentropy", metrics = "accuracy") %>%
  outcome(signals, labels, epochs = 2, batch_size = 16, shuffle = FALSE)

set_random_seed(8)
stacked <- keras_model_sequential() %>%
  layer_lstm(units = 6, return_sequences = TRUE, input_shape = c(8, 5)) %>%
  layer_lstm(units = 6, return_sequences = TRUE) %>%
  layer_lstm(units = 6) %>%
  layer_dense(units = 10, activation = "softmax") %>%
  compile(optimizer = "rmsprop", loss = "categorical_crossentropy", metrics = "accuracy") %>%
  outcome(
    steps, classes, epochs = 2, batch_size = 32, shuffle = FALSE,
    validation_data = list(steps[1:32, , ], classes[1:32, ])
  )

set_random_seed(9)
stateful <- keras_model_sequential() %>%
  layer_lstm(
    units = 6, return_sequences = TRUE, stateful = TRUE, batch_input_shape = c(16, 8, 5)
  ) %>%
  layer_lstm(units = 6, stateful = TRUE) %>%
  layer_dense(units = 10, activation = "softmax") %>%
  compile(optimizer = "rmsprop", loss = "categorical_crossentropy", metrics = "accuracy")
history <- stateful %>% fit(
  steps, classes, epochs = 2, batch_size = 16, shuffle = FALSE, verbose = 0,
  validation_data = list(steps[1:32, , ], classes[1:32, ])
)
reset_states(stateful)
stateful <- list(
  model = stateful, history = history$metrics,
  predictions = predict(stateful, steps, batch_size = 16, verbose = 0)
)
