# Topics of made-up newswires from the words in them, as one-hot rows.
library(keras)

set.seed(8)
set_random_seed(8)
max_words <- 200
num_classes <- 5
newswire <- function(topic) {
  common <- sample(1:100, 15, replace = TRUE)
  own <- sample(100 + 20 * topic + 1:20, 6, replace = TRUE) - 1
  sample(c(common, own))
}
topics <- sample(0:4, 500, replace = TRUE)
wires <- lapply(topics, newswire)
train <- 1:400

vectorize_sequences <- function(sequences, dimension = max_words) {
  results <- matrix(0, nrow = length(sequences), ncol = dimension)
  for (i in seq_along(sequences)) results[i, sequences[[i]] + 1] <- 1
  results
}
x <- vectorize_sequences(wires)
stopifnot(identical(rowSums(x), as.numeric(lengths(lapply(wires, unique)))))
y <- to_categorical(topics, num_classes)

model <- keras_model_sequential()
model %>%
  layer_dense(units = 32, input_shape = c(max_words)) %>%
  layer_activation(activation = 'relu') %>%
  layer_dropout(rate = 0.5) %>%
  layer_dense(units = num_classes) %>%
  layer_activation(activation = 'softmax')
model %>% compile(
  loss = 'categorical_crossentropy', optimizer = 'adam', metrics = c('accuracy')
)
history <- model %>% fit(
  x[train, ], y[train, ], batch_size = 32, epochs = 15, verbose = 0, validation_split = 0.1
)
c(loss, accuracy) %<-% (model %>% evaluate(x[-train, ], y[-train, ], verbose = 0))
p <- model %>% predict(x[-train, ], verbose = 0)
entropy <- -mean(log(p[cbind(seq_len(nrow(p)), topics[-train] + 1)]))
stopifnot(accuracy > 0.9, abs(loss - entropy) < 1e-4, all(abs(rowSums(p) - 1) < 1e-5))

# a chance of 1 in 5 is what no words give
chance <- model %>% predict(matrix(0, 1, max_words), verbose = 0)
stopifnot(max(chance) < 0.6, nrow(as.data.frame(history)) == 15 * 4)
cat("topics are found\n")
