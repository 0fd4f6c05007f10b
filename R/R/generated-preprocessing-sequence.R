# Generated from rkeras_py/api/preprocessing/sequence.py by `make generate`; edit there.

make_sampling_table <- function(size, sampling_factor = 1e-05) {
  args <- list(size = size, sampling_factor = sampling_factor)
  call_python("make_sampling_table", args)
}

skipgrams <- function(
  sequence, vocabulary_size, window_size = 4L, negative_samples = 1, shuffle = TRUE,
  categorical = FALSE, sampling_table = NULL, seed = NULL
) {
  args <- list(
    sequence = sequence, vocabulary_size = vocabulary_size, window_size = window_size,
    negative_samples = negative_samples, shuffle = shuffle, categorical = categorical,
    sampling_table = sampling_table, seed = seed
  )
  call_python("skipgrams", args)
}
