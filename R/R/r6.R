# R6 classes as Python classes; the other half is rkeras_py/bridge/r6.py.

# What a class adds to its parent.
r6_parts <- function(generator) {
  methods <- generator$public_methods
  list(
    name = generator$classname, parent = generator$get_inherit(), fields = generator$public_fields,
    methods = methods[setdiff(names(methods), "clone")], active = generator$active
  )
}

# The private members of one object, of all its classes.
r6_private <- function() new.env(parent = emptyenv())

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
