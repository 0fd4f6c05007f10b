# Python iterators in R, and R functions as Python iterators; see rkeras_py/bridge/iterators.py.

as_iterator <- function(x) {
  if (is_handle(x)) of_handle(".iterator", x) else call_python(".iterator", list(x))
}

iter_next <- function(it, completed = NULL) {
  found <- call_python(".next", list(it, !is_unconverted(it)))
  if (is.null(found)) completed else found$value
}

iterate <- function(it, f = base::identity, simplify = TRUE) {
  iterator <- call_python(".iterator", list(it))
  convert <- !is_unconverted(it)
  values <- list()
  while (!is.null(found <- call_python(".next", list(iterator, convert)))) {
    values[length(values) + 1L] <- list(f(found$value))
  }
  invisible(if (simplify) simplified(values) else values)
}

# A vector if all values have the same type and length one; otherwise a list.
simplified <- function(values) {
  types <- c("character", "complex", "double", "integer", "logical")
  single <- function(v) is.atomic(v) && length(v) == 1 && !is.object(v)
  found <- unique(vapply(values, typeof, ""))
  if (length(found) == 1 && found %in% types && all(vapply(values, single, TRUE))) {
    unlist(values)
  } else {
    values
  }
}

py_iterator <- function(fn, completed = NULL, prefetch = 0L) {
  if (!is.function(fn)) stop("fn must be an R function")
  if (length(formals(args(fn)))) stop("fn must be an R function with no arguments")
  force(completed)
  step <- function() {
    value <- tryCatch(fn(), python.builtin.StopIteration = function(e) completed,
                      error = function(e) {
                        warning("Error occurred in generator: ", conditionMessage(e))
                        completed
                      })
    if (!identical(value, completed)) list(value)
  }
  call_python(".from_r", list(step, as.integer(prefetch)))
}
