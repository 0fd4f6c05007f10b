# Preprocessing as R sees it: vectors and pipes as data, what comes back, S3 classes, errors.

words <- function(tensor) as.vector(as.array(tensor))
message_of <- function(code) conditionMessage(tryCatch(code, error = identity))

test_that("vectors are data for layers, of length 1 as well", {
  lookup <- layer_string_lookup(vocabulary = c("a", "b"))
  expect_equal(words(lookup(c("b", "z"))), c(2, 0))
  expect_identical(dim(lookup("b")), 1L)
  expect_identical(dim(lookup(matrix(c("a", "b", "z", "a"), 2))), c(2L, 2L))
  expect_equal(words(lookup(matrix(c("a", "b", "z", "a"), 2))), c(1, 2, 0, 1))
  expect_equal(words(c("b", "z") %>% layer_string_lookup(vocabulary = c("a", "b"))), c(2, 0))
  expect_equal(words("b" %>% layer_string_lookup(vocabulary = c("a", "b"))), 2)
  expect_equal(words(layer_rescaling(scale = 2)(c(1, 2.5))), c(2, 5))
  expect_equal(words(c(-1, 0.5, 3) %>% layer_discretization(bin_boundaries = c(0, 1))), 0:2)
  expect_equal(words(layer_discretization(bin_boundaries = 0)(3)), 1)
  image <- array(1:16, c(1, 4, 4, 1))
  expect_equal(c(as.array(image %>% layer_center_crop(2, 2))), c(image[1, 2:3, 2:3, 1]))
})

test_that("looking up places gives text", {
  back <- layer_string_lookup(vocabulary = c("ä", "b"), invert = TRUE)(c(1L, 2L, 0L))
  expect_identical(words(back), c("ä", "b", "[UNK]"))
  expect_identical(as.array(back[1]), "ä")
})

test_that("adapt() takes what R has, in pipes, and shows nothing", {
  layer <- layer_normalization(axis = NULL)
  expect_invisible(adapt(layer, c(1, 2, 3)))
  expect_equal(words(layer(c(1, 2, 3))), c(-1, 0, 1) / sqrt(2 / 3), tolerance = 1e-6)
  data <- as.matrix(mtcars[, c("mpg", "hp")])
  layer <- layer_normalization() %>% adapt(mtcars[, c("mpg", "hp")])
  expected <- scale(data, scale = apply(data, 2, function(x) sqrt(mean((x - mean(x))^2))))
  expect_equal(c(as.array(layer(data))), c(expected), tolerance = 1e-5)
  vectors <- layer_text_vectorization(max_tokens = 4)
  vectors %>% adapt(c("b a b", "b c a"))
  expect_identical(get_vocabulary(vectors), c("", "[UNK]", "b", "a"))
  vectors %>% adapt(list("x", "y x"))
  expect_identical(get_vocabulary(vectors, include_special_tokens = FALSE), c("x", "y"))
  numbers <- layer_integer_lookup() %>% adapt(c(7, 7, 9))
  expect_identical(get_vocabulary(numbers), c(-1L, 7L, 9L))
  set_vocabulary(numbers, c(3, 4))
  expect_equal(words(numbers(c(4, 3, 9))), c(2, 1, 0))
  text <- tryCatch(adapt(layer, c("a", NA)), error = identity)
  expect_match(conditionMessage(text), "^`data` is text with 1 missing value [(]NA[)]: remove or")
  expect_identical(conditionCall(text), quote(adapt(layer, c("a", NA))))
})

test_that("a layer that has learnt is added to a sequential model by a pipe", {
  normalizer <- layer_normalization(axis = -1L)
  data <- as.matrix(mtcars[, c("mpg", "hp")])
  normalizer %>% adapt(data)
  model <- keras_model_sequential() %>%
    normalizer() %>%
    layer_dense(units = 1)
  expect_length(model$layers, 2)
  expect_true(model$layers[[1]] == normalizer)
  predicted <- predict(model, data, verbose = 0)
  weights <- tail(get_weights(model), 2)
  deviation <- function(x) sqrt(mean((x - mean(x))^2))
  by_hand <- scale(data, scale = apply(data, 2, deviation)) %*% weights[[1]] + c(weights[[2]])
  expect_equal(c(predicted), c(by_hand), tolerance = 1e-4)
  back <- keras_model_sequential() %>%
    layer_string_lookup(vocabulary = c("a", "b"), invert = TRUE, input_shape = 1)
  expect_identical(predict(back, c(2L, 1L), verbose = 0), matrix(c("b", "a")))
})

