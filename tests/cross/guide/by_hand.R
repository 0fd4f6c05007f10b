# Layers and losses written out in plain R. A model must predict and measure the same.
#
# Samples are rows, or the first dimension of an array; a picture is one array of (row, column,
# channel), and a series a picture of one row. `layer` gives the weights.

relu <- function(x) pmax(x, 0)
sigmoid <- function(x) 1 / (1 + exp(-x))
softmax <- function(x) exp(x) / rowSums(exp(x))

dense <- function(x, layer) {
  weights <- get_weights(layer)
  sweep(x %*% weights[[1]], 2, weights[[2]], "+")
}

# A convolution without padding, and relu.
convolution <- function(x, layer) {
  weights <- get_weights(layer)
  kernel <- weights[[1]]
  if (length(dim(kernel)) == 3) dim(kernel) <- c(1, dim(kernel))
  filters <- dim(kernel)[[4]]
  rows <- nrow(x) - nrow(kernel) + 1
  columns <- ncol(x) - ncol(kernel) + 1
  total <- matrix(weights[[2]], rows * columns, filters, byrow = TRUE)
  for (i in seq_len(nrow(kernel))) {
    for (j in seq_len(ncol(kernel))) {
      part <- x[i - 1 + seq_len(rows), j - 1 + seq_len(columns), ]
      total <- total + matrix(part, rows * columns) %*% kernel[i, j, , ]
    }
  }
  array(relu(total), c(rows, columns, filters))
}

# The largest value of each block; what is left over at the end is dropped.
largest <- function(x, rows, columns) {
  starts <- function(first, extent, size) seq(first, by = size, length.out = extent %/% size)
  places <- expand.grid(row = seq_len(rows), column = seq_len(columns))
  do.call(pmax, Map(function(row, column) {
    x[starts(row, nrow(x), rows), starts(column, ncol(x), columns), , drop = FALSE]
  }, places$row, places$column))
}

# A picture as one row, in the order of Keras: the channel changes fastest.
flat <- function(x) matrix(aperm(x, 3:1), nrow = 1)

# The outputs of an LSTM as (sample, step, unit). The attribute "state" is what it remembers.
lstm <- function(x, layer, state = NULL) {
  weights <- get_weights(layer)
  units <- nrow(weights[[2]])
  zeros <- matrix(0, nrow(x), units)
  if (is.null(state)) state <- list(output = zeros, cell = zeros)
  outputs <- array(0, c(dim(x)[1:2], units))
  for (step in seq_len(ncol(x))) {
    total <- x[, step, ] %*% weights[[1]] + state$output %*% weights[[2]]
    total <- sweep(total, 2, weights[[3]], "+")
    gate <- function(number) total[, (number - 1) * units + seq_len(units)]
    state$cell <- sigmoid(gate(2)) * state$cell + sigmoid(gate(1)) * tanh(gate(3))
    state$output <- sigmoid(gate(4)) * tanh(state$cell)
    outputs[, step, ] <- state$output
  }
  structure(outputs, state = state)
}

last_step <- function(outputs) outputs[, ncol(outputs), ]

crossentropy <- function(truth, predicted) -mean(rowSums(truth * log(predicted)))
binary_crossentropy <- function(truth, predicted) {
  -mean(log(ifelse(truth == 1, predicted, 1 - predicted)))
}
share_of_right_classes <- function(truth, predicted) {
  mean(max.col(truth, "first") == max.col(predicted, "first"))
}
share_of_right_answers <- function(truth, predicted) mean((predicted > 0.5) == truth)
