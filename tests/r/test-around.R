# What stands around the API: assignment of several values, flags, Python's objects.

test_that("%<-% takes nested lists apart", {
  data <- list(train = list(x = matrix(1:4, 2), y = 5:6), test = list(x = 7, y = 8))
  c(c(x_train, y_train), c(x_test, y_test)) %<-% data
  expect_identical(list(x_train, y_train, x_test, y_test), list(matrix(1:4, 2), 5:6, 7, 8))
  c(a, b) %<-% c(1, 2)
  expect_identical(c(a, b), c(1, 2))
  a %<>% `+`(1)
  expect_identical(a, 2)
})

test_that("flags come from defaults, a file and the command line, in this order", {
  declared <- list(
    flag_numeric("dropout.rate", 0.4), flag_integer("units", 128, "width of the layer"),
    flag_boolean("shuffle", TRUE), flag_string("name", "x")
  )
  read <- function(...) unlist(do.call(flags, c(declared, list(...))))
  of <- function(...) unlist(list(...))
  expect_identical(read(file = NULL, arguments = character()),
                   of(dropout.rate = 0.4, units = 128L, shuffle = TRUE, name = "x"))
  expect_identical(
    read(file = NULL, arguments = c("--dropout-rate=0.2", "--units", "5", "--name", "-a b", "rest",
                                    "--shuffle", "no", "--args", "--other=1")),
    of(dropout.rate = 0.2, units = 5L, shuffle = FALSE, name = "-a b")
  )
  expect_true(flags(flag_boolean("on", FALSE), arguments = c("--on"), file = NULL)$on)
  in_list <- flags(list(flag_boolean("on", FALSE), flag_string("s", "x")), arguments = character())
  expect_identical(names(in_list), c("on", "s"))
  expect_warning(flags(file = "absent.yml"), 'there is no file "absent.yml"', fixed = TRUE)

  skip_if_not_installed("yaml")
  plain <- tempfile(fileext = ".yml")
  writeLines(c("units: 7", "name: file"), plain)
  expect_identical(read(file = plain, arguments = "--units=8")[c("units", "name")],
                   of(units = 8L, name = "file"))
  parts <- tempfile(fileext = ".yml")
  writeLines(c("default:", "  units: 1", "  name: d", "cloud:", "  units: 2", "more:",
               "  inherits: cloud", "  name: m"), parts)
  expect_identical(read(file = parts, arguments = character())[["units"]], "1")
  cloud <- read(file = parts, config = "cloud", arguments = character())
  expect_identical(cloud[c("units", "name")], of(units = 2L, name = "d"))
  more <- read(file = parts, config = "more", arguments = character())
  expect_identical(more[c("units", "name")], of(units = 2L, name = "m"))
  writeLines(c("cloud:", "  units: 3"), parts) # without defaults
  cloud <- read(file = parts, config = "cloud", arguments = character())
  expect_identical(cloud[c("units", "name")], of(units = 3L, name = "x"))
})
test_that("flags remember what they are", {
  expect_identical(as.data.frame(flags(flag_integer("units", 4)))$description, NA)
  FLAGS <- flags(flag_integer("units", 3, "width"), flag_string("name", "x"),
                 arguments = character())
  expect_s3_class(FLAGS, "tfruns_flags")
  expect_identical(FLAGS$units, 3L)
  expect_identical(as.data.frame(FLAGS),
                   data.frame(name = c("units", "name"), type = c("integer", "string"),
                              value = c("3", "x"), description = c("width", NA)))
  expect_output(print(FLAGS), "units +integer +3 +width")
})
test_that("whole numbers of flags are those of as.integer()", {
  FLAGS <- flags(flag_integer("n", 2.5), flag_integer("m", 1), arguments = "--m=3.9")
  expect_identical(c(FLAGS$n, FLAGS$m), c(2L, 3L))
})
test_that("flags of a wrong kind are told", {
  expect_error(flags(flag_integer("n", 1), arguments = "--n=many"),
               'flag "n" must be a whole number, not "many".', fixed = TRUE)
  expect_error(flag_numeric("n", "many"), 'flag "n" must be a number, not "many".', fixed = TRUE)
  expect_error(flag_boolean("b", "maybe"), "must be TRUE or FALSE", fixed = TRUE)
  expect_error(flags(3), "must be flags, such as flag_integer().", fixed = TRUE)
  expect_error(flags(flag_string("a", "x"), flag_string("a", "y")), "given more than once")
  expect_error(flags(flag_string("a", "x"), arguments = "--a"), "has no value on the command line")
  expect_error(flags(flag_string("a", "x"), arguments = "--b=1"),
               'flag "b" is given but not declared; the script has "a".', fixed = TRUE)
  expect_identical(run_dir(), getwd())
})

