# A stateful LSTM keeps in mind, from batch to batch, what the first batch said.
library(keras)

set.seed(4)
set_random_seed(4)
batch_size <- 8
model <- keras_model_sequential()
model %>%
  layer_lstm(units = 6, stateful = TRUE, return_sequences = TRUE,
             batch_input_shape = c(batch_size, 3, 1)) %>%
  layer_lstm(units = 4, stateful = TRUE) %>%
  layer_dense(units = 1)
model %>% compile(loss = 'mse', optimizer = 'adam')

x <- array(rnorm(batch_size * 6), c(batch_size, 6, 1))
first <- x[, 1:3, , drop = FALSE]
second <- x[, 4:6, , drop = FALSE]

# two halves in a row are the whole
whole <- keras_model_sequential() %>%
  layer_lstm(units = 6, return_sequences = TRUE, input_shape = c(6, 1)) %>%
  layer_lstm(units = 4) %>%
  layer_dense(units = 1)
set_weights(whole, get_weights(model))
reference <- predict(whole, x, verbose = 0)
invisible(predict(model, first, batch_size = batch_size, verbose = 0))
halves <- predict(model, second, batch_size = batch_size, verbose = 0)
stopifnot(max(abs(halves - reference)) < 1e-5)

# with the states forgotten the second half stands alone
reset_states(model)
alone <- predict(model, second, batch_size = batch_size, verbose = 0)
stopifnot(max(abs(alone - reference)) > 1e-3)
reset_states(model)
again <- predict(model, second, batch_size = batch_size, verbose = 0)
stopifnot(identical(alone, again))

# epoch after epoch, in order, the states reset between them
y <- array(rowMeans(x[, 1:3, 1]), c(batch_size, 1)) # known from the first half alone
losses <- c()
for (i in 1:120) {
  reset_states(model)
  model %>% train_on_batch(first, y)
  loss <- model %>% train_on_batch(second, y)
  losses <- c(losses, loss)
}
stopifnot(mean(tail(losses, 5)) < 0.5 * mean(head(losses, 5)))
cat("it remembers\n")
