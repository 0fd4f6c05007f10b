# What R's own checks find in the help pages of the installed package and in man/, given as the
# argument. Prints nothing where all is well.

library(keras)

for (page in list.files(commandArgs(TRUE)[[1]], "[.]Rd$", full.names = TRUE)) {
  for (problem in tools::checkRd(page)) cat(format(problem), "\n")
}

checks <- list(
  tools::codoc("keras"), tools::undoc("keras"), tools::checkDocFiles("keras"),
  tools::checkDocStyle("keras"), tools::checkS3methods("keras")
)
for (check in checks) {
  for (line in format(check)) cat(line, "\n")
}
cat("checked\n")