test_that("functions written in R prepare text", {
  seen <- NULL
  layer <- layer_text_vectorization(standardize = function(x) {
    seen <<- c(seen, as.array(x))
    x
  })
  layer %>% adapt(c("A b", "c"))
  expect_identical(seen, c("A b", "c"))
  expect_setequal(get_vocabulary(layer, FALSE), c("A", "b", "c"))
})

test_that("a model of text is trained on a character vector", {
  set_random_seed(1)
  texts <- rep(c("good good", "bad", "good", "bad bad"), 4)
  labels <- rep(c(1, 0), 8)
  model <- keras_model_sequential() %>%
    layer_text_vectorization(vocabulary = c("good", "bad"), output_mode = "count",
                             input_shape = 1) %>%
    layer_dense(units = 1, activation = "sigmoid")
  model %>%
    compile(optimizer = optimizer_sgd(1), loss = "binary_crossentropy", metrics = "accuracy")
  history <- model %>% fit(texts, labels, epochs = 15, batch_size = 4, verbose = 0)
  expect_equal(tail(history$metrics$accuracy, 1), 1)
  weights <- get_weights(model)
  by_hand <- plogis(rbind(c(0, 2, 0), c(1, 0, 1)) %*% weights[[1]] + c(weights[[2]]))
  expect_equal(predict(model, c("good good", "bad bird"), verbose = 0), by_hand, tolerance = 1e-5)
  expect_match(message_of(predict(model, c("good", NA), verbose = 0)), "`x` is text with 1 missing")
})

test_that("a tokenizer's tables are named lists and its sequences integer vectors", {
  tokenizer <- text_tokenizer(num_words = 10)
  expect_invisible(tokenizer %>% fit_text_tokenizer(c("The cat sat.", "the dog")))
  expect_identical(tokenizer$word_index, list(the = 1L, cat = 2L, sat = 3L, dog = 4L))
  expect_identical(tokenizer$index_word[["2"]], "cat")
  expect_identical(tokenizer$word_counts, list(the = 2L, cat = 1L, sat = 1L, dog = 1L))
  expect_identical(tokenizer$document_count, 2L)
  expect_identical(texts_to_sequences(tokenizer, c("the dog", "cat", "bird")),
                   list(c(1L, 4L), 2L, integer()))
  expect_identical(texts_to_sequences(tokenizer, "the dog"), list(c(1L, 4L)))
  expect_identical(as.list(texts_to_sequences_generator(tokenizer, c("the dog", "cat"))),
                   list(c(1L, 4L), 2L))
  expect_identical(pad_sequences(texts_to_sequences(tokenizer, c("the dog", "bird", "cat")), 2),
                   rbind(c(1L, 4L), c(0L, 0L), c(0L, 2L)))
  expect_identical(texts_to_matrix(tokenizer, c("the the cat"), mode = "count"),
                   matrix(c(0, 2, 1, rep(0, 7)), 1))
  expect_identical(texts_to_matrix(tokenizer, "the"), matrix(c(0, 1, rep(0, 8)), 1))
  expect_identical(sequences_to_matrix(tokenizer, list(1, c(2, 2)), "freq"),
                   rbind(c(0, 1, rep(0, 8)), c(0, 0, 1, rep(0, 7))))
  expect_s3_class(tokenizer, "keras_preprocessing.text.Tokenizer")
})

test_that("sequences are counted, also those of length 1", {
  tokenizer <- text_tokenizer(num_words = 4) %>% fit_text_tokenizer(list(c(1, 3, 3), 1))
  expect_identical(tokenizer$document_count, 2L)
  expect_identical(tokenizer$index_docs[["1"]], 2L)
})

