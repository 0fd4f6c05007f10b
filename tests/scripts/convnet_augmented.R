# Small colour pictures, augmented while a convolutional network learns them.
library(keras)

set.seed(33)
set_random_seed(33)
size <- 12
num_classes <- 3
# a disc, a frame or a cross, of any colour, anywhere, on grey noise
paint <- function(kind) {
  image <- array(round(runif(size^2 * 3, 90, 130)), dim = c(size, size, 3))
  c(row, col) %<-% sample(4:9, 2, replace = TRUE)
  where <- switch(kind + 1,
    (row(diag(size)) - row)^2 + (col(diag(size)) - col)^2 <= 6,
    pmax(abs(row(diag(size)) - row), abs(col(diag(size)) - col)) == 3,
    abs(row(diag(size)) - row) == abs(col(diag(size)) - col)
  )
  image[array(where, dim(image))] <- rep(sample(c(0, 255, sample(0:255, 1))), each = sum(where))
  image
}
make_data <- function(n) {
  y <- rep(0:2, length.out = n)
  x <- array(0, dim = c(n, size, size, 3))
  for (i in seq_len(n)) x[i, , , ] <- paint(y[i])
  list(x = x, y = matrix(y, ncol = 1))
}
train <- make_data(240)
test <- make_data(90)

x_train <- train$x / 255
x_test <- test$x / 255
y_train <- to_categorical(train$y, num_classes = num_classes)
y_test <- to_categorical(test$y, num_classes = num_classes)
stopifnot(identical(dim(y_train), c(240L, 3L)), all(colSums(y_train) == 80))

# a generator that only mirrors gives pictures or their mirror images
mirror <- image_data_generator(horizontal_flip = TRUE)
plain <- flow_images_from_data(x_train[1:20, , , ], y_train[1:20, ], mirror, batch_size = 20, shuffle = FALSE)
c(x, y) %<-% generator_next(plain)
same <- sapply(1:20, function(i) max(abs(x[i, , , ] - x_train[i, , , ])) < 1e-6)
turned <- sapply(1:20, function(i) max(abs(x[i, , , ] - x_train[i, , size:1, ])) < 1e-6)
stopifnot(all(xor(same, turned)), any(same), any(turned), identical(y, y_train[1:20, ]))

# normalised by what the training pictures have
centred <- image_data_generator(featurewise_center = TRUE, featurewise_std_normalization = TRUE)
centred %>% fit_image_data_generator(x_train)
batch <- generator_next(flow_images_from_data(x_train, generator = centred, batch_size = 240))
for (channel in 1:3) {
  values <- batch[, , , channel]
  whole <- x_train[, , , channel]
  stopifnot(abs(mean(values)) < 1e-3, abs(sqrt(mean(values^2)) - 1) < 1e-2,
            abs(centred$mean[channel] - mean(whole)) < 1e-5)
}

model <- keras_model_sequential()
model %>%
  layer_conv_2d(
    filter = 12, kernel_size = c(3, 3), padding = "same",
    input_shape = c(size, size, 3)
  ) %>%
  layer_activation("relu") %>%
  layer_conv_2d(filter = 12, kernel_size = c(3, 3)) %>%
  layer_activation("relu") %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_dropout(0.1) %>%
  layer_flatten() %>%
  layer_dense(32) %>%
  layer_activation("relu") %>%
  layer_dense(num_classes) %>%
  layer_activation("softmax")
opt <- optimizer_rmsprop(lr = 0.003, decay = 1e-6)
model %>% compile(
  loss = "categorical_crossentropy",
  optimizer = opt,
  metrics = "accuracy"
)

datagen <- image_data_generator(
  width_shift_range = 0.1,
  height_shift_range = 0.1,
  horizontal_flip = TRUE
)
batch_size <- 24
# these functions warn that they are deprecated
history <- suppressWarnings(model %>% fit_generator(
  flow_images_from_data(x_train, y_train, datagen, batch_size = batch_size),
  steps_per_epoch = as.integer(240 / batch_size),
  epochs = 15,
  validation_data = list(x_test, y_test),
  verbose = 0
))
stopifnot(identical(history$params$epochs, 15L), length(history$metrics$val_loss) == 15)
# the same with fit()
model %>% fit(
  flow_images_from_data(x_train, y_train, datagen, batch_size = batch_size),
  steps_per_epoch = 10, epochs = 15, verbose = 0
)
stopifnot(as.numeric(k_get_value(model$optimizer$iterations)) == 2 * 15 * 10)

score <- model %>% evaluate(x_test, y_test, verbose = 0)
stopifnot(score[["accuracy"]] > 0.7)
flowed <- flow_images_from_data(x_test, y_test, image_data_generator(), batch_size = 30, shuffle = FALSE)
again <- suppressWarnings(model %>% evaluate_generator(flowed, steps = 3))
p <- model %>% predict(x_test, verbose = 0)
stopifnot(
  max(abs(unlist(again) - score)) < 1e-5,
  abs(mean(max.col(p) - 1 == test$y) - score[["accuracy"]]) < 1e-6
)
cat("shapes of all colours\n")
