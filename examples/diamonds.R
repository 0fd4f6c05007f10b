# Prices of diamonds: from a data frame to a model that answers requests. Nothing is downloaded.
#
#   Rscript diamonds.R
#   Rscript diamonds.R --epochs=5 --rows=5000 --output=results
#
# Writes diamonds.keras (the model), diamonds_savedmodel/ (the same for TensorFlow Serving) and
# diamonds.png (the history of the training).
library(keras)

FLAGS <- flags(
  flag_integer("epochs", 20, "Passes over the diamonds, at most."),
  flag_integer("batch_size", 256, "Diamonds per step."),
  flag_integer("rows", 53940, "Diamonds to use, drawn at random."),
  flag_integer("seed", 1, "Seed of the draws, of the initial weights and of the order."),
  flag_string("output", ".", "Folder for the model and the plot.")
)
set_random_seed(FLAGS$seed) # that of R, too
dir.create(FLAGS$output, showWarnings = FALSE, recursive = TRUE)

# 1. Data: sizes in millimetres and three grades. A size of 0 is an error of measurement.
numbers <- c("carat", "depth", "table", "x", "y", "z")
diamonds <- as.data.frame(ggplot2::diamonds)
diamonds <- diamonds[sample(nrow(diamonds), min(FLAGS$rows, nrow(diamonds))), ]
diamonds <- subset(diamonds, x > 0 & y > 0 & z > 0)
grades <- lapply(diamonds[c("cut", "color", "clarity")], levels)

test_rows <- seq_len(floor(0.2 * nrow(diamonds)))
test <- diamonds[test_rows, ]
train <- diamonds[-test_rows, ]
cat("Training rows:", nrow(train), "\n")
cat("Test rows:", nrow(test), "\n")

# What the model is given: numbers and texts, by the names of the columns.
features <- function(rows) {
  rows <- rows[c(numbers, names(grades))]
  rows[names(grades)] <- lapply(rows[names(grades)], as.character)
  rows
}

# 2. Preparation within the model, so that it is saved with it: numbers are centred and scaled,
#    grades become zeros and ones.
inputs <- list()
prepared <- list()
for (name in numbers) {
  normalize <- layer_normalization(axis = NULL)
  adapt(normalize, train[[name]])
  inputs[[name]] <- layer_input(shape = 1, name = name)
  prepared[[name]] <- normalize(inputs[[name]])
}
for (name in names(grades)) {
  inputs[[name]] <- layer_input(shape = 1, name = name, dtype = "string")
  prepared[[name]] <- inputs[[name]] %>% layer_string_lookup(
    vocabulary = grades[[name]], num_oov_indices = 0, output_mode = "one_hot"
  )
}
# The bias begins at the mean, so that the first steps need not find it.
output <- layer_concatenate(unname(prepared)) %>%
  layer_dense(units = 64, activation = "relu") %>%
  layer_dense(units = 64, activation = "relu") %>%
  layer_dense(
    units = 1, bias_initializer = initializer_constant(mean(log(train$price))), name = "log_price"
  )
model <- keras_model(inputs, output)

# 3. Training on the logarithm: an error of 10 % counts the same for cheap and dear stones.
model %>% compile(
  optimizer = optimizer_adam(learning_rate = 0.002),
  loss = "mean_squared_error",
  metrics = "mean_absolute_error"
)
history <- model %>% fit(
  features(train), log(train$price),
  epochs = FLAGS$epochs,
  batch_size = FLAGS$batch_size,
  validation_split = 0.1,
  callbacks = callback_early_stopping(patience = 4, restore_best_weights = TRUE),
  verbose = 2
)
png(file.path(FLAGS$output, "diamonds.png"), width = 800, height = 600, res = 120)
plot(history)
invisible(dev.off())

# 4. Evaluation, beside a straight line through the logarithms of weight and price.
scores <- model %>% evaluate(features(test), log(test$price), verbose = 0)
cat(sprintf("Test loss: %.4f\n", scores[["loss"]]))
relative_error <- function(predicted) median(abs(predicted / test$price - 1))
line <- lm(log(price) ~ log(carat), train)
cat(sprintf("Median error of the line: %.1f %%\n", 100 * relative_error(exp(predict(line, test)))))
prices <- exp(c(predict(model, features(test), verbose = 0)))
cat(sprintf("Median error of the model: %.1f %%\n", 100 * relative_error(prices)))

# 5. Saving: one file for R and Python, one folder for TensorFlow's own servers.
file <- file.path(FLAGS$output, "diamonds.keras")
save_model_hdf5(model, file)
export_savedmodel(model, file.path(FLAGS$output, "diamonds_savedmodel"))

# 6. Use elsewhere: all that another session needs is the file and this function. Around it goes
#    what receives the requests, such as an API of the package plumber.
deployed <- load_model_hdf5(file)
serve <- function(request) {
  rows <- jsonlite::fromJSON(request)
  log_price <- predict(deployed, rows, verbose = 0)
  as.character(jsonlite::toJSON(list(price = round(exp(c(log_price))))))
}
request <- '[
  {"carat": 0.5, "depth": 61.5, "table": 56, "x": 5.1, "y": 5.12, "z": 3.14,
   "cut": "Ideal", "color": "E", "clarity": "VS1"},
  {"carat": 1.5, "depth": 62.1, "table": 58, "x": 7.3, "y": 7.26, "z": 4.52,
   "cut": "Premium", "color": "H", "clarity": "SI1"}
]'
cat("Answer:", serve(request), "\n")

# What was loaded predicts the same.
again <- exp(c(predict(deployed, features(test), verbose = 0)))
stopifnot(all.equal(again, prices, tolerance = 1e-5))
