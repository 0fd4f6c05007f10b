# Written reviews, a tokenizer and a 1D convolution: "not" turns what it stands before.
library(keras)

set.seed(32)
set_random_seed(32)
filler <- c("the", "film", "was", "and", "we", "saw", "it", "with", "a", "friend")
write_review <- function(good, negated) {
  opinion <- if (good) "good" else "bad"
  words <- sample(filler, 9, replace = TRUE)
  # every review has one "not": the counts of the words tell nothing
  pieces <- if (negated) list(c("not", opinion), "so") else list(c("so", opinion), "not")
  pieces <- sample(pieces)
  paste(c(words[1:3], pieces[[1]], words[4:6], pieces[[2]], words[7:9]), collapse = " ")
}
n <- 400
good <- rep(c(TRUE, FALSE), n / 2)
negated <- rep(c(TRUE, TRUE, FALSE, FALSE), n / 4)
texts <- mapply(write_review, good, negated)
labels <- as.integer(xor(good, negated))
stopifnot(mean(labels) == 0.5)

tokenizer <- text_tokenizer(num_words = 20)
tokenizer %>% fit_text_tokenizer(texts)
sequences <- texts_to_sequences(tokenizer, texts)
# the most frequent words have the lowest numbers; every review has one "not" and one "so"
counts <- sort(table(unlist(strsplit(texts, " "))), decreasing = TRUE)
index <- tokenizer$word_index
stopifnot(
  length(index) == 14,
  counts[[names(which.min(unlist(index)))]] == max(counts),
  all(sapply(sequences, function(s) sum(s == index[["not"]])) == 1)
)

maxlen <- 14
data <- pad_sequences(sequences, maxlen = maxlen, padding = "post")
stopifnot(identical(dim(data), c(400L, 14L)), all(data[, 14] == 0), all(data[, 1:12] > 0))
indices <- sample(1:nrow(data))
training <- indices[1:300]
validation <- indices[301:400]

model <- keras_model_sequential() %>%
  layer_embedding(20, 8, input_length = maxlen) %>%
  layer_dropout(0.1) %>%
  layer_conv_1d(
    filters = 16, kernel_size = 2,
    padding = "valid", activation = "relu", strides = 1
  ) %>%
  layer_global_max_pooling_1d() %>%
  layer_dense(8) %>%
  layer_activation("relu") %>%
  layer_dense(1) %>%
  layer_activation("sigmoid")
model %>% compile(
  loss = "binary_crossentropy",
  optimizer = optimizer_adam(lr = 0.02),
  metrics = "accuracy"
)
model %>% fit(
  data[training, ], labels[training],
  epochs = 15, batch_size = 25,
  validation_data = list(data[validation, ], labels[validation]),
  verbose = 0
)
results <- model %>% evaluate(data[validation, ], labels[validation], verbose = 0)
stopifnot(identical(names(results), c("loss", "accuracy")), results[["accuracy"]] > 0.9)

# what the tokenizer and the model make of new text; words never seen are left out
ask <- function(text) {
  x <- texts_to_sequences(tokenizer, text) %>% pad_sequences(maxlen = maxlen, padding = "post")
  drop(model %>% predict(x, verbose = 0))
}
answers <- ask(c(
  "we saw a film and it was not good so unfortunately we saw it and it",
  "we saw a film and it was so good not unfortunately we saw it and it"
))
stopifnot(answers[1] < 0.5, answers[2] > 0.5)

# the best filter at each place, worked out by hand
conv <- get_layer(model, index = 3)
c(kernel, bias) %<-% get_weights(conv)
embedding <- get_weights(model$layers[[1]])[[1]]
x <- embedding[data[1, ] + 1, ]
by_hand <- sapply(1:16, function(f) {
  at <- sapply(1:13, function(t) sum(x[t:(t + 1), ] * kernel[, , f]) + bias[f])
  max(0, at)
})
pooled <- keras_model(model$input, get_layer(model, index = 4)$output)
seen <- pooled %>% predict(data[1, , drop = FALSE], verbose = 0)
stopifnot(all(abs(seen[1, ] - by_hand) < 1e-5))
cat("not good is bad\n")
