# get_file() as R scripts use it: archives, names and what they may not do.

url_of <- function(path) paste0("file://", normalizePath(path))

# A tar archive of what `make` leaves in a new folder.
archive_of <- function(make) {
  folder <- tempfile()
  dir.create(folder)
  archive <- tempfile(fileext = ".tgz")
  old <- setwd(folder)
  on.exit(setwd(old))
  make()
  utils::tar(archive, list.files(all.files = TRUE, no.. = TRUE), "gzip", tar = "internal")
  archive
}

quiet_file <- function(...) {
  capture.output(path <- get_file(...))
  path
}

test_that("an archive is unpacked beside itself, each time that a script asks", {
  origin <- url_of(archive_of(function() {
    dir.create("flowers/roses", recursive = TRUE)
    writeLines("red", "flowers/roses/1.txt")
  }))
  cache <- tempfile()
  for (i in 1:2) {
    path <- quiet_file("flowers.tgz", origin, extract = TRUE, cache_dir = cache)
    expect_identical(path, file.path(cache, "datasets", "flowers.tgz"))
    rose <- file.path(dirname(path), "flowers", "roses", "1.txt")
    expect_identical(readLines(rose), "red")
    expect_identical(readLines(file.path(sub("\\.tgz$", "", path), "roses", "1.txt")), "red")
  }
  folder <- quiet_file("flowers", origin, untar = TRUE, cache_dir = cache)
  expect_identical(folder, file.path(cache, "datasets", "flowers"))

  whole <- file.path(tempfile(), "flowers.tgz")
  expect_identical(quiet_file(whole, origin, extract = TRUE), whole)
  expect_true(file.exists(file.path(dirname(whole), "flowers", "roses", "1.txt")))
})

test_that("a link becomes a copy, and one that leads elsewhere an error", {
  origin <- url_of(archive_of(function() {
    writeLines("1", "a.txt")
    file.symlink("a.txt", "b.txt")
  }))
  path <- quiet_file("a.tgz", origin, extract = TRUE, cache_dir = tempfile())
  expect_identical(readLines(file.path(dirname(path), "b.txt")), "1")
  expect_identical(unname(Sys.readlink(file.path(dirname(path), "b.txt"))), "")

  outside <- tempfile()
  writeLines("secret", outside)
  for (target in c(outside, file.path("..", basename(outside)))) {
    origin <- url_of(archive_of(function() file.symlink(target, "b.txt")))
    cache <- tempfile()
    problem <- tryCatch(quiet_file("a.tgz", origin, extract = TRUE, cache_dir = cache),
                        error = identity)
    expect_s3_class(problem, "rkeras_py.errors.DownloadError")
    expect_match(conditionMessage(problem), 'a.tgz is not unpacked: the member "b.txt"')
    expect_identical(list.files(cache, recursive = TRUE, all.files = TRUE), "datasets/a.tgz")
  }
})

test_that("an archive replaces no other file of the cache", {
  origin <- url_of(archive_of(function() writeLines("theirs", "mnist.npz")))
  cache <- tempfile()
  dir.create(file.path(cache, "datasets"), recursive = TRUE)
  writeLines("mine", file.path(cache, "datasets", "mnist.npz"))
  expect_error(quiet_file("a.tgz", origin, extract = TRUE, cache_dir = cache),
               'is not unpacked: "mnist.npz" would replace another file')
  expect_identical(readLines(file.path(cache, "datasets", "mnist.npz")), "mine")
})

test_that("names stay in their folder", {
  origin <- tempfile()
  writeLines("1", origin)
  cache <- file.path(tempfile(), "cache")
  expect_error(get_file("../../x", url_of(origin), cache_dir = cache),
               '`fname` must be a name in the folder .* or an absolute path; "../../x" is outside')
  expect_error(get_file("x", url_of(origin), cache_dir = cache, cache_subdir = "../.."),
               '`cache_subdir` must be a name in the folder .* "../.." is outside')
  expect_error(dataset_mnist("../../x"), "`path` must be a name in the folder")
  expect_false(file.exists(dirname(cache)))
})
