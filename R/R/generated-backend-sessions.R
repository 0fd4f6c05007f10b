# Generated from rkeras_py/api/backend/sessions.py by `make generate`; edit there.

k_get_session <- function() {
  call_python("k_get_session")
}

k_set_session <- function(session) {
  args <- list(session = session)
  result <- call_python("k_set_session", args)
  invisible(result)
}

k_manual_variable_initialization <- function(value) {
  args <- list(value = value)
  result <- call_python("k_manual_variable_initialization", args)
  invisible(result)
}

k_get_uid <- function(prefix = "") {
  args <- list(prefix = prefix)
  call_python("k_get_uid", args)
}

k_reset_uids <- function() {
  result <- call_python("k_reset_uids")
  invisible(result)
}
