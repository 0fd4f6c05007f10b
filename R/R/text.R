# What functions for text give back.

# Sequences of numbers, of which some may be empty or of length 1.
integer_vectors <- function(sequences) lapply(sequences, as.integer)
