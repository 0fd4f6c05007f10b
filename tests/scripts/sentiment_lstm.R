# Reviews in a file of IMDB's format: a bidirectional LSTM learns that the last word of praise or
# blame decides.
library(keras)

set_random_seed(31)
max_features <- 60
maxlen <- 16
praise <- 4:7
blame <- 8:11

imdb <- dataset_imdb(num_words = max_features)
c(c(x_train, y_train), c(x_test, y_test)) %<-% imdb
# 1 begins a review
last <- sapply(x_train, function(review) tail(review[review %in% c(praise, blame)], 1))
stopifnot(
  length(x_train) == 600, length(x_test) == 200,
  all(sapply(x_train, `[[`, 1) == 1), all(unlist(x_train) < max_features),
  identical(c(y_train), as.integer(last %in% praise))
)

x_train <- pad_sequences(x_train, maxlen = maxlen)
x_test <- pad_sequences(x_test, maxlen = maxlen)
# zeros come in front, and of long reviews the end is kept
first <- imdb$train$x[[1]]
stopifnot(
  identical(dim(x_train), c(600L, 16L)),
  all(x_train[1, ] == tail(c(rep(0, maxlen), first), maxlen))
)

model <- keras_model_sequential()
model %>%
  layer_embedding(input_dim = max_features, output_dim = 8, input_length = maxlen) %>%
  bidirectional(layer_lstm(units = 8)) %>%
  layer_dropout(rate = 0.2) %>%
  layer_dense(units = 1, activation = 'sigmoid')
# an LSTM of n units has 4 gates, each of n * (inputs + n + 1) weights; here are two
stopifnot(count_params(model) == 60 * 8 + 2 * 4 * 8 * (8 + 8 + 1) + (16 + 1))

model %>% compile(
  loss = 'binary_crossentropy',
  optimizer = optimizer_adam(learning_rate = 0.02),
  metrics = c('accuracy')
)
history <- model %>% fit(
  x_train, y_train,
  batch_size = 32,
  epochs = 12,
  validation_data = list(x_test, y_test),
  callbacks = list(callback_early_stopping(monitor = "val_accuracy", patience = 5)),
  verbose = 0
)
ran <- length(history$metrics$val_accuracy)
stopifnot(ran >= 1, ran <= 12, identical(unique(as.data.frame(history)$data), factor(c("training", "validation"))))

c(loss, acc) %<-% evaluate(model, x_test, y_test, verbose = 0)
p <- as.vector(predict(model, x_test, verbose = 0))
by_hand <- -mean(ifelse(y_test == 1, log(p), log(1 - p)))
stopifnot(
  acc > 0.85,
  abs(mean((p > 0.5) == y_test) - acc) < 1e-6,
  abs(by_hand - loss) < 1e-4
)

# the same opinions in another order, another verdict
turned <- rbind(c(rep(0, 12), 1, 5, 9, 20), c(rep(0, 12), 1, 9, 5, 20))
verdict <- predict(model, turned, verbose = 0)
stopifnot(verdict[1, 1] < 0.5, verdict[2, 1] > 0.5)
cat("the last word decides\n")
