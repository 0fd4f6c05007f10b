# Layers of custom classes.

# Creates a layer of a class and composes it with `object`.
compose_custom <- function(layer_class, object, args, call) {
  result <- call_python(".create_layer", list(layer_class, object, args), call)
  if (is_sequential(object)) invisible(object) else result
}

#' Create a layer from a custom class
#'
#' @param layer_class The class: an R6 class that inherits from `KerasLayer`, or a class created by
#'   `%py_class%`.
#' @param object A model to add the layer to, or a tensor to call it on. If it is missing, the layer
#'   itself is returned.
#' @param args A named list of arguments of the class's `initialize`. `name`, `trainable`, `dtype`,
#'   `input_shape`, `batch_input_shape`, `batch_size` and `weights` are accepted for any layer.
#' @return The model, the output tensor, or the layer.
#' @examples
#' Scale <- R6::R6Class("Scale", inherit = KerasLayer, public = list(
#'   factor = NULL,
#'   initialize = function(factor) self$factor <- factor,
#'   call = function(x, mask = NULL) x * self$factor
#' ))
#' keras_model_sequential() %>%
#'   create_layer(Scale, ., list(factor = 3, input_shape = 2))
#' @export
create_layer <- function(layer_class, object, args = list()) {
  compose_custom(layer_class, if (!missing(object)) object, args, sys.call())
}

#' Create a layer wrapper from a custom class
#'
#' @param wrapper_class An R6 class that inherits from `KerasWrapper`.
#' @param object A model to add the layer to, or a tensor to call it on. If it is missing, the layer
#'   itself is returned.
#' @param args A named list of arguments of the class's `initialize`, with the layer as `layer`, and
#'   the arguments of any layer, as in `create_layer()`.
#' @return The model, the output tensor, or the layer.
#' @examples
#' Twice <- R6::R6Class("Twice", inherit = KerasWrapper, public = list(
#'   call = function(x, mask = NULL) 2 * super$call(x)
#' ))
#' create_wrapper(Twice, args = list(layer = layer_dense(units = 2)))
#' @export
create_wrapper <- function(wrapper_class, object, args = list()) {
  compose_custom(wrapper_class, if (!missing(object)) object, args, sys.call())
}

#' Create a layer function from a custom class
#'
#' @param Layer The class: an R6 class, a class created by `%py_class%`, or a Python class.
#' @param modifiers A named list of functions, by argument. Each takes the value that the user gave
#'   and returns the value for the class.
#' @param convert Not used: R values are always converted to Python.
#' @return A function with the arguments `object` and those of the class's `initialize`. If
#'   `initialize` has `...`, or the class has no `initialize`, the function also accepts `name`,
#'   `input_shape` and the other arguments of any layer.
#' @examples
#' Scale(keras::KerasLayer) %py_class% {
#'   initialize <- function(factor = 1) self$factor <- factor
#'   call <- function(inputs) inputs * self$factor
#' }
#' layer_scale <- create_layer_wrapper(Scale)
#' keras_model_sequential(input_shape = 2) %>% layer_scale(factor = 3)
#' @export
create_layer_wrapper <- function(Layer, modifiers = NULL, convert = TRUE) {
  force(Layer)
  for (name in names(modifiers)) {
    if (!is.function(modifiers[[name]])) {
      stop("`modifiers` must be a named list of functions; `", name, "` is not a function.")
    }
  }
  wrapper <- function() {
    args <- given_arguments()
    for (name in intersect(names(modifiers), names(args))) {
      args[name] <- list(modifiers[[name]](args[[name]]))
    }
    object <- args$object
    args$object <- NULL
    compose_custom(Layer, object, args, sys.call())
  }
  own <- class_formals(Layer)
  own$object <- NULL
  formals(wrapper) <- c(no_default("object"), own)
  structure(wrapper, layer_class = Layer, class = c("keras_layer_wrapper", "function"))
}

