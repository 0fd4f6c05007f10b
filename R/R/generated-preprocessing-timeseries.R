# Generated from rkeras_py/api/preprocessing/timeseries.py by `make generate`; edit there.

timeseries_generator <- function(
  data, targets, length, sampling_rate = 1L, stride = 1L, start_index = 0L, end_index = NULL,
  shuffle = FALSE, reverse = FALSE, batch_size = 128L
) {
  args <- list(
    data = data, targets = targets, length = length, sampling_rate = sampling_rate, stride = stride,
    start_index = start_index, end_index = end_index, shuffle = shuffle, reverse = reverse,
    batch_size = batch_size
  )
  call_python("timeseries_generator", args)
}

timeseries_dataset_from_array <- function(
  data, targets, sequence_length, sequence_stride = 1L, sampling_rate = 1L, batch_size = 128L,
  shuffle = FALSE, ..., seed = NULL, start_index = NULL, end_index = NULL
) {
  args <- list(
    data = data, targets = targets, sequence_length = sequence_length,
    sequence_stride = sequence_stride, sampling_rate = sampling_rate, batch_size = batch_size,
    shuffle = shuffle, ..., seed = seed, start_index = start_index, end_index = end_index
  )
  call_python("timeseries_dataset_from_array", args)
}
