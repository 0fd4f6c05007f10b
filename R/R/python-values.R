# Functions of reticulate for Python values. See also rkeras_py/bridge/python_values.py.

#' @importFrom magrittr %<>%
#' @export
magrittr::`%<>%`

#' @importFrom zeallot %<-%
#' @export
zeallot::`%<-%`

#' Create a Python tuple
#'
#' @param ... The elements; or one list of them.
#' @param convert Whether elements are converted to R when they are read.
#' @return The tuple, a Python object.
#' @examples
#' tuple(1L, "a")
#' @export
tuple <- function(..., convert = FALSE) {
  values <- list(...)
  if (length(values) == 1 && is.null(names(values))) {
    only <- values[[1]]
    if (inherits(only, "python.builtin.tuple")) return(only)
    if (is.list(only) && !is.object(only)) values <- only
  }
  call_python(".tuple", list(unname(values), convert))
}

dict <- function(..., convert = FALSE) {
  values <- list(...)
  keys <- names(values)
  frame <- parent.frame()
  if (length(values) == 1 && is.null(keys) && is.list(values[[1]]) && !is.object(values[[1]])) {
    values <- values[[1]]
    keys <- names(values)
    frame <- emptyenv()
  }
  py_dict(lapply(keys, dict_key, frame), unname(values), convert)
}

# The key for a name: a Python object in a variable of this name, a number, or the name.
dict_key <- function(name, frame) {
  variable <- if (nzchar(name)) get0(name, frame)
  if (is_handle(variable)) variable else if (grepl("^[0-9]{1,9}$", name)) as.integer(name) else name
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
r_to_py.default <- function(x, convert = FALSE) call_python(".to_python", list(x, convert))

#' @export
r_to_py.factor <- function(x, convert = FALSE) {
  if (is.ordered(x)) warning("converting ordered factor to character; ordering will be lost")
  r_to_py.default(as.character(x), convert)
}

#' @export
r_to_py.error <- function(x, convert = FALSE) {
  if (is_handle(x$exception)) x$exception else call_python(".error_to_python", list(x, convert))
}

# Classes that the bridge converts to Python classes.

#' @export
r_to_py.R6ClassGenerator <- function(x, convert = FALSE) {
  r_to_py.default(if (convert) x else unconverted_class(x), convert)
}

#' @export
r_to_py.keras_layer_wrapper <- function(x, convert = FALSE) r_to_py.default(x, convert)

# A Python error that returns to Python becomes the original exception.
#' @export
r_to_py.python.condition <- function(x, convert = FALSE) {
  if (is.null(x$exception)) r_to_py.default(x, convert) else r_to_py(x$exception, convert)
}

#' @noRd
py_to_r <- function(x) UseMethod("py_to_r")

#' @export
py_to_r.default <- function(x) if (is_handle(x)) call_python(".same", list(x)) else x

#' @noRd
py_to_r_wrapper <- function(x) UseMethod("py_to_r_wrapper")

#' @export
py_to_r_wrapper.default <- function(x) x

py_func <- function(f) {
  given <- formals(args(f))
  if ("..." %in% names(given)) {
    stop("The R function's signature must not contain Python-incompatible constructs: `...`")
  }
  required <- vapply(given, is_absent, TRUE)
  defaults <- lapply(given[!required], eval, environment(f))
  call_python(".signed_function", list(f, as.list(names(given)), defaults))
}

py_main_thread_func <- function(f) r_to_py(f, convert = TRUE)

py_none <- function() call_python(".none")

py_ellipsis <- function() call_python(".ellipsis")

py_unicode <- function(str) call_python(".for_r", list(str, FALSE))

is_handle <- function(x) inherits(x, "python.handle")

is_py_object <- function(x) inherits(x, "python.builtin.object")

py_is_null_xptr <- function(x) is_handle(x) && !.Call(C_is_live_handle, x)

py_validate_xptr <- function(x) {
  if (py_is_null_xptr(x)) {
    stop("Object is from a session that has ended: a Python object does not outlive its session")
  }
  invisible()
}

# --- Attributes and items --------------------------------------------------------------------

py_has_attr <- function(x, name) call_python(".has_attr", list(x, name))

py_get_attr <- function(x, name, silent = FALSE) {
  if (silent && !py_has_attr(x, name)) return(NULL)
  call_python(".get_attr", list(x, name, !is_unconverted(x)))
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
  look_up <- function() call_python(".python_item", list(x, key, !is_unconverted(x)))
  if (!silent) return(look_up())
  tryCatch(look_up(), error = function(e) NULL)
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
  if (py_is_null_xptr(x)) 0L else call_python(".len", list(x, default))
}

py_bool <- function(x) !py_is_null_xptr(x) && call_python(".truth", list(x))

py_id <- function(object) call_python(".id", list(object))

py_repr <- function(object) call_python(".repr", list(object))

py_str <- function(object, ...) {
  if (!is_py_object(object)) return("<not a python object>")
  if (py_is_null_xptr(object)) return("<pointer: 0x0>")
  UseMethod("py_str")
}

#' @method py_str default
#' @export
py_str.default <- function(object, ...) call_python(".short_text", list(object))

#' @method py_str keras.engine.training.Model
#' @export
py_str.keras.engine.training.Model <- function(object, ...) {
  format(object, ...)
}

py_save_object <- function(object, filename, pickle = "pickle", ...) {
  invisible(call_python(".save_object", list(object, filename, pickle, list(...))))
}

py_load_object <- function(filename, pickle = "pickle", ..., convert = TRUE) {
  call_python(".load_object", list(filename, pickle, list(...), convert))
}

# Names the object that `with()` enters.
`%as%` <- function(object, name) {
  attr(object, "as") <- as.character(substitute(name))
  object
}

# --- Handles whose attributes and items are not converted --------------------------------------

is_unconverted <- function(x) inherits(x, "python.unconverted")

# A callable one; Python creates a copy of this one for each such object.
unconverted_callable <- function(object) {
  function(...) {
    call_python(".call_unconverted", list(object, dynamic_dots(...)), call = sys.call())
  }
}
