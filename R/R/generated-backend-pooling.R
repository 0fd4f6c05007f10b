# Generated from rkeras_py/api/backend/pooling.py by `make generate`; edit there.

k_pool2d <- function(
  x, pool_size, strides = c(1L, 1L), padding = "valid", data_format = NULL, pool_mode = "max"
) {
  args <- list(
    x = x, pool_size = pool_size, strides = strides, padding = padding, data_format = data_format,
    pool_mode = pool_mode
  )
  call_python("k_pool2d", args)
}

k_pool3d <- function(
  x, pool_size, strides = c(1L, 1L, 1L), padding = "valid", data_format = NULL, pool_mode = "max"
) {
  args <- list(
    x = x, pool_size = pool_size, strides = strides, padding = padding, data_format = data_format,
    pool_mode = pool_mode
  )
  call_python("k_pool3d", args)
}
