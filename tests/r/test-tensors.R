# R's operators and functions on tensors, variables and symbolic tensors, against R on arrays.

a <- rbind(c(1, -2.5, 3), c(0.5, 4, -6))
b <- rbind(c(2, 3, -1), c(4, 0.5, 2))
whole <- c(-7L, 2L, 9L)

numbers <- function(x) {
  x <- as.array(x)
  if (is.null(dim(x)) || length(dim(x)) == 1) as.vector(x) else x
}

expect_near <- function(x, y, info = NULL) {
  y <- if (is.logical(y)) y else y + 0
  expect_equal(numbers(x), y, tolerance = 1e-5, info = info)
}

arithmetic <- c("+", "-", "*", "/", "%%", "%/%")
comparisons <- c("==", "!=", "<", "<=", ">", ">=")

test_that("operators take tensors, variables and R's numbers, on either side", {
  for (name in c(arithmetic, comparisons)) {
    f <- get(name)
    wanted <- f(a, b)
    expect_near(f(k_constant(a), k_constant(b)), wanted, name)
    expect_near(f(k_constant(a), b), wanted, name)
    expect_near(f(a, k_constant(b)), wanted, name)
    expect_near(f(k_variable(a), k_constant(b)), wanted, name)
    expect_near(f(a, k_variable(b)), wanted, name)
    expect_near(f(k_constant(a), 2), f(a, 2), name)
    expect_near(f(2L, k_constant(b)), f(2, b), name)
    expect_near(f(k_constant(a)[1, ], c(1, 2, 3)), f(a[1, ], c(1, 2, 3)), name)
  }
  expect_near(k_constant(abs(a))^b, abs(a)^b)
  expect_near(k_constant(a)^2, a^2)
  expect_near(2^k_constant(a), 2^a)
  expect_near(-k_constant(a), -a)
  expect_near(+k_variable(a), a)
})

test_that("whole numbers stay whole where R's do, and become floats where they must", {
  i <- k_constant(whole, dtype = "int32")
  for (name in c("+", "-", "*", "%%", "%/%", comparisons)) {
    f <- get(name)
    expect_identical(as.vector(numbers(f(i, 3))), as.vector(f(whole, 3L)), info = name)
    expect_identical(as.vector(numbers(f(i, c(1, 2, 3)))), as.vector(f(whole, 1:3)), info = name)
    expect_near(f(i, 1.5), f(whole, 1.5), name)
    expect_near(f(c(0.5, 2, 4), i), f(c(0.5, 2, 4), whole), name)
    expect_near(f(i, k_constant(c(0.5, 2, 4))), f(whole, c(0.5, 2, 4)), name)
  }
  expect_near(i / 2L, whole / 2L)
  expect_near(i^-1, whole^-1)
  expect_identical(numbers(i^2), as.integer(whole^2))
  expect_identical(k_dtype(i + 1), "int32")
  expect_identical(k_dtype(i + 1.5), "float32")
  expect_identical(k_dtype(k_constant(1, dtype = "float64") + k_constant(1)), "float64")
})

test_that("truth values are combined, and counted with", {
  p <- c(TRUE, FALSE, TRUE)
  q <- c(TRUE, TRUE, FALSE)
  t_p <- k_constant(p, dtype = "bool")
  for (name in c("&", "|", "==", "!=", "+", "*", "<")) {
    f <- get(name)
    expect_near(f(t_p, k_constant(q, dtype = "bool")), f(p, q), name)
    expect_near(f(t_p, q), f(p, q), name)
    expect_near(f(TRUE, t_p), f(TRUE, p), name)
  }
  expect_identical(numbers(!t_p), !p)
  expect_identical(numbers(-t_p), -p)
  expect_identical(numbers(sum(t_p)), 2L)
  expect_near(mean(t_p), 2 / 3)
  expect_near(t_p * 0.5, p * 0.5)
})

