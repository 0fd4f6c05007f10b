# Newswires in a file of Reuters's format: their topics from the words in them, as one-hot rows.
library(keras)

set_random_seed(8)
max_words <- 204
batch_size <- 32
epochs <- 15

reuters <- dataset_reuters(num_words = max_words, test_split = 0.2)
x_train <- reuters$train$x
y_train <- reuters$train$y
x_test <- reuters$test$x
y_test <- reuters$test$y
# 1 begins a newswire, words count from 4, and those of the topics from 104
own <- lapply(x_test, function(wire) (wire[wire >= 104] - 104) %/% 20)
stopifnot(
  length(x_train) == 480, length(x_test) == 120,
  all(lengths(x_train) == 22), all(sapply(x_train, `[[`, 1) == 1),
  all(lengths(own) == 6), identical(c(y_test), as.integer(sapply(own, unique)))
)
num_classes <- max(y_train) + 1
stopifnot(num_classes == 5)

vectorize_sequences <- function(sequences, dimension = max_words) {
  results <- matrix(0, nrow = length(sequences), ncol = dimension)
  for (i in seq_along(sequences)) results[i, sequences[[i]] + 1] <- 1
  results
}
x_train <- vectorize_sequences(x_train)
x_test <- vectorize_sequences(x_test)
stopifnot(identical(rowSums(x_test), as.numeric(lengths(lapply(reuters$test$x, unique)))))
# the tokenizer makes the same of them
tokenizer <- text_tokenizer(num_words = max_words)
stopifnot(all(sequences_to_matrix(tokenizer, reuters$test$x, mode = 'binary') == x_test))
y_train <- to_categorical(y_train, num_classes)
y_test <- to_categorical(y_test, num_classes)

model <- keras_model_sequential()
model %>%
  layer_dense(units = 32, input_shape = c(max_words)) %>%
  layer_activation(activation = 'relu') %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = num_classes) %>%
  layer_activation(activation = 'softmax')
model %>% compile(
  loss = 'categorical_crossentropy', optimizer = 'adam', metrics = c('accuracy')
)
history <- model %>% fit(
  x_train, y_train, batch_size = batch_size, epochs = epochs, verbose = 0, validation_split = 0.1
)
c(loss, accuracy) %<-% (model %>% evaluate(x_test, y_test, batch_size = batch_size, verbose = 0))
p <- model %>% predict(x_test, verbose = 0)
entropy <- -mean(log(rowSums(p * y_test)))
stopifnot(accuracy > 0.9, abs(loss - entropy) < 1e-4, all(abs(rowSums(p) - 1) < 1e-5))

# a chance of 1 in 5 is what no words give
chance <- model %>% predict(matrix(0, 1, max_words), verbose = 0)
stopifnot(max(chance) < 0.6, nrow(as.data.frame(history)) == epochs * 4)
cat("topics are found\n")
