test_that("a Python package of another version is reported when keras is attached", {
  library <- dirname(find.package("keras"))
  attach_it <- function() asNamespace("keras")$.onAttach(library, "keras")
  expect_silent(attach_it())
  local_mocked_bindings(call_python = function(name, ...) "9.9.9", .package = "keras")
  said <- capture_messages(attach_it())
  here <- as.character(packageVersion("keras"))
  begins <- paste0("The R package keras is version ", here, ", but rkeras-py in Python is 9.9.9. ",
                   "Install the R package again: /")
  expect_identical(substr(said, 1, nchar(begins)), begins)
  expect_match(said, "/rkeras install-r\n$")
})
