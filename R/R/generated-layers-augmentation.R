# Generated from rkeras_py/api/layers/augmentation.py by `make generate`; edit there.

layer_resizing <- function(
  object, height, width, interpolation = "bilinear", crop_to_aspect_ratio = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, height = height, width = width,
    interpolation = interpolation, crop_to_aspect_ratio = crop_to_aspect_ratio, ...
  )
  result <- call_python("layer_resizing", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_center_crop <- function(object, height, width, ...) {
  args <- list(object = if (!missing(object)) object, height = height, width = width, ...)
  result <- call_python("layer_center_crop", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_brightness <- function(object, factor, value_range = c(0, 255), seed = NULL, ...) {
  args <- list(
    object = if (!missing(object)) object, factor = factor, value_range = value_range, seed = seed,
    ...
  )
  result <- call_python("layer_random_brightness", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_contrast <- function(object, factor, seed = NULL, ...) {
  args <- list(object = if (!missing(object)) object, factor = factor, seed = seed, ...)
  result <- call_python("layer_random_contrast", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_crop <- function(object, height, width, seed = NULL, ...) {
  args <- list(
    object = if (!missing(object)) object, height = height, width = width, seed = seed, ...
  )
  result <- call_python("layer_random_crop", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_flip <- function(object, mode = "horizontal_and_vertical", seed = NULL, ...) {
  args <- list(object = if (!missing(object)) object, mode = mode, seed = seed, ...)
  result <- call_python("layer_random_flip", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_height <- function(object, factor, interpolation = "bilinear", seed = NULL, ...) {
  args <- list(
    object = if (!missing(object)) object, factor = factor, interpolation = interpolation,
    seed = seed, ...
  )
  result <- call_python("layer_random_height", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_width <- function(object, factor, interpolation = "bilinear", seed = NULL, ...) {
  args <- list(
    object = if (!missing(object)) object, factor = factor, interpolation = interpolation,
    seed = seed, ...
  )
  result <- call_python("layer_random_width", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_rotation <- function(
  object, factor, fill_mode = "reflect", interpolation = "bilinear", seed = NULL, fill_value = 0,
  ...
) {
  args <- list(
    object = if (!missing(object)) object, factor = factor, fill_mode = fill_mode,
    interpolation = interpolation, seed = seed, fill_value = fill_value, ...
  )
  result <- call_python("layer_random_rotation", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_translation <- function(
  object, height_factor, width_factor, fill_mode = "reflect", interpolation = "bilinear",
  seed = NULL, fill_value = 0, ...
) {
  args <- list(
    object = if (!missing(object)) object, height_factor = height_factor,
    width_factor = width_factor, fill_mode = fill_mode, interpolation = interpolation, seed = seed,
    fill_value = fill_value, ...
  )
  result <- call_python("layer_random_translation", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_random_zoom <- function(
  object, height_factor, width_factor = NULL, fill_mode = "reflect", interpolation = "bilinear",
  seed = NULL, fill_value = 0, ...
) {
  args <- list(
    object = if (!missing(object)) object, height_factor = height_factor,
    width_factor = width_factor, fill_mode = fill_mode, interpolation = interpolation, seed = seed,
    fill_value = fill_value, ...
  )
  result <- call_python("layer_random_zoom", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
