# Python's documentation of functions, for help in R. See also rkeras_py/bridge/reticulate_help.py.

py_help <- function(object) invisible(call_python(".help", list(object)))

py_help_handler <- function(type = c("completion", "parameter", "url"), topic, source, ...) {
  type <- match.arg(type)
  if (type == "parameter") {
    docs <- call_python(".docs", list(named_object(source, parent.frame())))
    return(list(args = names(docs$parameters), arg_descriptions = unlist(docs$parameters)))
  }
  object <- named_object(source, parent.frame())
  if (type == "url") return(help_address(object, topic))
  docs <- call_python(".docs", list(py_get_attr(object, topic)))
  list(title = topic, signature = paste0(topic, docs$signature), returns = docs$returns,
       description = docs$description, details = docs$details, sections = docs$sections)
}

# An object itself, or the object that R code refers to.
named_object <- function(source, frame) {
  if (is.character(source)) eval(str2lang(source), frame) else source
}

register_help_topics <- function(type = c("module", "class"), topics) {
  type <- match.arg(type)
  the$help_topics[[type]][names(topics)] <- as.list(topics)
  invisible()
}

register_module_help_handler <- function(module, handler) {
  the$help_handlers[[module]] <- handler
  invisible()
}

# The address of the help page of a member of a module or class: from the handler registered for its
# module, or the registered topic; "" if unknown.
help_address <- function(object, topic) {
  names <- call_python(".qualified_names", list(object))
  handler <- the$help_handlers[[names$module]]
  if (is.function(handler)) return(handler(names$qualified, topic))
  topics <- the$help_topics[[names$kind]]
  address <- topics[[names$qualified]]
  if (is.null(address)) "" else if (is.function(address)) address(topic) else address
}

py_function_docs <- function(python_function) {
  object <- named_object(python_function, parent.frame())
  docs <- call_python(".docs", list(object))
  name <- sub(".*[$]", "", python_function)
  list(name = name, qualified_name = python_function, description = docs$description,
       details = docs$details, signature = paste0(name, docs$signature),
       parameters = docs$parameters, sections = docs$sections, returns = docs$returns)
}

py_function_wrapper <- function(python_function, r_prefix = NULL, r_function = NULL) {
  object <- named_object(python_function, parent.frame())
  docs <- call_python(".docs", list(object))
  if (is.null(r_function)) {
    r_function <- paste(c(r_prefix, sub(".*[$]", "", python_function)), collapse = "_")
  }
  commented <- function(...) paste0("#' ", unlist(strsplit(paste0(...), "\n", fixed = TRUE)))
  sections <- unlist(lapply(names(docs$sections), function(section) {
    c("#' ", commented("@section ", section, ":\n", docs$sections[[section]]))
  }))
  parameters <- names(docs$parameters)
  passed <- if (length(parameters)) paste0("    ", parameters, " = ", parameters, collapse = ",\n")
  lines <- c(
    commented(docs$description), "#' ", if (nzchar(docs$details)) c(commented(docs$details), "#' "),
    unlist(lapply(parameters, function(name) {
      commented("@param ", name, " ", docs$parameters[[name]])
    })),
    if (nzchar(docs$returns)) c("#' ", commented("@return ", docs$returns)), sections, "#' ",
    "#' @export",
    paste0(r_function, " <- function", docs$r_signature, " {"),
    if (is.null(passed)) paste0("  ", python_function, "()")
    else paste0("  ", python_function, "(\n", passed, "\n  )"),
    "}"
  )
  structure(lines, class = c("py_wrapper", "character"))
}

print.py_wrapper <- function(x, ...) {
  writeLines(x)
  invisible(x)
}
