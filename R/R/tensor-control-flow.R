# Loops and conditions over tensors in functions that TensorFlow traces: `if (x > 0)`, `while (i <
# n)` and `for (i in tf$range(n))` become steps of the graph if x, i and n are known only when it
# runs. The code is rewritten so that each of them first checks its operands;
# rkeras_py/bridge/control_flow.py creates the steps. It is used if tfautograph is not installed.

tf_function <- function(f, input_signature = NULL, autograph = TRUE, ...) {
  if (!is.function(f)) stop("`f` must be an R function.")
  check_flags(autograph = autograph)
  # a Python function, such as model$call, has no R code
  if (autograph && typeof(f) == "closure" && !inherits(f, "python.handle")) {
    f <- if (requireNamespace("tfautograph", quietly = TRUE)) tfautograph::autograph(f)
         else stage(f)
  }
  call_python(".tf_function", list(f, input_signature, FALSE, list(...)))
}

# The function with loops and conditions that support tensors.
stage <- function(f) {
  body(f) <- stage_code(body(f), last = TRUE)
  f
}

# `last`: whether the value of the code is the value of the function.
stage_code <- function(code, last = FALSE) {
  if (!is.call(code)) return(code)
  name <- if (is.name(code[[1]])) as.character(code[[1]]) else ""
  switch(name,
    "function" = {
      code[[3]] <- stage_code(code[[3]], last = TRUE)
      code
    },
    "{" = stage_block(code, last),
    "if" = stage_if(code, last),
    "while" = stage_while(code),
    "for" = stage_for(code),
    "return" = if (last) stage_code(if (length(code) > 1) code[[2]], last) else stage_parts(code),
    quote = , bquote = , substitute = , "~" = code,
    stage_parts(code)
  )
}

stage_parts <- function(code) {
  for (i in seq_along(code)) {
    if (is.call(code[[i]])) code[[i]] <- stage_code(code[[i]])
  }
  code
}

stage_block <- function(code, last) {
  statements <- as.list(code)[-1]
  if (last) statements <- without_early_returns(statements)
  end <- length(statements)
  for (i in seq_along(statements)) {
    statements[i] <- list(stage_code(statements[[i]], last && i == end))
  }
  as.call(c(quote(`{`), statements))
}

# The code after `if (x) return(y)` becomes its `else`.
without_early_returns <- function(statements) {
  for (i in rev(seq_along(statements)[-length(statements)])) {
    one <- statements[[i]]
    leaves <- is.call(one) && identical(one[[1]], quote(`if`)) && uses(one, "return")
    if (leaves && length(one) == 3 && always_returns(one[[3]])) {
      one[[4]] <- as.call(c(quote(`{`), statements[-seq_len(i)]))
      statements <- c(statements[seq_len(i - 1)], list(one))
    }
  }
  statements
}

always_returns <- function(code) {
  if (!is.call(code)) return(FALSE)
  if (identical(code[[1]], quote(`{`))) return(always_returns(code[[length(code)]]))
  identical(code[[1]], quote(return))
}

# Whether code calls one of these functions, outside of function definitions; with `loops = FALSE`
# also outside of loops.
uses <- function(code, names, loops = TRUE) {
  if (!is.call(code)) return(FALSE)
  head <- if (is.name(code[[1]])) as.character(code[[1]]) else ""
  if (head == "function" || (!loops && head %in% c("for", "while", "repeat"))) return(FALSE)
  if (head %in% names) return(TRUE)
  any(vapply(as.list(code), function(part) {
    if (missing(part)) FALSE else uses(part, names, loops)
  }, NA))
}

stage_if <- function(code, last) {
  branches <- lapply(as.list(code)[-(1:2)], stage_code, last)
  plain <- as.call(c(quote(`if`), call_of(as_flag, quote(.condition)), branches))
  staged <- call_of(
    staged_if, quote(.condition), quoted(branches[[1]]),
    quoted(if (length(branches) > 1) branches[[2]]), lapply(as.list(code)[-(1:2)], assigned),
    cannot_stage(branches), quote(environment())
  )
  asked <- call_of(is_symbolic, call("<-", quote(.condition), stage_code(code[[2]])))
  call("if", asked, staged, plain)
}

stage_while <- function(code) {
  condition <- stage_code(code[[2]])
  body <- stage_code(code[[3]])
  # the first value of the condition is already known
  again <- bquote(if (.again) {
    .(condition)
  } else {
    .again <- TRUE
    .condition
  })
  plain <- call("{", quote(.again <- FALSE), call("while", call_of(as_flag, again), body))
  staged <- call_of(staged_while, quoted(condition), quoted(body), assigned(code[[3]]),
                    cannot_stage(list(body)), quote(environment()))
  call("if", call_of(is_symbolic, call("<-", quote(.condition), condition)), staged, plain)
}

