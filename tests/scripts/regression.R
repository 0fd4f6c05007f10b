# A linear function learnt from a data frame's columns; the weights are what they must be.
library(keras)

set.seed(5)
set_random_seed(5)
data <- data.frame(a = runif(200), b = runif(200), c = runif(200))
target <- with(data, 2 * a - 3 * b + 0.5 * c + 1)

model <- keras_model_sequential() %>%
  layer_dense(units = 1, input_shape = 3)
model |> compile(loss = 'mse', optimizer = optimizer_adam(lr = 0.1), metrics = 'mean_absolute_error')

rates <- c()
history <- model %>% fit(
  data, target,
  epochs = 60, batch_size = 50, verbose = 0,
  callbacks = list(
    callback_learning_rate_scheduler(function(epoch, lr) if (epoch < 40) 0.1 else 0.01),
    callback_lambda(on_epoch_end = function(epoch, logs) rates <<- c(rates, logs$loss))
  )
)
stopifnot(
  isTRUE(all.equal(rates, history$metrics$loss, tolerance = 1e-6)),
  tail(history$metrics$mean_absolute_error, 1) < 0.05
)

weights <- get_weights(model)
stopifnot(
  identical(dim(weights[[1]]), c(3L, 1L)),
  all(abs(c(weights[[1]]) - c(2, -3, 0.5)) < 0.15),
  abs(weights[[2]] - 1) < 0.15
)

p <- model %>% predict(as.matrix(data), verbose = 0)
by_hand <- as.matrix(data) %*% weights[[1]] + c(weights[[2]])
stopifnot(all(abs(p - by_hand) < 1e-5), cor(p, target) > 0.999)

frame <- as.data.frame(history)
stopifnot(
  identical(names(frame), c("epoch", "value", "metric", "data")),
  identical(levels(frame$metric)[1:2], c("loss", "mean_absolute_error")),
  all(table(frame$metric) == 60),
  identical(frame$value[frame$metric == "loss"], history$metrics$loss)
)

set_weights(model, list(matrix(c(1, 1, 1), 3), array(0, 1)))
p <- model %>% predict_on_batch(as.matrix(data)[1:4, ])
stopifnot(all(abs(p - rowSums(data)[1:4]) < 1e-6))
cat("the function is learnt\n")
