# Models that R trains and saves in `folder`, in every format; what they predict before and after
# one more epoch. The variables of test_exchange.py: folder, x, images, steps, words, y.

library(keras)
set_random_seed(11)

train_on <- function(model, x, y) {
  model %>% fit(x, y, epochs = 1, batch_size = 8, shuffle = FALSE, verbose = 0)
}
keep <- function(model, x, y, name) {
  train_on(model, x, y)
  train_on(model, x, y)
  path <- file.path(folder, name)
  save_model_hdf5(model, paste0(path, ".keras"))
  save_model_hdf5(model, paste0(path, ".h5"))
  save_model_weights_hdf5(model, paste0(path, ".weights.h5"))
  save_model_weights_hdf5(model, paste0(path, "_weights.h5"))
  before <- predict(model, x, verbose = 0)
  evaluated <- as.list(evaluate(model, x, y, verbose = 0))
  history <- train_on(model, x, y)
  list(before = before, evaluated = evaluated, losses = history$metrics, after = predict(model, x, verbose = 0))
}

models <- list()

models$dense <- keras_model_sequential() %>%
  layer_dense(6, activation = "relu", input_shape = 4, kernel_regularizer = regularizer_l2(0.01)) %>%
  layer_dense(1) %>%
  compile(optimizer = optimizer_adam(lr = 0.01), loss = "mse", metrics = "mae") %>%
  keep(x, y, "dense")

models$images <- keras_model_sequential() %>%
  layer_conv_2d(3, c(3, 3), activation = "relu", input_shape = c(8, 8, 1)) %>%
  layer_max_pooling_2d(c(2, 2)) %>%
  layer_flatten() %>%
  layer_dense(1, activation = "sigmoid") %>%
  compile(
    optimizer = optimizer_sgd(lr = 0.1, decay = 0.01, momentum = 0.9, nesterov = TRUE),
    loss = loss_binary_crossentropy, metrics = c("accuracy", metric_auc())
  ) %>%
  keep(images, y, "images")

models$steps <- keras_model_sequential() %>%
  bidirectional(layer_lstm(units = 3, return_sequences = TRUE), input_shape = c(5, 2)) %>%
  layer_gru(3) %>%
  layer_dense(1) %>%
  compile(optimizer = "rmsprop", loss = loss_huber(delta = 0.05)) %>%
  keep(steps, y, "steps")

models$words <- keras_model_sequential() %>%
  layer_embedding(input_dim = 10, output_dim = 4, input_length = 6) %>%
  layer_conv_1d(4, 3) %>%
  layer_batch_normalization() %>%
  layer_global_average_pooling_1d() %>%
  layer_dense(1, activation = "sigmoid") %>%
  compile(optimizer = "adam", loss = "binary_crossentropy", metrics = "accuracy") %>%
  keep(words, y, "words")

first <- layer_input(shape = 4, name = "first")
second <- layer_input(shape = c(5, 2), name = "second")
joined <- layer_concatenate(list(first, second %>% layer_lstm(3)))
many <- keras_model(
  list(first, second),
  list(layer_dense(joined, 1, name = "one"), layer_dense(joined, 1, activation = "sigmoid", name = "two"))
)
many %>% compile(
  optimizer = optimizer_nadam(), loss = list(one = "mse", two = "binary_crossentropy"),
  loss_weights = list(one = 1, two = 0.5), metrics = list(two = "accuracy")
)
models$many <- keep(many, list(x, steps), list(y, y), "many")

# What needs more than Keras: code of R, and classes that Keras 3 does not have.

mae_r <- function(y_true, y_pred) k_mean(k_abs(y_true - y_pred))
twice <- function(x) x * 2
cubed <- function(x) x^3
Doubler <- new_layer_class("Doubler", call = function(inputs, ...) inputs * 2)
SquareLoss <- new_loss_class(
  "SquareLoss", call = function(y_true, y_pred) k_mean(k_square(y_true - y_pred))
)

line <- function(...) keras_model_sequential() %>% layer_dense(1, input_shape = 4, ...)
compiled <- function(model, ...) compile(model, optimizer = "sgd", ...)
own <- list(
  loss = line() %>% compiled(loss = mae_r),
  loss_class = line() %>% compiled(loss = SquareLoss()),
  metric = line() %>% compiled(
    loss = "mse", metrics = custom_metric("mean_pred", function(y_true, y_pred) k_mean(y_pred))
  ),
  lambda = line() %>% layer_lambda(twice) %>% layer_lambda(function(x) x + 1, name = "plus_one"),
  activation = line(activation = cubed),
  initializer = line(kernel_initializer = function(shape, dtype = NULL) k_ones(shape)),
  layer = line() %>% Doubler()(),
  hard_sigmoid = line(activation = "hard_sigmoid"),
  local = keras_model_sequential(input_shape = c(5, 2)) %>% layer_locally_connected_1d(1, 2)
)
measured <- list()
for (name in names(own)) {
  for (ending in c(".keras", ".h5")) {
    path <- file.path(folder, paste0("own_", name, ending))
    save_model_hdf5(own[[name]], path)
    measured[[name]] <- predict(own[[name]], if (name == "local") steps else x, verbose = 0)
  }
}
evaluated <- evaluate(own$loss, x, y, verbose = 0)

problems <- list()
for (path in list.files(folder, "^own_", full.names = TRUE)) {
  problems[[basename(path)]] <- tryCatch(
    {
      load_model_hdf5(path)
      "it loads"
    },
    error = conditionMessage
  )
}
