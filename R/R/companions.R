# The companions: small packages named reticulate, tensorflow and tfruns, used if the real ones are
# not installed. They are in the folder `companions` of this package, which provides their
# functions. Also code for the real reticulate.

lent <- list(
  reticulate = c(
    "%as%", "PyClass", "array_reshape", "as_iterator", "conda_binary", "conda_clone",
    "conda_create", "conda_exe", "conda_export", "conda_install", "conda_list", "conda_python",
    "conda_remove", "conda_run2", "conda_search", "conda_update", "conda_version",
    "condaenv_exists", "configure_environment", "dict", "eng_python", "import",
    "import_builtins", "import_from_path", "import_main", "install_miniconda", "install_python",
    "is_py_object", "iter_next", "iterate", "miniconda_path", "miniconda_uninstall",
    "miniconda_update", "np_array", "py_available", "py_bool", "py_call", "py_capture_output",
    "py_clear_last_error", "py_config", "py_config_error_message", "py_del_attr", "py_del_item",
    "py_dict", "py_discover_config", "py_ellipsis", "py_eval", "py_exe", "py_func",
    "py_function_docs", "py_function_wrapper", "py_get_attr", "py_get_item", "py_has_attr",
    "py_help", "py_help_handler", "py_id", "py_install", "py_is_null_xptr", "py_iterator",
    "py_last_error", "py_len", "py_list_attributes", "py_list_packages", "py_load_object",
    "py_main_thread_func", "py_module_available", "py_none", "py_numpy_available",
    "py_read_requirements", "py_register_load_hook", "py_repr", "py_require", "py_run_file",
    "py_run_string", "py_save_object", "py_set_attr", "py_set_item", "py_set_seed", "py_str",
    "py_suppress_warnings", "py_to_r", "py_to_r_wrapper", "py_unicode", "py_validate_xptr",
    "py_version", "py_versions_windows", "py_write_requirements", "r_to_py",
    "register_class_filter", "register_help_topics", "register_module_help_handler",
    "register_suppress_warnings_handler", "repl_python", "source_python", "tuple",
    "use_condaenv", "use_miniconda", "use_python", "use_python_version", "use_virtualenv",
    "uv_run_tool", "virtualenv_create", "virtualenv_exists", "virtualenv_install",
    "virtualenv_list", "virtualenv_python", "virtualenv_remove", "virtualenv_root",
    "virtualenv_starter"
  ),
  tensorflow = c(
    "%as%", "all_dims", "array_reshape", "as_tensor", "dict", "evaluate",
    "export_savedmodel", "flag_boolean", "flag_integer", "flag_numeric", "flag_string",
    "flags", "import", "install_tensorflow", "iterate", "np_array", "parse_arguments",
    "parse_flags", "py_require", "py_require_tensorflow", "run_dir", "set_random_seed",
    "shape", "tensorboard", "tf_config", "tf_extract_opts", "tf_function",
    "tf_gpu_configured", "tf_probability", "tf_version", "train", "train_and_evaluate",
    "tuple", "use_compat", "use_condaenv", "use_python", "use_session_with_seed",
    "use_virtualenv", "view_savedmodel"
  ),
  tfruns = c(
    "%>%", "as_run_dir", "clean_runs", "compare_runs", "copy_run", "copy_run_files",
    "flag_boolean", "flag_integer", "flag_numeric", "flag_string", "flags", "is_run_active",
    "latest_run", "ls_runs", "purge_runs", "run_dir", "run_info", "save_run_comparison",
    "save_run_view", "training_run", "tuning_run", "unique_run_dir", "update_run_metrics",
    "view_run", "view_run_metrics", "write_run_data", "write_run_metadata"
  )
)

# Methods of R's generics for classes of those packages; the real packages have their own.
lent_methods <- list(
  reticulate = list(format = "py_config", str = "py_config",
                    print = c("py_config", "py_error", "py_wrapper", "python_requirements")),
  tfruns = list(print = c("tfruns_run", "tfruns_model_summary", "tfruns_runs_df",
                          "tfruns_viewed_run"))
)

# Fills the namespace of a companion when it is loaded.
lend_functions <- function(package, into) {
  list2env(mget(lent[[package]], envir = the$namespace, inherits = TRUE), into)
  methods <- lent_methods[[package]]
  for (generic in names(methods)) {
    for (class in methods[[generic]]) {
      registerS3method(generic, class, get(paste0(generic, ".", class), the$namespace),
                       the$namespace)
    }
  }
  if (package == "tensorflow") {
    delayedAssign("tf", call_python(".tensorflow_module"), assign.env = into)
    assign("warned_about", warned_about, into) # scripts reset it with `:::`
  } else if (package == "reticulate") {
    delayedAssign("py", import_main(), assign.env = into)
    call_python(".heed_methods", list(the$namespace$.__S3MethodsTable__.))
  }
}

