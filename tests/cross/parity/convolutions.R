# Convolutions over pictures and over series: the last dimension of R's arrays is the channel.
library(keras)
source("drawn.R")

# Pictures of 10 x 12 pixels in three colours.
model <- keras_model_sequential() %>%
  layer_conv_2d(4, kernel_size = c(3, 3), activation = "relu", input_shape = c(10, 12, 3)) %>%
  layer_conv_2d(4, kernel_size = c(3, 2), activation = "relu") %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_flatten() %>%
  layer_dense(units = 8, activation = "relu") %>%
  layer_dense(units = 3, activation = "softmax")
model %>% compile(
  optimizer = optimizer_sgd(lr = 0.1, decay = 1e-3, momentum = 0.9, nesterov = TRUE),
  loss = "categorical_crossentropy"
)
give_weights(model, seed = 21)
x <- uniform(seed = 22, 24, 10, 12, 3)
y <- to_categorical(whole(seed = 23, 24, below = 3), num_classes = 3)
history <- model %>% fit(x, y, batch_size = 8, epochs = 3, shuffle = FALSE, verbose = 0)
report("pictures", c(history$metrics, list(
  predictions = predict(model, x[1:4, , , ], verbose = 0),
  parameters = count_params(model)
)))

# Series of 18 steps and five channels.
model <- keras_model_sequential() %>%
  layer_conv_1d(filters = 6, kernel_size = 3, activation = "relu", input_shape = c(18, 5)) %>%
  layer_max_pooling_1d(pool_size = 3) %>%
  layer_conv_1d(filters = 4, kernel_size = 3, activation = "relu") %>%
  layer_global_average_pooling_1d() %>%
  layer_dense(units = 1, activation = "sigmoid")
model %>% compile(optimizer = "rmsprop", loss = "binary_crossentropy", metrics = "accuracy")
give_weights(model, seed = 31)
x <- uniform(seed = 32, 32, 18, 5)
y <- matrix(round(uniform(seed = 33, 32)))
history <- model %>% fit(x, y, batch_size = 16, epochs = 4, shuffle = FALSE, verbose = 0)
report("series", c(history$metrics, list(predictions = predict(model, x, verbose = 0))))
