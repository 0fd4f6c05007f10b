# What the programs of this folder answer with: lines of fields with tabs between them.

# The answer to a program that got the paths of its input and its output as arguments.
output <- file(commandArgs(TRUE)[[2]], "wb")

# A line for each element of the fields, which are vectors of the same length or of length 1.
say <- function(...) {
  fields <- lapply(list(...), function(field) {
    gsub("[\t\n\r]", " ", enc2utf8(as.character(field)), useBytes = TRUE)
  })
  lines <- if (all(lengths(fields))) do.call(paste, c(fields, sep = "\t"))
  writeLines(as.character(lines), output, useBytes = TRUE)
}

# What is asked.
input <- readLines(commandArgs(TRUE)[[1]], encoding = "UTF-8")
