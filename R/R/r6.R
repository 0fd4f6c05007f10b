# R6 classes as Python classes; the other half is rkeras_py/bridge/r6.py.

# What a class adds to its parent.
r6_parts <- function(generator) {
  base <- exported_base(generator)
  methods <- generator$public_methods
  list(
    base = base, name = generator$classname, parent = if (is.null(base)) generator$get_inherit(),
    fields = generator$public_fields, methods = methods[setdiff(names(methods), "clone")],
    active = generator$active, convert = !isFALSE(generator$convert)
  )
}

# A class whose methods get Python's objects as they are; the class itself stays as it is.
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
  makeActiveBinding("py_wrapper", function() self(), private) # once an object of its own
  private
}

# The values among the private members, for a copy of the object.
r6_private_fields <- function(enclosure) {
  private <- enclosure$private
  names <- setdiff(ls(private, all.names = TRUE), "py_wrapper")
  Filter(Negate(is.function), mget(as.character(names), private))
}

# Where the methods of one class find `self`, `super` and `private` of one object; its private
# members take the places of those of the classes above.
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

# Objects that R6 made itself, by `$new()`: what Python calls of them.

r6_hooks <- function(object) {
  names <- grep("^on_", names(KerasCallback$public_methods), value = TRUE)
  mget(Filter(function(name) !is.null(body(object[[name]])), names), object)
}

r6_assign <- function(object, name, value) assign(name, value, object)

r6_constraint <- function(object) {
  config <- object$get_config
  list(name = class(object)[[1]], call = object$call, config = if (is.function(config)) config())
}

# Lets go of the model in what a function of keras_model_custom() has around it.
#
# The function belongs to the model: holding it in turn, neither language could release the two.
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
