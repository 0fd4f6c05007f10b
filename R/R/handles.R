# Handles: Python objects in R. See rkeras_py/bridge/handles.py for the other half.

# A handle that can be called is a function; Python makes one like this for each such object.
callable_handle <- function(object) {
  function(...) {
    value <- call_python(".call", list(object, list(...)), call = sys.call())
    if (is.null(value)) invisible() else value
  }
}

#' @export
`$.python.handle` <- function(x, name) {
  call_python(".get_attribute", list(x, name))
}

#' @export
`$<-.python.handle` <- function(x, name, value) {
  call_python(".set_attribute", list(x, name, value))
  x
}

#' @export
`[[.python.handle` <- function(x, i, ...) {
  call_python(".get_item", list(x, i))
}

#' @export
`[[<-.python.handle` <- function(x, i, value) {
  call_python(".set_item", list(x, i, value))
  x
}

#' @export
names.python.handle <- function(x) {
  if (.Call(C_is_live_handle, x)) call_python(".names", list(x)) else character()
}

#' @export
length.python.handle <- function(x) {
  if (.Call(C_is_live_handle, x)) call_python(".length", list(x)) else 0L
}

#' @export
print.python.handle <- function(x, ...) {
  cat(format(x), "\n", sep = "")
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
as.character.python.handle <- function(x, ...) call_python(".text", list(x))

#' @export
str.python.handle <- function(object, ...) {
  cat(" ", format.python.handle(object), "\n", sep = "")
}

#' @export
`==.python.handle` <- function(e1, e2) call_python(".equal", list(e1, e2))

#' @export
`!=.python.handle` <- function(e1, e2) !call_python(".equal", list(e1, e2))

#' @export
.DollarNames.python.handle <- function(x, pattern = "") {
  grep(pattern, names(x), value = TRUE)
}

#' @export
summary.python.handle <- function(object, ...) print(object)

#' @export
as.list.python.handle <- function(x, ...) call_python(".as_list", list(x))

# --- Tensors -----------------------------------------------------------------------------

#' @export
Ops.python.tensor <- function(e1, e2) {
  call <- sys.call()
  call[[1L]] <- as.name(.Generic) # R names the group
  call_python(".operator", if (missing(e2)) list(.Generic, e1) else list(.Generic, e1, e2), call)
}

#' @export
Math.python.tensor <- function(x, ...) call_python(".math", list(.Generic, x, ...))

#' @export
Summary.python.tensor <- function(..., axis = NULL, keepdims = FALSE, na.rm = FALSE) {
  call_python(".summary", list(.Generic, list(...), axis, keepdims))
}

#' @export
mean.python.tensor <- function(x, axis = NULL, keepdims = FALSE, ...) {
  call_python(".summary", list("mean", list(x), axis, keepdims))
}

#' @export
t.python.tensor <- function(x) call_python(".aperm", list(x, NULL))

#' @export
aperm.python.tensor <- function(a, perm = NULL, ...) call_python(".aperm", list(a, perm))

#' @export
dim.python.tensor <- function(x) call_python(".dim", list(x))

#' @export
length.python.tensor <- function(x) {
  extents <- dim(x)
  if (anyNA(extents)) NA_integer_ else as.integer(prod(extents))
}

#' @export
`[.python.tensor` <- function(x, ..., drop = TRUE) {
  indices <- eval(substitute(alist(...)))
  frame <- parent.frame()
  empty <- !nzchar(as.character(indices)) # as in x[1, ]
  indices[empty] <- list(NULL)
  indices[!empty] <- lapply(indices[!empty], eval, frame)
  call_python(".subset", list(x, indices, drop))
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

#' Evaluate an expression inside a Python context
#'
#' Enters a context manager of Python, evaluates `expr`, and leaves the context, whatever happens.
#'
#' @param data The context manager, such as `strategy$scope()`; `data %as% name` also gives the
#'   entered context a name.
#' @param expr The expression.
#' @param as Name of a variable for the entered context; `NULL` for none.
#' @param ... Not used.
#' @return The value of `expr`.
#' @export
with.python.handle <- function(data, expr, as = attr(data, "as"), ...) {
  force(as)
  attr(data, "as") <- NULL # as handles are references, it would stay
  entered <- call_python(".enter", list(data))
  on.exit(call_python(".exit", list(data)))
  if (!is.null(as)) assign(as, entered, envir = parent.frame())
  expr
}
