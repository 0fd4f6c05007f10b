# Training flags: settings of a script, from its command line or a file.

#' Flags of a training script
#'
#' Settings with defaults that can be changed without editing the script. A file `flags.yml` in the
#' working folder changes them; the command line has the last word:
#' `Rscript train.R --dropout=0.3 --epochs 5`.
#'
#' @param ... Flags, as `flag_numeric()` and its relatives make them.
#' @param config Which part of the file to take: its values are added to those of `default`.
#' @param file Name of the file; it need not exist. It holds names and values in YAML, or parts of
#'   them, of which one is `default`.
#' @param arguments The arguments of the command line.
#' @param name Name of the flag. Dots, underscores and hyphens are alike on the command line.
#' @param default Value where nothing else is said.
#' @param description What the flag is for.
#' @return For `flags()` a named list of values; for the others a flag.
#' @examples
#' FLAGS <- flags(
#'   flag_integer("units", 128),
#'   flag_numeric("dropout", 0.4),
#'   arguments = c("--dropout", "0.2")
#' )
#' FLAGS$dropout
#' @export
flags <- function(..., config = Sys.getenv("R_CONFIG_ACTIVE", unset = "default"),
                  file = "flags.yml", arguments = commandArgs(TRUE)) {
  if (is_loaded("tfruns")) { # which hands its own values to the scripts that it runs
    return(tfruns::flags(..., config = config, file = file, arguments = arguments))
  }
  declared <- list(...)
  for (flag in declared) {
    if (!inherits(flag, "training_flag")) stop("`...` must be flags, such as flag_integer().")
  }
  values <- lapply(declared, `[[`, "default")
  names(values) <- vapply(declared, `[[`, "", "name")
  if (anyDuplicated(names(values))) {
    stop("flag \"", names(values)[anyDuplicated(names(values))], "\" is given more than once.")
  }
  given <- c(flags_of_file(file, config), flags_of_arguments(arguments, declared))
  for (i in seq_along(given)) {
    flag <- Find(function(flag) same_flag(flag$name, names(given)[[i]]), declared)
    if (!is.null(flag)) values[[flag$name]] <- flag_value(flag, given[[i]])
  }
  values
}

#' @rdname flags
#' @export
flag_numeric <- function(name, default, description = NULL) {
  new_flag("numeric", name, default, description)
}

#' @rdname flags
#' @export
flag_integer <- function(name, default, description = NULL) {
  new_flag("integer", name, default, description)
}

#' @rdname flags
#' @export
flag_boolean <- function(name, default, description = NULL) {
  new_flag("boolean", name, default, description)
}

#' @rdname flags
#' @export
flag_string <- function(name, default, description = NULL) {
  new_flag("string", name, default, description)
}

new_flag <- function(type, name, default, description) {
  flag <- list(type = type, name = name, default = default, description = description)
  if (!is.null(default)) flag$default <- flag_value(flag, default)
  structure(flag, class = "training_flag")
}

# A value as the flag's type says.
flag_value <- function(flag, value) {
  text <- as.character(value)
  read <- suppressWarnings(switch(flag$type,
    numeric = as.double(text),
    integer = if (isTRUE(as.double(text) %% 1 == 0)) as.integer(text) else NA,
    boolean = unname(c(true = TRUE, yes = TRUE, on = TRUE, `1` = TRUE, false = FALSE, no = FALSE,
                       off = FALSE, `0` = FALSE)[tolower(text)]),
    text
  ))
  if (length(read) != 1 || is.na(read)) {
    what <- c(numeric = "a number", integer = "a whole number", boolean = "TRUE or FALSE",
              string = "a string")
    stop("flag \"", flag$name, "\" must be ", what[[flag$type]], ", not \"",
         paste(text, collapse = " "), "\".", call. = FALSE)
  }
  read
}

same_flag <- function(a, b) gsub("[-.]", "_", a) == gsub("[-.]", "_", b)

flags_of_file <- function(file, config) {
  if (is.null(file) || !file.exists(file)) return(NULL)
  if (!requireNamespace("yaml", quietly = TRUE)) {
    stop("to read ", file, ", the R package yaml is needed: install.packages(\"yaml\")")
  }
  values <- yaml::read_yaml(file)
  if (!is.list(values$default)) return(values)
  utils::modifyList(values$default, as.list(if (config != "default") values[[config]]))
}

# Both `--name=value` and `--name value`; a boolean may stand alone. What is no flag is left aside.
flags_of_arguments <- function(arguments, declared) {
  found <- list()
  boolean <- function(name) {
    any(vapply(declared, function(f) f$type == "boolean" && same_flag(f$name, name), TRUE))
  }
  i <- 1
  while (i <= length(arguments)) {
    word <- sub("^--", "", arguments[[i]])
    if (startsWith(arguments[[i]], "--") && grepl("=", word, fixed = TRUE)) {
      found[[sub("=.*", "", word)]] <- sub("^[^=]*=", "", word)
    } else if (startsWith(arguments[[i]], "--") && nzchar(word)) {
      alone <- i == length(arguments) || startsWith(arguments[[i + 1]], "--")
      if (!alone) {
        i <- i + 1
        found[[word]] <- arguments[[i]]
      } else if (boolean(word)) {
        found[[word]] <- "TRUE"
      } else if (any(vapply(declared, function(f) same_flag(f$name, word), TRUE))) {
        stop("flag \"", word, "\" has no value on the command line.", call. = FALSE)
      }
    }
    i <- i + 1
  }
  found
}

#' Folder of the current training run
#'
#' @return The folder that the R package tfruns made for the run; the working folder otherwise.
#' @examples
#' run_dir()
#' @export
run_dir <- function() if (is_loaded("tfruns")) tfruns::run_dir() else getwd()
