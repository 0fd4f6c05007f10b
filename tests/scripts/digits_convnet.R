# Figures of seven segments in a file of MNIST's format: a convolutional network with pooling
# and dropout reads them wherever they are in the picture.
library(keras)

set_random_seed(21)
batch_size <- 20
num_classes <- 10
epochs <- 10
img_rows <- 28
img_cols <- 28

mnist <- dataset_mnist()
x_train <- mnist$train$x
y_train <- mnist$train$y
x_test <- mnist$test$x
y_test <- mnist$test$y
stopifnot(
  identical(dim(x_train), c(400L, 28L, 28L)), identical(dim(x_test), c(100L, 28L, 28L)),
  identical(c(y_test), rep(0:9, 10)), max(x_train) >= 180, min(x_train) == 0, max(x_train) < 240
)
# a figure of one needs less ink than an eight, which has all segments
ink <- tapply(apply(x_train, 1, function(image) sum(image >= 180)), c(y_train), min)
stopifnot(which.min(ink) == 2, which.max(ink) == 9)

x_train <- array_reshape(x_train, c(nrow(x_train), img_rows, img_cols, 1))
x_test <- array_reshape(x_test, c(nrow(x_test), img_rows, img_cols, 1))
input_shape <- c(img_rows, img_cols, 1)
x_train <- x_train / 255
x_test <- x_test / 255
y_train <- to_categorical(y_train, num_classes)
y_test <- to_categorical(y_test, num_classes)

model <- keras_model_sequential() %>%
  layer_conv_2d(filters = 8, kernel_size = c(3, 3), activation = 'relu',
                input_shape = input_shape) %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_conv_2d(filters = 16, kernel_size = c(3, 3), activation = 'relu') %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_dropout(rate = 0.25) %>%
  layer_flatten() %>%
  layer_dense(units = 64, activation = 'relu') %>%
  layer_dropout(rate = 0.25) %>%
  layer_dense(units = num_classes, activation = 'softmax')
# 28 - 2 = 26, halved 13; 13 - 2 = 11, halved 5
stopifnot(
  count_params(model) == (9 * 8 + 8) + (9 * 8 * 16 + 16) + (5 * 5 * 16 * 64 + 64) + (64 * 10 + 10)
)
model %>% compile(
  loss = loss_categorical_crossentropy,
  optimizer = optimizer_adam(lr = 0.003),
  metrics = c('accuracy')
)
model %>% fit(
  x_train, y_train,
  batch_size = batch_size,
  epochs = epochs,
  validation_split = 0.2,
  verbose = 0
)
scores <- model %>% evaluate(x_test, y_test, verbose = 0)
p <- model %>% predict(x_test, verbose = 0)
loss <- -mean(log(rowSums(p * y_test)))
stopifnot(
  scores[["accuracy"]] > 0.9,
  abs(scores[["accuracy"]] - mean(max.col(p) - 1 == 0:9)) < 1e-6,
  abs(scores[["loss"]] - loss) < 1e-4
)

# pooling takes the greatest of four, and dropout rests when the model predicts
layers <- keras_model(model$input, list(
  get_layer(model, index = 1)$output, get_layer(model, index = 2)$output,
  get_layer(model, index = 4)$output, get_layer(model, index = 5)$output
))
c(seen, pooled, before, after) %<-% predict(layers, x_test[1:2, , , , drop = FALSE], verbose = 0)
stopifnot(
  identical(dim(pooled), c(2L, 13L, 13L, 8L)),
  pooled[2, 5, 6, 3] == max(seen[2, 9:10, 11:12, 3]),
  identical(before, after)
)
cat("figures wherever they are\n")