test_that("functions of the Math group", {
  names <- c("abs", "sign", "floor", "ceiling", "trunc", "round", "exp", "expm1", "cos", "sin",
             "tan", "cosh", "sinh", "tanh", "atan", "asinh", "cospi", "sinpi")
  for (name in names) expect_near(get(name)(k_constant(a)), get(name)(a), name)
  positive <- abs(a) + 0.25
  for (name in c("sqrt", "log", "log2", "log10", "log1p", "lgamma", "gamma", "digamma",
                 "trigamma")) {
    expect_near(get(name)(k_variable(positive)), get(name)(positive), name)
  }
  for (name in c("acos", "asin", "atanh")) {
    expect_near(get(name)(k_constant(a / 7)), get(name)(a / 7), name)
  }
  expect_near(acosh(k_constant(positive + 1)), acosh(positive + 1))
  expect_near(tanpi(k_constant(a / 7)), tanpi(a / 7))
  expect_near(gamma(k_constant(c(-0.5, -1.5, 4))), gamma(c(-0.5, -1.5, 4)))
  expect_near(round(k_constant(a / 3), 2), round(a / 3, 2))
  expect_near(round(k_constant(a / 3), digits = 1), round(a / 3, 1))
  expect_near(signif(k_constant(a * 1234.567), 3), signif(a * 1234.567, 3))
  expect_near(signif(k_constant(c(0, 123))), c(0, 123))
  expect_near(log(k_constant(positive), 3), log(positive, 3))
  expect_near(log(k_constant(c(1L, 2L, 8L), dtype = "int32"), base = 2), c(0, 1, 3))
  expect_near(cumsum(k_constant(whole)), cumsum(whole))
  expect_near(cumprod(k_constant(whole)), cumprod(whole))
})

test_that("functions of the Summary group go over all elements, or along axes", {
  x <- k_constant(a)
  for (name in c("sum", "prod", "min", "max", "range", "mean")) {
    f <- get(name)
    expect_near(f(x), f(a), name)
    expect_near(f(k_variable(a)), f(a), name)
    expect_near(f(x, axis = 1), apply(a, 2, f), name)
  }
  expect_near(sum(x, axis = 2, keepdims = TRUE), matrix(rowSums(a)))
  expect_near(mean(x, axis = c(1, 2)), mean(a))
  expect_near(max(x, 10), 10)
  expect_near(sum(x, x, c(1, 2)), sum(a, a, 3))
  expect_near(max(k_constant(whole, dtype = "int32"), 9.5), 9.5)
  expect_identical(numbers(any(x > 3, axis = 2)), apply(a > 3, 1, any))
  expect_identical(numbers(all(x > -7)), TRUE)
  expect_identical(numbers(any(x > 7)), FALSE)
})

test_that("axes are turned", {
  cube <- array(1:24, c(2, 3, 4))
  expect_near(t(k_constant(a)), t(a))
  expect_equal(numbers(aperm(k_constant(cube))), aperm(cube))
  expect_equal(numbers(aperm(k_constant(cube), c(3, 1, 2))), aperm(cube, c(3, 1, 2)))
  expect_identical(nrow(k_constant(a)), 2L)
  expect_identical(ncol(k_constant(a)), 3L)
  expect_near(rev(k_constant(whole)), rev(whole))
})

test_that("operators take symbolic tensors", {
  x <- k_placeholder(shape = list(NULL, 3))
  outputs <- list() # run in one go
  wanted <- list()
  expect_computed <- function(tensor, value) {
    outputs <<- c(outputs, list(tensor))
    wanted <<- c(wanted, list(value))
  }
  for (name in c(arithmetic, comparisons)) {
    f <- get(name)
    for (other in list(2, 3L, c(1, 2, 4), b, k_constant(b), k_variable(b))) {
      plain <- if (length(other) == 3) matrix(other, 2, 3, byrow = TRUE) else as.array(other)
      if (length(plain) == 1) plain <- c(plain)
      expect_computed(f(x, other), f(a, plain))
      expect_computed(f(other, x), f(plain, a))
    }
  }

  results <- k_function(list(x), outputs)(list(a))
  expect_length(results, length(wanted))
  for (i in seq_along(wanted)) expect_near(results[[i]], wanted[[i]], i)
})

