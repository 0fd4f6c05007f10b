"""The companions' help pages, which are written by hand: R's own comparison with the functions."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

CHECK = r"""
library(keras)
package <- commandArgs(TRUE)[[1]]
library(package, character.only = TRUE)
library <- dirname(find.package(package))
names <- getNamespaceExports(package)
topics <- vapply(names, function(name) length(help((name), package = (package))), 1L)
cat("without a page:", sort(names[topics != 1]), "\n")
print(tools::codoc(package, lib.loc = library))
print(tools::checkDocFiles(package, lib.loc = library))
pages <- tools::Rd_db(package, lib.loc = library)
stopifnot(length(pages) > 5)
for (page in names(pages)) {
  for (problem in tools::checkRd(pages[[page]])) cat(page, problem, "\n")
  example <- tempfile()
  tools::Rd2ex(pages[[page]], example)
  answer <- tryCatch(capture.output(source(example, local = new.env(), echo = TRUE)),
                     error = function(e) cat(page, conditionMessage(e), "\n"))
  if (!any(grepl("^> ", answer))) cat(page, "has no example\n")
}
cat("examples done\n")
"""


@pytest.mark.parametrize("package", ["reticulate", "tensorflow", "tfruns"])
def test_every_function_has_a_page_that_fits_it(package: str, tmp_path: Path) -> None:
    output = companion.run_with_companions("Rscript", CHECK, tmp_path, package)
    assert [line.rstrip() for line in output.splitlines()] == ["without a page:", "examples done"]
