# Generated from rkeras_py/api/backend/random.py by `make generate`; edit there.

k_random_normal <- function(shape, mean = 0, stddev = 1, dtype = NULL, seed = NULL) {
  args <- list(shape = shape, mean = mean, stddev = stddev, dtype = dtype, seed = seed)
  call_python("k_random_normal", args)
}

k_truncated_normal <- function(shape, mean = 0, stddev = 1, dtype = NULL, seed = NULL) {
  args <- list(shape = shape, mean = mean, stddev = stddev, dtype = dtype, seed = seed)
  call_python("k_truncated_normal", args)
}

k_random_uniform <- function(shape, minval = 0, maxval = 1, dtype = NULL, seed = NULL) {
  args <- list(shape = shape, minval = minval, maxval = maxval, dtype = dtype, seed = seed)
  call_python("k_random_uniform", args)
}

k_random_binomial <- function(shape, p = 0, dtype = NULL, seed = NULL) {
  args <- list(shape = shape, p = p, dtype = dtype, seed = seed)
  call_python("k_random_binomial", args)
}

k_random_bernoulli <- function(shape, p = 0, dtype = NULL, seed = NULL) {
  args <- list(shape = shape, p = p, dtype = dtype, seed = seed)
  call_python("k_random_bernoulli", args)
}

k_random_normal_variable <- function(shape, mean, scale, dtype = NULL, name = NULL, seed = NULL) {
  args <- list(shape = shape, mean = mean, scale = scale, dtype = dtype, name = name, seed = seed)
  call_python("k_random_normal_variable", args)
}

k_random_uniform_variable <- function(shape, low, high, dtype = NULL, name = NULL, seed = NULL) {
  args <- list(shape = shape, low = low, high = high, dtype = dtype, name = name, seed = seed)
  call_python("k_random_uniform_variable", args)
}

k_dropout <- function(x, level, noise_shape = NULL, seed = NULL) {
  args <- list(x = x, level = level, noise_shape = noise_shape, seed = seed)
  call_python("k_dropout", args)
}
