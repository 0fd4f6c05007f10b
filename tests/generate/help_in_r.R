# What a reader of R's help finds. Prints a line for each question.

library(keras)
page <- function(...) basename(as.character(help(..., package = "keras")))
cat("?keras:", page("keras"), "\n")
cat("?\"keras-package\":", page("keras-package"), "\n")
cat("?fit:", page("fit"), "\n")
cat("?\"%py_class%\":", page("%py_class%"), "\n")

found <- help.search("dense layer", package = "keras", agrep = FALSE)$matches
cat("??\"dense layer\":", unique(found$Topic), "\n")
densely <- help.search("densely connected", package = "keras")$matches
cat("??\"densely connected\":", unique(densely$Topic), "\n")
early <- help.search("stop training", package = "keras")$matches
cat("??\"stop training\":", sort(unique(early$Topic)), "\n")

changes <- news(package = "keras")
cat("news:", nrow(changes) > 50, unique(changes$Version), "\n")
cat("news(Version == \"2.17.0\"):", nrow(news(Version == "2.17.0", package = "keras")) > 10, "\n")
cat("citation:", citation("keras")$title, "\n")

output <- capture.output(example("layer_dense", package = "keras", ask = FALSE))
cat("example:", any(grepl("> model <- keras_model_sequential", output, fixed = TRUE)), "\n")

text <- capture.output(tools::Rd2txt(utils:::.getHelpFile(help("optimizer_adam"))))
text <- gsub("_\b", "", text)
cat("sections:", sub(":$", "", grep("^[A-Z][A-Za-z ]*:$", text, value = TRUE)), "\n")
