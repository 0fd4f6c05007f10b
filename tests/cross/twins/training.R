# Every optimizer, and the ways to train a model.

library(keras)

small <- function(..., units = 1) {
  keras_model_sequential() %>%
    layer_dense(8, activation = "tanh", input_shape = 20) %>%
    layer_dropout(0.2) %>%
    layer_dense(units, ...)
}
outcome <- function(model, history, x = features) {
  list(model = model, history = history$metrics, predictions = predict(model, x, verbose = 0))
}

optimizers <- list()
for (name in c("sgd", "rmsprop", "adam", "adagrad", "adadelta", "adamax", "nadam")) {
  set_random_seed(31)
  made <- switch(name,
    sgd = optimizer_sgd(lr = 0.05, momentum = 0.8, decay = 0.01),
    rmsprop = optimizer_rmsprop(lr = 0.002, rho = 0.8),
    adam = optimizer_adam(lr = 0.01, amsgrad = TRUE, clipnorm = 0.5),
    adagrad = optimizer_adagrad(lr = 0.05),
    adadelta = optimizer_adadelta(lr = 0.5),
    adamax = optimizer_adamax(lr = 0.01, clipvalue = 0.1),
    nadam = optimizer_nadam(lr = 0.01)
  )
  model <- small() %>% compile(optimizer = made, loss = "mse")
  history <- model %>% fit(features, labels, epochs = 2, batch_size = 16, verbose = 0)
  optimizers[[name]] <- outcome(model, history)
}

set_random_seed(32)
model <- small() %>% compile(optimizer = optimizer_adam(lr = 0.05), loss = "mse", metrics = "mae")
history <- model %>% fit(
  features, labels, epochs = 12, batch_size = 16, verbose = 0, validation_split = 0.25,
  callbacks = list(
    callback_early_stopping(monitor = "val_loss", patience = 3, restore_best_weights = TRUE),
    callback_reduce_lr_on_plateau(monitor = "val_loss", patience = 1, factor = 0.5),
    callback_csv_logger("r.csv"),
    callback_model_checkpoint("r.best.h5", save_best_only = TRUE)
  )
)
callbacks <- outcome(model, history)
callbacks$best <- predict(load_model_hdf5("r.best.h5"), features, verbose = 0)
callbacks$log <- as.list(read.csv("r.csv"))

set_random_seed(33)
seen <- c()
model <- small() %>% compile(optimizer = "sgd", loss = "mse")
history <- model %>% fit(
  features, labels, epochs = 3, batch_size = 16, verbose = 0,
  callbacks = list(
    callback_learning_rate_scheduler(function(epoch, lr) lr * 0.5^epoch),
    callback_lambda(on_batch_end = function(batch, logs) seen <<- c(seen, logs$loss))
  )
)
callbacks_of_ones_own <- c(outcome(model, history), list(seen = seen))

set_random_seed(34)
at <- 0
batches <- function() {
  rows <- (at %% 6) * 16 + 1:16
  at <<- at + 1
  list(features[rows, ], labels[rows, , drop = FALSE])
}
model <- small() %>% compile(optimizer = "rmsprop", loss = "mse")
generators <- outcome(
  model, model %>% fit(batches, steps_per_epoch = 6, epochs = 2, verbose = 0)
)

set_random_seed(35)
model <- small(activation = "softmax", units = 3) %>%
  compile(optimizer = "adam", loss = "sparse_categorical_crossentropy", metrics = "accuracy")
class_weights <- outcome(model, model %>% fit(
  features, kinds %% 3, epochs = 2, batch_size = 16, verbose = 0,
  class_weight = list("0" = 1, "1" = 3, "2" = 0.5)
))

set_random_seed(36)
model <- small() %>% compile(optimizer = "adam", loss = "mse", weighted_metrics = "mae")
sample_weights <- outcome(model, model %>% fit(
  features, labels, epochs = 2, batch_size = 16, verbose = 0, sample_weight = 1 + (0:95) / 96
))

set_random_seed(37)
first <- layer_input(shape = 20, name = "first")
second <- layer_input(shape = c(8, 5), name = "second")
joined <- layer_concatenate(list(first, second %>% layer_gru(4)))
model <- keras_model(list(first, second), list(
  joined %>% layer_dense(1, name = "number"),
  joined %>% layer_dense(3, activation = "softmax", name = "kind")
))
model %>% compile(
  optimizer = "nadam", loss = list(number = "mse", kind = "sparse_categorical_crossentropy"),
  loss_weights = list(number = 0.3, kind = 1), metrics = list(kind = "accuracy")
)
history <- model %>% fit(
  list(first = features, second = steps), list(number = labels, kind = kinds %% 3),
  epochs = 2, batch_size = 16, verbose = 0, validation_split = 0.25
)
several <- outcome(model, history, list(features, steps))

set_random_seed(38)
far <- function(y_true, y_pred) k_mean(k_square(y_true - y_pred) * k_exp(-k_abs(y_pred)), axis = -1)
spread <- custom_metric("spread", function(y_true, y_pred) k_max(y_pred) - k_min(y_pred))
model <- small() %>% compile(optimizer = "adam", loss = far, metrics = list(spread, "mae"))
measures <- outcome(model, model %>% fit(features, labels, epochs = 2, batch_size = 16, verbose = 0))

schedules <- list()
for (name in c("exponential", "cosine", "pieces", "inverse")) {
  set_random_seed(39)
  rate <- switch(name,
    exponential = learning_rate_schedule_exponential_decay(0.1, decay_steps = 4, decay_rate = 0.8),
    cosine = learning_rate_schedule_cosine_decay(0.1, decay_steps = 10),
    pieces = learning_rate_schedule_piecewise_constant_decay(c(3, 8), c(0.1, 0.05, 0.01)),
    inverse = learning_rate_schedule_inverse_time_decay(0.1, decay_steps = 3, decay_rate = 0.5)
  )
  model <- small() %>% compile(optimizer = optimizer_sgd(learning_rate = rate), loss = "mse")
  schedules[[name]] <- outcome(
    model, model %>% fit(features, labels, epochs = 2, batch_size = 16, verbose = 0)
  )
}

set_random_seed(40)
model <- small() %>% compile(optimizer = "adam", loss = "mse", metrics = "mae")
stepwise <- list(losses = list())
for (i in 1:4) {
  rows <- (i - 1) * 16 + 1:16
  losses <- train_on_batch(model, features[rows, ], labels[rows, , drop = FALSE])
  stepwise$losses[[i]] <- as.list(losses)
}
stepwise$tested <- as.list(test_on_batch(model, features, labels))
stepwise$predictions <- predict_on_batch(model, features)
stepwise$evaluated <- as.list(evaluate(model, features, labels, batch_size = 32, verbose = 0))
stepwise$model <- model

set_random_seed(41)
model <- small() %>% compile(optimizer = optimizer_adam(lr = 0.01, decay = 0.1), loss = "mae")
model %>% fit(features, labels, epochs = 1, batch_size = 16, verbose = 0)
saving <- list()
for (name in c("h5", "keras")) {
  file <- paste0("r.", name)
  save_model_hdf5(model, file)
  again <- load_model_hdf5(file)
  history <- again %>%
    fit(features, labels, epochs = 2, batch_size = 16, shuffle = FALSE, verbose = 0)
  saving[[name]] <- outcome(again, history)
}
saving$config <- model_to_json(model)

rm(model, history, made, joined, first, second, rate, again, seen, rows)
