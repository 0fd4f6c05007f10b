# Data frames as data: columns go to the inputs and outputs of their names.

frame <- data.frame(a = c(1, 2, 3, 4), b = c(2, 2, 2, 2))
y <- c(1, 2, 3, 4)

still_of_two <- function(named = FALSE) of_two(named, optimizer_sgd(0))
two_ways <- function() {
  input <- layer_input(shape = 1)
  ones <- function(name) {
    layer_dense(input, 1, use_bias = FALSE, kernel_initializer = "ones", name = name)
  }
  model <- keras_model(input, list(ones("p"), ones("q")))
  model %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
  model
}
loss <- function(model, ...) (model %>% fit(..., epochs = 1, verbose = 0))$metrics$loss

test_that("columns are the inputs of their names", {
  expect_equal(loss(still_of_two(), frame, y), 0.375)
  expect_equal(loss(still_of_two(), frame[2:1], y), 0.375)
  expect_equal(loss(still_of_two(), cbind(frame, when = as.Date("2020-01-01")), y), 0.375)
  expect_equal(loss(still_of_two(named = TRUE), frame, y), 0.375)
  tibble <- structure(frame, class = c("tbl_df", "tbl", "data.frame"))
  expect_equal(loss(still_of_two(), tibble, y), 0.375)
  expect_equal(loss(still_of_two(), data.frame(b = 2L, a = 1:4), y), 0.375)
  expect_error(still_of_two() %>% predict(frame["a"]), 'but "b" is missing', class = "error")
})

test_that("they are so in evaluate, predict, validation, batches and generators", {
  model <- still_of_two()
  expect_equal(unname(c(model %>% evaluate(frame, y, verbose = 0))), 0.375)
  expect_equal(c(model %>% predict(frame, verbose = 0)), c(1.5, 2, 2.5, 3))
  history <- model %>% fit(frame, y, epochs = 1, verbose = 0, validation_data = list(2 * frame, y))
  expect_equal(history$metrics$val_loss, mean((c(3, 4, 5, 6) - y)^2))
  expect_equal(model %>% train_on_batch(frame, y), 0.375)
  expect_equal(model %>% test_on_batch(frame, y), 0.375)
  expect_equal(c(predict_on_batch(model, frame)), c(1.5, 2, 2.5, 3))
  expect_equal(loss(model, function() list(frame, y), steps_per_epoch = 2), 0.375)
})

test_that("columns are the targets of their names", {
  x <- matrix(y)
  expect_equal(loss(two_ways(), x, data.frame(q = 2 * y, p = y)), 7.5)
  scores <- two_ways() %>% evaluate(x, data.frame(p = y, q = 2 * y), verbose = 0)
  expect_equal(scores[["p_loss"]], 0)
  expect_equal(scores[["q_loss"]], 7.5)
  history <- two_ways() %>% fit(x, data.frame(p = y, q = y), epochs = 1, verbose = 0,
                                validation_data = list(x, data.frame(q = y, p = 3 * y)))
  expect_equal(c(history$metrics$val_p_loss, history$metrics$val_q_loss), c(30, 0))
})

test_that("one input takes all columns, or the one of its name", {
  model <- keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 2, use_bias = FALSE, kernel_initializer = "ones")
  expect_equal(c(model %>% predict(frame, verbose = 0)), frame$a + frame$b)
  input <- layer_input(shape = 1, name = "b")
  model <- keras_model(input, layer_dense(input, 1, use_bias = FALSE, kernel_initializer = "ones"))
  expect_equal(c(model %>% predict(frame, verbose = 0)), frame$b)
})

test_that("columns of text and factors are for inputs of text", {
  number <- layer_input(shape = 1, name = "number")
  word <- layer_input(shape = 1, name = "word", dtype = "string")
  indices <- layer_text_vectorization(output_sequence_length = 2, vocabulary = c("x", "y"))(word)
  output <- list(number, k_cast(indices, "float32")) %>%
    layer_concatenate() %>%
    layer_dense(units = 1, use_bias = FALSE, kernel_initializer = "ones")
  model <- keras_model(list(number, word), output)
  words <- c("x", "y", "x y", "z")
  expected <- c(1 + 2, 2 + 3, 3 + 5, 4 + 1)
  data <- data.frame(word = words, number = 1:4)
  expect_equal(c(model %>% predict(data, verbose = 0)), expected)
  data$word <- factor(words)
  expect_equal(c(model %>% predict(data, verbose = 0)), expected)
  data$word[1] <- NA
  expect_error(model %>% predict(data), "`x` is text with 1 missing value", fixed = TRUE)
  model %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
  data$word <- words
  expect_equal(loss(model, data, y), mean((expected - y)^2))

  only <- keras_model(word, indices)
  expect_equal(c(only %>% predict(data["word"], verbose = 0)), c(2, 3, 2, 1, 0, 0, 3, 0))
})

test_that("features and models of one's own get columns by name", {
  skip_if_not(reticulate::py_has_attr(tensorflow::tf, "feature_column"))
  columns <- list(tensorflow::tf$feature_column$numeric_column("a"),
                  tensorflow::tf$feature_column$numeric_column("b"))
  model <- keras_model_sequential() %>%
    layer_dense_features(feature_columns = columns) %>%
    layer_dense(units = 1, use_bias = FALSE, kernel_initializer = "ones")
  model %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
  expect_equal(loss(model, frame, y), 4)
  expect_equal(c(model %>% predict(frame, verbose = 0)), frame$a + frame$b)
  Sum <- new_model_class("Sum", call = function(inputs) k_reshape(inputs$a + inputs$b, c(-1, 1)))
  expect_equal(c(Sum() %>% predict(frame, verbose = 0)), frame$a + frame$b)
})

test_that("missing values are told, and dates refused, where they are used", {
  missing <- data.frame(a = c(1, NA), b = c(1L, NA), c = c(NA, 1))
  expect_warning(still_of_two() %>% predict(missing, verbose = 0), "`x` has 2 missing values",
                 fixed = TRUE)
  dates <- data.frame(a = as.Date("2020-01-01"), b = 1)
  expect_error(still_of_two() %>% predict(dates), '`x` has a column of dates: "a"', fixed = TRUE)
})

test_that("a matrix or a data frame among the columns is an input, a target or several columns", {
  wide <- data.frame(a = 1:4)
  wide$m <- matrix(1:8, 4)
  nested <- data.frame(a = 1:4)
  nested$m <- data.frame(p = 1:4, q = 5:8)
  ones <- function(inputs) layer_dense(inputs, 1, kernel_initializer = "ones")
  plain <- keras_model_sequential(input_shape = 3) %>% ones()
  a <- layer_input(1, name = "a")
  m <- layer_input(2, name = "m")
  by_name <- keras_model(list(m, a), ones(layer_concatenate(list(a, m))))
  for (frame in list(wide, nested)) for (model in list(plain, by_name)) {
    expect_equal(c(predict(model, frame, verbose = 0)), c(7, 10, 13, 16))
  }
  both <- keras_model(a, list(layer_dense(a, 1, name = "u"), layer_dense(a, 2, name = "v")))
  both %>% compile(optimizer_sgd(0), "mse")
  targets <- data.frame(u = 1:4)
  targets$v <- matrix(1:8, 4)
  expect_named((both %>% fit(matrix(1:4), targets, epochs = 1, verbose = 0))$metrics,
               c("loss", "u_loss", "v_loss"))
})
