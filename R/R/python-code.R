# Runs Python code for R users, captures its output and reports its errors.
# Their Python side is bridge/reticulate_code.py in the Python package.

py_run_string <- function(code, local = FALSE, convert = TRUE) {
  invisible(call_python(".run", list(paste(code, collapse = "\n"), local, convert)))
}

py_run_file <- function(file, local = FALSE, convert = TRUE, prepend_path = TRUE) {
  invisible(call_python(".run_file", list(path.expand(file), local, convert, prepend_path)))
}

py_eval <- function(code, convert = TRUE) call_python(".eval", list(code, convert))

source_python <- function(file, envir = parent.frame(), convert = TRUE) {
  if (!file.exists(file) && grepl("^https?://", file)) {
    address <- file
    file <- tempfile(fileext = ".py")
    on.exit(unlink(file))
    utils::download.file(address, file, quiet = TRUE)
  }
  py_run_file(file)
  if (!is.null(envir)) {
    list2env(as.list(call_python(".public_variables", list(convert))), envir)
  }
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
  handlers <- the$warning_handlers
  before <- lapply(handlers, function(handler) handler$suppress())
  on.exit(for (i in seq_along(handlers)) handlers[[i]]$restore(before[[i]]))
  with(import("warnings")$catch_warnings(), withCallingHandlers(
    expr, python.builtin.Warning = function(w) invokeRestart("muffleWarning")
  ))
}

register_suppress_warnings_handler <- function(handler) {
  the$warning_handlers <- c(the$warning_handlers, list(handler))
  invisible()
}

# --- Errors --------------------------------------------------------------------------------

note_error <- function(condition) {
  the$last_error <- condition
  condition
}

py_last_error <- function(exception) {
  if (!missing(exception)) {
    before <- the$last_error
    told <- inherits(exception, "py_error")
    the$last_error <- if (told) attr(exception, "condition") else exception
    return(invisible(before))
  }
  condition <- the$last_error
  if (is.null(condition)) return()
  exception <- if (is_handle(condition)) condition else condition$exception
  if (py_is_null_xptr(exception)) return()
  trace <- if (!is_handle(condition)) condition$traceback
  told <- call_python(".told_error", list(exception, trace))
  structure(
    c(told, list(r_call = if (!is_handle(condition)) condition$call, r_class = class(condition),
                 r_trace = NULL)),
    class = "py_error", exception = exception, condition = condition
  )
}

py_clear_last_error <- function() {
  the$last_error <- NULL
  invisible()
}

print.py_error <- function(x, ...) {
  cat(x$message, if (!endsWith(x$message, "\n")) "\n", sep = "")
  invisible(x)
}
