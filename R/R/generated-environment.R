# Generated from rkeras_py/api/environment.py by `make generate`; edit there.

is_keras_available <- function(version = NULL) {
  args <- list(version = version)
  call_python("is_keras_available", args)
}

install_keras <- function(
  method = c("auto", "virtualenv", "conda"), conda = "auto", version = "default",
  tensorflow = version, extra_packages = NULL, ...
) {
  args <- list(
    method = method, conda = conda, version = version, tensorflow = tensorflow,
    extra_packages = extra_packages, ...
  )
  result <- call_python("install_keras", args)
  invisible(result)
}

py_require_legacy_keras <- function(extra_packages = TRUE) {
  args <- list(extra_packages = extra_packages)
  result <- call_python("py_require_legacy_keras", args)
  invisible(result)
}

implementation <- function() {
  call_python("implementation")
}

use_implementation <- function(implementation = c("keras", "tensorflow")) {
  args <- list(implementation = implementation)
  result <- call_python("use_implementation", args)
  invisible(result)
}

use_backend <- function(backend = c("tensorflow", "cntk", "theano", "plaidml")) {
  args <- list(backend = backend)
  result <- call_python("use_backend", args)
  invisible(result)
}