test_that("functions take symbolic tensors", {
  x <- k_placeholder(shape = list(NULL, 3))
  value <- function(tensor) k_function(list(x), list(tensor))(list(a))[[1]]
  expect_computed <- function(tensor, wanted) expect_near(value(tensor), wanted)
  expect_computed(x^2, a^2)
  expect_computed(2^x, 2^a)
  expect_computed(-x, -a)
  expect_computed(!(x > 1) & x < 3, !(a > 1) & a < 3)
  expect_computed(k_constant(1L, dtype = "int32") + x, a + 1)
  for (name in c("abs", "exp", "floor", "tanh", "round", "sinpi")) {
    expect_computed(get(name)(x), get(name)(a))
  }
  expect_computed(lgamma(abs(x) + 1), lgamma(abs(a) + 1))
  expect_computed(log(abs(x), 2), log(abs(a), 2))
  for (name in c("sum", "max", "mean")) expect_computed(get(name)(x), get(name)(a))
  expect_computed(sum(x, axis = 2), rowSums(a))
  expect_computed(t(x), t(a))
  expect_computed(x[, 2:3], a[, 2:3])
  expect_false(k_is_sparse(2 * x))
})

test_that("what a tensor cannot meet is an error that says so", {
  x <- k_constant(a)
  fails <- function(code, message) expect_error(code, message, fixed = TRUE)
  fails(x + "a", 'a tensor cannot be combined with the string "a".')
  fails(x + NULL, "a tensor cannot be combined with NULL.")
  fails(NA & x, "a tensor cannot be combined with NA.")
  fails(x + c(NA, 1L, 2L), "the other operand has NA, which a tensor cannot hold.")
  fails(cumsum(x), "use k_cumsum(x, axis) for a tensor of 2 dimensions")
  fails(sum(x, axis = 0), "`axis` must be one or several whole numbers")
  fails(sum(x, x, axis = 1), "sum() with `axis` takes one tensor, not 2.")
  fails(aperm(x, c(1, 1)), "`pattern` must have each of the 2 axes of `x` once, not c(1, 1).")
})

test_that("[[ ]] of a tensor counts from 0, where [ ] counts from 1", {
  # the many scripts of variational autoencoders with c(k_shape(z_mean)[[1]]) mean the width
  x <- k_constant(a)
  extents <- k_shape(x)
  expect_identical(c(numbers(extents[[0]]), numbers(extents[[1]])), dim(a))
  expect_identical(c(numbers(extents[1]), numbers(extents[2])), dim(a))
  expect_identical(numbers(extents[[-1]]), 3L)
  expect_near(x[[1]], a[2, ])
  expect_near(k_variable(a)[[0]], a[1, ])
  expect_error(extents[[2]], "out of bounds")
  expect_identical(lapply(as.list(extents), numbers), list(2L, 3L))

  latent_dim <- 2
  input <- layer_input(shape = 4)
  noisy <- layer_lambda(input, function(arg) {
    mean <- arg[, 1:latent_dim]
    spread <- arg[, (latent_dim + 1):(2 * latent_dim)]
    mean + 0 * spread * k_random_normal(shape = c(k_shape(mean)[[1]]), mean = 0., stddev = 1)
  })
  arg <- matrix(1:20 / 10, 5)
  expect_near(predict(keras_model(input, noisy), arg, verbose = 0), arg[, 1:2])
})

test_that("a tensor that was drawn of a distribution is the distribution to R", {
  made <- keras:::py_run_string(paste(
    "import tensorflow as tf",
    "class Distribution:",
    "    mean = 2.0",
    "tensor = tf.constant([1.0, 3.0])",
    "tensor._tfp_distribution = Distribution()",
    "plain = tf.constant(4.0)",
    "def drawn(): return tensor",
    sep = "\n"
  ))
  expect_identical(made$drawn()$mean, 2)
  expect_identical(made$tensor$mean, 2)
  expect_equal(as.numeric(made$plain), 4)
})
