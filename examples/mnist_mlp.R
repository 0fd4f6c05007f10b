# Handwritten digits with a network of dense layers.
#
#   Rscript mnist_mlp.R
#   Rscript mnist_mlp.R --epochs=3 --output=results
#
# Writes mnist_mlp.keras (the model) and mnist_mlp.png (the history of the training).
library(keras)

FLAGS <- flags(
  flag_integer("epochs", 15, "Passes over the images, at most."),
  flag_integer("batch_size", 128, "Images per step."),
  flag_numeric("dropout", 0.3, "Share of units that are dropped while training."),
  flag_integer("seed", 1, "Seed of the initial weights, of the order and of dropout."),
  flag_string("output", ".", "Folder for the model and the plot.")
)
set_random_seed(FLAGS$seed)
dir.create(FLAGS$output, showWarnings = FALSE, recursive = TRUE)

mnist <- dataset_mnist()
train <- mnist$train
test <- mnist$test
cat("Training images:", dim(train$x), "\n")
cat("Test images:", dim(test$x), "\n")

# The scaling is part of the model: whoever loads it gives it pixels from 0 to 255.
model <- keras_model_sequential() %>%
  layer_rescaling(scale = 1 / 255, input_shape = c(28, 28)) %>%
  layer_flatten() %>%
  layer_dense(units = 256, activation = "relu") %>%
  layer_dropout(rate = FLAGS$dropout) %>%
  layer_dense(units = 128, activation = "relu") %>%
  layer_dropout(rate = FLAGS$dropout) %>%
  layer_dense(units = 10, activation = "softmax")
summary(model)

# "sparse" because the targets are the digits themselves, not rows of zeros and ones.
model %>% compile(
  optimizer = optimizer_adam(learning_rate = 0.001),
  loss = "sparse_categorical_crossentropy",
  metrics = "accuracy"
)
history <- model %>% fit(
  train$x, train$y,
  epochs = FLAGS$epochs,
  batch_size = FLAGS$batch_size,
  validation_split = 0.1,
  callbacks = callback_early_stopping(patience = 3, restore_best_weights = TRUE),
  verbose = 2
)

scores <- model %>% evaluate(test$x, test$y, verbose = 0)
cat(sprintf("Test loss: %.4f\n", scores[["loss"]]))
cat(sprintf("Test accuracy: %.4f\n", scores[["accuracy"]]))

# Which digits are taken for which: the right ones are on the diagonal.
probabilities <- model %>% predict(test$x, verbose = 0)
digit <- factor(test$y, levels = 0:9)
predicted <- factor(max.col(probabilities) - 1, levels = 0:9)
print(table(digit, predicted))

save_model_hdf5(model, file.path(FLAGS$output, "mnist_mlp.keras"))
png(file.path(FLAGS$output, "mnist_mlp.png"), width = 800, height = 600, res = 120)
plot(history)
invisible(dev.off())
