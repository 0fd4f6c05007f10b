# Film reviews, favourable or not, with an LSTM.
#
#   Rscript imdb_lstm.R
#   Rscript imdb_lstm.R --epochs=2 --num_words=5000 --output=results
#
# Writes imdb_lstm.keras (the model) and imdb_lstm.png (the history of the training).
library(keras)

FLAGS <- flags(
  flag_integer("epochs", 6, "Passes over the reviews, at most."),
  flag_integer("batch_size", 64, "Reviews per step."),
  flag_integer("num_words", 10000, "Words that are told apart, the most frequent ones."),
  flag_integer("maxlen", 200, "Words of a review that are read: its last ones."),
  flag_integer("units", 64, "Width of the word vectors and of the LSTM."),
  flag_integer("seed", 1, "Seed of the initial weights, of the order and of dropout."),
  flag_string("output", ".", "Folder for the model and the plot.")
)
set_random_seed(FLAGS$seed)
dir.create(FLAGS$output, showWarnings = FALSE, recursive = TRUE)

imdb <- dataset_imdb(num_words = FLAGS$num_words)
cat("Training reviews:", length(imdb$train$x), "\n")
cat("Test reviews:", length(imdb$test$x), "\n")
cat("Words of a training review, median:", median(lengths(imdb$train$x)), "\n")

# Short reviews are filled with zeros at their end, which the embedding masks.
as_matrix <- function(reviews) {
  pad_sequences(reviews, maxlen = FLAGS$maxlen, padding = "post", truncating = "pre")
}
x_train <- as_matrix(imdb$train$x)
x_test <- as_matrix(imdb$test$x)
cat("Training matrix:", dim(x_train), "\n")

model <- keras_model_sequential() %>%
  layer_embedding(
    input_dim = FLAGS$num_words, output_dim = FLAGS$units,
    input_length = FLAGS$maxlen, mask_zero = TRUE
  ) %>%
  layer_dropout(rate = 0.3) %>%
  layer_lstm(units = FLAGS$units) %>%
  layer_dropout(rate = 0.3) %>%
  layer_dense(units = 1, activation = "sigmoid")
summary(model)

model %>% compile(
  optimizer = optimizer_adam(learning_rate = 0.001),
  loss = "binary_crossentropy",
  metrics = "accuracy"
)
# A few passes are enough to learn the training reviews by heart.
history <- model %>% fit(
  x_train, imdb$train$y,
  epochs = FLAGS$epochs,
  batch_size = FLAGS$batch_size,
  validation_split = 0.2,
  callbacks = callback_early_stopping(patience = 1, restore_best_weights = TRUE),
  verbose = 2
)

scores <- model %>% evaluate(x_test, imdb$test$y, verbose = 0)
cat(sprintf("Test loss: %.4f\n", scores[["loss"]]))
cat(sprintf("Test accuracy: %.4f\n", scores[["accuracy"]]))

# The data set adds 3 to the numbers of words: 1 begins a review, 2 stands for a rare word.
word_index <- dataset_imdb_word_index()
word_of <- setNames(names(word_index), unlist(word_index) + 3)
as_text <- function(review) {
  words <- word_of[as.character(review)]
  paste(ifelse(is.na(words), "...", words), collapse = " ")
}
favourable <- c(model %>% predict(x_test, verbose = 0))
cat("The most favourable:", substr(as_text(imdb$test$x[[which.max(favourable)]]), 1, 300), "\n")
cat("The least favourable:", substr(as_text(imdb$test$x[[which.min(favourable)]]), 1, 300), "\n")

save_model_hdf5(model, file.path(FLAGS$output, "imdb_lstm.keras"))
png(file.path(FLAGS$output, "imdb_lstm.png"), width = 800, height = 600, res = 120)
plot(history)
invisible(dev.off())
