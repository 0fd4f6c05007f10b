# The backend as R calls it: doubles, vectors, NULL, lists, and functions of R.

m <- rbind(c(1, 2), c(3, 4))

test_that("functions of R are mapped and folded over tensors", {
  expect_equal(c(as.array(k_map_fn(function(row) k_sum(row^2), m))), rowSums(m^2))
  expect_equal(c(as.array(k_map_fn(k_max, m))), c(2, 4))
  both <- k_map_fn(function(parts) parts[[1]] * parts[[2]], list(m, m + 1))
  expect_equal(as.array(both), m * (m + 1))
  digits <- function(sofar, x) sofar * 10 + x
  expect_equal(as.array(k_foldl(digits, c(1, 2, 3))), Reduce(digits, 1:3))
  expect_equal(as.array(k_foldr(digits, c(1, 2, 3))), 321)
  expect_equal(as.array(k_foldl(digits, c(1, 2, 3), initializer = 7)), 7123)
})

test_that("a recurrence in R runs along time", {
  x <- array(c(1, 2, 3, 4, 5, 6), c(1, 3, 2))
  step <- function(x, states) {
    total <- states[[1]] + x
    list(total, list(total))
  }
  result <- k_rnn(step, x, list(matrix(0, 1, 2)))
  expect_equal(as.array(result[[2]])[1, , ], apply(x[1, , ], 2, cumsum))
  expect_equal(as.array(result[[1]]), matrix(colSums(x[1, , ]), 1))
  expect_equal(as.array(result[[3]][[1]]), as.array(result[[1]]))
  masked <- k_rnn(step, x, list(matrix(0, 1, 2)), mask = matrix(c(TRUE, FALSE, TRUE), 1))
  expect_equal(as.array(masked[[1]]), matrix(colSums(x[1, c(1, 3), ]), 1))
})

test_that("only the branch that is needed is called", {
  never <- function() stop("not asked for")
  expect_equal(as.array(k_switch(TRUE, function() k_constant(1), never)), 1)
  expect_equal(as.array(k_switch(k_constant(0) > 1, never, function() 2)), 2)
  expect_equal(as.array(k_switch(k_constant(m) > 2, m, -m)), ifelse(m > 2, m, -m))
  expect_equal(as.array(k_in_train_phase(function() 1, never, training = TRUE)), 1)
  expect_equal(as.array(k_in_test_phase(function() 3, never)), 3)
  k_set_learning_phase(1)
  expect_identical(k_learning_phase(), 1L)
  expect_equal(as.array(k_in_train_phase(function() 1, never)), 1)
  k_clear_session()
  expect_identical(k_learning_phase(), 0L)
})

test_that("a model may do one thing in training and another in use", {
  input <- k_placeholder(shape = list(NULL, 2))
  output <- k_in_train_phase(function() input * 10, function() input)
  run <- k_function(list(input, k_learning_phase()), list(output))
  expect_equal(run(list(m, 1))[[1]], m * 10)
  expect_equal(run(list(m, 0))[[1]], m)
})

test_that("gradient ascent as scripts do it", {
  model <- keras_model_sequential() %>%
    layer_dense(units = 2, input_shape = 3, activation = "tanh") %>%
    layer_dense(units = 1, use_bias = FALSE)
  w <- get_weights(model)
  x <- matrix(c(0.1, -0.2, 0.3), 1)
  hidden <- tanh(x %*% w[[1]] + c(w[[2]]))
  by_x <- ((1 - hidden^2) * c(w[[3]])) %*% t(w[[1]])

  loss <- k_mean(model$output[, 1])
  gradients <- k_gradients(loss, model$input)[[1]]
  gradients <- gradients / (k_sqrt(k_mean(k_square(gradients))) + 1e-5)
  iterate <- k_function(list(model$input), list(loss, gradients))
  result <- iterate(list(x))
  expect_equal(c(result[[1]]), c(hidden %*% w[[3]]), tolerance = 1e-5)
  expect_equal(result[[2]], by_x / (sqrt(mean(by_x^2)) + 1e-5), tolerance = 1e-4)

  weights <- k_function(list(model$input), k_gradients(loss, model$trainable_weights))
  expect_equal(weights(list(x))[[3]], t(hidden), tolerance = 1e-5)
})

