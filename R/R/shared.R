# Functions that reticulate, tensorflow or tfruns also export, and methods for their generics.

shared <- list(
  reticulate = c("array_reshape", "tuple", "use_condaenv", "use_python", "use_virtualenv"),
  tensorflow = c("as_tensor", "evaluate", "export_savedmodel", "set_random_seed", "shape",
                 "tensorboard", "use_session_with_seed"),
  tfruns = c("flag_boolean", "flag_integer", "flag_numeric", "flag_string", "flags", "run_dir")
)

# If the real package is loaded before a shared function is first used, its function is exported. R
# warns if a package imports two different functions with the same name.
share_functions <- function() {
  for (package in names(shared)) {
    for (name in shared[[package]]) share_function(name, package, get(name, the$namespace))
  }
}

share_function <- function(name, package, own) {
  list(name, package, own) # now, not in a later iteration
  choose <- function() {
    theirs <- is_loaded(package) && name %in% getNamespaceExports(package)
    if (theirs) getExportedValue(package, name) else own
  }
  delayedAssign(name, choose(), assign.env = the$namespace)
}

# Registers this package's methods for the generics with the same names in another package, unless
# it has its own.
lend_methods <- function(package) {
  methods <- the$methods
  theirs <- asNamespace(package)
  for (i in which(methods[, 1] %in% getNamespaceExports(package))) {
    if (!exists(methods[i, 3], theirs, inherits = FALSE)) {
      registerS3method(methods[i, 1], methods[i, 2], get(methods[i, 3], the$namespace), theirs)
    }
  }
}

# Registers a method for a generic of this package or of R, not for a shared generic.
register_own <- function(generic, class, method) {
  if (generic %in% unlist(shared)) {
    assign(paste0(generic, ".", class), method, the$namespace[[".__S3MethodsTable__."]])
  } else {
    registerS3method(generic, class, method, the$namespace)
  }
}

# --- tensorflow --------------------------------------------------------------------------

meet_tensorflow <- function() {
  lend_methods("tensorflow")
  theirs <- asNamespace("tensorflow")
  registerS3method("train", "keras.engine.training.Model", train_model, theirs)
  for (operator in operators) {
    method <- utils::getS3method(operator, "tensorflow.tensor", envir = theirs)
    method <- with_keras_tensors(operator, method)
    for (class in c("tensorflow.tensor", "python.tensor")) {
      registerS3method(operator, class, method, baseenv())
    }
  }
}

operators <- c("+", "-", "*", "/", "^", "%%", "%/%", "==", "!=", "<", "<=", ">", ">=",
               "!", "&", "|")

# Without tensorflow, reticulate's method for its tensors differs from this package's.
share_operators <- function() {
  if (is_loaded("tensorflow")) return()
  for (operator in operators) {
    registerS3method(operator, "python.tensor", own_operator(operator), baseenv())
  }
}

own_operator <- function(operator) {
  force(operator) # now, not in a later iteration
  function(e1, e2) {
    arguments <- if (missing(e2)) list(operator, e1) else list(operator, e1, e2)
    call_python(".operator", arguments, sys.call())
  }
}

# R requires the same method for both operands. It is tensorflow's, except for Keras's tensors.
with_keras_tensors <- function(operator, theirs) {
  force(theirs) # now, not in a later iteration
  ours <- own_operator(operator)
  function(e1, e2) {
    if (is_of_keras(e1) || (!missing(e2) && is_of_keras(e2))) {
      if (missing(e2)) ours(e1) else ours(e1, e2)
    } else if (missing(e2)) {
      theirs(e1)
    } else {
      theirs(e1, e2)
    }
  }
}

is_of_keras <- function(x) {
  inherits(x, c("keras.src.backend.common.keras_tensor.KerasTensor",
                "keras.src.backend.common.variables.Variable"))
}

train_model <- function(object, ...) fit(object, ...)

# --- user-defined conversions ------------------------------------------------------------

# Whether a method of py_to_r() or r_to_py() comes from a script or another package.
is_users_method <- function(method) {
  !environmentName(topenv(environment(method))) %in% c("reticulate", "keras")
}
