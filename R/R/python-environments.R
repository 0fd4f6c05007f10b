# Virtual environments and Conda environments: queries work; functions that would create or change
# an environment explain why they do not.

other_environment <- function(does = "creates or changes environments", call = sys.call(-1L)) {
  stop(errorCondition(
    paste0("`", deparse1(call[[1L]]), "()` ", does, " other than the current one: ",
           "R and Python are one process here, and use the Python that keras was installed for (",
           py_exe(), "). ",
           "Install packages into it with `py_install(\"name\")`, or outside R with `", py_exe(),
           " -m pip install name`."),
    class = "python_environment", call = call
  ))
}

# --- Virtual environments --------------------------------------------------------------------

virtualenv_root <- function() path.expand(Sys.getenv("WORKON_HOME", "~/.virtualenvs"))

virtualenv_list <- function() {
  folders <- list.dirs(virtualenv_root(), recursive = FALSE, full.names = FALSE)
  folders[vapply(folders, virtualenv_exists, TRUE)]
}

virtualenv_exists <- function(envname = NULL) {
  python <- virtualenv_program(envname)
  file.exists(python) && file.exists(file.path(dirname(dirname(python)), "pyvenv.cfg"))
}

virtualenv_python <- function(envname = NULL) {
  python <- virtualenv_program(envname)
  if (!file.exists(python)) {
    stop("there is no virtual environment ", sQuote(envname, FALSE), ": no program ", python)
  }
  python
}

# The Python of an environment, by its name or path; by default the current one.
virtualenv_program <- function(envname) {
  if (is.null(envname)) envname <- Sys.getenv("RETICULATE_PYTHON_ENV", py_config()$prefix)
  is_path <- grepl("[/\\\\]", envname)
  folder <- if (is_path) path.expand(envname) else file.path(virtualenv_root(), envname)
  file.path(folder, "bin", "python")
}

environment_python <- function(envname) {
  if (virtualenv_exists(envname)) virtualenv_python(envname) else conda_python(envname)
}

virtualenv_starter <- function(version = NULL, all = FALSE) {
  found <- call_python(".base_python")
  wanted <- if (!is.null(version)) gsub("[^0-9.].*", "", version)
  fits <- is.null(wanted) || startsWith(paste0(found$version, "."), paste0(wanted, "."))
  if (all) {
    data.frame(version = numeric_version(if (fits) found$version else character()),
               path = if (fits) found$path else character())
  } else if (fits) {
    found$path
  }
}

virtualenv_create <- function(envname = NULL, python = virtualenv_starter(version), ...,
                              version = NULL, packages = "numpy", requirements = NULL,
                              force = FALSE, module = getOption("reticulate.virtualenv.module"),
                              system_site_packages = getOption(
                                "reticulate.virtualenv.system_site_packages", default = FALSE
                              ),
                              pip_version = getOption(
                                "reticulate.virtualenv.pip_version", default = NULL
                              ),
                              setuptools_version = getOption(
                                "reticulate.virtualenv.setuptools_version", default = NULL
                              ),
                              extra = getOption("reticulate.virtualenv.extra", default = NULL)) {
  other_environment()
}

virtualenv_install <- function(envname = NULL, packages = NULL, ignore_installed = FALSE,
                               pip_options = character(), requirements = NULL, ...,
                               python_version = NULL) {
  other_environment()
}

virtualenv_remove <- function(envname = NULL, packages = NULL, confirm = interactive()) {
  other_environment()
}

install_python <- function(version = "3.12:latest", list = FALSE, force = FALSE, optimized = TRUE) {
  other_environment()
}

uv_run_tool <- function(tool, args = character(), ..., from = NULL, with = NULL,
                        python_version = NULL, exclude_newer = NULL) {
  uv <- Sys.which("uv")
  if (!nzchar(uv)) other_environment("runs tools in environments")
  from <- if (!is.null(from)) c("--from", from)
  with <- unlist(lapply(with, function(one) c("--with", one)))
  python <- if (!is.null(python_version)) c("--python", python_version)
  newer <- if (!is.null(exclude_newer)) c("--exclude-newer", exclude_newer)
  system2(uv, c("tool", "run", shQuote(c(python, newer, from, with, tool, args))), ...)
}