test_that("texts come from factors, lists and functions", {
  index <- function(x) names((text_tokenizer() %>% fit_text_tokenizer(x))$word_index)
  expect_identical(index(factor(c("b b", "a"))), c("b", "a"))
  expect_identical(index(list(c("b", "a", "b"), "a b")), c("b", "a"))
  left <- c("b b", "a")
  expect_identical(index(function() {
    if (length(left)) {
      text <- left[[1]]
      left <<- left[-1]
      text
    }
  }), c("b", "a"))
})

test_that("a tokenizer is saved and loaded", {
  file <- tempfile()
  on.exit(unlink(file))
  tokenizer <- text_tokenizer(oov_token = "?") %>% fit_text_tokenizer("zwölf Boxkämpfer")
  save_text_tokenizer(tokenizer, file)
  expect_identical(load_text_tokenizer(file)$word_index, tokenizer$word_index)
  expect_match(message_of(load_text_tokenizer(tempfile())), "^`filename`: there is no file")
})

test_that("words and hashes are vectors, empty ones too", {
  expect_identical(text_to_word_sequence("The cat, the dog"), c("the", "cat", "the", "dog"))
  expect_identical(text_to_word_sequence("!"), character())
  hashes <- text_hashing_trick("a bbb a", 10, function(word) nchar(word))
  expect_identical(hashes, c(2L, 4L, 2L))
  expect_identical(text_hashing_trick("", 10), integer())
  expect_identical(text_one_hot("a b a", 50)[c(1, 3)], rep(text_hashing_trick("a", 50), 2))
  expect_identical(suppressWarnings(text_one_hot(text = "a", n = 50)), text_one_hot("a", 50))
  expect_identical(message_of(text_one_hot("a", n = 1.5)),
                   "`n` must be a whole number of at least 2, not 1.5.")
})

test_that("skipgrams are couples and labels", {
  skips <- skipgrams(c(1, 2, 3), vocabulary_size = 4, window_size = 1, negative_samples = 0,
                     shuffle = FALSE)
  expect_identical(skips, list(couples = list(1:2, 2:1, 2:3, 3:2), labels = rep(1L, 4)))
  table <- make_sampling_table(100, sampling_factor = 1e-3)
  rank <- 2:100
  expected <- pmin(1, sqrt(1e-3 * (rank - 1) * cumsum(1 / (rank - 1))))
  expect_equal(c(table)[rank], expected, tolerance = 4e-3)
  kept <- skipgrams(rep(1:3, 20), 4, sampling_table = c(1, 1, 1, 1), negative_samples = 1)
  expect_identical(sum(kept$labels == 0L), sum(kept$labels == 1L))
})

test_that("windows of time series are for models and for R", {
  series <- timeseries_generator(1:10, 11:20, length = 3, batch_size = 2)
  expect_length(series, 4)
  expect_equal(lapply(series[[1]], c), list(c(3, 4, 4, 5, 5, 6), c(16, 17)))
  expect_s3_class(series, "keras_preprocessing.sequence.TimeseriesGenerator")
  table <- timeseries_generator(cbind(1:6, 7:12), 1:6, length = 2)
  expect_identical(dim(table[[0]][[1]]), c(4L, 2L, 2L))
  expect_equal(table[[0]][[1]][2, , ], cbind(2:3, 8:9))
  x <- (1:30) / 30
  model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 3)
  model %>% compile(optimizer = optimizer_adam(0.1), loss = "mse")
  windows <- timeseries_generator(x, x, length = 3, batch_size = 9)
  losses <- (model %>% fit(windows, epochs = 30, verbose = 0))$metrics$loss
  expect_lt(tail(losses, 1), 0.02)
  weights <- get_weights(model)
  by_hand <- embed(x, 3)[1:27, 3:1] %*% weights[[1]] + c(weights[[2]])
  expect_equal(predict(model, windows, verbose = 0), by_hand, tolerance = 1e-5)
})

