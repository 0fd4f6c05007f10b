# The R side of the bridge: starts Python, and defines the only function that calls it.

the <- new.env(parent = emptyenv())

.onLoad <- function(libname, pkgname) {
  the$pid <- Sys.getpid()
  the$namespace <- topenv()
  the$methods <- getNamespaceInfo(the$namespace, "S3methods")
  python <- find_python(file.path(libname, pkgname))
  problem <- .Call(C_start_python, python$libpython, python$executable)
  if (!is.null(problem)) {
    stop(start_failure(problem, python), call. = FALSE)
  }
  reg.finalizer(the, function(e) if (Sys.getpid() == the$pid) call_python(".end"), onexit = TRUE)
  delayedAssign("keras", call_python(".keras_module"), assign.env = the$namespace)
  add_companions(file.path(libname, pkgname, "companions"))
  share_functions()
  beside_reticulate(python)
  when_loaded("tensorflow", meet_tensorflow)
  lend_methods("generics")
  registerS3method("train", "keras.engine.training.Model", train_model, asNamespace("generics"))
  offer_engine()
  if (getRversion() >= "4.3.0") { # earlier versions have no methods for it
    registerS3method("%*%", "python.tensor", matmul_of_tensors, the$namespace)
  }
}

.onAttach <- function(libname, pkgname) {
  here <- as.character(utils::packageVersion(pkgname, libname))
  in_python <- call_python(".version")
  if (here != in_python) {
    packageStartupMessage(
      "The R package keras is version ", here, ", but rkeras-py in Python is ", in_python,
      ". Install the R package again: ",
      file.path(dirname(find_python(file.path(libname, pkgname))$executable), "rkeras"),
      " install-r"
    )
  }
}

# Which Python to start: RKERAS_PYTHON, otherwise the one that the package was installed for.
find_python <- function(package) {
  override <- Sys.getenv("RKERAS_PYTHON")
  if (nzchar(override)) {
    return(ask_python(override))
  }
  pin <- file.path(package, "python")
  if (!file.exists(pin)) {
    stop("this copy of the R package keras was not installed by `rkeras`, so it has no Python. ",
         "Install it with `rkeras install-r`, or set the environment variable RKERAS_PYTHON ",
         "to a Python that has rkeras-py.", call. = FALSE)
  }
  lines <- strsplit(readLines(pin), "=", fixed = TRUE)
  python <- lapply(lines, function(line) paste(line[-1], collapse = "="))
  names(python) <- vapply(lines, `[[`, "", 1)
  check_python(python)
}

# Variables about the location or output of another Python. They are hidden from ours, as while it
# starts inside R (see start.c): an empty variable counts as not set.
other_pythons <- c("PYTHONHOME", "PYTHONPLATLIBDIR", "PYTHONEXECUTABLE", "PYTHONIOENCODING",
                   "PYTHONUTF8")

# Asks a Python for its executable and its shared library.
ask_python <- function(executable) {
  if (!nzchar(Sys.which(executable))) {
    stop("RKERAS_PYTHON is ", executable, ", but there is no such file.", call. = FALSE)
  }
  code <- paste("import sys; sys.path = [path for path in sys.path if path];", # not this folder
                "from rkeras_py.install import find_libpython;",
                "print(sys.executable); print(find_libpython() or '')")
  answer <- tryCatch(
    suppressWarnings(system2(executable, c("-c", shQuote(code)), stdout = TRUE, stderr = TRUE,
                             env = c(paste0("LD_LIBRARY_PATH=", shQuote(users_library_path())),
                                     paste0(other_pythons, "=")))),
    error = function(e) structure(conditionMessage(e), status = 1)
  )
  if (!is.null(attr(answer, "status")) || length(answer) != 2) {
    said <- c("", answer[nzchar(answer)], grep("[Ee]rror", answer, value = TRUE))
    stop("RKERAS_PYTHON is ", executable, ", which cannot import rkeras_py:\n  ",
         utils::tail(said, 1),
         "\nTo fix it: `", executable, " -m pip install rkeras-py`.", call. = FALSE)
  }
  check_python(list(executable = answer[[1]], libpython = answer[[2]]))
}

# LD_LIBRARY_PATH without R's own folders, which may contain the libpython of another Python.
users_library_path <- function() {
  r <- file.path(R.home("bin"), "R")
  r <- system2(r, c("CMD", "env"), stdout = TRUE, env = "LD_LIBRARY_PATH=")
  own <- sub("^LD_LIBRARY_PATH=", "", grep("^LD_LIBRARY_PATH=", r, value = TRUE))
  sub("^:", "", sub(own, "", Sys.getenv("LD_LIBRARY_PATH"), fixed = TRUE))
}

