# What scripts know from reticulate: Python's values in R. rkeras_py/bridge/python_values.py is
# the other half.

#' @importFrom magrittr %<>%
#' @export
magrittr::`%<>%`

#' @importFrom zeallot %<-%
#' @export
zeallot::`%<-%`

#' A tuple of Python
#'
#' @param ... The elements; or one list or vector of them.
#' @param convert Whether what R takes out of the tuple becomes R's.
#' @return The tuple, a Python object.
#' @examples
#' tuple(1L, "a")
#' @export
tuple <- function(..., convert = FALSE) {
  values <- list(...)
  if (length(values) == 1 && is.null(names(values)) && is_plain_vector(values[[1]])) {
    values <- as.list(values[[1]])
  }
  call_python(".tuple", list(unname(values), convert))
}

# A list, or a vector of several elements.
is_plain_vector <- function(x) {
  !is.object(x) && is.null(dim(x)) && (is.list(x) || (is.atomic(x) && length(x) > 1))
}

dict <- function(..., convert = FALSE) {
  values <- list(...)
  if (length(values) == 1 && is.null(names(values)) && is.list(values[[1]])) values <- values[[1]]
  py_dict(names(values), unname(values), convert)
}

py_dict <- function(keys, values, convert = FALSE) {
  call_python(".dict", list(as.list(keys), as.list(values), convert))
}

np_array <- function(data, dtype = NULL, order = "C") {
  if (is.atomic(data) && is.null(dim(data))) data <- array(data)
  call_python(".np_array", list(data, dtype, order))
}

#' @noRd
r_to_py <- function(x, convert = FALSE) UseMethod("r_to_py")

#' @export
r_to_py.default <- function(x, convert = FALSE) {
  if (convert && is_handle(x)) converting(x) else call_python(".for_r", list(x, FALSE))
}

# Classes that the bridge turns into Python's own.

#' @export
r_to_py.R6ClassGenerator <- function(x, convert = FALSE) r_to_py.default(x, convert)

#' @export
r_to_py.keras_layer_wrapper <- function(x, convert = FALSE) r_to_py.default(x, convert)

# An error of Python that comes back to it is the exception that it was.
#' @export
r_to_py.python.condition <- function(x, convert = FALSE) {
  if (is.null(x$exception)) r_to_py.default(x, convert) else r_to_py(x$exception, convert)
}

#' @noRd
py_to_r <- function(x) UseMethod("py_to_r")

#' @export
py_to_r.default <- function(x) if (is_handle(x)) call_python(".same", list(x)) else x

# A handle that gives R's values, or R's value itself.
converting <- function(x) call_python(".same", list(x))

py_func <- function(f) r_to_py(f)

py_main_thread_func <- function(f) r_to_py(f)

py_none <- function() call_python(".none")

py_ellipsis <- function() call_python(".ellipsis")

py_unicode <- function(str) call_python(".for_r", list(str, FALSE))

is_handle <- function(x) inherits(x, "python.handle")

py_is_null_xptr <- function(x) is_handle(x) && !.Call(C_is_live_handle, x)

# --- Attributes and items --------------------------------------------------------------------

py_has_attr <- function(x, name) call_python(".has_attr", list(x, name))

py_get_attr <- function(x, name, silent = FALSE) {
  if (silent && !py_has_attr(x, name)) return(NULL)
  call_python(".get_attr", list(x, name))
}

py_set_attr <- function(x, name, value) {
  call_python(".set_attribute", list(x, name, value))
  invisible(x)
}

py_del_attr <- function(x, name) {
  call_python(".del_attr", list(x, name))
  invisible(x)
}

py_list_attributes <- function(x) call_python(".dir", list(x))

py_get_item <- function(x, key, silent = FALSE) {
  look_up <- function() {
    gate <- ".python_item"
    if (is_unconverted(x)) call_python(".unconverted", list(gate, x, key))
    else call_python(gate, list(x, key))
  }
  if (!silent) return(look_up())
  tryCatch(look_up(), python.builtin.LookupError = function(e) NULL)
}

py_set_item <- function(x, key, value) {
  call_python(".set_python_item", list(x, key, value))
  invisible(x)
}

