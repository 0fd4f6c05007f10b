# An LSTM learns the letters of a text and writes on.
library(keras)

set.seed(2)
set_random_seed(2)
text <- strsplit(strrep("the cat sat on the mat. ", 12), "")[[1]]
chars <- sort(unique(text), method = "radix")
maxlen <- 6
index <- match(text, chars)
starts <- seq(1, length(text) - maxlen)

x <- array(0L, dim = c(length(starts), maxlen, length(chars)))
y <- array(0L, dim = c(length(starts), length(chars)))
for (i in seq_along(starts)) {
  for (t in 1:maxlen) x[i, t, index[starts[i] + t - 1]] <- 1L
  y[i, index[starts[i] + maxlen]] <- 1L
}

model <- keras_model_sequential()
model %>%
  layer_lstm(units = 32, input_shape = c(maxlen, length(chars))) %>%
  layer_dense(units = length(chars)) %>%
  layer_activation("softmax")
model %>% compile(
  loss = "categorical_crossentropy",
  optimizer = optimizer_rmsprop(lr = 0.02)
)

sample_next <- function(preds, temperature = 1) {
  preds <- log(preds) / temperature
  preds <- exp(preds) / sum(exp(preds))
  which.max(as.integer(rmultinom(1, 1, preds)))
}
written <- character()
on_epoch_end <- function(epoch, logs) {
  if (epoch != 19) return()
  sentence <- text[1:maxlen]
  generated <- c()
  for (i in 1:24) {
    row <- sapply(chars, function(c) as.integer(c == sentence))
    row <- array_reshape(row, c(1, dim(row)))
    preds <- predict(model, row, verbose = 0)
    char <- chars[sample_next(preds, temperature = 0.1)]
    generated <- c(generated, char)
    sentence <- c(sentence[-1], char)
  }
  written <<- paste(generated, collapse = "")
}
model %>% fit(
  x, y, batch_size = 32, epochs = 20, verbose = 0,
  callbacks = callback_lambda(on_epoch_end = on_epoch_end)
)
hits <- mean(strsplit(written, "")[[1]] == text[maxlen + 1:24])
stopifnot(nchar(written) == 24, hits > 0.8)
cat("it writes on\n")
