# Attributes and items of Python objects in R, as in reticulate: `[[` and `[` are Python's indexing,
# with positions from 0. See also rkeras_py/bridge/items.py.

# Calls a function of the bridge on a handle; the value is not converted if the handle is not.
of_handle <- function(gate, x, ..., call = sys.call(-1L)) {
  if (is_unconverted(x)) {
    call_python(".unconverted", list(gate, x, ...), call = call)
  } else {
    call_python(gate, list(x, ...), call = call)
  }
}

#' @export
`$.python.handle` <- function(x, name) of_handle(".get_attribute", x, name)

#' @export
`$<-.python.handle` <- function(x, name, value) {
  call_python(".set_attribute", list(x, name, value))
  x
}

#' @export
`[[.python.handle` <- function(x, i, ...) of_handle(".get_item", x, i)

#' @export
`[[<-.python.handle` <- function(x, i, value) {
  call_python(".set_item", list(x, i, value))
  x
}

#' @export
`[.python.handle` <- function(x, ...) {
  keys <- python_keys(eval(substitute(alist(...))), parent.frame())
  of_handle(".get_part", x, keys)
}

#' @export
`[<-.python.handle` <- function(x, ..., value) {
  keys <- python_keys(eval(substitute(alist(...))), parent.frame())
  call_python(".set_part", list(x, keys, value))
  x
}

# Python's keys for the unevaluated arguments in brackets: `a:b` and `a:b:c` are slices, an empty
# argument is a complete dimension, and `..` is Python's `...`.
python_keys <- function(places, frame) lapply(unname(places), python_key, frame)

python_key <- function(place, frame) {
  if (is_absent(place)) return(python_slice())
  if (identical(place, quote(..))) return(py_ellipsis())
  bounds <- slice_bounds(place)
  if (is.null(bounds)) return(eval(place, frame))
  if (length(bounds) > 3) stop("a slice has up to three parts, not ", length(bounds))
  do.call(python_slice, lapply(bounds, eval, frame))
}

# The parts of a slice as expressions; NULL for other code. `::2` in backticks is a slice, too.
slice_bounds <- function(place) {
  if (is.call(place) && identical(place[[1]], quote(`:`))) {
    left <- place[[2]]
    c(if (is.null(slice_bounds(left))) list(left) else slice_bounds(left), list(place[[3]]))
  } else if (is.name(place) && grepl(":", place, fixed = TRUE)) {
    parts <- strsplit(paste0(place, " "), ":", fixed = TRUE)[[1]] # an empty last part counts
    lapply(parts, function(part) if (nzchar(trimws(part))) str2lang(part))
  }
}

python_slice <- function(start = NULL, stop = NULL, step = NULL) {
  whole <- function(bound) {
    if (length(bound) == 1 && is.atomic(bound) && is.na(bound)) NULL else bound
  }
  call_python(".slice", list(whole(start), whole(stop), whole(step)))
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
dim.python.handle <- function(x) {
  if (.Call(C_is_live_handle, x)) call_python(".extents", list(x))
}

#' @export
.DollarNames.python.handle <- function(x, pattern = "") {
  grep(pattern, names(x), value = TRUE)
}

# --- Operators -----------------------------------------------------------------------------

# Python's operators; the value is not converted if an operand is not.
#' @export
Ops.python.handle <- function(e1, e2) {
  arguments <- if (missing(e2)) list(.Generic, e1) else list(.Generic, e1, e2)
  call <- sys.call()
  call[[1L]] <- as.name(.Generic) # R would name the group
  if (any(vapply(arguments, is_unconverted, TRUE))) {
    call_python(".unconverted", c(".operator", arguments), call)
  } else {
    call_python(".operator", arguments, call)
  }
}

# --- Arrays --------------------------------------------------------------------------------

#' @export
t.python.handle <- function(x) {
  if (inherits(x, "numpy.ndarray")) of_handle(".get_attribute", x, "T") else t.default(x)
}

#' @export
is.na.python.handle <- function(x) {
  if (inherits(x, c("numpy.ndarray", "pandas.Series"))) is.na(py_to_r(x)) else FALSE
}

#' @export
cbind.python.handle <- function(..., deparse.level = 1) {
  do.call(cbind, c(lapply(list(...), value_of_array), deparse.level = 0))
}

#' @export
rbind.python.handle <- function(..., deparse.level = 1) {
  do.call(rbind, c(lapply(list(...), value_of_array), deparse.level = 0))
}

value_of_array <- function(x) if (inherits(x, "numpy.ndarray")) py_to_r(x) else x

# --- R's conversion functions for handles ---------------------------------------------------------

#' @export
as.list.python.handle <- function(x, ...) call_python(".as_list", list(x))

#' @export
as.array.python.handle <- function(x, ...) as.array(as_value(x))

#' @export
as.matrix.python.handle <- function(x, ...) as.matrix(as_value(x))

#' @export
as.vector.python.handle <- function(x, mode = "any") as.vector(as_value(x), mode)

#' @export
as.double.python.handle <- function(x, ...) as.double(as_value(x))

#' @export
as.integer.python.handle <- function(x, ...) as.integer(as_value(x))

#' @export
as.logical.python.handle <- function(x, ...) as.logical(as_value(x))

#' @export
as.raw.python.handle <- function(x) call_python(".as_raw", list(x))

# The R value of a Python object; an error if there is none.
as_value <- function(x) {
  value <- py_to_r(x)
  if (!is_handle(value)) return(value)
  if (inherits(x, "numpy.ndarray")) { # not converted because of its class
    call_python(".as_array", list(x))
  } else {
    stop("a Python object of class ", class(x)[[1]], " has no value in R", call. = FALSE)
  }
}

#' @export
as.character.python.handle <- function(x, encoding = "utf-8", errors = "strict", nul, ...) {
  if (inherits(x, c("python.builtin.bytes", "python.builtin.str")) &&
        (!missing(nul) || !missing(encoding) || !missing(errors))) {
    nul <- if (!missing(nul)) nul else stop("Embedded NUL in string.")
    return(call_python(".text_parts", list(x, encoding, errors, nul)))
  }
  call_python(".text", list(x))
}

#' @export
as.environment.python.handle <- function(x) if (is.function(x)) attr(x, "py_object") else x

#' @export
summary.python.handle <- function(object, ...) {
  if (inherits(object, c("pandas.DataFrame", "pandas.Series"))) {
    return(of_handle(".described", object))
  }
  str(object)
}
