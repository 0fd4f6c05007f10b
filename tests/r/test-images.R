# Images as R has them: arrays, pipes, functions of R that change them, errors.

# Each image is of one value, its number.
numbers <- 0:9
images <- array(rep(numbers, 16), c(10, 4, 4, 1))

# The mean of an image, as a model.
mean_model <- function() {
  keras_model_sequential() %>%
    layer_flatten(input_shape = c(4, 4, 1)) %>%
    layer_dense(units = 1, use_bias = FALSE, weights = list(matrix(1 / 16, 16, 1))) %>%
    compile(loss = "mae", optimizer = optimizer_sgd(learning_rate = 0))
}

means <- function(x, ...) c(predict(mean_model(), x, verbose = 0, ...))

# A folder of two classes, with images of one grey each.
folder_of_images <- function(classes = list(cats = c(10, 20), dogs = c(110, 120, 130))) {
  folder <- tempfile("images")
  for (class in names(classes)) {
    dir.create(file.path(folder, class), recursive = TRUE)
    for (grey in classes[[class]]) {
      path <- file.path(folder, class, sprintf("%03d.png", grey))
      image_array_save(array(grey, c(4, 4, 1)), path, scale = FALSE)
    }
  }
  folder
}

test_that("an array becomes a file and comes back", {
  pixels <- array(sample(0:255, 5 * 4 * 3), c(5, 4, 3))
  path <- tempfile(fileext = ".png")
  expect_invisible(image_array_save(pixels, path, scale = FALSE))
  image <- image_load(path)
  expect_s3_class(image, c("PIL.Image.Image", "python.builtin.object"))
  expect_equal(image %>% image_to_array(), pixels)
  expect_equal(image_to_array(image, data_format = "channels_first"), aperm(pixels, c(3, 1, 2)))
  grey <- path %>% image_load(color_mode = "grayscale", target_size = c(10, 8)) %>% image_to_array()
  expect_identical(dim(grey), c(10L, 8L, 1L))
})

test_that("arrays are resized", {
  steps <- array(rep(c(0, 4, 8, 12), each = 2), c(2, 4, 1))
  expect_equal(image_array_resize(steps, height = 2, width = 2)[1, , 1], c(2, 10))
  batch <- array(1:16, c(2, 2, 2, 2))
  expect_identical(dim(image_array_resize(batch, 3, 5)), c(2L, 3L, 5L, 2L))
  expect_identical(dim(image_array_resize(batch, 3, 5, "channels_first")), c(2L, 2L, 3L, 5L))
})

test_that("batches of arrays are data for a model", {
  flow <- flow_images_from_data(images, numbers, batch_size = 4, shuffle = FALSE)
  expect_s3_class(flow, "keras.preprocessing.image.Iterator")
  expect_length(flow, 3)
  expect_equal(means(flow), numbers)
  expect_equal(means(flow, steps = 4), c(numbers, 0:3)) # another round has begun
  shuffled <- flow_images_from_data(images, numbers, batch_size = 4, seed = 1)
  history <- mean_model() %>%
    fit(shuffled, steps_per_epoch = 5, epochs = 2, validation_data = flow, validation_steps = 4,
        verbose = 0)
  expect_equal(history$metrics$loss, c(0, 0))
  expect_equal(history$metrics$val_loss, c(0, 0))
  expect_equal(mean_model() %>% evaluate(shuffled, verbose = 0), c(loss = 0))
})

test_that("a function of R changes images, also while a model learns", {
  shapes <- list()
  generator <- image_data_generator(rescale = 1 / 2, preprocessing_function = function(image) {
    shapes[[length(shapes) + 1]] <<- dim(image)
    image + 2
  })
  flow <- flow_images_from_data(images, numbers, generator, batch_size = 5, shuffle = FALSE)
  expect_equal(means(flow), (numbers + 2) / 2)
  expect_identical(unique(shapes), list(c(4L, 4L, 1L)))
  expect_equal(flow[[1]][[1]][, 1, 1, 1], (5:9 + 2) / 2) # on R's own thread
  history <- mean_model() %>% fit(flow, epochs = 1, verbose = 0)
  expect_equal(history$metrics$loss, mean(abs((numbers + 2) / 2 - numbers)), tolerance = 1e-6)
})

test_that("images move without a word of warning", {
  ramp <- array(rep(0:8, each = 9), c(1, 9, 9, 1))
  moved <- function(...) {
    expect_silent({
      generator <- image_data_generator(fill_mode = "constant", cval = -1, ...)
      batch <- flow_images_from_data(ramp, 0, generator, seed = 1)[[0]][[1]]
    })
    batch[1, 5, , 1]
  }
  gone <- rep(-1, 2)
  expect_true(list(moved(width_shift_range = c(2, 2))) %in% list(c(gone, 0:6), c(2:8, gone)))
  expect_equal(moved(zoom_range = c(0.5, 0.5)), 4 + (0:8 - 4) / 2)
  expect_identical(moved(height_shift_range = c(1, 1)), as.double(0:8))
  expect_length(unique(moved(rotation_range = 30, shear_range = 10)), 9)
})

