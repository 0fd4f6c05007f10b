# What fit() returns: its parts, how it prints, as a data frame and as a plot.

set_random_seed(1)
x <- matrix(seq(0, 1, length.out = 24), 12)
y <- rowSums(x)
model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
model %>% compile(optimizer = "sgd", loss = "mse", metrics = "mae")
history <- model %>%
  fit(x, y, epochs = 3, batch_size = 4, validation_split = 0.25, verbose = 0)

made <- function(...) {
  structure(list(params = list(epochs = 2L), metrics = list(...)),
            class = "keras_training_history")
}

test_that("it has parameters and metrics", {
  expect_s3_class(history, "keras_training_history")
  expect_identical(names(history), c("params", "metrics"))
  expect_identical(history$params$epochs, 3L)
  expect_identical(history$params$steps, 3L)
  expect_identical(history$params$verbose, 0L)
  expect_identical(names(history$metrics), c("loss", "mae", "val_loss", "val_mae"))
  expect_true(all(vapply(history$metrics, is.double, NA)))
  expect_true(all(lengths(history$metrics) == 3))
})

test_that("it prints the last epoch", {
  one <- made(loss = c(2, 1234567.891), accuracy = c(0.1, 0.98765), val_loss = c(3, 0.000012345))
  expect_identical(capture.output(print(one)), c(
    "",
    "Final epoch (plot to see history):",
    "    loss: 1,235,000",
    "accuracy: 0.9876",
    "val_loss: 1.234e-05"
  ))
  expect_identical(capture.output(shown <- withVisible(print(one))$visible), capture.output(one))
  expect_false(shown)
})

test_that("it becomes a data frame", {
  one <- made(loss = c(2, 1), acc = c(0.5, 0.75), val_loss = 4, val_acc = c(0.25, 0.5))
  expect_equal(as.data.frame(one), data.frame(
    epoch = rep(1:2, 4),
    value = c(2, 1, 0.5, 0.75, 4, NA, 0.25, 0.5),
    metric = factor(rep(c("loss", "acc", "loss", "acc"), each = 2), levels = c("loss", "acc")),
    data = factor(rep(c("training", "validation"), each = 4), levels = c("training", "validation"))
  ))
  frame <- as.data.frame(history)
  expect_identical(frame$value[frame$metric == "mae" & frame$data == "validation"],
                   history$metrics$val_mae)
})

test_that("ggplot2 draws a panel for each metric and a colour for each data set", {
  skip_if_not_installed("ggplot2")
  figure <- plot(history)
  expect_s3_class(figure, "ggplot")
  expect_identical(as.data.frame(figure$data), as.data.frame(history))
  built <- ggplot2::ggplot_build(figure)
  points <- built$data[[1]]
  expect_equal(sort(points$y), sort(unlist(history$metrics, use.names = FALSE)))
  expect_length(unique(points$PANEL), 2)
  expect_length(unique(points$fill), 2)
  expect_s3_class(figure$layers[[2]]$geom, "GeomLine") # too few epochs to smooth
  only <- plot(history, metrics = "loss")
  expect_identical(levels(only$data$metric), "loss")
})

test_that("long histories are smoothed, unless that is not wanted", {
  skip_if_not_installed("ggplot2")
  long <- made(loss = 1 / (1:20), val_loss = 1 / (1:20) + 0.1)
  expect_s3_class(plot(long)$layers[[2]]$geom, "GeomSmooth")
  expect_s3_class(plot(long, smooth = FALSE)$layers[[2]]$geom, "GeomLine")
  expect_silent(ggplot2::ggplot_build(plot(long)))
})

test_that("a history of one epoch is drawn without a message", {
  skip_if_not_installed("ggplot2")
  grDevices::pdf(NULL)
  on.exit(grDevices::dev.off())
  for (history in list(made(loss = 2), made(loss = 2, val_loss = 3))) {
    figure <- plot(history)
    expect_silent(print(figure))
    expect_length(figure$layers, 1)
  }
})

test_that("a history without validation has one colour", {
  skip_if_not_installed("ggplot2")
  figure <- plot(made(loss = c(2, 1)))
  points <- ggplot2::ggplot_build(figure)$data[[1]]
  expect_identical(points$y, c(2, 1))
  expect_length(unique(points$fill), 1)
  expect_null(figure$mapping$colour)
})

test_that("base graphics draw it too", {
  file <- tempfile(fileext = ".png")
  grDevices::png(file)
  on.exit(unlink(file))
  shown <- withVisible(plot(history, method = "base"))
  grDevices::dev.off()
  expect_false(shown$visible)
  expect_identical(shown$value, history)
  expect_gt(file.size(file), 1000)
})

test_that("an unknown metric is an error that names those there are", {
  expect_error(plot(history, metrics = "accuracy"),
               '`metrics` must be among "loss", "mae", not "accuracy".', fixed = TRUE)
})

