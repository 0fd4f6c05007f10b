# The sections of sections.R that are whole examples: data, model, training, evaluation.

# Dropout between dense layers, and gradient descent with the arguments of old scripts.
section(10, {
  draw <- clouds(features = 20, classes = 10)
  known <- draw(1000)
  unknown <- draw(100)
  known$y <- known$class %>% matrix(ncol = 1) %>% to_categorical(num_classes = 10)
  unknown$y <- unknown$class %>% matrix(ncol = 1) %>% to_categorical(num_classes = 10)
  perceptron <- keras_model_sequential()
  perceptron %>%
    layer_dense(units = 64, activation = "relu", input_shape = c(20)) %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 64, activation = "relu") %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 10, activation = "softmax") %>%
    compile(
      loss = "categorical_crossentropy",
      optimizer = optimizer_sgd(lr = 0.01, decay = 1e-6, momentum = 0.9, nesterov = TRUE),
      metrics = c("accuracy")
    )
  history <- perceptron %>% fit(known$x, known$y, epochs = 20, batch_size = 128)
  trained(perceptron, history, steps = 20 * 8, told = c("loss", "accuracy"))
  stopifnot(
    as.numeric(perceptron$optimizer$momentum) == 0.9, perceptron$optimizer$nesterov,
    abs(as.numeric(perceptron$optimizer$learning_rate) - 0.01) < 1e-6
  )
  by_hand <- unknown$x %>%
    dense(perceptron$layers[[1]]) %>% relu() %>%
    dense(perceptron$layers[[3]]) %>% relu() %>%
    dense(perceptron$layers[[5]]) %>% softmax()
  score <- perceptron %>% evaluate(unknown$x, unknown$y, batch_size = 128)
  near(score, c(crossentropy(unknown$y, by_hand), share_of_right_classes(unknown$y, by_hand)))
  stopifnot(score[["accuracy"]] > 0.8)
})

# The same layers for yes or no.
section(11, {
  draw <- clouds(features = 20, classes = 2)
  known <- draw(1000)
  unknown <- draw(100)
  known$y <- matrix(known$class, ncol = 1)
  unknown$y <- matrix(unknown$class, ncol = 1)
  perceptron <- keras_model_sequential()
  perceptron %>%
    layer_dense(units = 64, activation = "relu", input_shape = c(20)) %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 64, activation = "relu") %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 1, activation = "sigmoid") %>%
    compile(loss = "binary_crossentropy", optimizer = "rmsprop", metrics = c("accuracy"))
  history <- perceptron %>% fit(known$x, known$y, epochs = 20, batch_size = 128)
  trained(perceptron, history, steps = 20 * 8, told = c("loss", "accuracy"))
  by_hand <- unknown$x %>%
    dense(perceptron$layers[[1]]) %>% relu() %>%
    dense(perceptron$layers[[3]]) %>% relu() %>%
    dense(perceptron$layers[[5]]) %>% sigmoid()
  score <- perceptron %>% evaluate(unknown$x, unknown$y, batch_size = 128)
  near(
    score,
    c(binary_crossentropy(unknown$y, by_hand), share_of_right_answers(unknown$y, by_hand))
  )
  stopifnot(score[["accuracy"]] > 0.8)
})

