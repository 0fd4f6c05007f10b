# Dense layers: a classifier, the decay of a learning rate, metrics written in R, a regression.
library(keras)
source("drawn.R")

# Ten classes, with everything given by name.
model <- keras_model_sequential() %>%
  layer_dense(units = 16, activation = "relu", input_shape = 20) %>%
  layer_dense(units = 10, activation = "softmax")
model %>%
  compile(optimizer = "rmsprop", loss = "categorical_crossentropy", metrics = c("accuracy"))
give_weights(model, seed = 1)
x <- uniform(seed = 2, 96, 20)
y <- to_categorical(whole(seed = 3, 96, below = 10), num_classes = 10)
history <- model %>% fit(x, y, batch_size = 32, epochs = 4, shuffle = FALSE, verbose = 0)
report("softmax", c(history$metrics, list(
  score = evaluate(model, x, y, batch_size = 32, verbose = 0),
  predictions = predict(model, head(x, 5), verbose = 0)
)))

# Gradient descent with the arguments of old scripts.
model <- keras_model_sequential() %>%
  layer_dense(units = 12, activation = "tanh", input_shape = 8) %>%
  layer_dense(units = 1, activation = "sigmoid")
model %>% compile(
  optimizer = optimizer_sgd(lr = 0.05, decay = 0.01, momentum = 0.9, nesterov = TRUE),
  loss = "binary_crossentropy",
  metrics = "accuracy"
)
give_weights(model, seed = 11)
x <- uniform(seed = 12, 64, 8)
y <- matrix(round(uniform(seed = 13, 64)))
history <- model %>% fit(x, y, batch_size = 16, epochs = 5, shuffle = FALSE, verbose = 0)
report("decay", c(history$metrics, list(weights = get_weights(model))))

# Metrics of one's own beside the built-in ones; the loss is a function.
average <- custom_metric("average", function(y_true, y_pred) k_mean(y_pred))
double_gap <- custom_metric("double_gap", function(y_true, y_pred) {
  2 * k_mean(k_abs(y_pred - y_true), axis = 2)
})
model <- keras_model_sequential() %>%
  layer_dense(units = 6, activation = "relu", input_shape = 10) %>%
  layer_dense(units = 2, activation = "sigmoid")
model %>% compile(
  optimizer = optimizer_rmsprop(),
  loss = loss_binary_crossentropy,
  metrics = c("accuracy", average, double_gap, metric_binary_accuracy)
)
give_weights(model, seed = 71, sd = 0.5)
x <- uniform(seed = 72, 64, 10)
y <- round(uniform(seed = 73, 64, 2))
history <- model %>% fit(x, y, batch_size = 16, epochs = 3, shuffle = FALSE, verbose = 0)
report("metrics", history$metrics[c("loss", "average", "double_gap", "binary_accuracy")])

# A number for each sample, learnt from a vector; the last quarter of the samples validates.
model <- keras_model_sequential() %>%
  layer_dense(units = 16, activation = "relu", input_shape = 13) %>%
  layer_dense(units = 1)
model %>% compile(
  optimizer = optimizer_rmsprop(lr = 0.002), loss = "mse", metrics = list("mean_absolute_error")
)
give_weights(model, seed = 81, sd = 0.3)
x <- uniform(seed = 82, 80, 13)
y <- drop(x %*% seq(-1, 1, length.out = 13))
history <- model %>%
  fit(x, y, batch_size = 16, epochs = 6, shuffle = FALSE, validation_split = 0.25, verbose = 0)
predictions <- predict(model, x, verbose = 0)
stopifnot(identical(dim(predictions), c(80L, 1L)))
report("regression", c(history$metrics, list(predictions = predictions)))