check_python <- function(python) {
  if (!file.exists(python$executable)) {
    stop("the Python that keras was installed for is gone: ", python$executable,
         ". Install the R package again with `rkeras install-r` (or `make setup`).", call. = FALSE)
  }
  if (!nzchar(python$libpython) || !file.exists(python$libpython)) {
    stop("the shared library of Python (", python$executable, ") is missing",
         if (nzchar(python$libpython)) paste0(": ", python$libpython),
         ". Install it (on Debian `apt-get install libpython3-dev`), ",
         "then run `rkeras install-r` again.", call. = FALSE)
  }
  python
}

start_failure <- function(problem, python) {
  if (reticulate_runs()) {
    return(reticulate_failure(problem, python))
  }
  path <- Sys.getenv("PYTHONPATH")
  paste0("Python (", python$executable, ") could not be attached to R.\n", problem,
         if (nzchar(path)) paste0("\nPYTHONPATH is set and may be the cause: ", path),
         "\n`", file.path(dirname(python$executable), "rkeras"), " doctor` shows how to fix it.")
}

# Calls a function of rkeras_py by name: the only way from R to Python.
#
# `call` is shown in errors; by default it is the call of the calling R function.
call_python <- function(name, args = list(), call = sys.call(-1L)) {
  if (Sys.getpid() != the$pid && !works_in_fork(name, args)) {
    stop_forked(call)
  }
  answer <- .Call(C_call_gate, name, args)
  if (inherits(answer, "python_signal")) {
    level <- answer$level
    if (!is.null(level)) { # Python continues while R serves the request
      on.exit(.Call(C_call_gate, ".abandon", list(level))) # does nothing if the work has ended
      .Call(C_allow_interrupts) # the gate suspended them
    }
    answer <- settle(answer, call)
  }
  answer
}

# Serves Python's requests until it returns a value.
settle <- function(signal, call) {
  given <- character() # warnings: what each epoch says again is said once
  repeat {
    signal <- switch(signal$kind,
      tick = {
        Sys.sleep(0) # lets R handle events and interrupts
        .Call(C_call_gate, ".pump", NULL)
      },
      request = .Call(C_call_gate, ".reply", eval(signal$call)),
      warnings = {
        value <- give_warnings(signal, given, call)
        given <- c(given, signal$messages)
        value
      },
      conclude(signal, call)
    )
    if (!inherits(signal, "python_signal")) {
      return(signal)
    }
  }
}

# Called between two steps of a training on R's thread.
turn_event_loop <- function() Sys.sleep(0) # lets R handle events and interrupts

# Signals Python's error, interrupt or jump in R.
conclude <- function(signal, call) {
  switch(signal$kind,
    error = stop(note_error(python_condition(signal, call))),
    condition = stop(placed(signal$condition, signal$place, call)),
    jump = .Call(C_continue_jump, signal$slot),
    interrupt = raise_interrupt()
  )
}

# Not of class python.builtin.BaseException: reticulate has methods and a handler for it, which
# support only its own objects. See also r_to_py.python.condition().
python_condition <- function(signal, call) {
  structure(
    class = signal$classes,
    list(
      message = signal$message, call = user_call(call),
      exception = signal$exception, traceback = signal$traceback
    )
  )
}

# No partial matching: reticulate and rlang look for `trace`, which is not Python's traceback.
#' @export
`$.python.condition` <- function(x, name) unclass(x)[[name]]

give_warnings <- function(signal, given, call) {
  messages <- signal$messages
  for (i in which(!duplicated(messages) & !messages %in% given)) {
    warning(structure(
      class = signal$classes[[i]],
      list(message = messages[[i]], call = user_call(call))
    ))
  }
  signal$value
}

# The call as written by the user: `compile(...)`, not the method's name.
user_call <- function(call) {
  if (is.call(call) && is.name(call[[1L]])) {
    name <- as.character(call[[1L]])
    generic <- sub("[.](keras|python|tensorflow|default|function)\\b.*$", "", name)
    call[[1L]] <- as.name(generic)
  }
  call
}

raise_interrupt <- function() {
  tools::pskill(Sys.getpid(), tools::SIGINT)
  repeat Sys.sleep(0.01)
}

# Whether this call works without TensorFlow, whose threads do not exist in a child process of
# parallel::mclapply().
works_in_fork <- function(name, args) {
  .Call(C_python_goes_on) && isTRUE(.Call(C_call_gate, ".works_in_fork", list(name, args)))
}

stop_forked <- function(call) {
  stop(errorCondition(
    paste0(
      "keras cannot be used in a forked process (such as parallel::mclapply()): ",
      "TensorFlow's threads do not survive a fork. ",
      "Use a cluster of new processes instead: parallel::makePSOCKcluster()."
    ),
    class = "forked_process", call = user_call(call)
  ))
}

# Python calls R functions with this: an R error passes through Python as an exception. A calling
# handler that uses return() needs half the stack of tryCatch().
guarded_call <- function(.f, ...) {
  problem <- NULL
  delayedAssign("leave", return(caught(problem)))
  withCallingHandlers(.f(...), error = function(e) {
    problem <<- explained(e, .f, ...length())
    leave
  })
}

