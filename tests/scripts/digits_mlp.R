# Made-up digits: seven-segment figures with noise, told apart by a multilayer perceptron.
library(keras)

set.seed(1)
set_random_seed(1)
segments <- rbind(
  c(1, 1, 1, 0, 1, 1, 1), c(0, 0, 1, 0, 0, 1, 0), c(1, 0, 1, 1, 1, 0, 1), c(1, 0, 1, 1, 0, 1, 1),
  c(0, 1, 1, 1, 0, 1, 0), c(1, 1, 0, 1, 0, 1, 1), c(1, 1, 0, 1, 1, 1, 1), c(1, 0, 1, 0, 0, 1, 0),
  c(1, 1, 1, 1, 1, 1, 1), c(1, 1, 1, 1, 0, 1, 1)
)
draw <- function(digit) {
  s <- segments[digit + 1, ]
  image <- matrix(0, 9, 7)
  image[1, 2:6] <- s[1]
  image[2:4, 1] <- s[2]
  image[2:4, 7] <- s[3]
  image[5, 2:6] <- s[4]
  image[6:8, 1] <- s[5]
  image[6:8, 7] <- s[6]
  image[9, 2:6] <- s[7]
  round(pmin(pmax(200 * image + rnorm(63, sd = 30), 0), 255))
}
dataset_digits <- function(n) {
  labels <- rep(0:9, length.out = n)
  images <- array(0, c(n, 9, 7))
  for (i in seq_len(n)) images[i, , ] <- draw(labels[i])
  list(x = images, y = array(labels))
}

digits <- list(train = dataset_digits(600), test = dataset_digits(100))
c(c(x_train, y_train), c(x_test, y_test)) %<-% digits
stopifnot(identical(x_train, digits$train$x), identical(y_test, digits$test$y))

x_train <- array_reshape(x_train, c(nrow(x_train), 63)) / 255
x_test <- array_reshape(x_test, c(nrow(x_test), 63)) / 255
stopifnot(all(x_train[1, 1:7] == digits$train$x[1, 1, ] / 255)) # row by row
y_train <- to_categorical(y_train, 10)
y_test <- to_categorical(y_test, 10)

model <- keras_model_sequential()
model %>%
  layer_dense(units = 64, activation = 'relu', input_shape = c(63)) %>%
  layer_dropout(rate = 0.2) %>%
  layer_dense(units = 32, activation = 'relu') %>%
  layer_dense(units = 10, activation = 'softmax')
stopifnot(count_params(model) == 63 * 64 + 64 + 64 * 32 + 32 + 32 * 10 + 10)
model %>% compile(
  loss = 'categorical_crossentropy',
  optimizer = optimizer_rmsprop(),
  metrics = c('accuracy')
)
history <- model %>% fit(
  x_train, y_train, epochs = 12, batch_size = 32, validation_split = 0.2, verbose = 0
)
stopifnot(
  identical(history$params$epochs, 12L),
  setequal(names(history$metrics), c("loss", "accuracy", "val_loss", "val_accuracy"))
)
score <- model %>% evaluate(x_test, y_test, verbose = 0)
predicted <- max.col(model %>% predict(x_test, verbose = 0)) - 1
share <- mean(predicted == digits$test$y)
stopifnot(score[["accuracy"]] > 0.95, abs(score[["accuracy"]] - share) < 1e-6)
cat("figures are read\n")
