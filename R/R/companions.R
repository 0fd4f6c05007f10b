# The packages reticulate and tensorflow, where the real ones are not installed: small packages in
# the folder `companions` of this one, which lends them its functions. And the real reticulate.

lent <- list(
  reticulate = c(
    "%as%", "array_reshape", "as_iterator", "dict", "eng_python", "import", "import_builtins",
    "import_from_path", "import_main", "iter_next", "iterate", "np_array", "py_available",
    "py_bool", "py_call", "py_capture_output", "py_clear_last_error", "py_config",
    "py_del_attr", "py_del_item", "py_dict", "py_discover_config", "py_ellipsis", "py_eval",
    "py_exe", "py_func", "py_get_attr", "py_get_item", "py_has_attr", "py_help", "py_id",
    "py_install", "py_is_null_xptr", "py_iterator", "py_last_error", "py_len",
    "py_list_attributes", "py_load_object", "py_main_thread_func", "py_module_available",
    "py_none", "py_numpy_available", "py_repr", "py_run_file", "py_run_string",
    "py_save_object", "py_set_attr", "py_set_item", "py_set_seed", "py_str",
    "py_suppress_warnings", "py_to_r", "py_unicode", "py_version", "r_to_py", "source_python",
    "tuple", "use_condaenv", "use_miniconda", "use_python", "use_python_version",
    "use_virtualenv"
  ),
  tensorflow = c(
    "%as%", "as_tensor", "dict", "evaluate", "flag_boolean", "flag_integer", "flag_numeric",
    "flag_string", "flags", "import", "install_tensorflow", "iterate", "run_dir",
    "set_random_seed", "shape", "tensorboard", "tf_config", "tf_function", "tf_gpu_configured",
    "tf_version", "tuple", "use_compat", "use_condaenv", "use_python", "use_session_with_seed",
    "use_virtualenv"
  )
)

# Fills the namespace of a companion while it loads.
lend_functions <- function(package, into) {
  list2env(mget(lent[[package]], envir = the$namespace), into)
  if (package == "tensorflow") {
    delayedAssign("tf", call_python(".tensorflow_module"), assign.env = into)
  } else {
    delayedAssign("py", import_main(), assign.env = into)
  }
}

# R looks for packages in the companions' folder after all others; but before an old reticulate,
# which fails with the NumPy that runs here. An old one that is loaded already stays.
add_companions <- function(folder) {
  if (!dir.exists(folder)) return()
  folder <- normalizePath(folder)
  others <- setdiff(.libPaths(), folder)
  old <- old_reticulate(others)
  serves <- !is.null(old) && !is_loaded("reticulate") &&
    !length(find.package("tensorflow", others, quiet = TRUE)) # which would go with it
  .libPaths(if (serves) c(folder, others) else c(others, folder))
  if (!is.null(old) && !serves) {
    warning("reticulate ", old, " was built for NumPy 1; its np_array() and r_to_py() fail with ",
            "NumPy ", py_config()$numpy, ", which runs here. Install a later one, with ",
            "install.packages(\"reticulate\")",
            if (is_loaded("reticulate")) ", or load keras first", ".", call. = FALSE)
  }
}

# The version of the real reticulate in these libraries where it does not know the NumPy of here.
old_reticulate <- function(libraries) {
  loaded <- is_loaded("reticulate")
  where <- if (loaded) getNamespaceInfo("reticulate", "path")
           else find.package("reticulate", libraries, quiet = TRUE)
  if (!length(where)) return(NULL)
  version <- read.dcf(file.path(where[[1]], "DESCRIPTION"), "Version")[[1]]
  if (package_version(version) < "1.38" && !startsWith(py_config()$numpy, "1.")) version
}

# --- reticulate itself -------------------------------------------------------------------

is_companion <- function(package) exists(".companion", asNamespace(package), inherits = FALSE)

is_loaded <- function(package) package %in% loadedNamespaces() && !is_companion(package)

# Whether the real reticulate has started Python, or has joined it.
reticulate_runs <- function() is_loaded("reticulate") && reticulate::py_available()

reticulate_failure <- function(problem, python) {
  running <- reticulate::py_config()$python
  paste0(
    "Python runs in this R already: reticulate started ", running, ", which keras cannot use.\n",
    problem, "\nEither install rkeras-py there: `", running, " -m pip install rkeras-py`; or load ",
    "keras before anything uses Python, or have reticulate start the Python of keras with ",
    "Sys.setenv(RETICULATE_PYTHON = \"", python$executable, "\") at the top of the script."
  )
}

# Joins the real reticulate, whichever is loaded first: it runs in this Python. It reads this
# package's handles, which are in its own form (see make_handle() in keras.c), and learns of its
# classes. Its own objects come the other way by reticulate_id().
beside_reticulate <- function(python) {
  # where reticulate looks for an interpreter that runs in this process; it may not have found
  # one yet, and would start another
  if (!reticulate_runs()) {
    Sys.setenv(PYTHON_SESSION_INITIALIZED =
                 paste0("current_pid=", Sys.getpid(), ":sys.executable=", python$executable))
  }
  when_loaded("reticulate", meet_reticulate)
}

# Calls `meet()` when the real package is loaded, which it may be already.
when_loaded <- function(package, meet) {
  if (is_loaded(package)) meet()
  setHook(packageEvent(package, "onLoad"), function(...) if (is_loaded(package)) meet())
}

meet_reticulate <- function() {
  try(reticulate::py_available(initialize = TRUE), silent = TRUE) # its own calls say what is wrong
  .Call(C_lock_releases, getLoadedDLLs()[["reticulate"]][["path"]])
  theirs <- asNamespace("reticulate")
  for (class in c("python.handle", "R6ClassGenerator", "keras_layer_wrapper")) {
    registerS3method("r_to_py", class, lend_to_reticulate, theirs)
  }
  registerS3method("r_to_py", "python.condition", lend_exception, theirs)
  registerS3method("py_to_r", "python.handle", py_to_r.default, theirs)
  lend_methods("reticulate")
  call_python(".add_methods", list(theirs[[".__S3MethodsTable__."]]))
  name_classes(call_python(".former_names"))
}

# Gives reticulate's objects the S3 classes of Keras 2 beside today's, and those that are there
# already their methods.
name_classes <- function(former) {
  reticulate::register_class_filter(function(classes) {
    if (!any(classes %in% names(former))) return(classes)
    unique(unlist(lapply(classes, function(class) c(class, former[[class]]))))
  })
  methods <- the$methods
  for (today in grep("^keras[.]", names(former), value = TRUE)) {
    for (i in which(methods[, 2] %in% setdiff(former[[today]], "python.tensor"))) {
      method <- get(methods[i, 3], the$namespace)
      register_own(methods[i, 1], today, method)
    }
  }
}

lend_to_reticulate <- function(x, convert = FALSE) {
  call_python(".lend", list(x))
  bridge <- reticulate::import("rkeras_py.bridge.companions", convert = convert)
  reticulate::py_call(bridge$fetch)
}

lend_exception <- function(x, convert = FALSE) lend_to_reticulate(x$exception, convert)

# Which Python object a reference of reticulate's is for; called by Python.
reticulate_id <- function(x) {
  if (!is_loaded("reticulate")) {
    stop("this Python object is reticulate's, which is not loaded: library(reticulate)",
         call. = FALSE)
  }
  as.character(reticulate::py_id(x))
}