test_that("windows come as datasets", {
  dataset <- timeseries_dataset_from_array(1:6, NULL, sequence_length = 3, batch_size = 2)
  batches <- lapply(as.list(dataset), as.array)
  expect_equal(do.call(rbind, batches), embed(1:6, 3)[, 3:1])
  pairs <- timeseries_dataset_from_array(matrix(1:12, 6), 4:6, 3, batch_size = NULL)
  expect_equal(lapply(as.list(pairs), function(pair) as.array(pair[[2]])), list(4, 5, 6))
  expect_equal(as.array(as.list(pairs)[[2]][[1]]), matrix(1:12, 6)[2:4, ])
})

test_that("text files are a dataset to learn from", {
  folder <- tempfile()
  on.exit(unlink(folder, recursive = TRUE))
  for (class in c("bad", "good")) {
    dir.create(file.path(folder, class), recursive = TRUE)
    cat("so", class, file = file.path(folder, class, "1.txt"))
  }
  said <- capture.output(
    dataset <- text_dataset_from_directory(folder, batch_size = 1, shuffle = FALSE)
  )
  expect_identical(said, "Found 2 files belonging to 2 classes.")
  expect_identical(dataset$class_names, c("bad", "good"))
  pairs <- lapply(as.list(dataset), lapply, as.array)
  expect_equal(pairs, list(list(array("so bad", 1), array(0L, 1)),
                           list(array("so good", 1), array(1L, 1))))
  layer <- layer_text_vectorization() %>% adapt(dataset)
  expect_setequal(get_vocabulary(layer, FALSE), c("so", "bad", "good"))
  expect_match(message_of(text_dataset_from_directory(tempfile())), "^`directory` must be a folder")
})

test_that("images change between their ends, by R's numbers", {
  image <- array(1:16, c(1, 4, 4, 1))
  taller <- layer_random_height(factor = c(0.5, 0.5))(image, training = TRUE)
  expect_identical(dim(taller), c(1L, 6L, 4L, 1L))
  brighter <- layer_random_brightness(factor = c(0.1, 0.1))(image, training = TRUE)
  expect_equal(c(as.array(brighter)), 1:16 + 25.5, tolerance = 1e-6)
  turned <- as.array(layer_random_rotation(factor = c(0.25, 0.25))(image, training = TRUE))
  expect_equal(turned[1, , , 1], t(image[1, , , 1])[4:1, ], tolerance = 1e-4)
  model <- keras_model_sequential() %>%
    layer_random_flip("horizontal", input_shape = c(4, 4, 1)) %>%
    layer_random_crop(height = 2, width = 2) %>%
    layer_resizing(height = 1, width = 1)
  expect_equal(c(predict(model, image, verbose = 0)), mean(image[1, c(1, 4), c(1, 4), 1]))
  expect_identical(message_of(layer_random_zoom(height_factor = -1)),
                   "`height_factor` must be one or two numbers above -1 and at most 1, not -1.")
})

test_that("to_categorical() goes by labels where they are whole numbers", {
  expect_equal(to_categorical(factor(c("1", "2", "3"))), cbind(0, diag(3)))
  expect_equal(to_categorical(factor(c(3, 5))), diag(6)[c(4, 6), ])
  expect_equal(to_categorical(c("0", "2", "1")), diag(3)[c(1, 3, 2), ])
  expect_equal(to_categorical(factor(c("2", "10"), levels = c("10", "2", "x"))),
               diag(11)[c(3, 11), ])
  expect_equal(to_categorical(factor(c("1", "2")), 4), diag(4)[2:3, ])
  expect_equal(to_categorical(matrix(c("0", "1"), 2)), diag(2))
  expect_equal(to_categorical(data.frame(class = factor(c("1", "2")))), diag(3)[2:3, ])
  expect_equal(to_categorical(c(1.2, 2.7)), diag(3)[2:3, ])
  expect_equal(to_categorical(factor(c("lo", "hi"), levels = c("lo", "hi"))), diag(2))
})

test_that("the hashes of a missing text are missing, and of several texts an error", {
  expect_identical(text_hashing_trick(NA_character_, 10), NA_integer_)
  expect_error(text_hashing_trick(letters, 10), "`text` should be length 1")
  expect_length(text_hashing_trick("the cat sat", 10), 3)
})
