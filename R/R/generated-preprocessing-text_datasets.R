# Generated from rkeras_py/api/preprocessing/text_datasets.py by `make generate`; edit there.

text_dataset_from_directory <- function(
  directory, labels = "inferred", label_mode = "int", class_names = NULL, batch_size = 32L,
  max_length = NULL, shuffle = TRUE, seed = NULL, validation_split = NULL, subset = NULL,
  follow_links = FALSE, ...
) {
  args <- list(
    directory = directory, labels = labels, label_mode = label_mode, class_names = class_names,
    batch_size = batch_size, max_length = max_length, shuffle = shuffle, seed = seed,
    validation_split = validation_split, subset = subset, follow_links = follow_links, ...
  )
  call_python("text_dataset_from_directory", args)
}
