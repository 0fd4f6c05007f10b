# Parses R code without running it, and says which packages are installed.
#
# Each line of the input is the path of a file. Each line of the output is a row of getParseData(),
# an error or the name of a package, as rkeras_py/check/r.py reads them.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))),
                 "output.R"))

# Where an error of the parser is: most messages say so, others come as soon as their line is read.
line_of <- function(message, lines) {
  said <- regmatches(message, regexec("^<text>:([0-9]+):[0-9]+: ", message))[[1]]
  if (length(said) == 2) return(as.integer(said[[2]]))
  for (i in seq_along(lines)) {
    problem <- tryCatch({
      parse(text = lines[seq_len(i)], keep.source = FALSE)
      ""
    }, error = conditionMessage)
    if (identical(problem, message)) return(i)
  }
  1L
}

read <- function(path, number) {
  lines <- readLines(path, warn = FALSE, encoding = "UTF-8")
  code <- tryCatch(parse(text = lines, keep.source = TRUE, encoding = "UTF-8"),
                   error = conditionMessage)
  if (is.character(code)) {
    first <- strsplit(code, "\n", fixed = TRUE)[[1]][[1]]
    return(say("error", number, line_of(code, lines), sub("^<text>:[0-9]+:[0-9]+: ", "", first)))
  }
  rows <- utils::getParseData(code)
  if (NROW(rows)) {
    say("row", number, rows$line1, rows$col1, rows$line2, rows$col2, rows$id, rows$parent,
        rows$token, rows$text)
  }
}

for (number in seq_along(input)) read(input[[number]], number - 1L)
say("package", .packages(all.available = TRUE))
close(output)
