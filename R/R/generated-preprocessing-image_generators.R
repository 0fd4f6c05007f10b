# Generated from rkeras_py/api/preprocessing/image_generators.py by `make generate`; edit there.

image_data_generator <- function(
  featurewise_center = FALSE, samplewise_center = FALSE, featurewise_std_normalization = FALSE,
  samplewise_std_normalization = FALSE, zca_whitening = FALSE, zca_epsilon = 1e-06,
  rotation_range = 0L, width_shift_range = 0L, height_shift_range = 0L, brightness_range = NULL,
  shear_range = 0L, zoom_range = 0L, channel_shift_range = 0L, fill_mode = "nearest", cval = 0L,
  horizontal_flip = FALSE, vertical_flip = FALSE, rescale = NULL, preprocessing_function = NULL,
  data_format = NULL, validation_split = 0L
) {
  args <- list(
    featurewise_center = featurewise_center, samplewise_center = samplewise_center,
    featurewise_std_normalization = featurewise_std_normalization,
    samplewise_std_normalization = samplewise_std_normalization, zca_whitening = zca_whitening,
    zca_epsilon = zca_epsilon, rotation_range = rotation_range,
    width_shift_range = width_shift_range, height_shift_range = height_shift_range,
    brightness_range = brightness_range, shear_range = shear_range, zoom_range = zoom_range,
    channel_shift_range = channel_shift_range, fill_mode = fill_mode, cval = cval,
    horizontal_flip = horizontal_flip, vertical_flip = vertical_flip, rescale = rescale,
    preprocessing_function = preprocessing_function, data_format = data_format,
    validation_split = validation_split
  )
  call_python("image_data_generator", args)
}

fit_image_data_generator <- function(object, x, augment = FALSE, rounds = 1L, seed = NULL) {
  args <- list(object = object, x = x, augment = augment, rounds = rounds, seed = seed)
  result <- call_python("fit_image_data_generator", args)
  invisible(result)
}