test_that("functions of graphs take vectors and single numbers", {
  x <- k_placeholder(shape = 3)
  slope <- k_function(list(x), k_gradients(k_sum(x^3), x))
  expect_equal(c(slope(list(c(1, 2, 3)))[[1]]), 3 * c(1, 2, 3)^2)
  expect_error(k_function(list(3), list(x)), "`inputs` must be symbolic tensors", fixed = TRUE)
  expect_error(k_gradients(k_constant(1), k_constant(1)),
               "`loss` has values, but not how they were computed", fixed = TRUE)
  expect_null(k_gradients(k_sum(x), k_placeholder(shape = 3))[[1]])
})

test_that("positions and axes count from 1", {
  expect_equal(as.array(k_gather(m, c(2, 1, 2))), m[c(2, 1, 2), ])
  expect_equal(c(as.array(k_gather(m, 2))), m[2, ])
  expect_equal(as.array(k_gather(m, k_constant(c(1, 0), dtype = "int32"))), m[2:1, ])
  expect_error(k_gather(m, 0), "`indices` must be positions, which start at 1, not 0.",
               fixed = TRUE)
  cube <- array(1:24, c(2, 3, 4))
  expect_equal(as.array(k_permute_dimensions(cube, c(3, 1, 2))), aperm(cube, c(3, 1, 2)))
  expect_equal(as.array(k_reverse(m, 2)), m[, 2:1])
  expect_equal(as.array(k_repeat_elements(m, 2, axis = 1)), m[c(1, 1, 2, 2), ])
  expect_equal(lapply(k_unstack(m, 2), function(x) c(as.array(x))), list(m[, 1], m[, 2]))
  expect_equal(as.array(k_batch_dot(m, m, 2)), matrix(rowSums(m * m)))
  expect_equal(as.array(k_one_hot(c(0, 2), 3)), diag(3)[c(1, 3), ])
  expect_equal(c(as.array(k_arange(1, 10, 3))), seq(1, 9, 3))
})

test_that("shapes may have extents of tensors", {
  noise <- k_random_normal(shape = c(k_shape(m)[1], 5), seed = 1)
  expect_identical(dim(noise), c(2L, 5L))
  expect_equal(as.array(noise), as.array(k_random_normal(c(2, 5), seed = 1)))
})

test_that("variables are set and updated", {
  x <- k_variable(c(1, 2))
  y <- k_variable(3)
  k_set_value(x, c(5, 6))
  expect_equal(c(as.array(x)), c(5, 6))
  k_batch_set_value(list(list(x, c(7, 8)), list(y, 9)))
  expect_equal(lapply(k_batch_get_value(list(x, y)), c), list(c(7, 8), 9))
  expect_equal(c(as.array(k_update_sub(x, 1))), c(6, 7))
  expect_equal(c(as.array(k_moving_average_update(y, 19, 0.9))), 10, tolerance = 1e-6)
  expect_identical(k_get_variable_shape(k_zeros(c(2, 3))), list(2L, 3L))
  expect_error(k_set_value(x, 1:3), "`value` must be of shape (2), not (3).", fixed = TRUE)
  expect_equal(c(as.array(x)), c(6, 7))
})

test_that("lists and vectors are margins", {
  image <- array(1, c(1, 1, 1, 1))
  expect_identical(dim(k_spatial_2d_padding(image)), c(1L, 3L, 3L, 1L))
  expect_identical(dim(k_spatial_2d_padding(image, list(c(1, 0), list(2, 3)))), c(1L, 2L, 6L, 1L))
  expect_identical(dim(k_temporal_padding(array(1, c(1, 1, 1)), c(0, 2))), c(1L, 3L, 1L))
})

test_that("sessions run tensors", {
  session <- k_get_session()
  expect_equal(c(session$run(k_constant(c(1, 2)) * 2)), c(2, 4))
  x <- k_placeholder(shape = list(NULL, 2))
  expect_equal(session$run(x + 1, feed_dict = list(list(x, m))), m + 1)
  k_set_session(session)
  expect_true(k_get_session() == session)
})

test_that("tensors are printed to R's console", {
  shown <- capture.output(x <- k_print_tensor(k_constant(c(1, 2)), message = "x is"))
  expect_identical(shown, "x is [1. 2.]")
  expect_equal(c(as.array(x)), c(1, 2))
})

test_that("an error in a function of R comes out as it was", {
  fail <- function(x) stop("mine")
  expect_error(k_map_fn(fail, m), "^mine$")
  expect_error(k_map_fn(fail, k_placeholder(shape = list(NULL, 2))), "^mine$")
})
