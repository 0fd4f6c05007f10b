# Methods for models that are written in R; others are generated.

#' @export
print.keras.engine.training.Model <- function(x, ...) {
  if (.Call(C_is_live_handle, x)) {
    cat(model_text(x, ..., call = sys.call()), sep = "\n")
    invisible(x)
  } else {
    NextMethod()
  }
}

#' @export
format.keras.engine.training.Model <- function(x, ...) {
  if (.Call(C_is_live_handle, x)) model_text(x, ..., call = sys.call()) else NextMethod()
}

#' @export
summary.keras.engine.training.Model <- function(object, ...) {
  text <- model_text(object, ..., call = sys.call(), strict = TRUE)
  cat(text, sep = "\n")
  invisible(text)
}

# The summary of a model as one string. print() and format() pass on their arguments; only the
# arguments of summary() itself are the user's.
model_text <- function(x, line_length = NULL, positions = NULL, expand_nested = FALSE,
                       show_trainable = NULL, ..., compact = FALSE,
                       width = getOption("width"), call, strict = FALSE) {
  if (strict && ...length()) stop(simpleError(unused_text(...), user_call(call)))
  options <- list(line_length = line_length, positions = positions, expand_nested = expand_nested,
                  show_trainable = show_trainable, compact = compact, width = width)
  paste(call_python(".model_summary", list(x, options), call), collapse = "\n")
}

# The error for arguments that a method does not have.
unused_text <- function(...) {
  paste0("unused argument", if (...length() > 1) "s", " (", toString(...names()), ")")
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

#' Evaluate a model: loss and metrics on data
#'
#' @param object The model.
#' @param ... Passed on to the method.
#' @export
evaluate <- function(object, ...) UseMethod("evaluate")

# Adding a layer to a sequential model returns the same model, which is changed in place.
is_sequential <- function(object) inherits(object, "keras.engine.sequential.Sequential")
