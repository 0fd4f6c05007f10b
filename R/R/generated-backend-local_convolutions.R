# Generated from rkeras_py/api/backend/local_convolutions.py by `make generate`; edit there.

k_local_conv1d <- function(inputs, kernel, kernel_size, strides, data_format = NULL) {
  args <- list(
    inputs = inputs, kernel = kernel, kernel_size = kernel_size, strides = strides,
    data_format = data_format
  )
  call_python("k_local_conv1d", args)
}

k_local_conv2d <- function(inputs, kernel, kernel_size, strides, output_shape, data_format = NULL) {
  args <- list(
    inputs = inputs, kernel = kernel, kernel_size = kernel_size, strides = strides,
    output_shape = output_shape, data_format = data_format
  )
  call_python("k_local_conv2d", args)
}
