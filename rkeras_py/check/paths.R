# Whether attributes of Python modules exist, asked as a script would ask.
#
# Each line of the input is a path: a root and names with tabs between them. Roots are tf, keras,
# backend and import:MODULE. Each line of the output is the number of a path that does not exist,
# how many of its parts do, and the names that there are beside the one that is missing.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))),
                 "output.R"))
suppressPackageStartupMessages(library(keras))

root_of <- function(name) {
  switch(name,
         tf = tensorflow::tf, keras = keras, backend = backend(),
         reticulate::import(sub("^import:", "", name)))
}

# The number of names that lead to an object, and what there is where the next one is missing.
walk <- function(names) {
  object <- tryCatch(root_of(names[[1]]), error = function(e) NULL)
  if (is.null(object)) return(list(0L, ""))
  for (known in seq_along(names[-1])) {
    value <- tryCatch(list(do.call(`$`, list(object, names[[known + 1L]]))),
                      error = function(e) NULL)
    if (is.null(value)) {
      others <- tryCatch(names(object), error = function(e) "")
      return(list(known, paste(others, collapse = " ")))
    }
    object <- value[[1]]
  }
}

for (number in seq_along(input)) {
  missing <- walk(strsplit(input[[number]], "\t", fixed = TRUE)[[1]])
  if (length(missing)) say(number - 1L, missing[[1]], missing[[2]])
}
close(output)