test_that("zip_lists() puts positions together, by name where all have names", {
  expect_identical(zip_lists(1:2, c("a", "b")), list(list(1L, "a"), list(2L, "b")))
  expect_identical(zip_lists(x = list(1, 2), y = list(3, NULL)),
                   list(list(x = 1, y = 3), list(x = 2, y = NULL)))
  expect_identical(zip_lists(list(a = 1, b = 2), list(b = 4, a = 3)),
                   list(a = list(1, 3), b = list(2, 4)))
  expect_identical(zip_lists(list(list(1, 2), list(3, 4))), list(list(1, 3), list(2, 4)))
  expect_identical(zip_lists(), list())
  expect_error(zip_lists(1:2, 1:3), "the same length, not 2 and 3")
  expect_error(zip_lists(list(a = 1), list(b = 1)), "all lists must have the same names")
})

test_that("keras is the module, in Keras 2's spelling too", {
  expect_s3_class(keras, "python.builtin.module")
  dense <- keras$layers$Dense(3L, kernel_initializer = "ones", use_bias = FALSE)
  expect_identical(as.array(dense(k_constant(matrix(c(1, 2), 1)))), matrix(3, 1, 3))
  expect_identical(keras$utils$np_utils$to_categorical(c(0, 1), 2L), diag(2))
  expect_equal(as.numeric(keras$optimizers$Adam(lr = 0.5)$lr), 0.5)
  expect_identical(as.numeric(backend()$sum(k_ones(c(2, 3)), axis = 0L)), c(2, 2, 2))
  expect_identical(backend()$epsilon(), 1e-7)
  expect_s3_class(backend(convert = FALSE)$epsilon(), "python.builtin.float")
})

test_that("tuples stay Python's, and go where tuples are wanted", {
  pair <- tuple(1L, "a")
  expect_s3_class(pair, "python.builtin.tuple")
  expect_identical(as.list(pair), list(1L, "a"))
  expect_identical(length(pair), 2L)
  expect_identical(format(pair[0]), "1")
  expect_identical(format(tuple(list(2, 3))), "(2.0, 3.0)")
  expect_identical(format(tuple(c(2, 3))), "([2.0, 3.0],)") # a vector is one element
  expect_identical(tuple(1L, 2L, convert = TRUE)[1], 2L)
})

test_that("tensors and shapes from R's values", {
  expect_identical(as.array(as_tensor(matrix(1:4, 2))), matrix(1:4, 2))
  expect_identical(as_tensor(c(1, 2))$dtype$name, "float64")
  expect_identical(as_tensor(1:3, "float64") %>% as.numeric(), c(1, 2, 3))
  expect_identical(as.integer(shape(28, NULL, 3)), c(28L, NA, 3L))
  expect_identical(as.list(shape(dims = c(2, 3))), list(2L, 3L))
  expect_identical(as.integer(as_tensor(matrix(0, 2, 5))$shape), c(2L, 5L))
  expect_error(shape("wide"), "`dims` must be a shape", fixed = TRUE)
})

test_that("wishes for another Python bring a warning that says which one runs", {
  expect_no_warning(use_condaenv())
  expect_no_warning(use_python(keras:::py_exe()))
  expect_warning(use_virtualenv("r-tensorflow"), keras:::py_exe(), fixed = TRUE)
  expect_warning(use_python("/no/such/python", required = TRUE), "RKERAS_PYTHON")
})

test_that("contexts give what they enter a name", {
  file <- tempfile()
  open <- keras:::import_builtins()$open
  with(keras:::`%as%`(open(file, "w"), out), out$write("words"))
  expect_identical(readLines(file, warn = FALSE), "words")
  expect_true(out$closed)
})