# R searches the companions' folder last, but before an old reticulate, which fails with the NumPy
# of this Python. If an old reticulate is already loaded, it is kept.
add_companions <- function(folder) {
  if (!dir.exists(folder)) return()
  folder <- normalizePath(folder)
  others <- setdiff(.libPaths(), folder)
  old <- old_reticulate(others)
  serves <- !is.null(old) && !is_loaded("reticulate") && # the real tensorflow needs the real one
    all(vapply(find.package("tensorflow", others, quiet = TRUE), is_companion_in, TRUE))
  .libPaths(if (serves) c(folder, others) else c(others, folder))
  if (!is.null(old) && !serves) {
    warning("reticulate ", old, " was built for NumPy 1; its np_array() and r_to_py() fail with ",
            "NumPy ", as.character(numpy_version()), ", which runs here. Install a later one, ",
            "with install.packages(\"reticulate\")",
            if (is_loaded("reticulate")) ", or load keras first", ".", call. = FALSE)
  }
}

is_companion_in <- function(folder) {
  grepl("by the Package 'keras'", read.dcf(file.path(folder, "DESCRIPTION"), "Title"), fixed = TRUE)
}

# Not with py_config(), which runs another program.
numpy_version <- function() numeric_version(call_python(".version_of", list("numpy")))

# The version of the real reticulate in these libraries if it does not support this NumPy.
old_reticulate <- function(libraries) {
  loaded <- is_loaded("reticulate")
  where <- if (loaded) getNamespaceInfo("reticulate", "path")
           else find.package("reticulate", libraries, quiet = TRUE)
  if (!length(where)) return(NULL)
  version <- read.dcf(file.path(where[[1]], "DESCRIPTION"), "Version")[[1]]
  if (package_version(version) < "1.38" && numpy_version() >= "2") version
}

# --- reticulate itself -------------------------------------------------------------------

is_companion <- function(package) exists(".companion", asNamespace(package), inherits = FALSE)

is_loaded <- function(package) package %in% loadedNamespaces() && !is_companion(package)

# Whether the real reticulate has started Python or is attached to it.
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

# Lets the real reticulate use this Python, whichever is loaded first. It can read this package's
# handles, which have its format (see make_handle() in keras.c), and is told about their classes.
# Its own objects are converted with reticulate_id().
beside_reticulate <- function(python) {
  # reticulate looks here for a running interpreter in this process; otherwise it might start
  # another one
  if (!reticulate_runs()) {
    Sys.setenv(PYTHON_SESSION_INITIALIZED =
                 paste0("current_pid=", Sys.getpid(), ":sys.executable=", python$executable))
  }
  when_loaded("reticulate", meet_reticulate)
}

# Calls `meet()` when the real package is loaded, or now if it already is.
when_loaded <- function(package, meet) {
  if (is_loaded(package)) meet()
  setHook(packageEvent(package, "onLoad"), function(...) if (is_loaded(package)) meet())
}

meet_reticulate <- function() {
  try(reticulate::py_available(initialize = TRUE), silent = TRUE) # later calls report errors
  .Call(C_lock_releases, getLoadedDLLs()[["reticulate"]][["path"]])
  theirs <- asNamespace("reticulate")
  for (class in c("python.handle", "keras_layer_wrapper")) {
    registerS3method("r_to_py", class, lend_to_reticulate, theirs)
  }
  registerS3method("r_to_py", "R6ClassGenerator", lend_class, theirs)
  registerS3method("r_to_py", "python.condition", lend_exception, theirs)
  registerS3method("py_to_r", "python.handle", py_to_r.default, theirs)
  lend_methods("reticulate")
  share_operators()
  name_classes(call_python(".former_names"))
  call_python(".heed_methods", list(theirs$.__S3MethodsTable__.))
  call_python(".share_tensorflow")
}

# Gives reticulate's objects the S3 classes of Keras 2 in addition to current ones, and registers
# methods for existing objects.
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

lend_class <- function(x, convert = FALSE) {
  lend_to_reticulate(if (convert) x else unconverted_class(x), convert)
}

lend_exception <- function(x, convert = FALSE) lend_to_reticulate(x$exception, convert)

# The id of the Python object of a reticulate reference; called by Python.
reticulate_id <- function(x) {
  if (!is_loaded("reticulate")) {
    stop("this Python object belongs to reticulate, which is not loaded: use library(reticulate)",
         call. = FALSE)
  }
  as.character(reticulate::py_id(x))
}
