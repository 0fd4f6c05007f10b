# Small colour images of ten kinds of things with a convolutional network.
#
#   Rscript cifar10_cnn.R
#   Rscript cifar10_cnn.R --epochs=5 --filters=16 --output=results
#
# Writes cifar10_cnn.keras (the model) and cifar10_cnn.png (the history of the training).
library(keras)

FLAGS <- flags(
  flag_integer("epochs", 40, "Passes over the images."),
  flag_integer("batch_size", 64, "Images per step."),
  flag_integer("filters", 32, "Filters of the first block; the next have 2 and 4 times as many."),
  flag_integer("seed", 1, "Seed of the initial weights, of the order, of dropout and of flipping."),
  flag_string("output", ".", "Folder for the model and the plot.")
)
set_random_seed(FLAGS$seed)
dir.create(FLAGS$output, showWarnings = FALSE, recursive = TRUE)

# The class numbers of the data set, from 0.
classes <- c(
  "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"
)
cifar10 <- dataset_cifar10()
train <- cifar10$train
test <- cifar10$test
cat("Training images:", dim(train$x), "\n")
cat("Test images:", dim(test$x), "\n")

# Two convolutions, then half the width and height. Normalisation has a bias of its own.
convolution <- function(model, filters) {
  model %>%
    layer_conv_2d(filters, kernel_size = 3, padding = "same", use_bias = FALSE) %>%
    layer_batch_normalization() %>%
    layer_activation("relu")
}
block <- function(model, filters, dropout) {
  model %>%
    convolution(filters) %>%
    convolution(filters) %>%
    layer_max_pooling_2d(pool_size = 2) %>%
    layer_dropout(rate = dropout)
}

# Scaling and flipping are layers: flipping happens in training only, scaling always.
model <- keras_model_sequential() %>%
  layer_rescaling(scale = 1 / 255, input_shape = c(32, 32, 3)) %>%
  layer_random_flip(mode = "horizontal", seed = FLAGS$seed) %>%
  block(FLAGS$filters, dropout = 0.2) %>%
  block(2 * FLAGS$filters, dropout = 0.3) %>%
  block(4 * FLAGS$filters, dropout = 0.4) %>%
  layer_global_average_pooling_2d() %>%
  layer_dense(units = length(classes), activation = "softmax")
summary(model)

model %>% compile(
  optimizer = optimizer_adam(learning_rate = 0.001),
  loss = "sparse_categorical_crossentropy",
  metrics = "accuracy"
)
# Smaller steps as soon as the validation loss stops falling.
history <- model %>% fit(
  train$x, train$y,
  epochs = FLAGS$epochs,
  batch_size = FLAGS$batch_size,
  validation_split = 0.1,
  callbacks = callback_reduce_lr_on_plateau(factor = 0.3, patience = 4),
  verbose = 2
)

scores <- model %>% evaluate(test$x, test$y, verbose = 0)
cat(sprintf("Test loss: %.4f\n", scores[["loss"]]))
cat(sprintf("Test accuracy: %.4f\n", scores[["accuracy"]]))

# The accuracy of each class: cats and dogs are harder than ships.
probabilities <- model %>% predict(test$x, verbose = 0)
correct <- max.col(probabilities) - 1 == c(test$y)
print(round(tapply(correct, factor(test$y, levels = 0:9, labels = classes), mean), 3))

save_model_hdf5(model, file.path(FLAGS$output, "cifar10_cnn.keras"))
png(file.path(FLAGS$output, "cifar10_cnn.png"), width = 800, height = 900, res = 120)
plot(history)
invisible(dev.off())
