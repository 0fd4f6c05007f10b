# Python chunks of knitr documents; see also rkeras_py/bridge/chunks.py.

# Sets eng_python() as knitr's engine when knitr is loaded, unless the user chose another one.
offer_engine <- function() {
  if (isNamespaceLoaded("knitr")) return(set_engine())
  setHook(packageEvent("knitr", "onLoad"), function(...) set_engine())
}

set_engine <- function() {
  engine <- knitr::knit_engines$get("python")
  if (is.function(engine) && identical(environment(engine), asNamespace("knitr"))) {
    the$knitr_engine <- engine
    knitr::knit_engines$set(python = eng_python)
  }
}

# The engine. If the user has attached the real reticulate, its engine is used; knitr's own engine
# starts another Python if the option python.reticulate is FALSE.
eng_python <- function(options) {
  if (isFALSE(options$python.reticulate) && is.function(the$knitr_engine)) {
    return(the$knitr_engine(options))
  }
  if (is_loaded("reticulate") && "package:reticulate" %in% search()) {
    return(reticulate::eng_python(options))
  }
  if (!exists("py", knitr::knit_global())) {
    delayedAssign("py", import_main(), assign.env = knitr::knit_global())
  }
  items <- if (isFALSE(options$eval)) list(source_item(options$code)) else run_chunk(options)
  knitr::engine_output(options, out = arrange_items(items, options))
}

source_item <- function(code) structure(list(src = paste(code, collapse = "\n")), class = "source")

# Runs the statements; returns sources and their output, in order.
run_chunk <- function(options) {
  items <- list()
  add <- function(...) items <<- c(items, list(...))
  figures <- figure_options(options)
  statements <- tryCatch(
    as.character(call_python(".split_chunk", list(paste(options$code, collapse = "\n"),
                                                  options$label))),
    error = identity
  )
  if (inherits(statements, "error")) {
    add(source_item(options$code), chunk_error(statements, options))
    return(items)
  }
  chosen <- seq_along(statements)
  if (is.numeric(options$eval)) chosen <- chosen[options$eval]
  for (i in seq_along(statements)) {
    if (!i %in% chosen) {
      add(source_item(gsub("(?m)^", "## ", statements[[i]], perl = TRUE)))
      next
    }
    add(source_item(statements[[i]]))
    done <- run_statement(i, figures)
    items <- c(items, done$items)
    if (!is.null(done$error)) {
      add(chunk_error(done$error, options))
      if (!identical(as.numeric(options$error), 0) && !isTRUE(options$error)) break
    }
  }
  c(items, plot_items(call_python(".end_chunk", list(figures))))
}

plot_items <- function(paths) lapply(as.character(paths), structure, class = "python_plot")

# Output, warnings, messages and plots of a statement.
run_statement <- function(i, figures) {
  told <- list()
  tell <- function(condition, restart) {
    if (inherits(condition, "python.builtin.Warning")) condition["call"] <- list(NULL)
    told <<- c(told, list(condition))
    invokeRestart(restart)
  }
  plots <- error <- NULL
  text <- utils::capture.output(withCallingHandlers(
    tryCatch(plots <- call_python(".run_statement", list(i - 1L, figures)),
             error = function(e) error <<- e),
    warning = function(w) tell(w, "muffleWarning"),
    message = function(m) tell(m, "muffleMessage")
  ))
  text <- if (length(text)) paste0(paste(as_on_paper(text), collapse = "\n"), "\n")
  list(items = c(as.list(text), told, plot_items(plots)), error = error)
}

# Lines without terminal control sequences: colours, and progress bars that overwrite themselves.
as_on_paper <- function(lines) {
  lines <- gsub("\033\\[[0-9;]*[A-Za-z]", "", lines)
  over <- grepl("[\r\b]", lines)
  lines[over] <- trimws(sub(".*[\r\b](?=.)", "", lines[over], perl = TRUE), "right", "[ \r\b]")
  lines
}

# Options for matplotlib to write the chunk's figures.
figure_options <- function(options) {
  extension <- switch(options$dev[[1]], pdf = , cairo_pdf = "pdf", svg = "svg", "png")
  number <- 0L
  list(
    width = options$fig.width, height = options$fig.height, dpi = options$dpi,
    path = function() {
      number <<- number + 1L
      knitr::fig_path(extension, options, number)
    }
  )
}

# The error for the document; if the document shows no errors, rendering stops.
chunk_error <- function(error, options) {
  from_python <- inherits(error, "python.condition")
  if (from_python || inherits(error, "simpleError")) {
    line <- call_python(".error_line")
    error$message <- paste0(
      if (from_python) paste0(sub("^python[.]builtin[.]", "", class(error)[[1]]), ": "),
      conditionMessage(error), if (!is.null(line)) paste0(" (line ", line, " of the chunk)")
    )
  }
  if (from_python) error["call"] <- list(NULL)
  shown <- options$include && !isFALSE(options$error) && !identical(as.numeric(options$error), 2)
  if (shown) error else stop(error)
}

# Orders the items and drops hidden ones, according to the options.
arrange_items <- function(items, options) {
  is_a <- function(kind) vapply(items, inherits, NA, kind)
  keep <- !(is_a("warning") & isFALSE(options$warning)) &
    !(is_a("message") & isFALSE(options$message)) &
    !(is_a("character") & options$results == "hide") &
    !(is_a("python_plot") & (options$fig.show == "hide" || options$fig.keep[[1]] == "none"))
  if (is.numeric(options$echo)) {
    sources <- which(is_a("source"))
    keep[setdiff(sources, sources[options$echo])] <- FALSE
  }
  if (isFALSE(options$echo)) keep <- keep & !is_a("source")
  items <- items[keep]
  if (options$results == "hold") items <- items[order(is_a("character") - is_a("source"))]
  if (options$fig.show == "hold") items <- items[order(is_a("python_plot"))]
  plots <- is_a("python_plot")
  items[plots] <- draw_plots(unlist(items[plots]), options)
  merge_items(merge_items(items, "source"), "character")
}

# Merges adjacent items of the same kind.
merge_items <- function(items, kind) {
  merged <- list()
  for (item in items) {
    last <- if (length(merged)) merged[[length(merged)]]
    if (inherits(item, kind) && inherits(last, kind)) {
      item <- if (kind == "source") source_item(c(last$src, item$src)) else paste0(last, item)
      merged[[length(merged)]] <- item
    } else {
      merged <- c(merged, list(item))
    }
  }
  merged
}

# The document's text for each figure, from knitr's hook for the output format.
draw_plots <- function(paths, options) {
  draw <- knitr::knit_hooks$get("plot")
  options$fig.num <- length(paths)
  lapply(seq_along(paths), function(i) {
    options$fig.cur <- i
    for (name in c("fig.cap", "fig.alt", "fig.scap", "out.width", "out.height")) {
      if (length(options[[name]])) options[[name]] <- rep_len(options[[name]], i)[[i]]
    }
    knitr::asis_output(draw(paths[[i]], options))
  })
}
