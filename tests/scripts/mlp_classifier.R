# Three classes of points around three centres, told apart by a multilayer perceptron.
library(keras)

set.seed(11)
set_random_seed(11)
n <- 300
centres <- rbind(c(0, 0, 0, 0), c(3, 3, 0, 0), c(0, 3, 3, 3))
labels <- rep(0:2, each = n / 3)
x <- centres[labels + 1, ] + matrix(rnorm(n * 4, sd = 0.5), n)
rows <- sample(n)
x <- scale(x[rows, ]); labels <- labels[rows]
train <- 1:240; test <- 241:300
y <- to_categorical(labels, num_classes = 3)
stopifnot(dim(y) == c(300, 3), rowSums(y) == 1, max.col(y) - 1 == labels)

model <- keras_model_sequential()
model %>%
  layer_dense(units = 16, activation = 'relu', input_shape = c(4)) %>%
  layer_dropout(rate = 0.1) %>%
  layer_dense(units = 3, activation = 'softmax')
stopifnot(count_params(model) == (4 * 16 + 16) + (16 * 3 + 3), length(model$layers) == 3)

model %>% compile(
  loss = 'categorical_crossentropy',
  optimizer = optimizer_rmsprop(lr = 0.01),
  metrics = c('accuracy')
)
history <- model %>% fit(
  x[train, ], y[train, ],
  epochs = 15, batch_size = 32, validation_split = 0.2, verbose = 0
)
stopifnot(
  identical(names(history$metrics), c("loss", "accuracy", "val_loss", "val_accuracy")),
  lengths(history$metrics) == 15,
  tail(history$metrics$val_accuracy, 1) > 0.95
)

score <- model %>% evaluate(x[test, ], y[test, ], verbose = 0)
stopifnot(identical(names(score), c("loss", "accuracy")), score[["accuracy"]] > 0.95)

p <- model %>% predict(x[test, ], verbose = 0)
stopifnot(
  identical(dim(p), c(60L, 3L)),
  all(abs(rowSums(p) - 1) < 1e-5),
  abs(mean(max.col(p) - 1 == labels[test]) - score[["accuracy"]]) < 1e-6
)
cat("classes are told apart\n")
