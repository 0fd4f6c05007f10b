# Selecting a Python: only the running one can be used.

#' Select a Python installation
#'
#' R and Python run in one process, with the Python that the package was installed for. If a script
#' selects another Python, these functions give a warning. To run keras in another Python, install
#' rkeras-py there, and run its `rkeras install-r` or set the environment variable `RKERAS_PYTHON`
#' to its path before R starts.
#'
#' @param python Path of a Python.
#' @param virtualenv Name or path of a virtual environment; `NULL` for any.
#' @param condaenv Name or path of a Conda environment; `NULL` for any.
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
  ask_for_python(path.expand(c(virtualenv, file.path(virtualenv_root(), virtualenv))), sys.call())
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
  wanted <- as.character(version)
  fits <- startsWith(paste0(py_version(patch = TRUE), "."), paste0(wanted, "."))
  ask_for_python(if (fits) py_exe() else wanted, sys.call())
}

# Warns unless one of these is the running Python, or the folder of its environment.
ask_for_python <- function(wanted, call) {
  wanted <- wanted[nzchar(wanted)]
  running <- py_config()
  # does not resolve links: the Python of an environment is a link to the system's
  same <- function(path) {
    folder <- if (dir.exists(path)) path else dirname(dirname(path))
    normalizePath(folder, mustWork = FALSE) == normalizePath(running$prefix)
  }
  if (length(wanted) && !any(vapply(wanted, same, TRUE))) {
    text <- paste0(
      "keras still uses the Python that it was installed for, ", running$python,
      ". To use another one, install rkeras-py there and set RKERAS_PYTHON to its path before R ",
      "starts."
    )
    warning(warningCondition(text, call = call))
  }
  invisible()
}
