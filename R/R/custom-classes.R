# Python classes whose methods are R functions.

# Code that returns a Keras class by its path; run when the class is first needed.
keras_base <- function(path) as.call(list(find_keras_class, path))

find_keras_class <- function(path) call_python(".keras_class", list(path))

# A class with these members: the result of `%py_class%` and the functions new_*_class(). `inherit`
# is the parent class, or code that returns it in `envir`; `convert` is whether arguments of methods
# are converted to R.
new_class <- function(classname, members, inherit, envir, call = sys.call(-1L), convert = TRUE) {
  check_name(classname, call)
  check_members(members, call)
  members <- members[!vapply(members, is.null, TRUE)]
  private <- members$private
  if (is.list(private) && !is.object(private)) {
    members$private <- NULL
  } else {
    private <- NULL
  }
  active <- vapply(members, is_active, TRUE)
  generator <- R6::R6Class(classname,
    public = members[!active], private = private, active = members[active], parent_env = envir,
    cloneable = FALSE
  )
  generator$inherit <- inherit
  generator$convert <- convert
  class_function(generator)
}

check_name <- function(classname, call) {
  if (!is.character(classname) || length(classname) != 1L || is.na(classname)) {
    stop(simpleError("`classname` must be a string.", call))
  }
}

check_members <- function(members, call) {
  if (length(members) && (is.null(names(members)) || !all(nzchar(names(members))))) {
    stop(simpleError("methods and fields must have names.", call))
  }
  for (name in intersect(c("initialize", "build", "call", "get_config"), names(members))) {
    if (!is.null(members[[name]]) && !is.function(members[[name]])) {
      stop(simpleError(paste0("`", name, "` must be a function or NULL."), call))
    }
  }
}

# A function that creates objects of a class.
class_function <- function(generator) {
  make <- function() {
    args <- given_arguments()
    call_python(".call", list(sys.function(), args), sys.call())
  }
  formals(make) <- class_formals(generator)
  structure(make, generator = generator, class = c("py_R6ClassGenerator", "function"))
}

#' @export
`$.py_R6ClassGenerator` <- function(x, name) {
  generator <- attr(x, "generator")
  if (name == "new") {
    x
  } else if (exists(name, generator, inherits = FALSE)) {
    generator[[name]]
  } else {
    call_python(".get_attribute", list(x, name))
  }
}

#' @export
print.py_R6ClassGenerator <- function(x, ...) {
  generator <- attr(x, "generator")
  above <- generator$inherit
  members <- c(generator$public_methods, generator$active, generator$public_fields)
  members <- members[!startsWith(as.character(names(members)), "__")]
  cat("<class ", generator$classname, ">\n", sep = "")
  if (is.name(above) || (is.call(above) && !is.function(above[[1]]))) {
    cat("  inherits from ", deparse(above, nlines = 1), "\n", sep = "")
  }
  if (length(members)) {
    cat("  with ", paste(sort(names(members)), collapse = ", "), "\n", sep = "")
  }
  invisible(x)
}

#' Define a Python class in R
#'
#' @param spec Name of the class, or `Name(parent)` with its parent class; there may be several
#'   parents. With `Name(parent, convert = FALSE)` methods get Python objects without conversion:
#'   changes to a dictionary, such as `logs` of a callback, are then visible in Python.
#' @param body Code in braces. Functions that it assigns become methods, other values become
#'   attributes of the class. A string at the beginning documents the class.
#' @return The class, invisibly. It is also assigned to its name. Call it to create an object.
#' @details In methods, `self` is the object, and `super` gives the methods of the parent class:
#'   `super$initialize()`, or `super()$initialize()`. `%<-active%` creates a computed
#'   attribute.
#' @examples
#' Account %py_class% {
#'   "Money that goes in."
#'   initialize <- function(balance = 0) self$balance <- balance
#'   add <- function(amount) {
#'     self$balance <- self$balance + amount
#'     invisible(self)
#'   }
#' }
#' account <- Account(10)
#' account$add(5)$balance
#' @export
`%py_class%` <- function(spec, body) {
  spec <- substitute(spec)
  body <- substitute(body)
  envir <- parent.frame()
  convert <- TRUE
  if (is.call(spec)) {
    above <- as.list(spec)[-1]
    if (!is.null(above$convert)) convert <- isTRUE(eval(above$convert, envir))
    above$convert <- NULL
    above <- unname(above)
    inherit <- if (length(above) == 1) above[[1]] else if (length(above)) as.call(c(list, above))
    spec <- spec[[1]]
  } else {
    inherit <- NULL
  }
  if (!is.name(spec)) {
    stop("the left side of %py_class% must be a name or a call such as Name(parent).")
  }
  members <- class_members(body, envir)
  class <- new_class(as.character(spec), members, inherit, envir, convert = convert)
  assign(as.character(spec), class, envir)
  invisible(class)
}

# The members defined by the code in braces.
class_members <- function(body, envir) {
  frame <- new.env(parent = envir)
  eval(body, frame)
  names <- ls(frame, all.names = TRUE)
  members <- lapply(stats::setNames(nm = names), function(name) {
    if (bindingIsActive(as.name(name), frame)) {
      mark_active(activeBindingFunction(as.name(name), frame))
    } else {
      frame[[name]]
    }
  })
  first <- if (is.call(body) && identical(body[[1]], as.name("{")) && length(body) > 1) body[[2]]
  c(members, if (is.character(first)) list(`__doc__` = first))
}

#' Create an active binding
#'
#' The value of an active binding is computed by a function each time it is read. In the body of
#' `%py_class%` this creates a computed attribute.
#'
#' @param sym The name.
#' @param value A function: called without an argument to read, with one to assign.
#' @return `value`, invisibly.
#' @examples
#' now %<-active% function(value) {
#'   if (missing(value)) Sys.time() else stop("time cannot be set")
#' }
#' now
#' @export
`%<-active%` <- function(sym, value) {
  name <- substitute(sym)
  if (!is.name(name)) {
    stop("the left side of %<-active% must be a name.")
  }
  mark_active(value)
  envir <- parent.frame()
  if (exists(as.character(name), envir, inherits = FALSE)) {
    rm(list = as.character(name), envir = envir)
  }
  makeActiveBinding(name, value, envir)
  invisible(value)
}

#' Mark a function as an active field of a class
#'
#' @param x A function in the definition of a class: called without an argument to read the field,
#'   with one to assign it.
#' @return The function, marked.
#' @examples
#' layer_scale <- new_layer_class("Scale",
#'   initialize = function(factor) {
#'     super$initialize()
#'     self$factor <- factor
#'   },
#'   call = function(inputs) inputs * self$factor,
#'   half = mark_active(function(value) {
#'     if (missing(value)) self$factor / 2 else self$factor <- 2 * value
#'   })
#' )
#' layer_scale(factor = 3)$half
#' @export
mark_active <- function(x) {
  if (!is.function(x)) {
    stop("an active field must be a function.", call. = FALSE)
  }
  structure(x, active = TRUE)
}

is_active <- function(member) is.function(member) && isTRUE(attr(member, "active"))
