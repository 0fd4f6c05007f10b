# What the sections of the guide are checked with.

# Evaluates `code` where the section stands, so that its variables are those of the script, and
# prints a line for test_vignette.py: "section", the number, and "ok" or what went wrong.
section <- function(number, code) {
  outcome <- tryCatch({
    code
    "ok"
  }, error = function(e) gsub("\\s+", " ", conditionMessage(e)))
  cat("\nsection", number, outcome, sep = "\t")
  cat("\n")
}

# As near as computing with 32 bits allows.
near <- function(found, expected) {
  found <- as.numeric(found)
  expected <- as.numeric(expected)
  stopifnot(
    length(found) == length(expected),
    abs(found - expected) <= 1e-5 * pmax(1, abs(expected))
  )
}

# That a training has taken these steps, and has told and learnt something in each epoch.
trained <- function(model, history, steps, told) {
  loss <- history$metrics$loss
  stopifnot(
    as.numeric(model$optimizer$iterations) == steps,
    identical(names(history$metrics), told),
    lengths(history$metrics) == history$params$epochs,
    is.finite(loss),
    min(loss) < 0.95 * loss[[1]]
  )
}

# A function that draws samples around a centre for each class; classes count from 0. The clouds
# overlap a little, or else all predictions were 0 or 1, which any model might predict.
clouds <- function(features, classes) {
  centres <- matrix(rnorm(classes * features), classes)
  function(n) {
    class <- sample(classes, n, replace = TRUE)
    list(x = centres[class, ] + rnorm(n * features, sd = sqrt(features) / 3), class = class - 1)
  }
}