stage_for <- function(code) {
  variable <- code[[2]]
  body <- stage_code(code[[4]])
  iterator <- as.name(paste0(".iterator_", variable))
  over_python <- bquote({
    .(iterator) <- .(as_iterator)(.sequence)
    while (!is.null(.item <- .(next_item)(.(iterator)))) {
      .(variable) <- .item$value
      .(body)
    }
  })
  staged <- call_of(staged_for, as.character(variable), quote(.sequence), quoted(body),
                    assigned(code[[4]]), cannot_stage(list(body)),
                    quote(environment()))
  asked <- call_of(is_symbolic, call("<-", quote(.sequence), stage_code(code[[3]])))
  plain <- call("for", variable, quote(.sequence), body)
  call("if", asked, staged, call("if", call_of(is_handle, quote(.sequence)), over_python, plain))
}

call_of <- function(f, ...) as.call(list(f, ...))

quoted <- function(code) call("quote", code)

# The keyword that prevents code from becoming a step of a graph; NULL if there is none.
cannot_stage <- function(parts) {
  leaves <- function(word) any(vapply(parts, uses, NA, word, loops = word == "return"))
  Find(leaves, c("return", "break", "next"))
}

# The variables that code assigns to, outside of function definitions.
assigned <- function(code) unique(unlist(assigned_by(code)))

assigned_by <- function(code) {
  if (!is.call(code)) return(NULL)
  head <- if (is.name(code[[1]])) as.character(code[[1]]) else ""
  if (head == "function") return(NULL)
  inside <- lapply(as.list(code)[-1], function(part) if (missing(part)) NULL else assigned_by(part))
  own <- switch(head,
    "<-" = , "=" = target(code[[2]]),
    "%<-%" = setdiff(all.names(code[[2]]), "c"),
    "%<>%" = target(code[[2]]),
    "for" = as.character(code[[2]])
  )
  c(own, inside)
}

target <- function(code) {
  while (is.call(code)) code <- code[[2]]
  as.character(code)
}

# --- While the function runs -----------------------------------------------------------------

is_symbolic <- function(x) is_handle(x) && call_python(".is_symbolic", list(x))

as_flag <- function(x) {
  if (!inherits(x, "tensorflow.tensor")) return(x)
  if (is_symbolic(x)) {
    stop(errorCondition(
      paste("the condition of a loop became a tensor whose value is known only when the graph",
            "runs. Initialize its variables with tensors, such as tf$constant(0)."),
      class = "keras_cannot_stage", call = sys.call(-1L)
    ))
  }
  as.logical(as.array(x))
}

next_item <- function(iterator) call_python(".next", list(iterator, TRUE))

staged_if <- function(condition, yes, no, changed, problem, frame) {
  refuse_to_stage(problem)
  known <- names(values_of(unlist(changed), frame))
  both <- intersect(changed[[1]], if (length(changed) > 1) changed[[2]])
  given <- union(known, both)
  branch <- function(code) {
    function() {
      inside <- new.env(parent = frame)
      value <- eval(code, inside)
      list(value = value, variables = values_of(given, inside))
    }
  }
  found <- call_python(".staged_if", list(condition, branch(yes), branch(no)))
  list2env(found$variables, frame)
  found$value
}

staged_while <- function(condition, body, changed, problem, frame) {
  refuse_to_stage(problem)
  state <- values_of(changed, frame)
  test <- function(state) eval(condition, list2env(state, parent = frame))
  found <- call_python(".staged_while", list(test, staged_step(body, state, frame), state))
  list2env(as.list(found), frame)
  invisible()
}

staged_for <- function(variable, sequence, body, changed, problem, frame) {
  refuse_to_stage(problem)
  state <- values_of(setdiff(changed, variable), frame)
  step <- staged_step(body, state, frame, variable)
  found <- call_python(".staged_for", list(sequence, step, state))
  list2env(as.list(found), frame)
  invisible()
}

# One iteration of a loop: the new values of the variables.
staged_step <- function(body, state, frame, variable = NULL) {
  function(before, item = NULL) {
    inside <- list2env(as.list(before), parent = frame)
    if (!is.null(variable)) assign(variable, item, inside)
    eval(body, inside)
    mget(names(state), inside)
  }
}

# The values of the variables that can be used in a graph.
values_of <- function(names, env) {
  values <- lapply(stats::setNames(nm = names), get0, env)
  Filter(function(value) !is.null(value) && (is_handle(value) || !is.function(value)), values)
}

refuse_to_stage <- function(word) {
  if (is.null(word)) return()
  stop(errorCondition(paste0(
    "`", word, "` depends on a tensor whose value is known only when the graph runs. Write the ",
    "loop's condition in `while`, or give both `if` and `else` a value; or install the R package ",
    "tfautograph, which tf_function() uses if it is installed."
  ), class = "keras_cannot_stage", call = sys.call(-1L)))
}
