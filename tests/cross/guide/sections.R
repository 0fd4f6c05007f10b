# What the 16 code chunks of R keras's "Guide to the Sequential Model" do, with data and checks of
# our own. Calls have the arguments of the guide: the models are as large, and trained for as long.

source("by_hand.R")
source("checks.R")

# The package is attached; an option of knitr keeps the chunks of a document from running.
section(1, {
  library(keras)
  knitr::opts_chunk$set(eval = FALSE)
  stopifnot("package:keras" %in% search(), identical(knitr::opts_chunk$get("eval"), FALSE))
  set_random_seed(16)
})

# A stack of layers. The pipe changes the model that it begins with: nothing is assigned.
section(2, {
  library(keras)
  digits <- keras_model_sequential()
  digits %>%
    layer_dense(units = 32, input_shape = c(784)) %>%
    layer_activation("relu") %>%
    layer_dense(units = 10) %>%
    layer_activation("softmax")
  stack <- digits$layers
  names <- c("dense", "activation", "dense_1", "activation_1")
  stopifnot(
    identical(vapply(stack, function(layer) layer$name, ""), names),
    vapply(stack, function(layer) layer$output_shape[[2]], 0L) == c(32, 32, 10, 10),
    identical(lapply(get_weights(digits), dim), list(c(784L, 32L), 32L, c(32L, 10L), 10L))
  )
  x <- matrix(runif(50 * 784), nrow = 50)
  by_hand <- x %>% dense(stack[[1]]) %>% relu() %>% dense(stack[[3]]) %>% softmax()
  near(predict(digits, x, verbose = 0), by_hand)
})

# The summary has the layout of Keras 2.
section(3, {
  row <- function(...) sprintf("%-36s%-32s%-12s", ...)
  thin <- strrep("_", 80)
  thick <- strrep("=", 80)
  stopifnot(identical(capture.output(summary(digits)), c(
    'Model: "sequential"',
    thin,
    row("Layer (type)", "Output Shape", "Param #"),
    thick,
    row("dense (Dense)", "(None, 32)", "25120"),
    thin,
    row("activation (Activation)", "(None, 32)", "0"),
    thin,
    row("dense_1 (Dense)", "(None, 10)", "330"),
    thin,
    row("activation_1 (Activation)", "(None, 10)", "0"),
    thick,
    "Total params: 25,450",
    "Trainable params: 25,450",
    "Non-trainable params: 0",
    thin
  )))
})

# Compiling for one class of ten, everything given by name.
section(4, {
  classifier <- keras_model_sequential()
  classifier %>%
    layer_dense(units = 32, input_shape = c(784)) %>%
    layer_activation("relu") %>%
    layer_dense(units = 10) %>%
    layer_activation("softmax")
  classifier %>% compile(
    optimizer = "rmsprop",
    loss = "categorical_crossentropy",
    metrics = c("accuracy")
  )
  truth <- diag(10)[sample(10, 50, replace = TRUE), ]
  predicted <- predict(classifier, x, verbose = 0)
  score <- classifier %>% evaluate(x, truth, verbose = 0)
  stopifnot(identical(names(score), c("loss", "accuracy")))
  near(score, c(crossentropy(truth, predicted), share_of_right_classes(truth, predicted)))
  near(classifier$optimizer$learning_rate, 0.001)
})

# Compiling the same model anew, for numbers; the learning rate has its old name.
section(5, {
  classifier %>% compile(optimizer = optimizer_rmsprop(lr = 0.002), loss = "mse")
  score <- classifier %>% evaluate(x, truth, verbose = 0)
  stopifnot(identical(names(score), "loss"))
  near(score, mean((truth - predicted)^2))
  near(1000 * as.numeric(classifier$optimizer$learning_rate), 2)
})

# Loss and metric are functions, not names. Keras 2 and 3 compute this loss from what goes into the
# last activation, as if that were a sigmoid.
section(6, {
  classifier %>% compile(
    optimizer = optimizer_rmsprop(),
    loss = loss_binary_crossentropy,
    metrics = metric_binary_accuracy
  )
  score <- classifier %>% evaluate(x, truth, verbose = 0)
  stopifnot(identical(names(score), c("loss", "binary_accuracy")))
  stack <- classifier$layers
  sure <- x %>% dense(stack[[1]]) %>% relu() %>% dense(stack[[3]]) %>% sigmoid()
  near(score, c(binary_crossentropy(truth, sure), share_of_right_answers(truth, predicted)))
})

# A metric written in R with tensor functions stands beside one given by name.
section(7, {
  average <- custom_metric("average", function(y_true, y_pred) k_mean(y_pred))
  classifier %>% compile(
    optimizer = optimizer_rmsprop(),
    loss = loss_binary_crossentropy,
    metrics = c("accuracy", average)
  )
  score <- classifier %>% evaluate(x, truth, verbose = 0)
  stopifnot(identical(names(score), c("loss", "accuracy", "average")))
  right <- share_of_right_classes(truth, predicted)
  near(score, c(binary_crossentropy(truth, sure), right, mean(predicted)))
})

# Training for yes or no, on matrices of data and labels.
section(8, {
  draw <- clouds(features = 100, classes = 2)
  sample_of_two <- draw(1000)
  answers <- matrix(sample_of_two$class, ncol = 1)
  answering <- keras_model_sequential()
  answering %>%
    layer_dense(units = 32, activation = "relu", input_shape = c(100)) %>%
    layer_dense(units = 1, activation = "sigmoid") %>%
    compile(optimizer = "rmsprop", loss = "binary_crossentropy", metrics = c("accuracy"))
  history <- answering %>% fit(sample_of_two$x, answers, epochs = 10, batch_size = 32)
  trained(answering, history, steps = 10 * 32, told = c("loss", "accuracy"))
  stopifnot(tail(history$metrics$accuracy, 1) > 0.8)
  by_hand <- sample_of_two$x %>%
    dense(answering$layers[[1]]) %>%
    relu() %>%
    dense(answering$layers[[2]]) %>%
    sigmoid()
  near(predict(answering, sample_of_two$x, verbose = 0), by_hand)
})

# Training for one class of ten; a column of labels becomes one column a class.
section(9, {
  draw <- clouds(features = 100, classes = 10)
  sample_of_ten <- draw(1000)
  labels <- matrix(sample_of_ten$class, ncol = 1)
  indicators <- to_categorical(labels, num_classes = 10)
  stopifnot(identical(dim(indicators), c(1000L, 10L)), indicators == diag(10)[labels + 1, ])
  choosing <- keras_model_sequential()
  choosing %>%
    layer_dense(units = 32, activation = "relu", input_shape = c(100)) %>%
    layer_dense(units = 10, activation = "softmax") %>%
    compile(optimizer = "rmsprop", loss = "categorical_crossentropy", metrics = c("accuracy"))
  history <- choosing %>% fit(sample_of_ten$x, indicators, epochs = 10, batch_size = 32)
  trained(choosing, history, steps = 10 * 32, told = c("loss", "accuracy"))
  stopifnot(tail(history$metrics$accuracy, 1) > 0.8)
  by_hand <- sample_of_ten$x %>%
    dense(choosing$layers[[1]]) %>%
    relu() %>%
    dense(choosing$layers[[2]]) %>%
    softmax()
  near(predict(choosing, sample_of_ten$x, verbose = 0), by_hand)
})
source("examples.R")
