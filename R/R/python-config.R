# Functions of reticulate about the running Python and its packages.
# Their Python side is bridge/reticulate_python.py in the Python package.

py_config <- function() {
  config <- call_python(".python_config")
  config$version <- package_version(config$version)
  if (!is.null(config$numpy)) config$numpy$version <- numeric_version(config$numpy$version)
  structure(config, class = "py_config")
}

py_discover_config <- function(required_module = NULL, use_environment = NULL) {
  config <- py_config()
  if (!is.null(required_module)) {
    config$required_module <- sub("[.].*", "", required_module)
    config$required_module_path <- call_python(".module_path", list(config$required_module))
  }
  config
}

format.py_config <- function(x, ...) {
  shown <- c(
    python = x$python, libpython = x$libpython, pythonhome = x$pythonhome,
    version = x$version_string, numpy = x$numpy$path,
    numpy_version = if (!is.null(x$numpy)) as.character(x$numpy$version),
    keras = x$keras, tensorflow = x$tensorflow
  )
  shown <- c(shown, if (!is.null(x$required_module)) {
    c(module = x$required_module, module_path = x$required_module_path)
  })
  paste(sprintf("%-15s %s", paste0(names(shown), ":"), shown), collapse = "\n")
}

print.py_config <- function(x, ...) {
  cat(format(x), "\n", sep = "")
  invisible(x)
}

str.py_config <- function(object, ...) print(object)

py_config_error_message <- function(prefix) {
  paste0(prefix, "\n\nDetected Python configuration:\n\n", format(py_config()), "\n")
}

py_exe <- function() py_config()$python

py_version <- function(patch = FALSE) {
  version <- sub(" .*", "", py_config()$version_string)
  parts <- unlist(strsplit(sub("[^0-9.].*", "", version), ".", fixed = TRUE))
  numeric_version(paste(parts[seq_len(if (patch) length(parts) else 2)], collapse = "."))
}

py_available <- function(initialize = FALSE) TRUE

py_numpy_available <- function(initialize = FALSE) py_module_available("numpy")

py_set_seed <- function(seed, disable_hash_randomization = TRUE) {
  invisible(call_python(".set_seed", list(seed, disable_hash_randomization)))
}

# --- Packages ------------------------------------------------------------------------------

py_install <- function(packages, envname = NULL, method = c("auto", "virtualenv", "conda"),
                       conda = "auto", python_version = NULL, pip = FALSE, ...,
                       pip_ignore_installed = ignore_installed, ignore_installed = FALSE) {
  if (!is.null(envname)) ask_for_python(envname, sys.call())
  options <- if (isTRUE(pip_ignore_installed) || isTRUE(ignore_installed)) "--ignore-installed"
  invisible(call_python(".pip_install", list(packages, as.list(options))))
}

py_list_packages <- function(envname = NULL, type = c("auto", "virtualenv", "conda"),
                             python = NULL) {
  if (!is.null(envname)) python <- environment_python(envname)
  found <- call_python(".packages", list(python))
  data.frame(package = as.character(found$package), version = as.character(found$version),
             requirement = sprintf("%s==%s", found$package, found$version))
}

# The requirements of scripts are checked against this Python. R and Python are one process, so no
# other environment can be created for them.
py_require <- function(packages = NULL, python_version = NULL, ..., exclude_newer = NULL,
                       action = c("add", "remove", "set")) {
  if (...length()) stop("... must be empty")
  noted <- required_so_far()
  if (is.null(packages) && is.null(python_version) && is.null(exclude_newer)) return(noted)
  action <- match.arg(action)
  from <- topenv(parent.frame())
  noted$packages <- changed_requirements(noted$packages, packages, action)
  noted$python_version <- changed_requirements(noted$python_version, python_version, action)
  if (!is.null(exclude_newer)) noted$exclude_newer <- exclude_newer
  noted$history <- c(noted$history, list(list(
    requested_from = environmentName(from), env_is_package = isNamespace(from), action = action,
    packages = packages, python_version = python_version, exclude_newer = exclude_newer
  )))
  the$required <- noted
  if (action != "remove") {
    lacking <- call_python(".unmet", list(as.list(packages), as.list(python_version)))
    for (text in unlist(lacking)) {
      warning(warningCondition(text, class = "python_requirement", call = sys.call()))
    }
  }
  invisible()
}

required_so_far <- function() {
  if (!is.null(the$required)) return(the$required)
  structure(list(python_version = NULL, packages = "numpy", exclude_newer = NULL, history = list(
    list(requested_from = "reticulate", env_is_package = TRUE, action = "add", packages = "numpy")
  )), class = "python_requirements")
}

changed_requirements <- function(old, new, action) {
  if (is.null(new)) return(old)
  switch(action, add = unique(c(old, new)), remove = setdiff(old, new), set = new)
}

print.python_requirements <- function(x, ...) {
  packages <- if (length(x$packages)) paste(x$packages, collapse = ", ") else "none"
  cat("Python packages:", packages, "\n")
  running <- as.character(py_version(patch = TRUE))
  asked <- if (length(x$python_version)) paste0(paste(x$python_version, collapse = ", "), "; ")
  cat("Python version: ", asked, running, " runs\n", sep = "")
  if (!is.null(x$exclude_newer)) cat("Not newer than:", x$exclude_newer, "\n")
  for (entry in x$history) {
    version <- if (length(entry$python_version)) paste("Python", entry$python_version)
    what <- paste(c(entry$packages, version), collapse = ", ")
    cat(" ", entry$requested_from, ": ", entry$action, " ", what, "\n", sep = "")
  }
  invisible(x)
}

# Nothing is installed automatically; R packages document the Python packages that they need.
configure_environment <- function(package = NULL, force = FALSE) invisible(FALSE)

py_write_requirements <- function(packages = "requirements.txt",
                                  python_version = ".python-version", ..., freeze = NULL,
                                  python = py_exe(), quiet = FALSE) {
  wanted <- required_so_far()
  freeze <- if (is.null(freeze)) is.null(the$required) else freeze
  needed <- if (freeze) py_list_packages(python = python)$requirement else wanted$packages
  version <- if (freeze) as.character(py_version(patch = TRUE)) else wanted$python_version
  write_lines <- function(lines, path) {
    if (is.null(path) || !length(lines)) return(invisible())
    writeLines(as.character(lines), path)
    if (!quiet) message("Wrote ", path)
  }
  write_lines(needed, packages)
  write_lines(version, python_version)
  invisible(list(packages = needed, python_version = version))
}

py_read_requirements <- function(packages = "requirements.txt", python_version = ".python-version",
                                 ..., action = c("add", "set", "remove", "none")) {
  action <- match.arg(action)
  lines_of <- function(path) {
    if (is.null(path) || !file.exists(path)) return()
    lines <- trimws(sub("(^|\\s)#.*", "", readLines(path, warn = FALSE)))
    lines[nzchar(lines)]
  }
  found <- list(packages = lines_of(packages), python_version = lines_of(python_version))
  if (action != "none") py_require(found$packages, found$python_version, action = action)
  invisible(found)
}
