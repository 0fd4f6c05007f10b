# Generated from rkeras_py/api/datasets/texts.py by `make generate`; edit there.

dataset_imdb <- function(
  path = "imdb.npz", num_words = NULL, skip_top = 0L, maxlen = NULL, seed = 113L, start_char = 1L,
  oov_char = 2L, index_from = 3L
) {
  args <- list(
    path = path, num_words = num_words, skip_top = skip_top, maxlen = maxlen, seed = seed,
    start_char = start_char, oov_char = oov_char, index_from = index_from
  )
  call_python("dataset_imdb", args)
}

dataset_reuters <- function(
  path = "reuters.npz", num_words = NULL, skip_top = 0L, maxlen = NULL, test_split = 0.2,
  seed = 113L, start_char = 1L, oov_char = 2L, index_from = 3L
) {
  args <- list(
    path = path, num_words = num_words, skip_top = skip_top, maxlen = maxlen,
    test_split = test_split, seed = seed, start_char = start_char, oov_char = oov_char,
    index_from = index_from
  )
  call_python("dataset_reuters", args)
}

dataset_imdb_word_index <- function(path = "imdb_word_index.json") {
  args <- list(path = path)
  call_python("dataset_imdb_word_index", args)
}

dataset_reuters_word_index <- function(path = "reuters_word_index.pkl") {
  args <- list(path = path)
  call_python("dataset_reuters_word_index", args)
}
