# Functions of reticulate for modules. The package keras itself exports few of them; see
# companions.R.

import <- function(module, as = NULL, convert = TRUE, delay_load = FALSE) {
  if (!is.null(as)) {
    pattern <- paste0("^", gsub(".", "[.]", module, fixed = TRUE))
    register_class_filter(function(classes) sub(pattern, as, classes))
  }
  if (is.function(delay_load)) delay_load <- list(on_load = delay_load)
  if (is.list(delay_load)) {
    return(call_python(".import_late", list(module, convert, import_hooks(delay_load))))
  }
  call_python(".import_module", list(module, convert, !isFALSE(delay_load)))
}

# The hooks of a lazy import, in the form in which Python calls them.
import_hooks <- function(hooks) {
  hooks <- hooks[intersect(names(hooks), c("get_module", "before_load", "on_load", "on_error"))]
  hooks <- Filter(is.function, hooks)
  on_error <- hooks$on_error
  if (!is.null(on_error)) hooks$on_error <- function(message) on_error(simpleError(message))
  hooks
}

import_main <- function(convert = TRUE, delay_load = FALSE) call_python(".main", list(convert))

import_builtins <- function(convert = TRUE, delay_load = FALSE) {
  call_python(".import_module", list("builtins", convert, FALSE))
}

import_from_path <- function(module, path = ".", convert = TRUE, delay_load = FALSE) {
  if (isFALSE(delay_load)) return(call_python(".import_from_path", list(module, path, convert)))
  hooks <- if (is.list(delay_load)) delay_load else list()
  if (is.function(delay_load)) hooks$on_load <- delay_load
  call_python(".import_late", list(module, convert, import_hooks(hooks), path))
}

py_module_available <- function(module) {
  submodule <- grepl(".", module, fixed = TRUE) # its parent is imported
  call_python(if (submodule) ".submodule_available" else ".module_available", list(module))
}

py_register_load_hook <- function(module, hook) {
  call_python(".on_import", list(module, function() hook()))
  invisible()
}

# These functions can change the S3 classes of Python objects.
register_class_filter <- function(filter) {
  call_python(".filter_classes", list(filter))
  invisible()
}
