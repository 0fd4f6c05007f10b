# Generated from rkeras_py/api/layers/vocabulary.py by `make generate`; edit there.

layer_integer_lookup <- function(
  object, max_tokens = NULL, num_oov_indices = 1L, mask_token = NULL, oov_token = -1L,
  vocabulary = NULL, vocabulary_dtype = "int64", idf_weights = NULL, invert = FALSE,
  output_mode = "int", sparse = FALSE, pad_to_max_tokens = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, max_tokens = max_tokens,
    num_oov_indices = num_oov_indices, mask_token = mask_token, oov_token = oov_token,
    vocabulary = vocabulary, vocabulary_dtype = vocabulary_dtype, idf_weights = idf_weights,
    invert = invert, output_mode = output_mode, sparse = sparse,
    pad_to_max_tokens = pad_to_max_tokens, ...
  )
  result <- call_python("layer_integer_lookup", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_string_lookup <- function(
  object, max_tokens = NULL, num_oov_indices = 1L, mask_token = NULL, oov_token = "[UNK]",
  vocabulary = NULL, idf_weights = NULL, encoding = "utf-8", invert = FALSE, output_mode = "int",
  sparse = FALSE, pad_to_max_tokens = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, max_tokens = max_tokens,
    num_oov_indices = num_oov_indices, mask_token = mask_token, oov_token = oov_token,
    vocabulary = vocabulary, idf_weights = idf_weights, encoding = encoding, invert = invert,
    output_mode = output_mode, sparse = sparse, pad_to_max_tokens = pad_to_max_tokens, ...
  )
  result <- call_python("layer_string_lookup", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_text_vectorization <- function(
  object, max_tokens = NULL, standardize = "lower_and_strip_punctuation", split = "whitespace",
  ngrams = NULL, output_mode = "int", output_sequence_length = NULL, pad_to_max_tokens = FALSE,
  vocabulary = NULL, ...
) {
  args <- list(
    object = if (!missing(object)) object, max_tokens = max_tokens, standardize = standardize,
    split = split, ngrams = ngrams, output_mode = output_mode,
    output_sequence_length = output_sequence_length, pad_to_max_tokens = pad_to_max_tokens,
    vocabulary = vocabulary, ...
  )
  result <- call_python("layer_text_vectorization", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

get_vocabulary <- function(object, include_special_tokens = TRUE) {
  args <- list(object = object, include_special_tokens = include_special_tokens)
  call_python("get_vocabulary", args)
}

set_vocabulary <- function(object, vocabulary, idf_weights = NULL, ...) {
  args <- list(object = object, vocabulary = vocabulary, idf_weights = idf_weights, ...)
  result <- call_python("set_vocabulary", args)
  invisible(result)
}
