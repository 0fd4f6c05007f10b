# Results of text functions.

# Sequences of numbers; some may be empty or have length 1.
integer_vectors <- function(sequences) lapply(sequences, as.integer)
