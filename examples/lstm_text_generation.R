# An LSTM learns to write, letter by letter, from a book.
#
#   Rscript lstm_text_generation.R
#   Rscript lstm_text_generation.R --epochs=5 --temperature=0.8 --output=results
#
# After each epoch it prints what it writes by then. Writes lstm_text_generation.keras (the model)
# and lstm_text_generation.png (the history of the training).
library(keras)

FLAGS <- flags(
  flag_integer("epochs", 20, "Passes over the text."),
  flag_integer("batch_size", 128, "Pieces of text per step."),
  flag_integer("length", 40, "Letters that the model sees."),
  flag_integer("step", 3, "Letters from the beginning of a piece to that of the next one."),
  flag_integer("units", 128, "Width of the LSTM."),
  flag_integer("written", 200, "Letters to write after each epoch."),
  flag_numeric("temperature", 0.5, "Low: the likely letters only. High: surprising, with errors."),
  flag_integer("seed", 1, "Seed of the initial weights, of the order and of writing."),
  flag_string(
    "text", "https://s3.amazonaws.com/text-datasets/nietzsche.txt", "Address of the text."
  ),
  flag_string("output", ".", "Folder for the model and the plot.")
)
set_random_seed(FLAGS$seed)
dir.create(FLAGS$output, showWarnings = FALSE, recursive = TRUE)

path <- get_file(basename(FLAGS$text), FLAGS$text)
lines <- readLines(path, encoding = "UTF-8")
text <- tolower(trimws(gsub("[[:space:]]+", " ", paste(lines, collapse = " "))))
letters_of_text <- strsplit(text, "")[[1]]
alphabet <- sort(unique(letters_of_text), method = "radix") # the same order in every locale
codes <- match(letters_of_text, alphabet) - 1L
cat("Letters:", length(codes), "\n")
cat("Different letters:", length(alphabet), "\n")

# Rows of `length` letters, each with the letter that follows.
pieces <- function(codes) {
  starts <- seq(1, length(codes) - FLAGS$length, by = FLAGS$step)
  places <- outer(starts, seq_len(FLAGS$length) - 1, "+")
  list(
    x = matrix(codes[places], nrow = length(starts)),
    y = codes[starts + FLAGS$length]
  )
}
# The end of the text is for testing: random pieces would overlap with those of the training.
border <- floor(0.9 * length(codes))
train <- pieces(codes[seq_len(border)])
test <- pieces(codes[-seq_len(border)])
cat("Training pieces:", dim(train$x), "\n")
cat("Test pieces:", dim(test$x), "\n")

model <- keras_model_sequential() %>%
  layer_embedding(
    input_dim = length(alphabet), output_dim = 32, input_length = FLAGS$length
  ) %>%
  layer_lstm(units = FLAGS$units) %>%
  layer_dropout(rate = 0.2) %>%
  layer_dense(units = length(alphabet), activation = "softmax")
summary(model)

model %>% compile(
  optimizer = optimizer_adam(learning_rate = 0.002),
  loss = "sparse_categorical_crossentropy",
  metrics = "accuracy"
)

write_on <- function(seen) {
  written <- integer(FLAGS$written)
  for (i in seq_along(written)) {
    probabilities <- c(predict_on_batch(model, matrix(seen, nrow = 1)))
    weights <- exp(log(probabilities + 1e-9) / FLAGS$temperature)
    written[i] <- sample.int(length(alphabet), 1, prob = weights) - 1L
    seen <- c(seen[-1], written[i])
  }
  paste(alphabet[written + 1], collapse = "")
}
show_progress <- callback_lambda(on_epoch_end = function(epoch, logs) {
  seen <- test$x[1, ]
  beginning <- paste(alphabet[seen + 1], collapse = "")
  cat(sprintf("After epoch %d: [%s]%s\n", epoch + 1, beginning, write_on(seen)))
})
history <- model %>% fit(
  train$x, train$y,
  epochs = FLAGS$epochs,
  batch_size = FLAGS$batch_size,
  validation_split = 0.1,
  callbacks = show_progress,
  verbose = 2
)

scores <- model %>% evaluate(test$x, test$y, verbose = 0)
cat(sprintf("Test loss: %.4f\n", scores[["loss"]]))
cat(sprintf("Test accuracy: %.4f\n", scores[["accuracy"]]))

save_model_hdf5(model, file.path(FLAGS$output, "lstm_text_generation.keras"))
png(file.path(FLAGS$output, "lstm_text_generation.png"), width = 800, height = 600, res = 120)
plot(history)
invisible(dev.off())
