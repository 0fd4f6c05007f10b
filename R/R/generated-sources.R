# Generated from rkeras_py/api/sources.py by `make generate`; edit there.

parquet_source <- function(path, x = NULL, y = NULL, sample_weight = NULL, buffer_size = NULL) {
  args <- list(path = path, x = x, y = y, sample_weight = sample_weight, buffer_size = buffer_size)
  call_python("parquet_source", args)
}

csv_source <- function(
  path, x = NULL, y = NULL, sample_weight = NULL, buffer_size = NULL, delimiter = ","
) {
  args <- list(
    path = path, x = x, y = y, sample_weight = sample_weight, buffer_size = buffer_size,
    delimiter = delimiter
  )
  call_python("csv_source", args)
}

arrow_source <- function(data, x = NULL, y = NULL, sample_weight = NULL, buffer_size = NULL) {
  args <- list(data = data, x = x, y = y, sample_weight = sample_weight, buffer_size = buffer_size)
  call_python("arrow_source", args)
}

duckdb_source <- function(
  query, database = NULL, x = NULL, y = NULL, sample_weight = NULL, buffer_size = NULL
) {
  args <- list(
    query = query, database = database, x = x, y = y, sample_weight = sample_weight,
    buffer_size = buffer_size
  )
  call_python("duckdb_source", args)
}

array_source <- function(x, y = NULL, sample_weight = NULL, buffer_size = NULL) {
  args <- list(x = x, y = y, sample_weight = sample_weight, buffer_size = buffer_size)
  call_python("array_source", args)
}
