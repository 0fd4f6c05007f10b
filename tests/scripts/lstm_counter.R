# An LSTM that tells whether a sequence of tokens holds more ones than twos.
library(keras)

set.seed(3)
set_random_seed(3)
sequences <- lapply(1:400, function(i) sample(1:2, sample(3:9, 1), replace = TRUE))
label <- vapply(sequences, function(s) as.integer(sum(s == 1) > sum(s == 2)), 1L)
x <- pad_sequences(sequences, maxlen = 9)
stopifnot(
  identical(dim(x), c(400L, 9L)),
  identical(tail(x[1, ], length(sequences[[1]])), as.integer(sequences[[1]])),
  all(rowSums(x == 0) == 9 - lengths(sequences))
)

model <- keras_model_sequential()
model %>%
  layer_embedding(input_dim = 3, output_dim = 4, input_length = 9, mask_zero = TRUE) %>%
  layer_lstm(units = 8) %>%
  layer_dense(units = 1, activation = 'sigmoid')
stopifnot(count_params(model) == 3 * 4 + 4 * 8 * (4 + 8 + 1) + 8 + 1)

model %>% compile(
  loss = 'binary_crossentropy',
  optimizer = optimizer_adam(learning_rate = 0.02),
  metrics = c('accuracy')
)
history <- model %>% fit(
  x[1:320, ], label[1:320],
  epochs = 30, batch_size = 32, verbose = 0,
  validation_data = list(x[321:400, ], label[321:400]),
  callbacks = callback_early_stopping(monitor = "val_accuracy", baseline = NULL, patience = 12)
)
stopifnot(max(history$metrics$val_accuracy) > 0.9)

ones <- pad_sequences(list(c(1, 1, 1, 2), c(2, 2, 1, 2)), maxlen = 9)
p <- model %>% predict(ones, verbose = 0)
stopifnot(p[1] > 0.5, p[2] < 0.5)

# the padding is masked: more of it changes nothing
longer <- keras_model_sequential() %>%
  layer_embedding(input_dim = 3, output_dim = 4, mask_zero = TRUE) %>%
  layer_lstm(units = 8) %>%
  layer_dense(units = 1, activation = 'sigmoid')
invisible(longer %>% predict_on_batch(matrix(1, 1, 20)))
set_weights(longer, get_weights(model))
padded <- pad_sequences(list(c(1, 1, 1, 2), c(2, 2, 1, 2)), maxlen = 20)
stopifnot(all(abs(predict(longer, padded, verbose = 0) - p) < 1e-5))
cat("it counts\n")
