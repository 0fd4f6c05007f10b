# What scripts know from reticulate: modules, code in Python, this Python. The package keras itself
# exports little of it; see companions.R.

import <- function(module, as = NULL, convert = TRUE, delay_load = FALSE) {
  call_python(".import_module", list(module, convert, !isFALSE(delay_load)))
}

import_main <- function(convert = TRUE, delay_load = FALSE) call_python(".main", list(convert))

import_builtins <- function(convert = TRUE, delay_load = FALSE) {
  call_python(".import_module", list("builtins", convert, FALSE))
}

import_from_path <- function(module, path = ".", convert = TRUE, delay_load = FALSE) {
  call_python(".import_from_path", list(module, path, convert))
}

py_module_available <- function(module) {
  submodule <- grepl(".", module, fixed = TRUE) # its parent is imported
  call_python(if (submodule) ".submodule_available" else ".module_available", list(module))
}

# --- Code in Python ------------------------------------------------------------------------

py_run_string <- function(code, local = FALSE, convert = TRUE) {
  invisible(call_python(".run", list(paste(code, collapse = "\n"), local, convert)))
}

py_run_file <- function(file, local = FALSE, convert = TRUE) {
  invisible(call_python(".run_file", list(file, local, convert)))
}

py_eval <- function(code, convert = TRUE) call_python(".eval", list(code, convert))

source_python <- function(file, envir = parent.frame(), convert = TRUE) {
  variables <- call_python(".source", list(file, convert))
  if (!is.null(envir)) list2env(as.list(variables), envir)
  invisible()
}

py_capture_output <- function(expr, type = c("stdout", "stderr")) {
  call_python(".begin_capture", list(match.arg(type, several.ok = TRUE)))
  text <- NULL
  on.exit(if (is.null(text)) call_python(".end_capture"))
  force(expr)
  text <- call_python(".end_capture")
  text
}

py_suppress_warnings <- function(expr) {
  withCallingHandlers(expr, python.builtin.Warning = function(w) invokeRestart("muffleWarning"))
}

# --- Errors --------------------------------------------------------------------------------

note_error <- function(condition) {
  the$last_error <- list(
    type = sub("^python[.]builtin[.]", "", class(condition)[[1]]),
    value = conditionMessage(condition), traceback = condition$traceback,
    message = paste0(class(condition)[[1]], ": ", conditionMessage(condition))
  )
  condition
}

py_last_error <- function(exception) {
  if (missing(exception)) {
    if (is.null(the$last_error)) NULL else structure(the$last_error, class = "python_error")
  } else {
    the$last_error <- exception
    invisible(exception)
  }
}

py_clear_last_error <- function() {
  the$last_error <- NULL
  invisible()
}

#' @export
print.python_error <- function(x, ...) {
  cat(if (is.null(x$traceback)) x$message else x$traceback, "\n", sep = "")
  invisible(x)
}

# --- This Python ---------------------------------------------------------------------------

py_config <- function() structure(call_python(".python_config"), class = "python_config")

py_discover_config <- function(required_module = NULL, use_environment = NULL) py_config()

#' @export
print.python_config <- function(x, ...) {
  shown <- Filter(Negate(is.null), unclass(x)[names(x) != "version_string"])
  cat(sprintf("%-12s %s\n", paste0(names(shown), ":"), unlist(shown)), sep = "")
  invisible(x)
}

py_exe <- function() py_config()$python

py_version <- function() numeric_version(sub("[.][0-9]+$", "", py_config()$version))

py_available <- function(initialize = FALSE) TRUE

py_numpy_available <- function(initialize = FALSE) py_module_available("numpy")

py_set_seed <- function(seed, disable_hash_randomization = TRUE) {
  invisible(call_python(".set_seed", list(seed, disable_hash_randomization)))
}

py_install <- function(packages, envname = NULL, method = c("auto", "virtualenv", "conda"),
                       conda = "auto", python_version = NULL, pip = FALSE, ...,
                       pip_ignore_installed = FALSE, ignore_installed = FALSE) {
  options <- if (isTRUE(pip_ignore_installed) || isTRUE(ignore_installed)) "--ignore-installed"
  invisible(call_python(".pip_install", list(packages, as.list(options))))
}

#' Which Python is used
#'
#' R and Python are one process, and it runs the Python that the package was installed for. Where a
#' script asks for another, these functions give a warning that says so; where it asks for the one
#' that runs, nothing. To run keras in another Python, install rkeras-py there and set the
#' environment variable `RKERAS_PYTHON` to its path before R starts, or run its
#' `rkeras install-r`.
#'
#' @param python Path of a Python.
#' @param virtualenv Name or path of a virtual environment; `NULL` for no wish.
#' @param condaenv Name or path of a Conda environment; `NULL` for no wish.
#' @param conda Not used.
#' @param required Not used.
#' @return Nothing.
#' @export
use_python <- function(python, required = NULL) {
  wanted <- c(Sys.which(path.expand(python)), path.expand(python))
  ask_for_python(wanted, sys.call())
}

#' @rdname use_python
#' @export
use_virtualenv <- function(virtualenv = NULL, required = NULL) {
  home <- Sys.getenv("WORKON_HOME", "~/.virtualenvs")
  ask_for_python(path.expand(c(virtualenv, file.path(home, virtualenv))), sys.call())
}

#' @rdname use_python
#' @export
use_condaenv <- function(condaenv = NULL, conda = "auto", required = NULL) {
  home <- file.path(Sys.getenv("CONDA_PREFIX", "~/miniconda3"), "envs")
  ask_for_python(path.expand(c(condaenv, file.path(home, condaenv))), sys.call())
}

use_miniconda <- function(condaenv = NULL, required = NULL) {
  ask_for_python(condaenv, sys.call())
}

use_python_version <- function(version, required = NULL) {
  running <- py_config()
  wanted <- as.character(version)
  fits <- startsWith(paste0(running$version, "."), paste0(wanted, "."))
  ask_for_python(if (fits) running$python else wanted, sys.call())
}

# Warns unless one of these is the Python that runs, or the folder of its environment.
ask_for_python <- function(wanted, call) {
  wanted <- wanted[nzchar(wanted)]
  running <- py_config()
  # not its target: an environment's Python is a link to the system's
  same <- function(path) {
    folder <- if (dir.exists(path)) path else dirname(dirname(path))
    normalizePath(folder, mustWork = FALSE) == normalizePath(running$prefix)
  }
  if (length(wanted) && !any(vapply(wanted, same, TRUE))) {
    text <- paste0(
      "keras goes on with the Python that it was installed for, ", running$python,
      ". For another one, install rkeras-py there and set RKERAS_PYTHON to its path before R ",
      "starts."
    )
    warning(warningCondition(text, call = call))
  }
  invisible()
}
