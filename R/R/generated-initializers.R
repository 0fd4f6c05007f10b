# Generated from rkeras_py/api/initializers.py by `make generate`; edit there.

initializer_constant <- function(value = 0) {
  args <- list(value = value)
  call_python("initializer_constant", args)
}

initializer_glorot_normal <- function(seed = NULL) {
  args <- list(seed = seed)
  call_python("initializer_glorot_normal", args)
}

initializer_glorot_uniform <- function(seed = NULL) {
  args <- list(seed = seed)
  call_python("initializer_glorot_uniform", args)
}

initializer_he_normal <- function(seed = NULL) {
  args <- list(seed = seed)
  call_python("initializer_he_normal", args)
}

initializer_he_uniform <- function(seed = NULL) {
  args <- list(seed = seed)
  call_python("initializer_he_uniform", args)
}

initializer_identity <- function(gain = 1) {
  args <- list(gain = gain)
  call_python("initializer_identity", args)
}

initializer_lecun_normal <- function(seed = NULL) {
  args <- list(seed = seed)
  call_python("initializer_lecun_normal", args)
}

initializer_lecun_uniform <- function(seed = NULL) {
  args <- list(seed = seed)
  call_python("initializer_lecun_uniform", args)
}

initializer_ones <- function() {
  call_python("initializer_ones")
}

initializer_orthogonal <- function(gain = 1, seed = NULL) {
  args <- list(gain = gain, seed = seed)
  call_python("initializer_orthogonal", args)
}

initializer_random_normal <- function(mean = 0, stddev = 0.05, seed = NULL) {
  args <- list(mean = mean, stddev = stddev, seed = seed)
  call_python("initializer_random_normal", args)
}

initializer_random_uniform <- function(minval = -0.05, maxval = 0.05, seed = NULL) {
  args <- list(minval = minval, maxval = maxval, seed = seed)
  call_python("initializer_random_uniform", args)
}

initializer_truncated_normal <- function(mean = 0, stddev = 0.05, seed = NULL) {
  args <- list(mean = mean, stddev = stddev, seed = seed)
  call_python("initializer_truncated_normal", args)
}

initializer_variance_scaling <- function(
  scale = 1, mode = c("fan_in", "fan_out", "fan_avg"),
  distribution = c("normal", "uniform", "truncated_normal", "untruncated_normal"), seed = NULL
) {
  args <- list(scale = scale, mode = mode, distribution = distribution, seed = seed)
  call_python("initializer_variance_scaling", args)
}

initializer_zeros <- function() {
  call_python("initializer_zeros")
}
