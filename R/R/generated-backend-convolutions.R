# Generated from rkeras_py/api/backend/convolutions.py by `make generate`; edit there.

k_conv1d <- function(
  x, kernel, strides = 1L, padding = "valid", data_format = NULL, dilation_rate = 1L
) {
  args <- list(
    x = x, kernel = kernel, strides = strides, padding = padding, data_format = data_format,
    dilation_rate = dilation_rate
  )
  call_python("k_conv1d", args)
}

k_conv2d <- function(
  x, kernel, strides = c(1L, 1L), padding = "valid", data_format = NULL, dilation_rate = c(1L, 1L)
) {
  args <- list(
    x = x, kernel = kernel, strides = strides, padding = padding, data_format = data_format,
    dilation_rate = dilation_rate
  )
  call_python("k_conv2d", args)
}

k_conv3d <- function(
  x, kernel, strides = c(1L, 1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = c(1L, 1L, 1L)
) {
  args <- list(
    x = x, kernel = kernel, strides = strides, padding = padding, data_format = data_format,
    dilation_rate = dilation_rate
  )
  call_python("k_conv3d", args)
}

k_depthwise_conv2d <- function(
  x, depthwise_kernel, strides = c(1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = c(1L, 1L)
) {
  args <- list(
    x = x, depthwise_kernel = depthwise_kernel, strides = strides, padding = padding,
    data_format = data_format, dilation_rate = dilation_rate
  )
  call_python("k_depthwise_conv2d", args)
}

k_separable_conv2d <- function(
  x, depthwise_kernel, pointwise_kernel, strides = c(1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = c(1L, 1L)
) {
  args <- list(
    x = x, depthwise_kernel = depthwise_kernel, pointwise_kernel = pointwise_kernel,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate
  )
  call_python("k_separable_conv2d", args)
}

k_conv2d_transpose <- function(
  x, kernel, output_shape, strides = c(1L, 1L), padding = "valid", data_format = NULL
) {
  args <- list(
    x = x, kernel = kernel, output_shape = output_shape, strides = strides, padding = padding,
    data_format = data_format
  )
  call_python("k_conv2d_transpose", args)
}

k_conv3d_transpose <- function(
  x, kernel, output_shape, strides = c(1L, 1L, 1L), padding = "valid", data_format = NULL
) {
  args <- list(
    x = x, kernel = kernel, output_shape = output_shape, strides = strides, padding = padding,
    data_format = data_format
  )
  call_python("k_conv3d_transpose", args)
}

k_bias_add <- function(x, bias, data_format = NULL) {
  args <- list(x = x, bias = bias, data_format = data_format)
  call_python("k_bias_add", args)
}
