# Data that are read while a model trains: files, databases, arrays on disk.

folder <- tempfile("sources")
dir.create(folder)
at <- function(...) file.path(folder, ...)

set.seed(1)
numbers <- data.frame(a = rnorm(1000), b = rnorm(1000), w = runif(1000))
numbers$y <- 2 * numbers$a - numbers$b
x <- as.matrix(numbers[c("a", "b")])
write.csv(numbers, at("numbers.csv"), row.names = FALSE)

linear <- function() {
  model <- keras_model_sequential() %>%
    layer_dense(1, input_shape = 2, kernel_initializer = "zeros")
  model %>% compile(optimizer = optimizer_sgd(0.1), loss = "mse")
  model
}
trained <- function(..., epochs = 2) {
  model <- linear()
  history <- model %>%
    fit(..., epochs = epochs, batch_size = 64, shuffle = FALSE, verbose = 0)
  list(history$metrics, lapply(get_weights(model), as.vector))
}
of_arrays <- trained(x, numbers$y)

data_packages <- function() {
  all(vapply(c("pyarrow", "duckdb"), reticulate::py_module_available, NA))
}
as_parquet <- function() {
  reticulate::import("duckdb")$execute(sprintf(
    "COPY (SELECT * FROM '%s') TO '%s' (ROW_GROUP_SIZE 300)", at("numbers.csv"), at("p.parquet")
  ))
  at("p.parquet")
}

test_that("sources train as arrays do", {
  skip_if_not(data_packages())
  columns <- c("a", "b")
  expect_equal(trained(csv_source(at("numbers.csv"), columns, "y")), of_arrays, tolerance = 1e-5)
  parquet <- parquet_source(as_parquet(), x = columns, y = "y")
  expect_equal(trained(parquet), of_arrays, tolerance = 1e-5)
  expect_match(capture.output(print(parquet)), "<parquet_source: .*p.parquet, 4 columns>")
  query <- sprintf("SELECT a, b, y FROM '%s'", at("p.parquet"))
  expect_equal(trained(duckdb_source(query, y = "y")), of_arrays, tolerance = 1e-5)
  expect_equal(
    trained(parquet_source(at("p.parquet"), columns, "y", sample_weight = "w")),
    trained(x, numbers$y, sample_weight = numbers$w), tolerance = 1e-5
  )
  expect_equal(
    trained(parquet, validation_data = parquet)[[1]]$val_loss,
    trained(x, numbers$y, validation_data = list(x, numbers$y))[[1]]$val_loss, tolerance = 1e-5
  )
  model <- linear()
  model %>% fit(parquet, epochs = 3, verbose = 0)
  expect_equal(as.vector(get_weights(model)[[1]]), c(2, -1), tolerance = 1e-3)
  expect_equal(predict(model, parquet, verbose = 0), predict(model, x, verbose = 0))
  expect_equal(evaluate(model, parquet, verbose = 0), evaluate(model, x, numbers$y, verbose = 0))
})

test_that("inputs have the columns of a named list", {
  skip_if_not(data_packages())
  by_name <- parquet_source(as_parquet(), x = list(b = "b", a = "a"), y = "y")
  swapped <- parquet_source(as_parquet(), x = list(b = "a", a = "b"), y = "y")
  model <- of_two()
  expect_equal(c(predict(model, by_name, verbose = 0)), rowMeans(x), tolerance = 1e-6)
  expect_equal(
    evaluate(model, swapped, verbose = 0),
    evaluate(model, list(x[, 2], x[, 1]), numbers$y, verbose = 0)
  )
})

test_that("errors name the column, the file and the call", {
  skip_if_not(data_packages())
  expect_error(parquet_source(as_parquet(), y = "Y2"),
               'no column "Y2" in .*p.parquet. Did you mean "y"')
  expect_error(
    trained(csv_source(at("numbers.csv"), c("a", "b"), "y"), validation_split = 0.1),
    "Give `validation_data` another source"
  )
  writeLines(c("a,b,y", rep("1,2,3", 100), "1,NA,3"), at("na.csv"))
  problem <- tryCatch(trained(csv_source(at("na.csv"), y = "y")), error = identity)
  expect_match(conditionMessage(problem), 'column "b" of .*na.csv has missing values .*row 101')
  expect_identical(conditionCall(problem)[[1]], quote(fit))
})

