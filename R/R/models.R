# R's own methods of models; the functions themselves are generated.

#' @export
print.keras.engine.training.Model <- function(x, ...) {
  cat(format(x, ...), sep = "\n")
  invisible(x)
}

#' @export
format.keras.engine.training.Model <- function(x, ...) {
  if (.Call(C_is_live_handle, x)) {
    call_python(".model_summary", list(x, list(...)))
  } else {
    NextMethod()
  }
}

#' @export
summary.keras.engine.training.Model <- function(object, ...) {
  lines <- call_python(".model_summary", list(object, list(...)))
  cat(lines, sep = "\n")
  invisible(object)
}

#' @importFrom magrittr %>%
#' @export
magrittr::`%>%`

#' @importFrom generics compile
#' @export
generics::compile

#' @importFrom generics fit
#' @export
generics::fit

#' Measure a model on data
#'
#' @param object What to measure.
#' @param ... Passed on to the method.
#' @export
evaluate <- function(object, ...) UseMethod("evaluate")

# Layers added to a sequential model give back the model that came, as it is changed in place.
is_sequential <- function(object) inherits(object, "keras.engine.sequential.Sequential")
