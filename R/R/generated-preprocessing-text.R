# Generated from rkeras_py/api/preprocessing/text.py by `make generate`; edit there.

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