py_del_item <- function(x, key) {
  call_python(".del_python_item", list(x, key))
  invisible(x)
}

py_call <- function(x, ...) call_python(".call_unconverted", list(x, list(...)))

py_len <- function(x, default = NULL) {
  found <- call_python(".len", list(x))
  if (!is.null(found)) return(found)
  if (is.null(default)) stop("this Python object has no length: ", format(x))
  default
}

py_bool <- function(x) call_python(".truth", list(x))

py_id <- function(object) call_python(".id", list(object))

py_repr <- function(object) call_python(".repr", list(object))

#' @noRd
py_str <- function(object, ...) UseMethod("py_str")

#' @export
py_str.default <- function(object, ...) call_python(".text", list(object))

#' @export
py_str.keras.engine.training.Model <- function(object, ...) {
  paste(call_python(".model_summary", list(object, list(...))), collapse = "\n")
}

py_help <- function(object) invisible(call_python(".help", list(object)))

py_save_object <- function(object, filename, pickle = "pickle", ...) {
  invisible(call_python(".save_object", list(object, filename, pickle, list(...))))
}

py_load_object <- function(filename, pickle = "pickle", ..., convert = TRUE) {
  call_python(".load_object", list(filename, pickle, list(...), convert))
}

# --- Iterators -----------------------------------------------------------------------------

as_iterator <- function(x) call_python(".iterator", list(x))

iter_next <- function(it, completed = NULL) {
  found <- call_python(".next", list(it))
  if (is.null(found)) completed else found$value
}

iterate <- function(it, f = base::identity, simplify = TRUE) {
  it <- as_iterator(it)
  values <- list()
  while (!is.null(found <- call_python(".next", list(it)))) {
    values[length(values) + 1L] <- list(f(found$value))
  }
  single <- all(vapply(values, function(v) is.atomic(v) && length(v) == 1 && is.null(dim(v)), TRUE))
  if (simplify && length(values) && single) unlist(values) else values
}

py_iterator <- function(fn, completed = NULL) {
  call_python(".from_r", list(function() {
    value <- fn()
    if (!identical(value, completed)) list(value)
  }))
}

# Gives what a `with()` enters the name `name`.
`%as%` <- function(object, name) {
  attr(object, "as") <- as.character(substitute(name))
  object
}

# --- Handles whose attributes and items stay Python's ------------------------------------------

is_unconverted <- function(x) inherits(x, "python.unconverted")

# One that can be called; Python makes one like this for each such object.
unconverted_callable <- function(object) {
  function(...) call_python(".call_unconverted", list(object, list(...)), call = sys.call())
}

#' @export
`$.python.unconverted` <- function(x, name) {
  call_python(".unconverted", list(".get_attribute", x, name))
}

#' @export
`[[.python.unconverted` <- function(x, i, ...) {
  call_python(".unconverted", list(".get_item", x, i))
}

#' @export
`[.python.unconverted` <- function(x, i, ...) py_get_item(x, i)

#' @export
Ops.python.unconverted <- function(e1, e2) {
  arguments <- if (missing(e2)) list(e1) else list(e1, e2)
  if (.Generic %in% c("==", "!=", "<", "<=", ">", ">=")) {
    call_python(".operator", c(.Generic, arguments))
  } else {
    call_python(".unconverted", c(".operator", .Generic, arguments))
  }
}

#' @export
as.list.python.unconverted <- function(x, ...) as.list(py_to_r(x))

#' @export
as.array.python.unconverted <- function(x, ...) as.array(py_to_r(x))

#' @export
as.matrix.python.unconverted <- function(x, ...) as.matrix(py_to_r(x))

#' @export
as.vector.python.unconverted <- function(x, mode = "any") as.vector(py_to_r(x), mode)

#' @export
as.double.python.unconverted <- function(x, ...) as.double(py_to_r(x))

#' @export
as.integer.python.unconverted <- function(x, ...) as.integer(py_to_r(x))

#' @export
as.logical.python.unconverted <- function(x, ...) as.logical(py_to_r(x))

#' @export
dim.python.unconverted <- function(x) if (inherits(x, "numpy.ndarray")) dim(py_to_r(x))
