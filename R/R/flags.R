# Training flags: settings of a script from the command line or a file.

#' Define flags for a training script
#'
#' Flags are settings with defaults that can be changed without editing the script. A file
#' `flags.yml` in the working directory overrides the defaults, and the command line overrides both:
#' `Rscript train.R --dropout=0.3 --epochs 5`.
#'
#' @param ... Flags, created by `flag_numeric()` and the other functions here, or one list of them.
#' @param config Section of the file to use; its values are added to those of `default`.
#' @param file Name of a YAML file with names and values, or with sections of them, one of which may
#'   be `default`. It is read if it exists.
#' @param arguments The arguments of the command line, up to `--args`. With `--help` the flags are
#'   listed and R quits.
#' @param name Name of the flag. Dots, underscores and hyphens are equivalent on the command line.
#' @param default Default value.
#' @param description Description of the flag, shown by `--help`.
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
  if (is_loaded("tfruns")) { # it passes its own values to scripts that it runs
    named <- c(if (!missing(config)) list(config = config), if (!missing(file)) list(file = file))
    return(do.call(tfruns::flags, c(list(..., arguments = arguments), named)))
  }
  declared <- declared_flags(...)
  if ("--help" %in% arguments) print_help(declared)
  if (missing(config)) config <- c(the$run$config, config)[[1]]
  if (missing(file)) file <- c(the$run$flags_file, file)[[1]] else warn_missing(file)
  given <- c(flags_of_file(file, config), flags_of_arguments(arguments, declared), the$run$flags)
  values <- set_flags(declared, given)
  write_run_metadata("flags", unclass(values))
  values
}

warn_missing <- function(file) {
  if (!is.null(file) && !file.exists(file)) warning("`file`: there is no file \"", file, "\".")
}

declared_flags <- function(...) {
  declared <- list(...)
  if (length(declared) == 1 && !inherits(declared[[1]], "tfruns_flag") && is.list(declared[[1]])) {
    declared <- declared[[1]]
  }
  for (flag in declared) {
    if (!inherits(flag, "tfruns_flag")) stop("`...` must be flags, such as flag_integer().")
  }
  names <- vapply(declared, `[[`, "", "name")
  if (anyDuplicated(names)) {
    stop("flag \"", names[anyDuplicated(names)], "\" is given more than once.")
  }
  stats::setNames(declared, names)
}

# The defaults of the flags as a list, with the flags as an attribute.
as_flags <- function(declared) {
  part <- function(name) {
    unname(vapply(declared, function(flag) c(flag[[name]], NA_character_)[[1]], ""))
  }
  described <- part("description")
  structure(
    lapply(declared, `[[`, "default"),
    types = part("type"),
    descriptions = if (all(is.na(described))) as.logical(described) else described,
    class = c("training_flags", "tfruns_flags")
  )
}

# Later values have precedence.
set_flags <- function(declared, given) {
  values <- as_flags(declared)
  for (i in seq_along(given)) {
    flag <- Find(function(flag) same_flag(flag$name, names(given)[[i]]), declared)
    if (is.null(flag)) stop_undeclared(names(given)[[i]], names(values))
    values[[flag$name]] <- flag_value(flag, given[[i]])
  }
  values
}

stop_undeclared <- function(name, known) {
  stop("flag \"", name, "\" is given but not declared; the script has ",
       if (length(known)) paste0('"', known, '"', collapse = ", ") else "none", ".", call. = FALSE)
}

print_help <- function(declared) {
  if (length(declared)) {
    about <- vapply(declared, function(flag) {
      paste0(if (!is.null(flag$description)) paste0(flag$description, " "), "(", flag$default, ")")
    }, "")
    names <- format(gsub("[._]", "-", names(declared)))
    cat("\nOptions:\n", paste0("  --", names, "    ", about, "\n"), "\n", sep = "")
  }
  quit(save = "no")
}

#' @export
as.data.frame.training_flags <- function(x, ...) {
  data.frame(name = names(x), type = attr(x, "types"), value = as.character(unlist(unclass(x))),
             description = attr(x, "descriptions"))
}

#' @export
print.training_flags <- function(x, ...) {
  print(as.data.frame(x), row.names = FALSE)
  invisible(x)
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
  structure(flag, class = "tfruns_flag")
}

# Converts a value to the flag's type.
flag_value <- function(flag, value) {
  text <- as.character(value)
  read <- suppressWarnings(switch(flag$type,
    numeric = as.double(text),
    integer = as.integer(text),
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
  if (length(values) && !all(vapply(values, is.list, NA))) return(values)
  utils::modifyList(as.list(values$default), part_of_file(values, config))
}

# A section may extend others, which it names in `inherits`.
part_of_file <- function(values, config, seen = character()) {
  part <- as.list(if (config != "default") values[[config]])
  for (other in setdiff(part$inherits, c(seen, config))) {
    part <- utils::modifyList(part_of_file(values, other, c(seen, config)), part)
  }
  part$inherits <- NULL
  part
}

# Both `--name=value` and `--name value`; a boolean needs no value. Other words are ignored.
flags_of_arguments <- function(arguments, declared) {
  found <- list()
  boolean <- function(name) {
    any(vapply(declared, function(f) f$type == "boolean" && same_flag(f$name, name), TRUE))
  }
  arguments <- unlist(arguments)
  i <- 1
  while (i <= length(arguments) && arguments[[i]] != "--args") {
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
      } else {
        stop("flag \"", word, "\" has no value on the command line.", call. = FALSE)
      }
    }
    i <- i + 1
  }
  found
}