py_versions_windows <- function() {
  data.frame(type = character(), hive = character(), install_path = character(),
             executable_path = character(), version = character(), arch = character())
}

# --- Conda -----------------------------------------------------------------------------------

miniconda_path <- function() {
  path.expand(Sys.getenv("RETICULATE_MINICONDA_PATH", "~/.local/share/r-miniconda"))
}

conda_binary <- function(conda = "auto") {
  candidates <- if (identical(conda, "auto")) {
    c(getOption("reticulate.conda_binary"), Sys.getenv("RETICULATE_CONDA"), Sys.which("conda"),
      file.path(miniconda_path(), "bin", "conda"))
  } else {
    c(path.expand(conda), Sys.which(conda))
  }
  found <- candidates[nzchar(candidates) & file.exists(candidates)]
  if (!length(found)) {
    stop(errorCondition("Unable to find conda binary. Is Anaconda installed?",
                        class = "python_environment", call = sys.call()))
  }
  found[[1]]
}

conda_exe <- conda_binary

conda_list <- function(conda = "auto") {
  said <- system2(conda_binary(conda), c("env", "list", "--json"), stdout = TRUE)
  folders <- as.character(import("json")$loads(paste(said, collapse = "\n"))$envs)
  data.frame(name = basename(folders), python = file.path(folders, "bin", "python"))
}

condaenv_exists <- function(envname = NULL, conda = "auto") {
  !is.null(tryCatch(conda_python(envname, conda), error = function(e) NULL))
}

conda_python <- function(envname = NULL, conda = "auto", all = FALSE) {
  if (is.null(envname)) envname <- Sys.getenv("RETICULATE_PYTHON_ENV", "r-reticulate")
  found <- if (grepl("/", envname, fixed = TRUE)) {
    file.path(path.expand(envname), "bin", "python")
  } else {
    environments <- conda_list(conda)
    environments$python[environments$name == envname]
  }
  found <- found[file.exists(found)]
  if (!length(found)) stop("conda environment \"", envname, "\" not found")
  if (all) found else found[[1]]
}

conda_version <- function(conda = "auto") {
  numeric_version(sub("^conda ", "", system2(conda_binary(conda), "--version", stdout = TRUE)))
}

conda_search <- function(matchspec, forge = TRUE, channel = character(), conda = "auto", ...) {
  other_environment("lists packages of environments")
}

conda_create <- function(envname = NULL, packages = NULL, ..., forge = TRUE, channel = character(),
                         environment = NULL, conda = "auto",
                         python_version = miniconda_python_version(),
                         additional_create_args = character()) {
  other_environment()
}

conda_clone <- function(envname, ..., clone = "base", conda = "auto") other_environment()

conda_export <- function(envname, file = if (json) "environment.json" else "environment.yml",
                         json = FALSE, ..., conda = "auto") {
  other_environment("exports environments")
}

conda_remove <- function(envname, packages = NULL, conda = "auto") other_environment()

conda_install <- function(envname = NULL, packages, forge = TRUE, channel = character(),
                          pip = FALSE, pip_options = character(), pip_ignore_installed = FALSE,
                          conda = "auto", python_version = NULL,
                          additional_create_args = character(),
                          additional_install_args = character(), ...) {
  other_environment()
}

conda_update <- function(conda = "auto") other_environment()

conda_run2 <- function(cmd, args = c(), conda = "auto", envname = NULL,
                       cmd_line = paste(shQuote(cmd), paste(args, collapse = " ")),
                       intern = FALSE, echo = !intern) {
  other_environment("runs programs in environments")
}

install_miniconda <- function(path = miniconda_path(), update = TRUE, force = FALSE) {
  other_environment()
}

miniconda_update <- function(path = miniconda_path()) other_environment()

miniconda_uninstall <- function(path = miniconda_path()) other_environment()

miniconda_python_version <- function() as.character(py_version())