# The same if the calling Python code runs on R's thread: Python gets the interrupt.
interruptible_call <- function(.f, ...) {
  problem <- NULL
  delayedAssign("leave", return(caught(problem)))
  withCallingHandlers(
    .f(...),
    error = function(e) {
      problem <<- explained(e, .f, ...length())
      leave
    },
    interrupt = function(e) {
      problem <<- e
      leave
    }
  )
}

# A closure without the environment that magrittr's pipe creates for `.`, unless it uses `.`.
outside_pipe <- function(f) {
  env <- environment(f)
  if (identical(ls(env, all.names = TRUE, sorted = FALSE), ".") &&
        !"." %in% all.names(as.call(c(as.name("{"), formals(f), body(f))))) {
    environment(f) <- parent.env(env)
  }
  f
}

# The function for a formula such as ~ .x + 1, as in purrr and rlang.
formula_function <- function(formula) {
  f <- function(..., .x = ..1, .y = ..2, . = ..1) NULL
  body(f) <- formula[[2]]
  environment(f) <- environment(formula)
  f
}

# The variable that contains a function in the environment where it was created; NA if there is
# none.
bound_name <- function(f) {
  env <- if (typeof(f) == "closure") environment(f)
  if (is.null(env) || isNamespace(env)) {
    return(NA_character_)
  }
  c(Filter(function(name) identical(unforced(name, env), f), ls(env)), NA_character_)[[1]]
}

# The value of a variable. Active bindings and promises are not evaluated, because they might run
# code, except for promises in the global environment.
unforced <- function(name, env) {
  if (bindingIsActive(as.name(name), env)) {
    NULL
  } else if (identical(env, globalenv())) { # substitute() does not replace names here
    suppressWarnings(tryCatch(get(name, envir = env, inherits = FALSE), error = function(e) NULL))
  } else {
    eval(call("substitute", as.name(name), env))
  }
}

# Whether a function uses a symbolic tensor from its environment, directly or in functions of the
# user or of another package: a tensor, or the input or output of a layer or model.
reads_symbolic <- function(f, depth = 3) {
  if (typeof(f) != "closure" || stands_in_package(environment(f))) {
    return(FALSE)
  }
  names <- all.names(body(f), unique = TRUE)
  values <- lapply(setdiff(names, names(formals(f))), get0, envir = environment(f))
  kinds <- c("keras.engine.keras_tensor.KerasTensor",
             if (any(ends_of_layers %in% names)) "keras.engine.base_layer.Layer")
  any(vapply(values, holds_any, NA, kinds)) ||
    (depth > 0 && any(vapply(values, reads_symbolic, NA, depth - 1)))
}

ends_of_layers <- c("input", "inputs", "output", "outputs", "get_input_at", "get_output_at")

# An exported function of a package contains no tensors; a function that it creates may.
stands_in_package <- function(env) {
  isNamespace(env) || identical(topenv(env), the$namespace) || identical(env, baseenv())
}

holds_any <- function(value, kinds) {
  values <- if (is.list(value) && !is.object(value)) value else list(value)
  any(vapply(values, inherits, NA, kinds))
}

caught <- function(e) structure(list(e, conditionMessage(e)), class = "r_error")

# Seconds that a server may be silent; NULL if the option is not valid.
download_timeout <- function() {
  seconds <- getOption("timeout")
  if (is.numeric(seconds) && length(seconds) == 1 && !is.na(seconds)) as.numeric(seconds)
}

write_output <- function(text) cat(text)

write_error <- function(text) cat(text, file = stderr())

is_knitting <- function() isTRUE(getOption("knitr.in.progress"))

# Whether output is diverted from the console; whether the console is a window, which can overwrite
# a line like a terminal; and its width, if R knows it.
console_state <- function() {
  list(
    is_knitting() || sink.number() > 0,
    interactive() && (nzchar(Sys.getenv("RSTUDIO")) || .Platform$GUI %in% c("AQUA", "Rgui")),
    if (interactive()) getOption("width")
  )
}

# Converts an object of the package Matrix to a type that Python supports: dgCMatrix, matrix or
# vector.
plain_matrix <- function(x) {
  requireNamespace("Matrix", quietly = TRUE)
  if (methods::is(x, "sparseVector")) return(methods::as(x, "vector"))
  if (!methods::is(x, "sparseMatrix")) return(methods::as(x, "matrix"))
  methods::as(methods::as(methods::as(x, "dMatrix"), "generalMatrix"), "CsparseMatrix")
}

sparse_matrix <- function(i, p, x, dim) {
  class <- methods::getClass("dgCMatrix", where = asNamespace("Matrix"))
  methods::new(class, i = i, p = p, x = x, Dim = dim)
}
