# Functions of the R package tensorflow; see companions.R.

tf_version <- function() {
  numeric_version(sub("^([0-9]+[.][0-9]+).*", "\\1", py_config()$tensorflow))
}

tf_config <- function() {
  python <- py_config()
  structure(
    list(available = TRUE, version = tf_version(), version_str = python$tensorflow,
         location = python$prefix, python = python$python,
         python_version = as.character(py_version(patch = TRUE))),
    class = c("keras_tensorflow_config", "tensorflow_config")
  )
}

#' @export
print.keras_tensorflow_config <- function(x, ...) {
  cat("TensorFlow v", x$version_str, "\n", sep = "")
  cat("Python v", x$python_version, " (", x$python, ")\n", sep = "")
  invisible(x)
}

tf_gpu_configured <- function(verbose = TRUE) {
  found <- call_python(".gpus")
  if (verbose) cat("GPUs that TensorFlow can use:", found, "\n")
  found > 0
}

tf_probability <- function() import("tensorflow_probability")

install_tensorflow <- function(method = c("auto", "virtualenv", "conda"), conda = "auto",
                               version = "default", envname = "r-tensorflow",
                               extra_packages = NULL, restart_session = TRUE,
                               conda_python_version = NULL, ..., cuda = NULL, metal = FALSE,
                               pip_ignore_installed = FALSE,
                               new_env = identical(envname, "r-tensorflow"),
                               python_version = NULL) {
  install_keras(method, conda, version, version, extra_packages)
}

# This Python already has TensorFlow.
py_require_tensorflow <- function(use_gpu = NA) invisible()

# Switches `tf` of the attached package to TensorFlow 1's names.
use_compat <- function(version = c("v1", "v2")) {
  version <- match.arg(version)
  if (version == "v1") {
    warning("TensorFlow 1's graphs and sessions do not work with Keras 3: `tf` has TensorFlow 1's ",
            "names, but models run as in TensorFlow 2.")
  }
  attached <- "package:tensorflow"
  if (!attached %in% search()) return(invisible())
  attached <- as.environment(attached)
  before <- get("tf", attached)
  get("unlockBinding")("tf", attached)
  assign("tf", call_python(".tensorflow_module")$compat[[version]], attached)
  lockBinding("tf", attached)
  invisible(before)
}

# --- Functions of TensorFlow 1 ---------------------------------------------------------------

# The error of a function that has no meaning any more: says what to do instead.
no_longer <- function(name, instead, call = sys.call(-1L)) {
  stop(errorCondition(paste0(name, "() is not available: ", instead),
                      class = c("keras_deviation", "keras_no_longer"), call = call))
}

train <- function(object, ...) {
  .Deprecated("fit")
  UseMethod("train")
}

#' @method train default
#' @export
train.default <- function(object, ...) {
  no_longer("train", paste("it trained TensorFlow's estimators, which TensorFlow 2.16 dropped.",
                           "Train keras models with fit()."))
}

train_and_evaluate <- function(object, ...) {
  .Deprecated("fit")
  UseMethod("train_and_evaluate")
}

#' @method train_and_evaluate default
#' @export
train_and_evaluate.default <- function(object, ...) {
  no_longer("train_and_evaluate",
            paste("it trained TensorFlow's estimators, which TensorFlow 2.16 dropped. Train keras",
            "models with fit(), which also evaluates validation_data."))
}

# Exports a TensorFlow 1 session with the computation from placeholders.
#' @export
export_savedmodel.tensorflow.python.client.session.Session <- function(
    object, export_dir_base, inputs, outputs, overwrite = TRUE, versioned = !overwrite,
    as_text = FALSE, ...) {
  folder <- path.expand(export_dir_base)
  if (versioned) folder <- file.path(folder, format(Sys.time(), "%Y%m%d%H%M%OS", tz = "GMT"))
  if (dir.exists(folder) && !overwrite) {
    stop("the folder ", folder, " exists, and `overwrite` is FALSE.")
  }
  call_python(".export_session", list(object, folder, inputs, outputs, as_text))
  invisible(folder)
}

# --- Looking at models, and the command line ---------------------------------------------------

# Shows the graph of a saved model in TensorBoard.
view_savedmodel <- function(model_dir) {
  found <- list.files(path.expand(model_dir), "[.]pb$", full.names = TRUE, recursive = TRUE)
  found <- found[basename(found) == "saved_model.pb"]
  if (length(found) != 1) {
    stop("`model_dir` must be a folder with one saved_model.pb, of which ", model_dir, " has ",
         length(found), ".")
  }
  log_dir <- tempfile("graph")
  call_python(".write_graph", list(found, log_dir))
  tensorboard(log_dir)
}

# Both `--name=value` and `--name value`; the values are read as YAML.
parse_arguments <- function(arguments = NULL) {
  if (is.null(arguments)) arguments <- commandArgs(TRUE)
  values <- list()
  i <- 1
  while (i <= length(arguments)) {
    word <- arguments[[i]]
    if (startsWith(word, "--")) {
      if (grepl("=", word, fixed = TRUE)) {
        text <- sub("^[^=]*=", "", word)
      } else if (i < length(arguments)) {
        i <- i + 1
        text <- arguments[[i]]
      } else {
        stop("the argument ", word, " has no value.")
      }
      name <- gsub("-", "_", sub("=.*", "", substring(word, 3)))
      values[name] <- list(yaml::yaml.load(text))
    }
    i <- i + 1
  }
  values
}

parse_flags <- function(config = Sys.getenv("R_CONFIG_ACTIVE", unset = "default"),
                        file = "flags.yml", arguments = commandArgs(TRUE)) {
  if (!missing(file) && !file.exists(file)) {
    warning("there is no file ", file, " with flags.")
  }
  of_file <- as.list(flags_of_file(file, config))
  utils::modifyList(of_file, parse_arguments(arguments))
}

#' Get the Keras backend module
#'
#' The Python module, with the functions that it had in Keras 2. Their axes are numbered from 0. The
#' R functions `k_mean()` and so on number axes from 1.
#'
#' @param convert Whether results are converted to R.
#' @return The Python module.
#' @examples
#' backend()$epsilon()
#' @export
backend <- function(convert = TRUE) call_python(".keras_module", list("backend", convert))

#' Combine the elements of several lists
#'
#' The first elements of all lists form the first list, the second elements the second, and so on.
#' Lists with names are matched by their names.
#'
#' @param ... Lists or vectors of the same length; or one list of them.
#' @return A list with a list for each position.
#' @examples
#' zip_lists(1:2, c("a", "b"))
#' @export
zip_lists <- function(...) {
  lists <- list(...)
  if (length(lists) == 1) lists <- lists[[1]]
  if (!length(lists)) return(list())
  lengths <- lengths(lists)
  if (any(lengths != lengths[[1]])) {
    stop("all lists must have the same length, not ",
         paste(unique(lengths), collapse = " and "), ".")
  }
  named <- lapply(lists, names)
  keys <- named[[1]]
  by_name <- !is.null(keys) && !any(vapply(named, is.null, TRUE))
  if (by_name) {
    alike <- vapply(named, function(other) !anyDuplicated(other) && setequal(other, keys), TRUE)
    if (!all(alike)) stop("all lists must have the same names, without duplicates.")
  }
  zipped <- lapply(seq_len(lengths[[1]]), function(i) {
    lapply(lists, function(one) if (by_name) one[[keys[[i]]]] else one[[i]])
  })
  if (by_name) names(zipped) <- keys
  zipped
}
