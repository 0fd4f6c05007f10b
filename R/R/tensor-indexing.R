# `[` of tensors. The code of a position matters: `1:4:2` is a start, a stop and a step, and `-2:-1`
# is a slice from the end. See also rkeras_py/bridge/tensor_indexing.py.

#' @export
`[.python.tensor` <- function(x, ..., drop = TRUE,
                                  style = getOption("tensorflow.extract.style"),
                                  options = tf_extract_opts(style)) {
  if (!inherits(options, "tf_extract_options")) {
    stop("`options` must be a result of tf_extract_opts().", call. = FALSE)
  }
  check_flags(drop = drop)
  written <- eval(substitute(alist(...)))
  if (!is.null(names(written))) {
    warning("names of positions in a tensor are ignored: ", toString(names(written)), call. = FALSE)
  }
  empty <- !nzchar(as.character(written)) # as in x[1, ]
  frame <- parent.frame()
  positions <- lapply(seq_along(written), function(i) {
    if (empty[[i]]) return(a_slice())
    bounds <- written_slice(written[[i]])
    if (is.null(bounds)) list(at = ...elt(i)) else do.call(a_slice, lapply(bounds, eval, frame))
  })
  check_positions(positions, x)
  warn_of_positions(positions, options)
  rules <- unclass(options)[c("one_based", "inclusive_stop", "disallow_out_of_bounds")]
  call_python(".subset", list(x, positions, c(rules, drop = drop)))
}

#' @export
`[<-.python.tensor` <- function(x, ..., value) {
  stop(errorCondition(
    paste("the elements of a tensor cannot be replaced. A variable has x$assign(); for a tensor",
          "see tf$tensor_scatter_nd_update() or k_switch()."),
    class = c("python.builtin.TypeError", "keras_no_assignment"), call = sys.call()
  ))
}

a_slice <- function(start = NULL, stop = NULL, step = NULL) {
  list(start = start, stop = stop, step = step)
}

is_colon <- function(code) is.call(code) && identical(code[[1]], quote(`:`))

# The two or three parts of a slice as code; NULL for other code.
written_slice <- function(code) {
  if (is_colon(code)) {
    parts <- as.list(code)[-1]
    if (is_colon(parts[[1]])) parts <- c(as.list(parts[[1]])[-1], parts[-1])
  } else if (is.name(code) && grepl(":", code, fixed = TRUE)) { # such as `::2`
    text <- strsplit(as.character(code), ":", fixed = TRUE)[[1]]
    text[!nzchar(text)] <- "NULL"
    parts <- lapply(text, str2lang)
  } else {
    return(NULL)
  }
  if (length(parts) > 3 || any(vapply(parts, is_colon, NA))) {
    stop("a slice has a start, a stop and a step, not more: ", deparse1(code), call. = FALSE)
  }
  parts
}

# Warns about positions that the user may have meant differently.
check_positions <- function(positions, x) {
  single <- if (length(positions) == 1) positions[[1]]$at
  if (length(dim(single)) > 1 && !inherits(single, "tensorflow.tensor")) {
    stop("matrices and arrays as positions in a tensor are not currently supported; see ",
         "tf$gather_nd().", call. = FALSE)
  }
  rank <- length(dim(x))
  if (rank == 0) return() # or unknown
  given <- Filter(function(position) !identical(position, list(at = NULL)), positions)
  open <- vapply(given, function(position) inherits(position$at, "python.builtin.ellipsis"), NA)
  masks <- vapply(given, function(position) length(dim(position$at)) > 1, NA)
  if (length(given) < rank && !any(open) && !any(masks)) {
    warning("Incorrect number of dimensions: the tensor has ", rank, ", but ", length(given),
            ngettext(length(given), " position is", " positions are"), " given. The others are ",
            "complete; use all_dims() for them.", call. = FALSE)
  }
}

# The warnings that were already given in this session.
warned_about <- new.env(parent = emptyenv())
warned_about$negative_indices <- FALSE
warned_about$tensors_passed_asis <- FALSE

warn_of_positions <- function(positions, options) {
  values <- lapply(positions, function(position) unname(position[names(position) != "step"]))
  values <- unlist(values, recursive = FALSE)
  is_tensor <- function(value) inherits(value, "tensorflow.tensor")
  is_negative <- function(value) {
    is.numeric(value) && !is.object(value) && length(value) == 1 && isTRUE(value < 0)
  }
  if (options$warn_negatives_pythonic && any(vapply(values, is_negative, NA))) {
    warned_about$negative_indices <- TRUE
    warning("negative positions in a tensor count from its end, as in Python: x[-1] is the last ",
            "element. options(tensorflow.extract.warn_negatives_pythonic = FALSE) turns off this ",
            "warning, which is given once.", call. = FALSE)
  }
  if (options$warn_tensors_passed_asis && any(vapply(values, is_tensor, NA))) {
    warned_about$tensors_passed_asis <- TRUE
    warning("positions that are tensors start at 0 and exclude the stop of a slice, as in Python: ",
            "`one_based` and `inclusive_stop` are ignored for them. ",
            "options(tensorflow.extract.warn_tensors_passed_asis = FALSE) turns off this warning, ",
            "which is given once.", call. = FALSE)
  }
}

check_flags <- function(...) {
  flags <- list(...)
  for (name in names(flags)) {
    if (!isTRUE(flags[[name]]) && !isFALSE(flags[[name]])) {
      stop("`", name, "` must be TRUE or FALSE.", call. = FALSE)
    }
  }
}

tf_extract_opts <- function(
    style = getOption("tensorflow.extract.style"), ...,
    one_based = getOption("tensorflow.extract.one_based", TRUE),
    inclusive_stop = getOption("tensorflow.extract.inclusive_stop", TRUE),
    disallow_out_of_bounds = getOption("tensorflow.extract.dissallow_out_of_bounds", TRUE),
    warn_tensors_passed_asis = getOption("tensorflow.extract.warn_tensors_passed_asis", TRUE),
    warn_negatives_pythonic = getOption("tensorflow.extract.warn_negatives_pythonic", TRUE)) {
  if (...length()) warning("arguments in `...` are ignored.", call. = FALSE)
  former <- getOption("tensorflow.one_based_extract")
  if (missing(one_based) && is.null(getOption("tensorflow.extract.one_based"))) {
    one_based <- if (is.null(former)) TRUE else former
  }
  if (missing(disallow_out_of_bounds)) { # the option's name has two spellings
    disallow_out_of_bounds <- getOption("tensorflow.extract.disallow_out_of_bounds",
                                        disallow_out_of_bounds)
  }
  chosen <- list(
    one_based = one_based, inclusive_stop = inclusive_stop,
    disallow_out_of_bounds = disallow_out_of_bounds,
    warn_tensors_passed_asis = warn_tensors_passed_asis,
    warn_negatives_pythonic = warn_negatives_pythonic
  )
  do.call(check_flags, chosen)
  warnings <- c("warn_tensors_passed_asis", "warn_negatives_pythonic")
  if (is.null(style)) {
    warned <- c(warned_about$tensors_passed_asis, warned_about$negative_indices)
    chosen[warnings[warned]] <- FALSE
  } else if (match.arg(style, c("R", "python")) == "R") {
    chosen[warnings] <- FALSE
  } else {
    chosen[] <- FALSE
  }
  structure(chosen, class = "tf_extract_options")
}

all_dims <- function() py_ellipsis()
