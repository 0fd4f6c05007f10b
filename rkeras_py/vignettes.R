# Adds vignettes to an installed package, so that vignette() and browseVignettes() list them:
# vignettes.R PACKAGE FILE.Rmd ...
#
# A page that was rendered beside its source comes along; rendering takes longer than installing.

arguments <- commandArgs(TRUE)
package <- arguments[[1L]]
sources <- arguments[-1L]
doc <- file.path(package, "doc")
dir.create(doc, showWarnings = FALSE)

title <- function(source) {
  line <- grep("\\VignetteIndexEntry{", readLines(source, encoding = "UTF-8"), fixed = TRUE,
               value = TRUE)
  sub(".*\\{(.*)\\}.*", "\\1", line[[1L]])
}

# The name of a file in the folder, "" where it could not be made.
made <- function(name, ok) if (isTRUE(ok)) name else ""

one <- function(source) {
  name <- sub("[.]Rmd$", "", basename(source))
  file.copy(source, doc, overwrite = TRUE)
  page <- sub("[.]Rmd$", ".html", source)
  code <- file.path(doc, paste0(name, ".R"))
  purled <- requireNamespace("knitr", quietly = TRUE) &&
    !is.null(knitr::purl(source, code, quiet = TRUE, documentation = 1L, encoding = "UTF-8"))
  data.frame(
    File = basename(source), Title = title(source),
    PDF = made(basename(page), file.exists(page) && file.copy(page, doc, overwrite = TRUE)),
    R = made(basename(code), purled),
    Depends = I(list(character())), Keywords = I(list(character()))
  )
}

index <- do.call(rbind, lapply(sources, one))
index$Depends <- unclass(index$Depends)
index$Keywords <- unclass(index$Keywords)
saveRDS(index, file.path(package, "Meta", "vignette.rds"))
