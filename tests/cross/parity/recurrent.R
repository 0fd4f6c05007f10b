# LSTMs: stacked, with a state that stays, and behind an embedding.
library(keras)
source("drawn.R")

# Three on top of each other, validated on data of their own.
model <- keras_model_sequential() %>%
  layer_lstm(units = 6, return_sequences = TRUE, input_shape = c(8, 4)) %>%
  layer_lstm(units = 5, return_sequences = TRUE) %>%
  layer_lstm(units = 4) %>%
  layer_dense(units = 3, activation = "softmax")
model %>%
  compile(optimizer = "rmsprop", loss = "categorical_crossentropy", metrics = "accuracy")
give_weights(model, seed = 41, sd = 0.4)
x <- uniform(seed = 42, 40, 8, 4)
y <- to_categorical(whole(seed = 43, 40, below = 3), num_classes = 3)
new_x <- uniform(seed = 44, 16, 8, 4)
new_y <- to_categorical(whole(seed = 45, 16, below = 3), num_classes = 3)
history <- model %>% fit(
  x, y, batch_size = 8, epochs = 3, shuffle = FALSE, verbose = 0,
  validation_data = list(new_x, new_y)
)
report("stacked", c(history$metrics, list(predictions = predict(model, new_x, verbose = 0))))

# Batches of eight that go on where those before them stopped, until the states are reset.
model <- keras_model_sequential() %>%
  layer_lstm(6, return_sequences = TRUE, stateful = TRUE, batch_input_shape = c(8, 5, 3)) %>%
  layer_lstm(4, stateful = TRUE) %>%
  layer_dense(units = 2, activation = "softmax")
model %>%
  compile(optimizer = "rmsprop", loss = "categorical_crossentropy", metrics = "accuracy")
give_weights(model, seed = 51, sd = 0.4)
x <- uniform(seed = 52, 32, 5, 3)
y <- to_categorical(whole(seed = 53, 32, below = 2), num_classes = 2)
history <- model %>% fit(
  x, y, batch_size = 8, epochs = 3, shuffle = FALSE, verbose = 0,
  validation_data = list(x[1:16, , ], y[1:16, ])
)
batch <- x[1:8, , ]
reset_states(model)
first <- predict(model, batch, batch_size = 8, verbose = 0)
second <- predict(model, batch, batch_size = 8, verbose = 0)
reset_states(model)
again <- predict(model, batch, batch_size = 8, verbose = 0)
report("stateful", c(history$metrics, list(first = first, second = second, again = again)))

# Sentences of seven words, which are whole numbers in R's doubles.
model <- keras_model_sequential() %>%
  layer_embedding(input_dim = 50, output_dim = 6, input_length = 7) %>%
  layer_lstm(units = 5) %>%
  layer_dense(units = 1, activation = "sigmoid")
model %>% compile(optimizer = "rmsprop", loss = "binary_crossentropy", metrics = "accuracy")
give_weights(model, seed = 61, sd = 0.4)
words <- matrix(whole(seed = 62, 48 * 7, below = 50), nrow = 48)
y <- round(uniform(seed = 63, 48))
history <- model %>% fit(words, y, batch_size = 16, epochs = 4, shuffle = FALSE, verbose = 0)
report("words", c(history$metrics, list(predictions = predict(model, words, verbose = 0))))
