# Lints the R package, the examples and the tests written in R; exit status 1 where something was found.
# (tests/scripts are written as old scripts are, single quotes and semicolons included)
folders <- Filter(dir.exists, c("R", "rkeras_py/check", "rkeras_py/testing", "examples", "tests/r"))
options(lintr.linter_file = normalizePath("R/.lintr"))
found <- do.call(c, lapply(folders, lintr::lint_dir, relative_path = FALSE))
for (lint in found) {
  cat(sprintf(
    "%s:%d:%d: [%s] %s\n",
    lint$filename, lint$line_number, lint$column_number, lint$linter, lint$message
  ))
}
if (length(found) > 0) {
  quit(status = 1)
}