test_that("it is drawn after each epoch on a graphics device that is open", {
  pages <- function(view_metrics, width = 480) {
    folder <- tempfile()
    dir.create(folder)
    on.exit(unlink(folder, recursive = TRUE))
    png(file.path(folder, "page%d.png"), width = width)
    trained <- tryCatch(
      model %>% fit(x, y, epochs = 3, verbose = 0, view_metrics = view_metrics),
      finally = dev.off()
    )
    expect_length(trained$metrics$loss, 3)
    length(list.files(folder))
  }
  expect_identical(pages(TRUE), 3L)
  expect_identical(pages(FALSE), 0L)
  expect_identical(pages("auto"), 0L)
  expect_error(model %>% fit(x, y, view_metrics = NA), "`view_metrics` must be TRUE, FALSE or")
})

test_that("a plot that fails does not end the training", {
  draw_metrics <- asNamespace("keras")$draw_metrics
  pdf(NULL)
  on.exit(dev.off())
  expect_true(draw_metrics(list(loss = c(2, 1), val_loss = c(3, 2))))
  expect_warning(drawn <- draw_metrics(list(loss = quote(a))), "the history cannot be drawn: ")
  expect_false(drawn)
})

synthetic <- function(epochs, value) {
  loss <- value(seq_len(epochs))
  structure(list(params = list(epochs = epochs),
                 metrics = list(loss = loss, val_loss = 1.5 * loss, mae = loss / 2)),
            class = "keras_training_history")
}

test_that("neither kind of plot warns of few epochs", {
  pdf(NULL)
  on.exit(dev.off())
  values <- list(
    falling = function(i) exp(-i / 3),
    constant = function(i) rep(0.25, length(i)),
    missing = function(i) replace(1 / i, i %in% 2:4, NaN)
  )
  for (value in values) for (epochs in c(1:12, 40)) {
    history <- synthetic(epochs, value)
    expect_silent(plot(history, method = "base"))
    if (requireNamespace("ggplot2", quietly = TRUE)) expect_silent(print(plot(history)))
  }
})

test_that("plots of values that are missing or not finite do not warn either", {
  skip_if_not_installed("ggplot2")
  pdf(NULL)
  on.exit(dev.off())
  short <- synthetic(9, sqrt)
  short$metrics$val_loss <- short$metrics$val_loss[1:2] # validated now and then
  expect_silent(print(plot(short)))
  expect_warning(plot(synthetic(5, function(i) NaN * i)), "no finite numbers to plot")
})

test_that("the curve of a few epochs goes through what a parabola can reach", {
  skip_if_not_installed("ggplot2")
  epochs <- 1:6
  history <- structure(list(params = list(epochs = 6L), metrics = list(loss = (epochs - 4)^2)),
                       class = "keras_training_history")
  figure <- plot(history)
  curve <- ggplot2::layer_data(figure, 2)
  expect_equal(curve$y, (curve$x - 4)^2, tolerance = 1e-6)
  expect_equal(range(curve$x), c(1, 6))
})

test_that("epochs that were not run are missing values of the data frame", {
  history <- structure(list(params = list(epochs = 4L),
                            metrics = list(loss = c(3, 2, 1), acc = c(0.1, 0.2, 0.3),
                                           val_loss = c(3, 2.5, 2))),
                       class = "keras_training_history")
  frame <- as.data.frame(history)
  expect_identical(frame$epoch, rep(1:4, 3))
  expect_identical(frame$value, c(3, 2, 1, NA, 0.1, 0.2, 0.3, NA, 3, 2.5, 2, NA))
  expect_identical(as.character(frame$metric), rep(c("loss", "acc", "loss"), each = 4))
  expect_identical(as.character(frame$data), rep(c("training", "training", "validation"), each = 4))
  expect_identical(levels(frame$data), c("training", "validation"))
})

opened <- function(...) {
  pages <- character()
  before <- options(browser = function(url) pages <<- c(pages, url))
  on.exit(options(before))
  model %>% fit(x, y, verbose = 0, ...)
  pages
}

test_that("without a device, a page is opened in a browser when it is asked for", {
  skip_if(interactive())
  graphics.off()
  folder <- setwd(tempdir())
  on.exit(setwd(folder))
  page <- opened(epochs = 2, view_metrics = TRUE)
  expect_match(page, "^http://127[.]0[.]0[.]1:[0-9]+/[-_0-9A-Za-z]{32}/$")
  news <- paste(readLines(paste0(page, "news"), warn = FALSE), collapse = "")
  expect_match(news, '"epochs": 2')
  expect_match(news, '"finished": true')
  expect_length(gregexpr('"loss": ', news)[[1]], 2)
  expect_identical(opened(epochs = 2), character())
  expect_identical(opened(epochs = 2, view_metrics = FALSE), character())
  expect_identical(unname(dev.cur()), 1L)
  expect_false(file.exists("Rplots.pdf"))
})

test_that("where no browser can be opened, the address is told", {
  skip_if(interactive())
  graphics.off()
  before <- options(browser = function(url) stop("no screen"))
  on.exit(options(before))
  expect_message(model %>% fit(x, y, epochs = 1, verbose = 0, view_metrics = TRUE),
                 "No browser can be opened here; the page is http://127.0.0.1:", fixed = TRUE)
})
