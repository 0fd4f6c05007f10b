# Reviews in a file of IMDB's format: a 1D convolution sees which word "not" stands before.
library(keras)

set_random_seed(33)
max_features <- 44
maxlen <- 14
embedding_dims <- 8
filters <- 16
kernel_size <- 2
hidden_dims <- 8

imdb <- dataset_imdb("negated.npz", num_words = max_features, index_from = 0, start_char = NULL)
# 1 to 4 praise, 5 to 8 blame, 9 is "not", of which each review has one
judge <- function(review) {
  at <- which(review <= 8)
  xor(review[at] <= 4, review[at - 1] == 9)
}
stopifnot(
  all(sapply(imdb$train$x, function(review) sum(review == 9)) == 1),
  identical(c(imdb$train$y), as.integer(sapply(imdb$train$x, judge)))
)
x_train <- imdb$train$x %>% pad_sequences(maxlen = maxlen)
x_test <- imdb$test$x %>% pad_sequences(maxlen = maxlen)

model <- keras_model_sequential()
model %>%
  layer_embedding(max_features, embedding_dims, input_length = maxlen) %>%
  layer_dropout(0.2) %>%
  layer_conv_1d(
    filters, kernel_size,
    padding = "valid", activation = "relu", strides = 1
  ) %>%
  layer_global_max_pooling_1d() %>%
  layer_dense(hidden_dims) %>%
  layer_dropout(0.2) %>%
  layer_activation("relu") %>%
  layer_dense(1) %>%
  layer_activation("sigmoid")
model %>% compile(
  loss = "binary_crossentropy",
  optimizer = optimizer_adam(lr = 0.02),
  metrics = "accuracy"
)
model %>% fit(
  x_train, imdb$train$y,
  batch_size = 32,
  epochs = 15,
  validation_data = list(x_test, imdb$test$y),
  verbose = 0
)
score <- model %>% evaluate(x_test, imdb$test$y, verbose = 0)
verdict <- as.vector(predict(model, x_test, verbose = 0)) > 0.5
stopifnot(
  score[["accuracy"]] > 0.9,
  abs(score[["accuracy"]] - mean(verdict == imdb$test$y)) < 1e-6
)
# the same words: "not good, so ..." and "so good, not ..."
pair <- rbind(c(rep(0, 8), 20, 9, 2, 30, 10, 21), c(rep(0, 8), 20, 10, 2, 30, 9, 21))
c(bad, good) %<-% predict(model, pair, verbose = 0)
stopifnot(bad < 0.5, good > 0.5)
cat("what not stands before\n")
