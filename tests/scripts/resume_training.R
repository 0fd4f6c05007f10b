# A training that is saved half way and goes on from the file comes where it would have come anyway.
library(keras)

set.seed(39)
set_random_seed(39)
x <- matrix(rnorm(200 * 5), 200)
y <- as.integer(x[, 1] * x[, 2] > 0)
folder <- tempfile("resume")
dir.create(folder)
file <- function(name) file.path(folder, name)

build <- function() {
  model <- keras_model_sequential() %>%
    layer_dense(units = 16, activation = 'tanh', input_shape = 5) %>%
    layer_batch_normalization() %>%
    layer_dense(units = 1, activation = 'sigmoid')
  model %>% compile(
    loss = 'binary_crossentropy',
    optimizer = optimizer_adam(lr = 0.02),
    metrics = c('accuracy')
  )
  model
}
train <- function(model, from, to) {
  model %>% fit(x, y, batch_size = 20, initial_epoch = from, epochs = to, shuffle = FALSE, verbose = 0)
}

model <- build()
save_model_weights_hdf5(model, file("start.h5"))
history_1 <- train(model, 0, 8)
model %>% save_model_hdf5(file("half.h5"))
at_half <- predict(model, x, verbose = 0)
history_2 <- train(model, 8, 20)
at_end <- predict(model, x, verbose = 0)
stopifnot(
  length(history_1$metrics$loss) == 8, length(history_2$metrics$loss) == 12,
  mean((at_end > 0.5) == y) > 0.9,
  !identical(at_half, at_end)
)

# from the file: the same predictions, the same optimizer, the same way from there
loaded <- load_model_hdf5(file("half.h5"))
stopifnot(
  identical(predict(loaded, x, verbose = 0), at_half),
  identical(get_config(loaded)$name, get_config(model)$name),
  as.numeric(k_get_value(loaded$optimizer$iterations)) == 8 * 10,
  abs(as.numeric(k_get_value(loaded$optimizer$learning_rate)) - 0.02) < 1e-8
)
history_3 <- train(loaded, 8, 20)
stopifnot(
  all.equal(history_3$metrics$loss, history_2$metrics$loss, tolerance = 1e-5),
  all.equal(predict(loaded, x, verbose = 0), at_end, tolerance = 1e-4)
)

# without its optimizer, or with its weights alone, a model begins to average anew
save_model_hdf5(loaded, file("bare.h5"), include_optimizer = FALSE)
bare <- load_model_hdf5(file("bare.h5"), compile = FALSE)
stopifnot(identical(get_weights(bare), get_weights(loaded)))
again <- build()
load_model_weights_hdf5(again, file("start.h5"))
train(again, 0, 20)
stopifnot(all.equal(predict(again, x, verbose = 0), at_end, tolerance = 1e-4))

# the best epoch, kept by a callback
kept <- build()
checkpoint <- callback_model_checkpoint(file("best.h5"), monitor = "val_loss", save_best_only = TRUE, verbose = 0)
history <- kept %>% fit(
  x[1:150, ], y[1:150], epochs = 15, verbose = 0,
  validation_data = list(x[151:200, ], y[151:200]), callbacks = list(checkpoint)
)
best <- load_model_hdf5(file("best.h5")) %>% evaluate(x[151:200, ], y[151:200], verbose = 0)
stopifnot(abs(best[["loss"]] - min(history$metrics$val_loss)) < 1e-5)

unlink(folder, recursive = TRUE)
cat("on from where it stopped\n")
