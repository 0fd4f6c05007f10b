test_that("the guides are vignettes of the package", {
  found <- as.data.frame(vignette(package = "keras")$results)
  expect_true("sequential_model" %in% found$Item)
  expect_match(found$Title[found$Item == "sequential_model"], "^The sequential model")
  expect_true("sequential_model.Rmd" %in% browseVignettes("keras")$keras[, "File"])
})

test_that("their code can be shown", {
  code <- system.file("doc", "sequential_model.R", package = "keras")
  lines <- readLines(code)
  expect_true("library(keras)" %in% lines)
  expect_silent(parse(text = lines))
})
