# What prepares data: none of it needs a model.
library(keras)
source("drawn.R")

cube <- array(1:24, c(2, 3, 4))
rows <- array_reshape(cube, c(2, 12))
stopifnot(identical(dim(rows), c(2L, 12L)))
report("reshape", list(
  by_rows = rows,
  again = array_reshape(rows, c(4, 6)),
  by_columns = array_reshape(cube, c(6, 4), order = "F")
))

report("categorical", list(
  vector = to_categorical(c(0, 2, 1, 3)),
  column = to_categorical(matrix(c(1, 0, 4)), num_classes = 6)
))

report("normalize", list(rows = normalize(matrix(1:6, nrow = 2), axis = -1, order = 2)))

report("pad", list(
  before = pad_sequences(list(1:3, 4:5, 6:12), maxlen = 4),
  behind = pad_sequences(list(1:3, 4:5), padding = "post", value = -1)
))