test_that("arrays on disk are read in blocks", {
  skip_if_not(reticulate::py_module_available("h5py"))
  np <- reticulate::import("numpy", convert = FALSE)
  np$save(at("x.npy"), x)
  np$save(at("y.npy"), numbers$y)
  expect_equal(trained(array_source(at("x.npy"), at("y.npy"))), of_arrays, tolerance = 1e-5)
  mapped <- np$load(at("x.npy"), mmap_mode = "r")
  expect_equal(trained(mapped, numbers$y), of_arrays, tolerance = 1e-5)

  file <- reticulate::import("h5py")$File(at("x.h5"), "w")
  file$create_dataset("x", data = x)
  file$close()
  calls <- 0
  half <- function(rows) {
    calls <<- calls + 1
    rows / 2
  }
  matrix <- hdf5_matrix(at("x.h5"), "x", normalizer = half)
  expect_equal(trained(matrix, numbers$y), trained(x / 2, numbers$y), tolerance = 1e-5)
  expect_gt(calls, 2)
  expect_equal(predict(linear(), matrix, verbose = 0), matrix(0, 1000, 1))
})

test_that("queries run on connections of DBI", {
  skip_if_not(data_packages())
  skip_if_not_installed("RSQLite")
  connection <- DBI::dbConnect(RSQLite::SQLite(), at("numbers.sqlite"))
  DBI::dbWriteTable(connection, "numbers", numbers)
  DBI::dbWriteTable(connection, "gaps", data.frame(a = c(1, NA), b = 1:2))
  source <- duckdb_source("SELECT a, b, y FROM numbers", connection, y = "y")
  gaps <- duckdb_source("SELECT * FROM gaps", connection)
  expect_error(duckdb_source("SELECT * FROM gaps WHERE b > 5", connection), "has no rows")
  expect_error(duckdb_source("SELECT * FROM absent", connection), "no such table")
  DBI::dbDisconnect(connection)
  expect_equal(trained(source), of_arrays, tolerance = 1e-5)
  expect_error(predict(linear(), gaps, verbose = 0), 'column "a" .* has missing values')
})

test_that("objects of arrow come through the C stream", {
  skip_if_not(data_packages())
  skip_if(requireNamespace("arrow", quietly = TRUE), "the real arrow is installed")
  # a package of that name with what the bridge calls
  dir.create(at("arrow"))
  writeLines(c("Package: arrow", "Version: 1.0", "Title: T", "Description: D", "License: GPL"),
    at("arrow", "DESCRIPTION"))
  writeLines("export(as_record_batch_reader)", at("arrow", "NAMESPACE"))
  dir.create(at("arrow", "R"))
  writeLines("as_record_batch_reader <- function(x) x$reader()", at("arrow", "R", "code.R"))
  dir.create(at("library"))
  utils::install.packages(at("arrow"), at("library"), repos = NULL, type = "source", quiet = TRUE)
  old <- .libPaths()
  .libPaths(c(at("library"), old))
  on.exit(.libPaths(old))

  table <- reticulate::import("pyarrow.csv", convert = FALSE)$read_csv(at("numbers.csv"))
  int <- reticulate::import_builtins(convert = FALSE)$int
  object <- structure(new.env(), class = c("Table", "ArrowTabular", "ArrowObject", "R6"))
  object$reader <- function() {
    list(export_to_c = function(address) table$to_reader()$`_export_to_c`(int(address)))
  }
  source <- arrow_source(object, x = c("a", "b"), y = "y")
  expect_equal(trained(source), of_arrays, tolerance = 1e-5)
  expect_error(arrow_source(new.env()), "`data` must be a table, a dataset or a stream of Arrow's")
})