# The formals of a class's constructor.
class_formals <- function(class) {
  generator <- attr(class, "generator") %or% class
  if (!inherits(generator, "R6ClassGenerator")) {
    return(python_formals(class))
  }
  initialize <- generator$public_methods$initialize %or% generator$public_methods$`__init__`
  if (is.null(initialize)) return(no_default("..."))
  own <- as.list(formals(initialize))
  if (identical(names(own)[1], "self")) own[-1] else own # the object itself
}

# The formals of a Python class; their defaults cannot be shown in R.
python_formals <- function(class) {
  found <- call_python(".parameters", list(class))
  optional <- found$optional
  formals <- rep(list(NULL), length(optional))
  formals[!optional] <- no_default("")
  stats::setNames(formals, found$names)
}

# A formal without a default.
no_default <- function(name) stats::setNames(list(quote(expr = )), name) # nolint: spaces_inside.

# Whether code is missing: the default of such a formal, or an empty argument.
is_absent <- function(x) missing(x) || identical(x, quote(expr = )) # nolint: spaces_inside.

`%or%` <- function(x, y) if (is.null(x)) y else x

# The arguments given to the calling function, by name, including those in its `...`.
given_arguments <- function(frame = parent.frame(), called = sys.function(sys.parent())) {
  names <- names(formals(called))
  given <- Filter(function(name) !eval(call("missing", as.name(name)), frame),
                  setdiff(names, "..."))
  c(mget(as.character(given), frame), if ("..." %in% names) eval(quote(list(...)), frame))
}

#' Define a custom layer class
#'
#' @param classname Name of the class.
#' @param ... Further methods and fields, by name. `mark_active()` makes a method an active field; a
#'   list `private` holds private members.
#' @param initialize Constructor: a function of the layer's arguments. It calls
#'   `super$initialize(...)` first.
#' @param build Function of `input_shape` that creates the weights. It is called before the layer is
#'   first used.
#' @param call Function of `inputs`, and optionally `mask` and `training`, that returns the output.
#' @param get_config Function that returns a list of the arguments of `initialize`, for saving.
#' @return A function that creates such layers, as returned by `create_layer_wrapper()`.
#' @examples
#' layer_scale <- new_layer_class("Scale",
#'   initialize = function(factor = 1, ...) {
#'     super$initialize(...)
#'     self$factor <- factor
#'   },
#'   call = function(inputs) inputs * self$factor
#' )
#' keras_model_sequential(input_shape = 2) %>% layer_scale(factor = 3)
#' @export
new_layer_class <- function(classname, ..., initialize = NULL, build = NULL, call = NULL,
                            get_config = NULL) {
  members <- list(..., initialize = initialize, build = build, call = call,
                  get_config = get_config)
  class <- new_class(classname, members, keras_base("layers.Layer"), parent.frame())
  create_layer_wrapper(class)
}

#' Define a custom layer class (deprecated)
#'
#' Use `new_layer_class()` in new code.
#'
#' @param classname Name of the class.
#' @param initialize Constructor: a function of the layer's arguments. It calls
#'   `super$initialize(...)` first.
#' @param build Function of `input_shape` that creates the weights.
#' @param call Function of the inputs that returns the output.
#' @param compute_output_shape Function of `input_shape` that returns the shape of the output, such
#'   as `list(NULL, 32)`.
#' @param ... Further methods and fields, by name.
#' @param inherit The parent class.
#' @return A function that creates such layers, as returned by `create_layer_wrapper()`.
#' @examples
#' layer_double <- Layer("Double",
#'   initialize = function(...) super$initialize(...),
#'   call = function(x, mask = NULL) 2 * x
#' )
#' keras_model_sequential(input_shape = 2) %>% layer_double()
#' @export
Layer <- function(
    classname, initialize, build = NULL, call = NULL, compute_output_shape = NULL, ...,
    inherit = keras::keras$layers$Layer) {
  members <- list(
    initialize = if (!missing(initialize)) initialize, build = build, call = call,
    compute_output_shape = compute_output_shape, ...
  )
  base <- if (missing(inherit)) keras_base("layers.Layer") else inherit
  class <- new_class(classname, members, base, parent.frame())
  create_layer_wrapper(class)
}
