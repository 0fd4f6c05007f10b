# Runs an R program for rkeras_py.testing and hands its variables to Python; see program.py.
# It is sourced into an environment of its own: the global one is the program's.

main <- function(folder) {
  python <- keras:::import("rkeras_py.testing.program")
  script <- python$script(folder, "program.R")
  expressions <- tryCatch(
    parse(script, keep.source = TRUE, encoding = "UTF-8"),
    error = function(e) fail(python, folder, e, NULL)
  )
  list2env(as.list(python$inputs(folder)), globalenv())
  lines <- vapply(attr(expressions, "srcref"), `[[`, 1L, 1L)
  for (i in seq_along(expressions)) {
    line <- lines[[i]]
    tryCatch(
      withCallingHandlers(
        run(expressions[[i]]),
        error = function(e) line <<- script_line(sys.calls(), script, lines[[i]])
      ),
      error = function(e) fail(python, folder, e, line)
    )
  }
  collect(python$Collection())$store(folder)
}

# As at R's prompt.
run <- function(expression) {
  result <- withVisible(eval(expression, globalenv()))
  if (result$visible) print(result$value)
}

fail <- function(python, folder, condition, line) {
  missing <- if (inherits(condition, "packageNotFoundError")) condition$package
  python$failed(folder, conditionMessage(condition), line, missing)
  quit(status = 1)
}

# The innermost line of the script among the calls that led to an error.
script_line <- function(calls, script, otherwise) {
  for (call in rev(calls)) {
    place <- attr(call, "srcref")
    if (!is.null(place) && identical(attr(place, "srcfile")$filename, script)) {
      return(place[[1]])
    }
  }
  otherwise
}

collect <- function(variables) {
  for (name in ls(globalenv())) {
    tryCatch(
      add(variables, name, get(name, globalenv())),
      error = function(e) variables$leave_out(name, conditionMessage(e))
    )
  }
  variables
}

add <- function(variables, name, value) {
  if (inherits(value, "keras_training_history")) {
    variables$add_history(name, as.list(value$metrics))
  } else if (is.function(value) && !inherits(value, "python.builtin.object")) {
    variables$leave_out(name, "a function")
  } else {
    variables$add(name, portable(value))
  }
}

# Vectors with names are what Python has dictionaries for.
portable <- function(value) {
  if (is.atomic(value) && !is.object(value) && is.null(dim(value)) && !is.null(names(value))) {
    as.list(value)
  } else {
    value
  }
}

main(commandArgs(TRUE)[[2]])
