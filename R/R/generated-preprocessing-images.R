# Generated from rkeras_py/api/preprocessing/images.py by `make generate`; edit there.

image_load <- function(
  path, grayscale = FALSE, color_mode = "rgb", target_size = NULL, interpolation = "nearest"
) {
  args <- list(
    path = path, grayscale = grayscale, color_mode = color_mode, target_size = target_size,
    interpolation = interpolation
  )
  call_python("image_load", args)
}

image_to_array <- function(img, data_format = c("channels_last", "channels_first")) {
  args <- list(img = img, data_format = data_format)
  call_python("image_to_array", args)
}

image_array_resize <- function(
  img, height, width, data_format = c("channels_last", "channels_first")
) {
  args <- list(img = img, height = height, width = width, data_format = data_format)
  call_python("image_array_resize", args)
}

image_array_save <- function(img, path, data_format = NULL, file_format = NULL, scale = TRUE) {
  args <- list(
    img = img, path = path, data_format = data_format, file_format = file_format, scale = scale
  )
  result <- call_python("image_array_save", args)
  invisible(result)
}

image_dataset_from_directory <- function(
  directory, labels = "inferred", label_mode = "int", class_names = NULL, color_mode = "rgb",
  batch_size = 32L, image_size = c(256L, 256L), shuffle = TRUE, seed = NULL,
  validation_split = NULL, subset = NULL, interpolation = "bilinear", follow_links = FALSE,
  crop_to_aspect_ratio = FALSE, ...
) {
  args <- list(
    directory = directory, labels = labels, label_mode = label_mode, class_names = class_names,
    color_mode = color_mode, batch_size = batch_size, image_size = image_size, shuffle = shuffle,
    seed = seed, validation_split = validation_split, subset = subset,
    interpolation = interpolation, follow_links = follow_links,
    crop_to_aspect_ratio = crop_to_aspect_ratio, ...
  )
  call_python("image_dataset_from_directory", args)
}