test_that("errors of that function are R's own", {
  failing <- image_data_generator(preprocessing_function = function(image) {
    stop(structure(class = c("no_image", "error", "condition"), list(message = "no", call = NULL)))
  })
  flow <- flow_images_from_data(images, numbers, failing)
  expect_error(mean_model() %>% fit(flow, epochs = 1, verbose = 0), class = "no_image")
  flat <- image_data_generator(preprocessing_function = function(image) mean(image))
  expect_error(means(flow_images_from_data(images, generator = flat)),
               "`preprocessing_function` must return an array with the shape of its input")
})

test_that("a generator is fitted in place", {
  generator <- image_data_generator(featurewise_center = TRUE, featurewise_std_normalization = TRUE)
  back <- generator %>% fit_image_data_generator(images)
  expect_true(back == generator)
  values <- means(flow_images_from_data(images, generator = generator, shuffle = FALSE))
  sd <- sqrt(mean((numbers - 4.5)^2))
  expect_equal(values, (numbers - 4.5) / sd, tolerance = 1e-5)
})

test_that("folders are classes", {
  folder <- folder_of_images()
  printed <- capture.output(
    flow <- flow_images_from_directory(folder, target_size = c(4, 4), color_mode = "grayscale",
                                       class_mode = "binary", shuffle = FALSE, batch_size = 2)
  )
  expect_identical(printed, "Found 5 images belonging to 2 classes.")
  expect_identical(flow$class_indices, list(cats = 0L, dogs = 1L))
  expect_equal(c(flow$classes), c(0, 0, 1, 1, 1))
  expect_equal(means(flow), c(10, 20, 110, 120, 130))
  expect_equal(mean_model() %>% evaluate(flow, verbose = 0),
               c(loss = mean(c(10, 20, 109, 119, 129))), tolerance = 1e-6)
})

test_that("data frames list files, with factors and lists for classes", {
  folder <- folder_of_images()
  files <- list.files(folder, recursive = TRUE)
  listed <- data.frame(filename = files, class = factor(dirname(files)), age = c(1, 4, 9, 16, 25))
  listed$tags <- list(c("a", "b"), "a", "b", "b", c("b", "a"))
  batch <- function(...) {
    capture.output(
      flow <- flow_images_from_dataframe(listed, folder, target_size = c(4, 4), shuffle = FALSE,
                                         ...)
    )
    flow[[0]]
  }
  expect_equal(batch()[[2]], cbind(c(1, 1, 0, 0, 0), c(0, 0, 1, 1, 1)))
  expect_equal(batch()[[1]][, 1, 1, 1], c(10, 20, 110, 120, 130))
  expect_equal(c(batch(y_col = "age", class_mode = "raw")[[2]]), listed$age)
  expect_equal(batch(y_col = "tags")[[2]], cbind(c(1, 1, 0, 0, 1), c(1, 0, 1, 1, 1)))
  expect_identical(dim(batch(class_mode = NULL)), c(5L, 4L, 4L, 3L))
})

test_that("a folder is a dataset", {
  folder <- folder_of_images()
  capture.output(data <- image_dataset_from_directory(
    folder, image_size = c(4, 4), color_mode = "grayscale", shuffle = FALSE, batch_size = 2
  ))
  expect_identical(data$class_names, c("cats", "dogs"))
  expect_equal(means(data), c(10, 20, 110, 120, 130))
  capture.output(labelled <- image_dataset_from_directory(
    folder, labels = c(10, 20, 110, 120, 131), image_size = c(4, 4), color_mode = "grayscale"
  ))
  expect_equal(mean_model() %>% evaluate(labelled, verbose = 0), c(loss = 1 / 5))
})

test_that("what is wrong is named, with the user's call", {
  failure <- function(code) conditionMessage(tryCatch(code, error = identity))
  expect_identical(failure(image_load("none.png")), '`path`: there is no file "none.png".')
  expect_identical(failure(image_load(3)), "`path` must be the path of a file, as a string, not 3.")
  expect_identical(
    failure(image_data_generator(zoom_range = "a")),
    '`zoom_range` must be a number, or two: the lowest and the highest, not the string "a".'
  )
  expect_identical(
    failure(flow_images_from_data(matrix(1, 2, 2))),
    paste("`x` must be an array of four dimensions, with the images in the first,",
          "not a numeric matrix of 2 x 2.")
  )
  expect_identical(
    failure(flow_images_from_directory(tempdir(), class_mode = "other")),
    paste('`class_mode` must be one of "categorical", "binary", "sparse", "input" or NULL,',
          'not the string "other".')
  )
  problem <- tryCatch(image_array_resize(matrix(1, 2, 2), 1, 1), error = identity)
  expect_identical(deparse(problem$call), "image_array_resize(matrix(1, 2, 2), 1, 1)")
})