# Pictures of 100 x 100 pixels through four convolutions; the class sets the tone.
section(12, {
  tones <- matrix(runif(10 * 3), nrow = 10)
  pictures <- function(n) {
    class <- sample(0:9, n, replace = TRUE)
    tone <- aperm(array(tones[class + 1, ], c(n, 3, 100, 100)), c(1, 3, 4, 2))
    list(x = (tone + runif(n * 100 * 100 * 3)) / 2, y = to_categorical(class, num_classes = 10))
  }
  known <- pictures(100)
  unknown <- pictures(20)
  viewer <- keras_model_sequential()
  viewer %>%
    layer_conv_2d(
      filters = 32, kernel_size = c(3, 3), activation = "relu", input_shape = c(100, 100, 3)
    ) %>%
    layer_conv_2d(filters = 32, kernel_size = c(3, 3), activation = "relu") %>%
    layer_max_pooling_2d(pool_size = c(2, 2)) %>%
    layer_dropout(rate = 0.25) %>%
    layer_conv_2d(filters = 64, kernel_size = c(3, 3), activation = "relu") %>%
    layer_conv_2d(filters = 64, kernel_size = c(3, 3), activation = "relu") %>%
    layer_max_pooling_2d(pool_size = c(2, 2)) %>%
    layer_dropout(rate = 0.25) %>%
    layer_flatten() %>%
    layer_dense(units = 256, activation = "relu") %>%
    layer_dropout(rate = 0.25) %>%
    layer_dense(units = 10, activation = "softmax") %>%
    compile(
      loss = "categorical_crossentropy",
      optimizer = optimizer_sgd(lr = 0.01, decay = 1e-6, momentum = 0.9, nesterov = TRUE)
    )
  stopifnot(count_params(viewer) == sum(
    (9 * 3 + 1) * 32, (9 * 32 + 1) * 32, (9 * 32 + 1) * 64, (9 * 64 + 1) * 64,
    (22 * 22 * 64 + 1) * 256, (256 + 1) * 10
  ))
  history <- viewer %>% fit(known$x, known$y, batch_size = 32, epochs = 10)
  trained(viewer, history, steps = 10 * 4, told = "loss")
  predicted <- predict(viewer, unknown$x, verbose = 0)
  layers <- viewer$layers
  by_hand <- unknown$x[1, , , ] %>%
    convolution(layers[[1]]) %>% convolution(layers[[2]]) %>% largest(2, 2) %>%
    convolution(layers[[5]]) %>% convolution(layers[[6]]) %>% largest(2, 2) %>%
    flat() %>% dense(layers[[10]]) %>% relu() %>% dense(layers[[12]]) %>% softmax()
  near(predicted[1, ], by_hand)
  score <- viewer %>% evaluate(unknown$x, unknown$y, batch_size = 32)
  stopifnot(identical(names(score), "loss"))
  near(score, crossentropy(unknown$y, predicted))
})

# Sentences through an embedding and an LSTM; the width of the embedding is given by its place.
section(13, {
  vocabulary <- 1000
  width <- 512
  # the answer is whether most words are to be expected from the second half of the vocabulary
  sentences <- function(n) {
    share <- runif(n)
    second <- matrix(runif(n * 50), n) < share
    word <- sample(vocabulary / 2, n * 50, replace = TRUE) - 1
    list(x = word + second * vocabulary / 2, y = matrix(as.numeric(share > 0.5)))
  }
  known <- sentences(160)
  unknown <- sentences(32)
  reader <- keras_model_sequential()
  reader %>%
    layer_embedding(input_dim = vocabulary, width - 256) %>%
    layer_lstm(units = 128) %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 1, activation = "sigmoid") %>%
    compile(loss = "binary_crossentropy", optimizer = "rmsprop", metrics = c("accuracy"))
  history <- reader %>% fit(known$x, known$y, batch_size = 16, epochs = 10)
  trained(reader, history, steps = 10 * 10, told = c("loss", "accuracy"))
  vectors <- get_weights(reader$layers[[1]])[[1]]
  stopifnot(identical(dim(vectors), c(1000L, 256L)))
  by_hand <- array(vectors[unknown$x + 1, ], c(32, 50, 256)) %>%
    lstm(reader$layers[[2]]) %>% last_step() %>% dense(reader$layers[[4]]) %>% sigmoid()
  score <- reader %>% evaluate(unknown$x, unknown$y, batch_size = 16)
  near(
    score,
    c(binary_crossentropy(unknown$y, by_hand), share_of_right_answers(unknown$y, by_hand))
  )
  stopifnot(score[["accuracy"]] > 0.65)
})

