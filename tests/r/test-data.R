# Data in the forms that scripts have them: without a last dimension of 1, or sparse.

x <- matrix(1:40 / 40, 10)
y <- rowSums(x)

# A compiled model of which all weights are 0.1.
tenths <- function(model) {
  set_weights(model, lapply(get_weights(model), function(w) array(0.1, dim(w))))
  compile(model, optimizer_sgd(0.1), "mse")
  model
}
# What a model predicts first, its loss, and the losses of a training.
results <- function(model, x, y) {
  unname(c(predict(model, x, verbose = 0)[2], evaluate(model, x, y, verbose = 0),
           unlist(fit(model, x, y, epochs = 2, batch_size = 10, verbose = 0)$metrics)))
}
# Shuffling changes the order in which TensorFlow adds, and with it the last digits of its floats.
same <- function(a, b) expect_equal(a, b, tolerance = 1e-5)
one_unit <- function(columns) {
  tenths(keras_model_sequential() %>% layer_dense(1, input_shape = columns))
}

test_that("models add a last dimension of 1 that is missing", {
  lstm <- function() {
    tenths(keras_model_sequential() %>% layer_lstm(2, input_shape = c(4, 1)) %>% layer_dense(1))
  }
  same(results(lstm(), x, y), results(lstm(), array(x, c(10, 4, 1)), y))
  expect_equal(c(evaluate(lstm(), x, y, verbose = 0)), c(loss = 3.8), tolerance = 1e-3)
  expect_equal(test_on_batch(lstm(), x, y), 3.8, tolerance = 1e-3)
  expect_equal(train_on_batch(lstm(), x, y), 3.8, tolerance = 1e-3)
  expect_equal(dim(predict_on_batch(lstm(), x)), c(10, 1))
  model <- lstm()
  trained <- model %>%
    fit(x, y, batch_size = 10, epochs = 1, validation_data = list(x, y), verbose = 0)
  after <- evaluate(model, array(x, c(10, 4, 1)), y, verbose = 0)
  expect_equal(trained$metrics$val_loss, after[["loss"]], tolerance = 1e-6)
  open <- keras_model_sequential() %>% layer_lstm(2, input_shape = c(NA, 1))
  expect_equal(dim(predict(open, x, verbose = 0)), c(10, 2))
  conv <- function() {
    tenths(keras_model_sequential() %>%
             layer_conv_1d(2, 2, input_shape = c(4, 1)) %>%
             layer_flatten() %>%
             layer_dense(1))
  }
  same(results(conv(), x, y), results(conv(), array(x, c(10, 4, 1)), y))
})

test_that("images may lack the axis of their one channel", {
  images <- array(1:160 / 160, c(10, 4, 4))
  conv <- function() {
    tenths(keras_model_sequential() %>%
             layer_conv_2d(2, 2, input_shape = c(4, 4, 1)) %>%
             layer_flatten() %>%
             layer_dense(1))
  }
  same(results(conv(), images, y), results(conv(), array(images, c(10, 4, 4, 1)), y))
})

test_that("models drop a last dimension of 1", {
  wide <- array(x, c(10, 4, 1))
  same(results(one_unit(4), wide, y), results(one_unit(4), x, y))
  same(train_on_batch(one_unit(4), wide, y), train_on_batch(one_unit(4), x, y))
  words <- keras_model_sequential() %>% layer_embedding(5, 2, input_length = 4)
  expect_equal(dim(predict(words, array(0, c(10, 4, 1)), verbose = 0)), c(10, 4, 2))
  inputs <- list(layer_input(c(4, 1)), layer_input(4))
  sum <- layer_concatenate(list(layer_flatten(inputs[[1]]), inputs[[2]])) %>% layer_dense(1)
  both <- tenths(keras_model(inputs, sum))
  found <- predict(both, list(x, wide), verbose = 0)[1:3]
  expect_equal(found, c(0.42, 0.44, 0.46), tolerance = 1e-6)
})

test_that("other dimensions stay errors", {
  shape <- function(columns) keras_model_sequential() %>% layer_lstm(2, input_shape = columns)
  expect_error(predict(shape(c(1, 4)), x), "`x` must be of shape (samples, 1, 4), not (10, 4).",
               fixed = TRUE)
  expect_error(predict(shape(c(4, 2)), x), "`x` must be of shape (samples, 4, 2), not (10, 4).",
               fixed = TRUE)
})

test_that("matrices of the package Matrix are data", {
  skip_if_not_installed("Matrix")
  form <- function(x, class) methods::as(x, class)
  bits <- matrix(c(0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1), 5)
  counts <- rowSums(bits)
  expected <- results(one_unit(4), bits, counts)
  matrices <- list(
    form(bits, "CsparseMatrix"), form(bits > 0, "CsparseMatrix"),
    form(form(bits > 0, "CsparseMatrix"), "nMatrix"),
    form(form(bits, "unpackedMatrix"), "generalMatrix"),
    form(bits, "TsparseMatrix"), form(bits, "RsparseMatrix")
  )
  expect_equal(vapply(matrices, function(m) class(m)[1], ""),
               c("dgCMatrix", "lgCMatrix", "ngCMatrix", "dgeMatrix", "dgTMatrix", "dgRMatrix"))
  for (m in matrices) same(results(one_unit(4), m, counts), expected)
  x <- matrices[[1]]
  same(results(one_unit(4), x, Matrix::Matrix(counts, sparse = TRUE)), expected)
  same(results(one_unit(4), x, methods::as(counts, "sparseVector")), expected)
  same(train_on_batch(one_unit(4), x, counts), expected[2])
  same(test_on_batch(one_unit(4), x, counts), expected[2])
  same(predict_on_batch(one_unit(4), x)[2], expected[1])
  trained <- one_unit(4) %>%
    fit(x, counts, epochs = 1, batch_size = 5, validation_data = list(x, counts), verbose = 0)
  same(unname(unlist(trained$metrics)), expected[3:4])
  expect_equal(as.array(k_constant(x)), bits)
  expect_equal(array_reshape(x, c(4, 5)), array_reshape(bits, c(4, 5)))
})

test_that("so are symmetric, triangular, diagonal and other special ones", {
  skip_if_not_installed("Matrix")
  square <- crossprod(matrix(1:8, 2))
  special <- list(
    Matrix::Matrix(square, sparse = TRUE), Matrix::Matrix(square), Matrix::Diagonal(4),
    Matrix::Diagonal(4, 1:4), Matrix::Matrix(square * upper.tri(square), sparse = TRUE),
    methods::as(4:1, "pMatrix")
  )
  expect_equal(vapply(special, function(m) class(m)[1], ""),
               c("dsCMatrix", "dsyMatrix", "ddiMatrix", "ddiMatrix", "dtCMatrix", "pMatrix"))
  for (m in special) {
    plain <- unname(methods::as(m, "matrix")) * 1
    expect_equal(predict(one_unit(4), m, verbose = 0), predict(one_unit(4), plain, verbose = 0),
                 info = class(m))
  }
})
