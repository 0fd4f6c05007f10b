# R6 classes as Python classes; see also rkeras_py/bridge/r6.py.

# The members that a class adds to its parent.
r6_parts <- function(generator) {
  base <- exported_base(generator)
  methods <- generator$public_methods
  list(
    base = base, name = generator$classname, parent = if (is.null(base)) generator$get_inherit(),
    fields = generator$public_fields, methods = methods[setdiff(names(methods), "clone")],
    active = generator$active, convert = !isFALSE(generator$convert)
  )
}

# A copy of a class whose methods get unconverted Python objects.
unconverted_class <- function(generator) {
  if (!is.null(exported_base(generator))) return(generator)
  members <- as.list.environment(generator, all.names = TRUE)
  members$convert <- FALSE
  structure(list2env(members, parent = parent.env(generator)), class = class(generator))
}

# The name of a generator that this package exports; NULL for others.
exported_base <- function(generator) {
  for (name in c("KerasLayer", "KerasWrapper", "KerasCallback", "KerasConstraint")) {
    if (identical(generator, get(name))) {
      return(name)
    }
  }
}

# The private members of one object, of all its classes.
r6_private <- function(self) {
  private <- new.env(parent = emptyenv())
  makeActiveBinding("py_wrapper", function() self(), private) # in older versions a separate object
  private
}

# The private fields (not methods), for a copy of the object.
r6_private_fields <- function(enclosure) {
  private <- enclosure$private
  names <- setdiff(ls(private, all.names = TRUE), "py_wrapper")
  Filter(Negate(is.function), mget(as.character(names), private))
}

# The environment in which methods of a class find `self`, `super` and `private` of an object; its
# private members override those of parent classes.
r6_enclosure <- function(generator, private, self, super) {
  enclosure <- new.env(parent = generator$parent_env)
  makeActiveBinding("self", function() self(), enclosure)
  makeActiveBinding("super", function() super(), enclosure)
  enclosure$private <- private
  list2env(as.list(generator$private_fields), private)
  list2env(lapply(as.list(generator$private_methods), enclosed, enclosure), private)
  enclosure
}

enclosed <- function(method, enclosure) {
  environment(method) <- enclosure
  method
}

r6_call <- function(.method, .enclosure, ...) enclosed(.method, .enclosure)(...)

# For objects created with `$new()`: the methods that Python calls.

r6_hooks <- function(object) {
  names <- grep("^on_", names(KerasCallback$public_methods), value = TRUE)
  mget(Filter(function(name) !is.null(body(object[[name]])), names), object)
}

r6_assign <- function(object, name, value) assign(name, value, object)

r6_constraint <- function(object) {
  config <- object$get_config
  list(name = class(object)[[1]], call = object$call, config = if (is.function(config)) config())
}

# Removes the reference to the model from the environment of a function of keras_model_custom().
# The model references the function: with a reference back, neither language could release them.
weaken_self <- function(f, model_fn, self) {
  name <- names(formals(model_fn))[[1]]
  frame <- environment(f)
  while (!identical(frame, environment(model_fn)) && !identical(frame, emptyenv())) {
    if (exists(name, frame, inherits = FALSE)) {
      rm(list = name, envir = frame)
      makeActiveBinding(name, function() self(), frame)
    }
    frame <- parent.env(frame)
  }
}
