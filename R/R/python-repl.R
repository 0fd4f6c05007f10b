# Python's prompt inside R; see also rkeras_py/bridge/reticulate_repl.py.

repl_python <- function(module = NULL, quiet = getOption("reticulate.repl.quiet", default = FALSE),
                        input = NULL) {
  if (is.character(module)) import(module)
  run_hook("reticulate.repl.initialize")
  on.exit(run_hook("reticulate.repl.teardown"))
  if (!quiet && is.null(input)) greet()
  run_lines(line_reader(input))
}

run_lines <- function(next_line) {
  pending <- character() # lines of an incomplete statement
  repeat {
    line <- tryCatch(next_line(if (length(pending)) "... " else ">>> "), interrupt = identity)
    if (inherits(line, "interrupt")) { # at the prompt
      message("KeyboardInterrupt")
      pending <- character()
      next
    }
    if (length(pending) && ends_block(pending, line)) {
      repl_statement(pending)
      pending <- character()
    }
    if (is.null(line) || (!length(pending) && ends_session(line))) break
    pending <- repl_line(pending, line)
  }
  invisible()
}

greet <- function() {
  cat("Python ", as.character(py_version(patch = TRUE)), " (", py_exe(), ")\n",
      "Enter 'exit' or 'quit' to exit the REPL and return to R.\n", sep = "")
}

ends_session <- function(line) trimws(line) %in% c("exit", "quit", "exit()", "quit()")

# Runs the statement if this line completes it; returns the pending lines.
repl_line <- function(pending, line) {
  if (!length(pending) && (!nzchar(trimws(line)) || repl_magic(line))) return(character())
  pending <- c(pending, line)
  if (!call_python(".repl_complete", list(paste(pending, collapse = "\n")))) return(pending)
  repl_statement(pending)
  character()
}

run_hook <- function(option) {
  hook <- getOption(option)
  if (is.function(hook)) hook()
}

# A function that returns the next line, from the given text, the prompt, or standard input.
line_reader <- function(input) {
  if (!is.null(input)) {
    lines <- unlist(strsplit(input, "\n", fixed = TRUE))
    return(function(prompt) {
      if (!length(lines)) return()
      line <- lines[[1]]
      lines <<- lines[-1]
      cat(prompt, line, "\n", sep = c(" ", "", ""))
      line
    })
  }
  if (interactive()) return(read_typed)
  source <- file("stdin", "r")
  function(prompt) {
    line <- readLines(source, n = 1)
    if (length(line)) line else close(source)
  }
}

# At the end of the input (Ctrl-D), R's next output starts on a new line.
read_typed <- function(prompt) {
  line <- .Call(C_read_console, prompt)
  if (is.null(line)) cat("\n")
  line
}

# Whether the pending statement ends here: at an empty line, or at a line that does not continue it,
# but not within brackets or a multi-line string.
ends_block <- function(pending, line) {
  if (is.null(line)) return(TRUE)
  block <- "^(\\s|\\)|\\]|\\}|else\\b|elif\\b|except\\b|finally\\b|class\\b|def\\b|@)"
  (!nzchar(trimws(line)) || !grepl(block, line)) &&
    call_python(".repl_complete", list(paste(c(pending, ""), collapse = "\n")))
}

repl_statement <- function(lines) {
  tryCatch(call_python(".repl_run", list(paste0(paste(lines, collapse = "\n"), "\n"))),
           interrupt = function(e) message("KeyboardInterrupt"))
}

# --- Magic commands: %pwd, !ls, x = %env NAME ----------------------------------------------

# Runs the line if it is a magic command; returns whether it was.
repl_magic <- function(line) {
  line <- repl_expand_bangbang(line)
  pattern <- "^\\s*(?:([[:alnum:]_.,*() ]+?)\\s*=\\s*)?([%!].+)$"
  parts <- regmatches(line, regexec(pattern, line, perl = TRUE))[[1]]
  if (!length(parts)) return(FALSE)
  value <- run_magic(parts[[3]], show = !nzchar(parts[[2]]))
  if (nzchar(parts[[2]])) {
    builtins <- py_eval("__import__('builtins')", convert = FALSE)
    call_python(".set_attribute", list(builtins, "_rkeras_value", value))
    py_run_string(paste(parts[[2]], "= __import__('builtins')._rkeras_value"))
  }
  TRUE
}

# `x = !!command` is `x = %system command`.
repl_expand_bangbang <- function(line) {
  sub("^([[:alnum:][:blank:]()_,.*]+=\\s*|\\s*)!!", "\\1%system ", line)
}

run_magic <- function(command, show) {
  command <- sub("^!", "%system ", command)
  name <- sub("^%(\\S+).*$", "\\1", command)
  rest <- trimws(sub("^%\\S+", "", command))
  none <- function() if (nzchar(rest)) stop("%", name, " takes no arguments")
  tell <- function(value) {
    if (show) cat(value, sep = "\n")
    value
  }
  switch(name,
    pwd = {
      none()
      tell(getwd())
    },
    cd = {
      before <- getwd()
      setwd(if (rest == "-") the$last_folder else if (nzchar(rest)) path.expand(rest) else "~")
      the$last_folder <- before
      tell(getwd())
    },
    env = magic_env(rest, tell),
    system = , sx = {
      said <- system(rest, intern = TRUE)
      tell(said)
      as.list(said)
    },
    pip = invisible(system2(py_exe(), c("-m", "pip", rest))),
    conda = other_environment("runs Conda for environments", quote(repl_python())),
    load = , loadpy = , run = {
      py_run_file(gsub("[\"']", "", rest))
      NULL
    },
    stop("Magic not implemented: %", name)
  )
}

magic_env <- function(rest, tell) {
  if (!nzchar(rest)) return(as.list(Sys.getenv()))
  pattern <- "^([^=[:space:]]+)(?:\\s*=\\s*|\\s+)(.*)$"
  parts <- regmatches(rest, regexec(pattern, rest, perl = TRUE))[[1]]
  if (!length(parts)) return(tell(Sys.getenv(rest)))
  do.call(Sys.setenv, stats::setNames(list(parts[[3]]), parts[[2]]))
  tell(sprintf("env: %s=%s", parts[[2]], parts[[3]]))
  parts[[3]]
}
