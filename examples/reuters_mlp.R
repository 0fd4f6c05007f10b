# Newswires on 46 topics with a network of dense layers.
#
#   Rscript reuters_mlp.R
#   Rscript reuters_mlp.R --epochs=3 --num_words=2000 --output=results
#
# Writes reuters_mlp.keras (the model) and reuters_mlp.png (the history of the training).
library(keras)

FLAGS <- flags(
  flag_integer("epochs", 20, "Passes over the newswires, at most."),
  flag_integer("batch_size", 64, "Newswires per step."),
  flag_integer("num_words", 5000, "Words that are told apart, the most frequent ones."),
  flag_numeric("dropout", 0.5, "Share of units that are dropped while training."),
  flag_integer("seed", 1, "Seed of the initial weights, of the order and of dropout."),
  flag_string("output", ".", "Folder for the model and the plot.")
)
set_random_seed(FLAGS$seed)
dir.create(FLAGS$output, showWarnings = FALSE, recursive = TRUE)

reuters <- dataset_reuters(num_words = FLAGS$num_words, test_split = 0.2)
train <- reuters$train
test <- reuters$test
topics <- max(train$y, test$y) + 1
cat("Training newswires:", length(train$x), "\n")
cat("Test newswires:", length(test$x), "\n")
cat("Topics:", topics, "\n")

# A column for each word: 1 where the newswire has it. The order of the words is lost.
tokenizer <- text_tokenizer(num_words = FLAGS$num_words)
x_train <- sequences_to_matrix(tokenizer, train$x, mode = "binary")
x_test <- sequences_to_matrix(tokenizer, test$x, mode = "binary")
cat("Training matrix:", dim(x_train), "\n")

model <- keras_model_sequential() %>%
  layer_dense(units = 128, activation = "relu", input_shape = FLAGS$num_words) %>%
  layer_dropout(rate = FLAGS$dropout) %>%
  layer_dense(units = 64, activation = "relu") %>%
  layer_dropout(rate = FLAGS$dropout) %>%
  layer_dense(units = topics, activation = "softmax")
summary(model)

# Some topics are rare, so whether the right one is among the first three counts as well.
model %>% compile(
  optimizer = optimizer_adam(learning_rate = 0.001),
  loss = "sparse_categorical_crossentropy",
  metrics = list("accuracy", metric_sparse_top_k_categorical_accuracy(k = 3, name = "top_3"))
)
history <- model %>% fit(
  x_train, train$y,
  epochs = FLAGS$epochs,
  batch_size = FLAGS$batch_size,
  validation_split = 0.1,
  callbacks = callback_early_stopping(patience = 2, restore_best_weights = TRUE),
  verbose = 2
)

scores <- model %>% evaluate(x_test, test$y, verbose = 0)
cat(sprintf("Test loss: %.4f\n", scores[["loss"]]))
cat(sprintf("Test accuracy: %.4f\n", scores[["accuracy"]]))
cat(sprintf("Among the first three: %.4f\n", scores[["top_3"]]))
# What a model would reach that always answers with the most frequent topic.
most_frequent <- as.integer(names(which.max(table(train$y))))
cat(sprintf("The most frequent topic: %.4f\n", mean(test$y == most_frequent)))

save_model_hdf5(model, file.path(FLAGS$output, "reuters_mlp.keras"))
png(file.path(FLAGS$output, "reuters_mlp.png"), width = 800, height = 800, res = 120)
plot(history)
invisible(dev.off())
