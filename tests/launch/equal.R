# Each line "RESULT name numbers" must be the same for any number of workers.
library(keras)
args <- commandArgs(TRUE)
set.seed(1)
set_random_seed(1)
tell <- function(name, ...) cat("RESULT", name, sprintf("%.9g", unlist(list(...))), "\n")
weights <- function(model) {
  sapply(get_weights(model), function(w) mean(w * seq_along(w)) / length(w))
}
trained <- function(name, model, ...) {
  history <- model %>% fit(..., verbose = 0)
  tell(name, history$metrics, weights(model))
}
x <- matrix(rnorm(449 * 4), 449)
y <- (x[, 1] > 0.3) * 1
highest <- custom_metric("highest", function(y_true, y_pred) k_max(y_pred)) # no mean over samples

model <- keras_model_sequential() %>%
  layer_dense(3, "tanh", input_shape = 4, kernel_regularizer = regularizer_l2(0.01),
              activity_regularizer = regularizer_l2(0.01)) %>%
  layer_dense(1, "sigmoid")
rmse <- tensorflow::tf$keras$metrics$RootMeanSquaredError(name = "rmse")
measures <- list("accuracy", highest, metric_auc(name = "auc"), metric_precision(name = "precise"),
                 rmse)
model %>% compile(optimizer_sgd(0.5), "binary_crossentropy", metrics = measures)
logs <- file.path(args[[1]], "logs.csv")
trained("dense", model, x, y, epochs = 3, validation_split = 0.2, sample_weight = runif(449),
        callbacks = list(callback_csv_logger(logs)))
trained("class weights", model, x, y, epochs = 2, batch_size = 50,
        class_weight = list("0" = 1, "1" = 3))
tell("evaluate", evaluate(model, x, y, verbose = 0))
predicted <- predict(model, x, verbose = 0)
tell("predict", dim(predicted), predicted[c(1, 100, 449), ])
path <- file.path(args[[1]], "model.h5")
save_model_hdf5(model, path)
again <- load_model_hdf5(path, custom_objects = list(highest = highest))
tell("saved", weights(again))

losses <- NULL
decide <- list(
  callback_early_stopping("loss", min_delta = 0.02, patience = 1, restore_best_weights = TRUE),
  callback_reduce_lr_on_plateau("loss", patience = 1, min_delta = 0.05, factor = 0.5),
  callback_lambda(on_epoch_end = function(epoch, logs) losses <<- c(losses, logs$loss))
)
trained("decisions", model, x, y, epochs = 30, callbacks = decide)
tell("decided", losses)

images <- array(rnorm(45 * 8 * 8), c(45, 8, 8, 1))
classes <- sample(0:2, 45, TRUE)
model <- keras_model_sequential() %>%
  layer_conv_2d(4, 3, activation = "relu", input_shape = c(8, 8, 1)) %>%
  layer_batch_normalization() %>%
  layer_flatten() %>%
  layer_dense(3, "softmax")
model %>% compile(optimizer_sgd(0.01), "sparse_categorical_crossentropy", metrics = "accuracy")
trained("convolution", model, images, classes, epochs = 2, batch_size = 10)

model <- keras_model_sequential() %>%
  layer_dense(5, input_shape = 4) %>%
  layer_batch_normalization() %>%
  layer_dense(1, "sigmoid")
model %>% compile(optimizer_sgd(0.1), "binary_crossentropy", metrics = "mae")
trained("normalized", model, x, y, epochs = 2, batch_size = 64)

words <- matrix(sample(0:11, 45 * 6, TRUE), 45)
model <- keras_model_sequential() %>%
  layer_embedding(12, 4, mask_zero = TRUE, input_length = 6) %>%
  layer_lstm(5, return_sequences = TRUE) %>%
  time_distributed(layer_dense(units = 1))
model %>% compile("rmsprop", "mse", metrics = "mae")
trained("recurrent", model, words, array(rnorm(45 * 6), c(45, 6, 1)), epochs = 2, batch_size = 8)

model <- keras_model_sequential() %>% layer_dense(3, "tanh") %>% layer_dense(1, "sigmoid")
model %>% compile(optimizer_sgd(0.5), "binary_crossentropy") # its inputs are not known yet
trained("unbuilt", model, x, y, epochs = 2)

first <- layer_input(4, name = "first")
second <- layer_input(3, name = "second")
both <- layer_concatenate(list(first, second))
outputs <- list(layer_dense(both, 1, name = "u"), layer_dense(both, 2, name = "v"))
model <- keras_model(list(first, second), outputs)
model %>% compile("sgd", list(u = "mse", v = "mae"), metrics = list(u = "mae"))
z <- matrix(rnorm(449 * 3), 449)
trained("several", model, list(x, z), list(y, z[, 1:2]), epochs = 2, batch_size = 97)

batches <- function() {
  at <- 0
  function() {
    rows <- at + seq_len(5 + at %% 4)
    at <<- (at + length(rows)) %% 400
    list(x[rows, ], y[rows])
  }
}
model <- keras_model_sequential() %>% layer_dense(1, "sigmoid", input_shape = 4)
model %>% compile("sgd", "binary_crossentropy", metrics = "mae")
trained("generator", model, batches(), steps_per_epoch = 9, epochs = 2,
        validation_data = function() list(x[1:30, ], y[1:30]), validation_steps = 2)
trained("one sample", model, x[1, , drop = FALSE], y[1], epochs = 2)
tell("batch", train_on_batch(model, x, y), test_on_batch(model, x, y))
tell("logs", unlist(read.csv(logs)))
