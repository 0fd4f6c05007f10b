# Around the epochs and batches of a training: callbacks, and batches one by one.
library(keras)
source("drawn.R")

# A rate for each epoch, an early end, and an R function that notes each epoch and its loss.
model <- keras_model_sequential() %>%
  layer_dense(units = 8, activation = "relu", input_shape = 6) %>%
  layer_dense(units = 1)
model %>% compile(optimizer = optimizer_sgd(lr = 0.1), loss = "mse")
give_weights(model, seed = 91, sd = 0.5)
x <- uniform(seed = 92, 48, 6)
noted <- numeric()
history <- model %>% fit(
  x, rowSums(x), batch_size = 12, epochs = 12, shuffle = FALSE, validation_split = 0.25,
  verbose = 0,
  callbacks = list(
    callback_learning_rate_scheduler(function(epoch, lr) 0.1 / (epoch + 1)),
    callback_early_stopping(monitor = "val_loss", min_delta = 0.02, patience = 2),
    callback_lambda(on_epoch_end = function(epoch, logs) noted <<- c(noted, epoch, logs$loss))
  )
)
report("callbacks", c(history$metrics[c("loss", "val_loss")], list(noted = noted)))

# Six times the same batch, with classes as whole numbers.
model <- keras_model_sequential() %>%
  layer_dense(units = 8, activation = "relu", input_shape = 5) %>%
  layer_dense(units = 4, activation = "softmax")
model %>% compile(
  optimizer = optimizer_sgd(lr = 0.1, momentum = 0.5),
  loss = "sparse_categorical_crossentropy",
  metrics = "accuracy"
)
give_weights(model, seed = 101, sd = 0.5)
x <- uniform(seed = 102, 20, 5)
y <- whole(seed = 103, 20, below = 4)
losses <- replicate(6, train_on_batch(model, x, y)[[1]])
score <- model %>% evaluate(x, y, verbose = 0)
stopifnot(identical(names(score), c("loss", "accuracy")))
report("batches", list(
  first_loss = losses[[1]], score = score, predictions = predict_on_batch(model, x)
))
