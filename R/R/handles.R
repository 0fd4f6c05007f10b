# Handles: Python objects in R. See also rkeras_py/bridge/handles.py.

# A callable handle is a function; Python creates a copy of this one for each such object.
callable_handle <- function(object) {
  function(...) {
    value <- call_python(".call", list(object, dynamic_dots(...)), call = sys.call())
    if (is.null(value)) invisible() else value
  }
}

#' @export
print.python.handle <- function(x, ...) {
  if (.Call(C_is_live_handle, x)) {
    cat(call_python(".shown", list(x)), sep = "\n")
  } else {
    cat(format(x), "\n", sep = "")
  }
  invisible(x)
}

#' @export
format.python.handle <- function(x, ...) {
  if (.Call(C_is_live_handle, x)) {
    call_python(".format", list(x))
  } else {
    "<a Python object of a session that has ended>"
  }
}

#' @export
str.python.handle <- function(object, ...) {
  cat(format.python.handle(object), "\n", sep = "")
}

# --- Tensors -----------------------------------------------------------------------------

#' @export
Math.python.tensor <- function(x, ...) call_python(".math", list(.Generic, x, ...))

#' @export
Summary.python.tensor <- function(..., axis = NULL, keepdims = FALSE, name = NULL,
                                      na.rm = FALSE) {
  if (!isFALSE(na.rm)) warning("a tensor has no NA: `na.rm` is ignored.", call. = FALSE)
  call_python(".summary", list(.Generic, list(...), axis, keepdims))
}

#' @export
mean.python.tensor <- function(x, axis = NULL, keepdims = FALSE, ...) {
  call_python(".summary", list("mean", list(x), axis, keepdims))
}

#' @export
t.python.tensor <- function(x) call_python(".transposed", list(x))

#' @export
aperm.python.tensor <- function(a, perm = NULL, ...) call_python(".aperm", list(a, perm))

#' @export
dim.python.tensor <- function(x) call_python(".dim", list(x))

#' @export
length.python.tensor <- function(x) {
  extents <- dim(x)
  if (is.null(extents) || anyNA(extents)) NA_integer_ else as.integer(prod(extents))
}

#' @export
as.array.python.tensor <- function(x, ...) call_python(".as_array", list(x))

#' @export
as.matrix.python.tensor <- function(x, ...) as.matrix(as.array(x))

#' @export
as.vector.python.tensor <- function(x, mode = "any") as.vector(as.array(x), mode)

#' @export
as.double.python.tensor <- function(x, ...) as.double(as.array(x))

#' @export
as.integer.python.tensor <- function(x, ...) as.integer(as.array(x))

#' @export
as.logical.python.tensor <- function(x, ...) as.logical(as.array(x))

#' Evaluate an expression within a Python context manager
#'
#' Enters the context, evaluates `expr`, and leaves the context, also after an error.
#'
#' @param data The context manager, such as `strategy$scope()`. `data %as% name` also assigns the
#'   entered context to a variable.
#' @param expr The expression.
#' @param as Name of a variable for the entered context, or `NULL`.
#' @param ... Not used.
#' @return The value of `expr`.
#' @export
with.python.handle <- function(data, expr, as = attr(data, "as"), ...) {
  force(as)
  attr(data, "as") <- NULL # handles are references, so it would stay
  entered <- call_python(".enter", list(data))
  problem <- list() # the error for the context, if there is one
  on.exit(call_python(".exit", list(data, problem$exception, problem$message)))
  if (!is.null(as)) assign(as, entered, envir = parent.frame())
  tryCatch(expr, error = function(e) {
    exception <- unclass(e)$exception
    problem <<- list(exception = if (is_handle(exception)) exception, message = conditionMessage(e))
    stop(e)
  })
}
