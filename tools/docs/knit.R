# Runs the code of R Markdown documents and writes Markdown beside each: knit.R FILE.Rmd ...
#
# All in one process, since loading TensorFlow takes longer than most pages.

library(keras)

# Sphinx copies pictures that are Markdown; knitr writes HTML for some of them.
picture <- function(path, options) {
  text <- if (is.null(options$fig.alt)) options$label else options$fig.alt
  sprintf("\n![%s](%s)\n", text, path)
}
# knit() sets its own hooks for Markdown only where none has been changed.
knitr::render_markdown()
knitr::knit_hooks$set(plot = picture)

knit_one <- function(document) {
  folder <- dirname(document)
  name <- sub("[.]Rmd$", "", basename(document))
  knitr::opts_knit$set(base.dir = folder, progress = FALSE, verbose = FALSE)
  knitr::opts_chunk$set(comment = "#>", fig.path = paste0("figures/", name, "-"), dpi = 96,
                        fig.width = 6.5, fig.height = 4, collapse = FALSE, error = FALSE)
  previous <- setwd(tempfile_folder())
  on.exit(setwd(previous))
  knitr::knit(document, file.path(folder, paste0(name, ".md")), quiet = TRUE,
              envir = new.env(parent = globalenv()), encoding = "UTF-8")
}

# Examples that write files write them here.
tempfile_folder <- function() {
  folder <- tempfile("page")
  dir.create(folder)
  folder
}

for (document in commandArgs(TRUE)) {
  tryCatch(
    knit_one(document),
    error = function(e) {
      message(basename(document), ": ", conditionMessage(e))
      quit(status = 1)
    }
  )
  k_clear_session()
}
