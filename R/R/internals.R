# Internal functions of R keras that other packages call with `keras:::`.

# The evaluated arguments of the caller by name, with modifiers applied.
capture_args <- function(cl, modifiers = NULL, ignore = NULL, envir = parent.frame(),
                         fn = sys.function(-1)) {
  known <- names(formals(fn))
  args <- mget(setdiff(intersect(names(cl), known), ignore), envir = envir)
  if ("..." %in% known && !"..." %in% ignore) {
    further <- eval(quote(list(...)), envir)
    if (length(further) && (is.null(names(further)) || !all(nzchar(names(further))))) {
      stop("all arguments in `...` must have names: ", deparse(cl)[[1]], call. = FALSE)
    }
    args <- c(args, further)
  }
  args <- args[!names(args) %in% ignore]
  for (name in intersect(names(args), names(modifiers))) {
    args[name] <- list(modifiers[[name]](args[[name]]))
  }
  args
}

# Numbers are copied, because Keras modifies them.
preprocess_input <- function(x, preprocessor, ...) {
  preprocessor(if (is.atomic(x)) np_array(x, "float64") else x, ...)
}

as_nullable_integer <- function(x) if (!is.null(x)) as.integer(x)

# A vector is not converted, unless a tuple is required.
as_integer_tuple <- function(x, force_tuple = FALSE) {
  if (is.list(x) || (force_tuple && !is.null(x))) {
    call_python(".tuple", list(as.list(as.integer(x)), FALSE))
  } else {
    as_nullable_integer(x)
  }
}

# A tuple of integers; NA and NULL are open dimensions.
normalize_shape <- function(shape) {
  if (inherits(shape, "tensorflow.python.framework.tensor_shape.TensorShape")) {
    shape <- call_python(".shape_elements", list(shape))
  }
  if (is.null(shape) || inherits(shape, "python.builtin.object")) return(shape)
  extents <- lapply(shape, function(extent) {
    open <- is.null(extent) || (is.atomic(extent) && length(extent) == 1 && is.na(extent))
    if (open) NULL else if (is.numeric(extent)) as.integer(extent) else extent
  })
  call_python(".tuple", list(unname(extents), FALSE))
}

as_class_weight <- function(class_weight) {
  if (is.null(class_weight)) return(NULL)
  if (!is.list(class_weight)) {
    stop("`class_weight` must be a named list of weights, not ", class(class_weight)[[1]], ".")
  }
  dict(class_weight)
}

# Layers accept R functions and lists of them.
as_constraint <- function(constraint) constraint

# A Python iterator over the batches that the function returns, until it returns NULL.
as_generator.function <- function(x) {
  py_iterator(function() {
    batch <- x()
    if (is.null(batch)) return(NULL)
    if (length(batch) == 1) batch[[2]] <- list() # only inputs
    call_python(".tuple", list(unname(batch), FALSE))
  })
}

is_tensorflow_dataset <- function(x) {
  inherits(x, c("tensorflow.python.data.ops.dataset_ops.DatasetV2",
                "tensorflow.python.data.ops.dataset_ops.Dataset"))
}

resolve_tensorflow_dataset <- function(x) if (is_tensorflow_dataset(x)) x

resolve_view_metrics <- function(verbose, epochs, metrics) {
  epochs > 1 && verbose > 0 && has_viewer()
}

to_keras_training_history <- function(history) as_training_history(history)

write_history_metadata <- function(history) {
  properties <- list(validation_samples = history$params$validation_samples)
  tfruns::write_run_metadata("properties", properties)
}

have_h5py <- function() py_module_available("h5py")

have_pillow <- function() py_module_available("PIL")

have_pyyaml <- function() py_module_available("yaml")

keras_version <- function() {
  numeric_version(sub("[^0-9.].*$", "", call_python(".version_of", list("keras"))))
}

is_layer <- function(object) inherits(object, "keras.engine.base_layer.Layer")

is_keras_tensor <- function(x) inherits(x, "tensorflow.tensor")

is_backend <- function(name) identical(k_backend(), name)

is_tensorflow_implementation <- function(implementation = get_keras_implementation()) {
  grepl("^tensorflow", implementation)
}

get_keras_implementation <- function(default = "tensorflow") {
  chosen <- Sys.getenv("KERAS_IMPLEMENTATION")
  if (nzchar(chosen)) chosen else default
}

# Stores the metrics of each epoch. fit() itself shows and writes them.
KerasMetricsCallback <- R6::R6Class( # nolint: object_name_linter.
  "KerasMetricsCallback",
  inherit = KerasCallback,
  public = list(
    metrics = list(),
    view_metrics = FALSE,
    initialize = function(view_metrics = FALSE) self$view_metrics <- view_metrics,
    on_train_begin = function(logs = NULL) self$metrics <- list(),
    on_epoch_end = function(epoch, logs = NULL) {
      for (name in names(logs)) self$metrics[[name]] <- c(self$metrics[[name]], logs[[name]])
    }
  )
)
