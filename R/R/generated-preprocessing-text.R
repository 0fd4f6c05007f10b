# Generated from rkeras_py/api/preprocessing/text.py by `make generate`; edit there.

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

text_to_word_sequence <- function(
  text, filters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n", lower = TRUE, split = " "
) {
  args <- list(text = text, filters = filters, lower = lower, split = split)
  result <- call_python("text_to_word_sequence", args)
  as.character(result)
}

text_hashing_trick <- function(
  text, n, hash_function = NULL, filters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n", lower = TRUE,
  split = " "
) {
  args <- list(
    text = text, n = n, hash_function = hash_function, filters = filters, lower = lower,
    split = split
  )
  result <- call_python("text_hashing_trick", args)
  as.integer(result)
}

text_one_hot <- function(
  input_text, n, filters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n", lower = TRUE, split = " ",
  text = NULL
) {
  args <- list(filters = filters, lower = lower, split = split, text = text)
  if (!missing(input_text)) args["input_text"] <- list(input_text)
  if (!missing(n)) args["n"] <- list(n)
  result <- call_python("text_one_hot", args)
  as.integer(result)
}

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
