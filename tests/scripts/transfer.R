# Transfer learning: what a network has learnt serves a second task, frozen, then fine-tuned.
library(keras)

set.seed(36)
set_random_seed(36)
size <- 10
# a wave of some direction, bright or dark
picture <- function(direction, bright) {
  at <- outer(1:size, 1:size, function(i, j) cos(direction) * i + sin(direction) * j)
  0.5 * sin(1.5 * at + runif(1, 0, 2 * pi)) + (if (bright) 0.3 else -0.3) + rnorm(size^2, sd = 0.1)
}
make_data <- function(directions, n) {
  class <- rep(seq_along(directions) - 1, length.out = n)
  x <- array(0, dim = c(n, size, size, 1))
  for (i in seq_len(n)) x[i, , , 1] <- picture(directions[class[i] + 1], runif(1) > 0.5)
  list(x = x, y = class)
}
old <- make_data(c(0, pi / 4, pi / 2, 3 * pi / 4), 400)
new <- make_data(c(pi / 8, 5 * pi / 8), 40)
test <- make_data(c(pi / 8, 5 * pi / 8), 100)

conv_base <- keras_model_sequential(name = "conv_base") %>%
  layer_conv_2d(filters = 8, kernel_size = c(3, 3), use_bias = FALSE,
                input_shape = c(size, size, 1), name = "conv_1") %>%
  layer_batch_normalization(name = "norm_1") %>%
  layer_activation("relu") %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_conv_2d(filters = 12, kernel_size = c(3, 3), activation = "relu", name = "conv_2")
first <- keras_model_sequential() %>%
  conv_base() %>%
  layer_global_average_pooling_2d() %>%
  layer_dense(units = 4, activation = "softmax")
first %>% compile(
  optimizer = optimizer_adam(lr = 0.02),
  loss = "sparse_categorical_crossentropy",
  metrics = c("accuracy")
)
first %>% fit(old$x, old$y, epochs = 15, batch_size = 40, verbose = 0)

# the second task: a head of its own upon the frozen base
model <- keras_model_sequential() %>%
  conv_base() %>%
  layer_flatten() %>%
  layer_dense(units = 1, activation = "sigmoid", name = "head")
all_of_them <- length(model$trainable_weights)
freeze_weights(conv_base)
stopifnot(all_of_them == 7, length(model$trainable_weights) == 2, !conv_base$trainable)
model %>% compile(
  optimizer = optimizer_adam(lr = 0.01),
  loss = "binary_crossentropy",
  metrics = c("accuracy")
)
frozen <- get_weights(conv_base)
head <- get_weights(get_layer(model, "head"))
model %>% fit(new$x, new$y, epochs = 20, batch_size = 10, verbose = 0)
# the moving averages of the normalization stand still too
stopifnot(
  length(frozen) == 7,
  identical(get_weights(conv_base), frozen),
  !identical(get_weights(get_layer(model, "head")), head)
)
c(loss, accuracy) %<-% evaluate(model, test$x, test$y, verbose = 0)
stopifnot(accuracy > 0.8)

# features worked out beforehand give the same answers
features <- conv_base %>% predict(test$x, verbose = 0)
c(kernel, bias) %<-% get_weights(get_layer(model, "head"))
by_hand <- 1 / (1 + exp(-(array_reshape(features, c(100, 2 * 2 * 12)) %*% kernel + c(bias))))
stopifnot(max(abs(by_hand - predict(model, test$x, verbose = 0))) < 1e-5)

# fine-tuning from the second convolution on
unfreeze_weights(conv_base, from = "conv_2")
model %>% compile(
  optimizer = optimizer_rmsprop(lr = 1e-3),
  loss = "binary_crossentropy",
  metrics = c("accuracy")
)
stopifnot(length(model$trainable_weights) == 4)
model %>% fit(new$x, new$y, epochs = 5, batch_size = 10, verbose = 0)
tuned <- get_weights(conv_base)
moved <- !mapply(identical, tuned, frozen)
# below the cut a kernel and the four of the normalization, above it a kernel and a bias
stopifnot(!any(moved[1:5]), all(moved[6:7]))
after <- evaluate(model, test$x, test$y, verbose = 0)
stopifnot(after[["accuracy"]] > 0.8)
cat("what was learnt serves again\n")
