# Python classes whose methods are R functions, and Python functions made from R functions.

PyClass <- function(classname, defs = list(), inherit = NULL) {
  bases <- if (is.null(inherit) || is.list(inherit)) as.list(inherit) else list(inherit)
  made <- new.env(parent = emptyenv())
  members <- lapply(defs, function(member) {
    if (is.function(member) && !is_handle(member)) with_super(member, made) else member
  })
  made$class <- call_python(".make_class",
                            list(classname, bases, as.list(names(members)), unname(members)))
  made$class
}

# Provides super() for a method, for the class being created and the current object.
with_super <- function(method, made) {
  enclosure <- new.env(parent = environment(method))
  enclosure$super <- function() {
    self <- get(names(formals(method))[[1]], envir = parent.frame(), inherits = FALSE)
    call_python(".super", list(made$class, self))
  }
  environment(method) <- enclosure
  method
}

# The arguments of a call of a Python object, with the syntax of rlang's dynamic dots: `!!!` splices
# the elements of a list, `"{name}" := value` has a computed name, and a trailing comma is ignored.
dynamic_dots <- function(...) {
  places <- eval(substitute(alist(...)))
  if (!any(vapply(places, is_dynamic, TRUE))) return(list(...))
  frame <- parent.frame(2)
  values <- list()
  for (i in seq_along(places)) {
    if (is_absent(places[[i]])) next
    values <- c(values, if (is_dynamic(places[[i]])) {
      dynamic_arguments(places[[i]], frame)
    } else {
      structure(list(...elt(i)), names = names(places)[i])
    })
  }
  values
}

dynamic_arguments <- function(place, frame) {
  if (is_spliced(place)) as.list(eval(place[[2]][[2]][[2]], frame)) else named_by(place, frame)
}

is_dynamic <- function(place) {
  if (missing(place) || is_absent(place)) return(TRUE)
  is.call(place) && (is_spliced(place) || identical(place[[1]], quote(`:=`)))
}

is_spliced <- function(place) {
  not <- quote(`!`)
  for (depth in 1:3) {
    if (!is.call(place) || !identical(place[[1]], not)) return(FALSE)
    place <- place[[2]]
  }
  TRUE
}

named_by <- function(place, frame) {
  name <- place[[2]]
  if (is.character(name)) {
    pattern <- "[{]([^{}]+)[}]"
    while (grepl(pattern, name)) {
      inner <- regmatches(name, regexpr(pattern, name))
      value <- eval(str2lang(substr(inner, 2, nchar(inner) - 1)), frame)
      name <- sub(inner, as.character(value), name, fixed = TRUE)
    }
  }
  structure(list(eval(place[[3]], frame)), names = as.character(name))
}
