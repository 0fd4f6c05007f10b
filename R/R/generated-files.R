# Generated from rkeras_py/api/files.py by `make generate`; edit there.

get_file <- function(
  fname, origin, file_hash = NULL, cache_subdir = "datasets", hash_algorithm = "auto",
  extract = FALSE, archive_format = "auto", cache_dir = NULL, untar = FALSE
) {
  args <- list(
    fname = fname, origin = origin, file_hash = file_hash, cache_subdir = cache_subdir,
    hash_algorithm = hash_algorithm, extract = extract, archive_format = archive_format,
    cache_dir = cache_dir, untar = untar
  )
  call_python("get_file", args)
}

hdf5_matrix <- function(datapath, dataset, start = 0L, end = NULL, normalizer = NULL) {
  args <- list(
    datapath = datapath, dataset = dataset, start = start, end = end, normalizer = normalizer
  )
  call_python("hdf5_matrix", args)
}
