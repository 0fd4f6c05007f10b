# Data and weights from R's own generator, so that every implementation of library(keras) computes
# with the same numbers. What is drawn for a seed must stay as it is: the figures of R keras in
# tests/fixtures/r_keras/figures.toml belong to it.

# Numbers between 0 and 1, in an array of these extents.
uniform <- function(seed, ...) {
  set.seed(seed)
  array(runif(prod(...)), c(...))
}

# Whole numbers from 0 to `below` - 1.
whole <- function(seed, n, below) {
  set.seed(seed)
  sample(below, n, replace = TRUE) - 1
}

# Gives a model new weights. Each array draws normal numbers without sign first, then the signs.
give_weights <- function(model, seed, sd = 0.1) {
  set.seed(seed)
  set_weights(model, lapply(get_weights(model), function(weight) {
    size <- abs(rnorm(length(weight), sd = sd))
    array(size * sample(c(-1, 1), length(weight), replace = TRUE), dim(weight))
  }))
}

# Prints a line for each element of a named list, as test_parity.py reads it: the model, the
# name and the values, with tabs between them.
report <- function(model, figures) {
  for (name in names(figures)) {
    cat(model, name, unlist(figures[[name]]), sep = "\t")
    cat("\n")
  }
}
options(digits = 15)
