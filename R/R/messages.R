# Additions to R's and Python's error messages.

# Adds the user's function that an R error came from. Conditions created by a script are not
# changed, because its handlers expect them.
placed <- function(condition, place, call) {
  if (is.null(place) || !inherits(condition, c("simpleError", "python.condition"))) {
    return(condition)
  }
  parts <- unclass(condition)
  parts$message <- paste0("in ", place, ": ", parts$message)
  if (called_by_bridge(parts$call)) parts["call"] <- list(user_call(call))
  structure(parts, class = class(condition))
}

# Whether a call is a call of a user's function from the bridge.
called_by_bridge <- function(call) {
  is.call(call) && (identical(call[[1L]], quote(.f)) ||
                      is.call(call[[1L]]) && identical(call[[1L]][[1L]], quote(enclosed)))
}

# Improves R errors whose message does not say what is wrong: a function gets more arguments than it
# has, or a tensor is the condition of `if`. Called where the error occurred.
explained <- function(e, f, count) {
  call <- conditionCall(e)
  if (!inherits(e, "simpleError") || !is.call(call)) {
    return(e)
  }
  if (called_by_bridge(call) && takes_fewer(f, count)) {
    e$message <- sprintf("it is called with %d arguments, but has %d: %s", count,
                         length(formals(f)), deparse(args(f))[[1]])
  } else if (is_condition_of_tensor(call)) {
    e$message <- paste0(
      "a tensor cannot be the condition of `", as.character(call[[1]]), "`: ", conditionMessage(e),
      ". Use k_switch(), which takes a tensor as its condition."
    )
  }
  e
}

takes_fewer <- function(f, count) {
  typeof(f) == "closure" && !"..." %in% names(formals(f)) && length(formals(f)) < count
}

# The frames are those of the caller, which runs where the error occurred.
is_condition_of_tensor <- function(call) {
  is.name(call[[1]]) && as.character(call[[1]]) %in% c("if", "while") &&
    reads_tensor(call[[2]], sys.frames())
}

# The name of a function in R's standard packages, such as utils::data; NA for others.
standard_function <- function(f) {
  env <- if (is.primitive(f)) baseenv() else environment(f)
  package <- if (identical(env, baseenv())) "base" else if (isNamespace(env)) getNamespaceName(env)
  standard <- c("base", "stats", "utils", "graphics", "grDevices", "methods", "datasets", "tools")
  if (is.null(package) || !package %in% standard) {
    return(NA_character_)
  }
  for (name in ls(env)) {
    if (identical(get(name, env), f)) {
      return(paste0(package, "::", name))
    }
  }
  NA_character_
}

# Whether a variable of an expression is a tensor in one of these environments.
reads_tensor <- function(expression, frames) {
  any(vapply(all.vars(expression), function(name) {
    any(vapply(frames, function(frame) {
      inherits(get0(name, frame, inherits = FALSE), "tensorflow.tensor")
    }, NA))
  }, NA))
}

# With `fit(data, ...)` and no variable `data`, a script passes R's function of this name.

#' @export
compile.function <- function(object, ...) stop_no_model(object)

#' @export
fit.function <- function(object, ...) stop_no_model(object)

#' @export
evaluate.function <- function(object, ...) stop_no_model(object)

#' @export
predict.function <- function(object, ...) stop_no_model(object)

stop_no_model <- function(f, call = sys.call(-1L)) {
  name <- if (is.function(f)) standard_function(f)
  stop(errorCondition(
    if (is.null(name)) {
      "`object` must be a model, not a tensor: create a model with keras_model(inputs, outputs)."
    } else if (is.na(name)) {
      "`object` must be a model, not a function."
    } else {
      paste0("`object` must be a model: there is no such variable, only R's function ", name, "().")
    },
    call = user_call(call)
  ))
}

# The last layer of a functional model is called on a tensor, and keras_model() is forgotten.

#' @export
compile.keras.engine.keras_tensor.KerasTensor <- function(object, ...) stop_no_model(object)

#' @export
fit.keras.engine.keras_tensor.KerasTensor <- function(object, ...) stop_no_model(object)

#' @export
evaluate.keras.engine.keras_tensor.KerasTensor <- function(object, ...) stop_no_model(object)

#' @export
predict.keras.engine.keras_tensor.KerasTensor <- function(object, ...) stop_no_model(object)
