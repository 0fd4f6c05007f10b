# Generated from rkeras_py/api/backend/padding.py by `make generate`; edit there.

k_temporal_padding <- function(x, padding = c(1, 1)) {
  args <- list(x = x, padding = padding)
  call_python("k_temporal_padding", args)
}

k_spatial_2d_padding <- function(x, padding = list(list(1, 1), list(1, 1)), data_format = NULL) {
  args <- list(x = x, padding = padding, data_format = data_format)
  call_python("k_spatial_2d_padding", args)
}

k_spatial_3d_padding <- function(
  x, padding = list(list(1, 1), list(1, 1), list(1, 1)), data_format = NULL
) {
  args <- list(x = x, padding = padding, data_format = data_format)
  call_python("k_spatial_3d_padding", args)
}

k_resize_images <- function(x, height_factor, width_factor, data_format) {
  args <- list(
    x = x, height_factor = height_factor, width_factor = width_factor, data_format = data_format
  )
  call_python("k_resize_images", args)
}

k_resize_volumes <- function(x, depth_factor, height_factor, width_factor, data_format) {
  args <- list(
    x = x, depth_factor = depth_factor, height_factor = height_factor, width_factor = width_factor,
    data_format = data_format
  )
  call_python("k_resize_volumes", args)
}
