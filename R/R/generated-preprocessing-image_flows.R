# Generated from rkeras_py/api/preprocessing/image_flows.py by `make generate`; edit there.

flow_images_from_data <- function(
  x, y = NULL, generator = image_data_generator(), batch_size = 32L, shuffle = TRUE,
  sample_weight = NULL, seed = NULL, save_to_dir = NULL, save_prefix = "", save_format = "png",
  subset = NULL
) {
  args <- list(
    x = x, y = y, generator = generator, batch_size = batch_size, shuffle = shuffle,
    sample_weight = sample_weight, seed = seed, save_to_dir = save_to_dir,
    save_prefix = save_prefix, save_format = save_format, subset = subset
  )
  call_python("flow_images_from_data", args)
}

flow_images_from_directory <- function(
  directory, generator = image_data_generator(), target_size = c(256L, 256L), color_mode = "rgb",
  classes = NULL, class_mode = "categorical", batch_size = 32L, shuffle = TRUE, seed = NULL,
  save_to_dir = NULL, save_prefix = "", save_format = "png", follow_links = FALSE, subset = NULL,
  interpolation = "nearest"
) {
  args <- list(
    directory = directory, generator = generator, target_size = target_size,
    color_mode = color_mode, classes = classes, class_mode = class_mode, batch_size = batch_size,
    shuffle = shuffle, seed = seed, save_to_dir = save_to_dir, save_prefix = save_prefix,
    save_format = save_format, follow_links = follow_links, subset = subset,
    interpolation = interpolation
  )
  call_python("flow_images_from_directory", args)
}

flow_images_from_dataframe <- function(
  dataframe, directory = NULL, x_col = "filename", y_col = "class",
  generator = image_data_generator(), target_size = c(256L, 256L), color_mode = "rgb",
  classes = NULL, class_mode = "categorical", batch_size = 32L, shuffle = TRUE, seed = NULL,
  save_to_dir = NULL, save_prefix = "", save_format = "png", subset = NULL,
  interpolation = "nearest", drop_duplicates = NULL
) {
  args <- list(
    dataframe = dataframe, directory = directory, x_col = x_col, y_col = y_col,
    generator = generator, target_size = target_size, color_mode = color_mode, classes = classes,
    class_mode = class_mode, batch_size = batch_size, shuffle = shuffle, seed = seed,
    save_to_dir = save_to_dir, save_prefix = save_prefix, save_format = save_format,
    subset = subset, interpolation = interpolation, drop_duplicates = drop_duplicates
  )
  call_python("flow_images_from_dataframe", args)
}