# Series of 100 channels through convolutions; the answer is whether a strong wave runs through.
section(14, {
  steps <- 64
  series <- function(n) {
    strength <- runif(n)
    wave <- array(outer(0.3 * strength, sin(seq_len(steps))), c(n, steps, 100))
    list(x = wave + runif(n * steps * 100), y = matrix(as.numeric(strength > 0.5)))
  }
  known <- series(160)
  unknown <- series(32)
  listener <- keras_model_sequential()
  listener %>%
    layer_conv_1d(
      filters = 64, kernel_size = 3, activation = "relu", input_shape = c(steps, 100)
    ) %>%
    layer_conv_1d(filters = 64, kernel_size = 3, activation = "relu") %>%
    layer_max_pooling_1d(pool_size = 3) %>%
    layer_conv_1d(filters = 128, kernel_size = 3, activation = "relu") %>%
    layer_conv_1d(filters = 128, kernel_size = 3, activation = "relu") %>%
    layer_global_average_pooling_1d() %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 1, activation = "sigmoid") %>%
    compile(loss = "binary_crossentropy", optimizer = "rmsprop", metrics = c("accuracy"))
  history <- listener %>% fit(known$x, known$y, batch_size = 16, epochs = 10)
  trained(listener, history, steps = 10 * 10, told = c("loss", "accuracy"))
  layers <- listener$layers
  by_hand <- vapply(seq_len(32), function(i) {
    array(unknown$x[i, , ], c(1, steps, 100)) %>%
      convolution(layers[[1]]) %>% convolution(layers[[2]]) %>% largest(1, 3) %>%
      convolution(layers[[4]]) %>% convolution(layers[[5]]) %>%
      apply(3, mean) %>% matrix(nrow = 1) %>% dense(layers[[8]]) %>% sigmoid()
  }, 0)
  score <- listener %>% evaluate(unknown$x, unknown$y, batch_size = 16)
  near(
    score,
    c(binary_crossentropy(unknown$y, matrix(by_hand)), share_of_right_answers(unknown$y, by_hand))
  )
  stopifnot(score[["accuracy"]] > 0.8)
})

# Sequences of 16 features and 8 steps; the targets are weights of ten classes, not one of them.
sequences <- function(n) {
  list(
    x = array(runif(n * 8 * 16), c(n, 8, 16)),
    y = matrix(runif(n * 10), n) %*% diag(0.5^(0:9))
  )
}

# Three LSTMs on top of each other, measured on other data after each epoch.
section(15, {
  known <- sequences(1000)
  unknown <- sequences(100)
  stacked <- keras_model_sequential()
  stacked %>%
    layer_lstm(units = 32, return_sequences = TRUE, input_shape = c(8, 16)) %>%
    layer_lstm(units = 32, return_sequences = TRUE) %>%
    layer_lstm(units = 32) %>%
    layer_dense(units = 10, activation = "softmax") %>%
    compile(loss = "categorical_crossentropy", optimizer = "rmsprop", metrics = c("accuracy"))
  history <- stacked %>% fit(
    known$x, known$y, batch_size = 64, epochs = 5, validation_data = list(unknown$x, unknown$y)
  )
  told <- c("loss", "accuracy", "val_loss", "val_accuracy")
  trained(stacked, history, steps = 5 * 16, told = told)
  layers <- stacked$layers
  by_hand <- unknown$x %>%
    lstm(layers[[1]]) %>% lstm(layers[[2]]) %>% lstm(layers[[3]]) %>% last_step() %>%
    dense(layers[[4]]) %>% softmax()
  near(tail(history$metrics$val_loss, 1), crossentropy(unknown$y, by_hand))
  near(tail(history$metrics$val_accuracy, 1), share_of_right_classes(unknown$y, by_hand))
})

# The same with states that stay: a batch goes on where the one before it stopped.
section(16, {
  batch <- 32
  known <- sequences(10 * batch)
  unknown <- sequences(3 * batch)
  stateful <- keras_model_sequential()
  stateful %>%
    layer_lstm(
      units = 32, return_sequences = TRUE, stateful = TRUE, batch_input_shape = c(batch, 8, 16)
    ) %>%
    layer_lstm(units = 32, return_sequences = TRUE, stateful = TRUE) %>%
    layer_lstm(units = 32, stateful = TRUE) %>%
    layer_dense(units = 10, activation = "softmax") %>%
    compile(loss = "categorical_crossentropy", optimizer = "rmsprop", metrics = c("accuracy"))
  history <- stateful %>% fit(
    known$x, known$y, batch_size = batch, epochs = 5, shuffle = FALSE,
    validation_data = list(unknown$x, unknown$y)
  )
  trained(stateful, history, steps = 5 * 10, told = told)
  layers <- stateful$layers
  states <- vector("list", 3)
  by_hand <- matrix(0, 3 * batch, 10)
  for (rows in split(seq_len(3 * batch), rep(1:3, each = batch))) {
    outputs <- unknown$x[rows, , ]
    for (i in 1:3) {
      outputs <- lstm(outputs, layers[[i]], states[[i]])
      states[[i]] <- attr(outputs, "state")
    }
    by_hand[rows, ] <- outputs %>% last_step() %>% dense(layers[[4]]) %>% softmax()
  }
  stateful %>% reset_states()
  near(predict(stateful, unknown$x, batch_size = batch, verbose = 0), by_hand)
})
