attach_keras <- function(in_python) {
  namespace <- asNamespace("keras")
  attach_it <- namespace$.onAttach
  answers <- function(name) if (name == ".version") in_python
  environment(attach_it) <- list2env(list(call_python = answers), parent = namespace)
  attach_it(dirname(find.package("keras")), "keras")
}

test_that("a Python package of another version is reported when keras is attached", {
  here <- as.character(packageVersion("keras"))
  expect_silent(attach_keras(here))
  said <- capture_messages(attach_keras("9.9.9"))
  begins <- paste0("The R package keras is version ", here, ", but rkeras-py in Python is 9.9.9. ",
                   "Install the R package again: /")
  expect_identical(substr(said, 1, nchar(begins)), begins)
  expect_match(said, "/rkeras install-r\n$")
})

test_that("the two packages here are of one version", {
  here <- as.character(packageVersion("keras"))
  expect_identical(asNamespace("keras")$call_python(".version"), here)
})
