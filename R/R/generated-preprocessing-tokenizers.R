# Generated from rkeras_py/api/preprocessing/tokenizers.py by `make generate`; edit there.

text_tokenizer <- function(
  num_words = NULL, filters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n", lower = TRUE, split = " ",
  char_level = FALSE, oov_token = NULL
) {
  args <- list(
    num_words = num_words, filters = filters, lower = lower, split = split, char_level = char_level,
    oov_token = oov_token
  )
  call_python("text_tokenizer", args)
}

fit_text_tokenizer <- function(object, x) {
  args <- list(object = object, x = x)
  result <- call_python("fit_text_tokenizer", args)
  invisible(result)
}

texts_to_sequences <- function(tokenizer, texts) {
  args <- list(tokenizer = tokenizer, texts = texts)
  result <- call_python("texts_to_sequences", args)
  integer_vectors(result)
}

texts_to_sequences_generator <- function(tokenizer, texts) {
  args <- list(tokenizer = tokenizer, texts = texts)
  call_python("texts_to_sequences_generator", args)
}

texts_to_matrix <- function(tokenizer, texts, mode = c("binary", "count", "tfidf", "freq")) {
  args <- list(tokenizer = tokenizer, texts = texts, mode = mode)
  call_python("texts_to_matrix", args)
}

sequences_to_matrix <- function(
  tokenizer, sequences, mode = c("binary", "count", "tfidf", "freq")
) {
  args <- list(tokenizer = tokenizer, sequences = sequences, mode = mode)
  call_python("sequences_to_matrix", args)
}

save_text_tokenizer <- function(object, filename) {
  args <- list(object = object, filename = filename)
  result <- call_python("save_text_tokenizer", args)
  invisible(result)
}

load_text_tokenizer <- function(filename) {
  args <- list(filename = filename)
  call_python("load_text_tokenizer", args)
}
