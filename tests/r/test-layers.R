# Layers, and the parts that they take, as R code gives their arguments.

functional <- function(inputs, outputs) keras_model(inputs, outputs)

# What a layer makes of an array.
value <- function(layer, x) as.array(layer(x))

a <- matrix(c(1, -2, 3, 4, 5, -6), 2)
b <- matrix(c(0.5, 2, -1, 8, 0, 1), 2)

test_that("layers merge tensors from a list, from dots, from a pipe and from both", {
  x <- k_constant(a)
  y <- k_constant(b)
  for (sum in list(layer_add(list(x, y)), layer_add(x, y), x %>% layer_add(y),
                   list(x, y) |> layer_add(), layer_add(list(x), y), layer_add()(list(x, y)))) {
    expect_equal(as.array(sum), a + b)
  }
  expect_equal(as.array(layer_add(x, y, x, name = "three")), 2 * a + b)
  expect_equal(as.array(layer_average(x, y)), (a + b) / 2)
  expect_equal(as.array(layer_maximum(x, y)), pmax(a, b))
  expect_equal(as.array(layer_minimum(x, y)), pmin(a, b))
  expect_equal(as.array(layer_multiply(x, y)), a * b)
  expect_equal(as.array(layer_subtract(x, y)), a - b)
  expect_equal(as.array(layer_concatenate(x, y)), cbind(a, b))
  expect_equal(as.array(layer_concatenate(list(x, y), axis = 0)), rbind(a, b))
  expect_equal(as.array(layer_dot(x, y, axes = 1)), matrix(rowSums(a * b)))
  expect_equal(as.array(layer_add(list(a, b))), a + b, tolerance = 1e-6) # arrays, too
  expect_identical(layer_add(name = "sum")$name, "sum")
})

test_that("a functional model merges its inputs", {
  left <- layer_input(shape = 3, name = "left")
  right <- layer_input(shape = c(3), name = "right")
  output <- left %>% layer_multiply(right) %>% layer_concatenate(left)
  model <- functional(list(left, right), output)
  expect_equal(predict(model, list(a, b), verbose = 0), cbind(a * b, a), tolerance = 1e-6)
})

test_that("layer_input() takes shapes as R writes them", {
  expect_identical(dim(layer_input(shape = list(NULL, 3))), c(NA, NA, 3L))
  expect_identical(dim(layer_input(shape = c(28, 28))), c(NA, 28L, 28L))
  expect_identical(dim(layer_input(batch_shape = c(8, NA))), c(8L, NA))
  expect_identical(dim(layer_input(tensor = k_constant(a))), c(2L, 3L))
  expect_error(layer_input(), "Give one of `shape`, `batch_shape` and `tensor`.", fixed = TRUE)
})

test_that("layer_lambda() calls R functions, in a pipe and in training", {
  model <- keras_model_sequential() %>%
    layer_dense(units = 1, use_bias = FALSE, kernel_initializer = "ones", input_shape = 3) %>%
    layer_lambda(f = function(x) 3 * k_square(x))
  expect_equal(predict(model, a, verbose = 0), matrix(3 * rowSums(a)^2), tolerance = 1e-6)
  model %>% compile(optimizer = optimizer_sgd(0.001), loss = "mean_absolute_error")
  model %>% fit(a, matrix(0, 2, 1), epochs = 1, verbose = 0)
  # the loss is mean(3 s^2), s = a %*% w: its gradient mean(6 s a)
  expected <- 1 - 0.001 * colMeans(6 * rowSums(a) * a)
  expect_equal(c(get_weights(model)[[1]]), expected, tolerance = 1e-5)
})

test_that("layer_lambda() in a functional model, with arguments, shapes and several tensors", {
  x <- layer_input(shape = 3)
  y <- layer_input(shape = 3)
  output <- list(x, y) %>% layer_lambda(
    function(tensors, factor) k_concatenate(list(tensors[[1]], factor * tensors[[2]])),
    arguments = list(factor = 10), output_shape = 6
  )
  expect_identical(dim(output), c(NA, 6L))
  expect_equal(predict(functional(list(x, y), output), list(a, b), verbose = 0), cbind(a, 10 * b),
               tolerance = 1e-6)
  shaped <- x %>% layer_lambda(function(x) k_sum(x, axis = 2, keepdims = TRUE),
                               output_shape = function(shape) list(shape[[1]], 1))
  expect_identical(dim(shaped), c(NA, 1L))
})

test_that("layer_lambda() passes training to functions that ask, and errors to the user", {
  doubles <- layer_lambda(f = function(x, training = NULL) if (isTRUE(training)) 2 * x else x)
  expect_equal(as.array(doubles(a, training = TRUE)), 2 * a, tolerance = 1e-6)
  expect_equal(as.array(doubles(a)), a, tolerance = 1e-6)
  mine <- function(x) stop(errorCondition("mine", class = "mine"))
  expect_error(keras_model_sequential(input_shape = 3) %>% layer_lambda(mine), class = "mine")
  expect_error(layer_lambda(f = 3), "`f` must be a function, not 3", fixed = TRUE)
})

test_that("a model with an R function asks for it by its name, and keeps its weights", {
  make <- function() {
    keras_model_sequential(input_shape = 3) %>%
      layer_dense(units = 2) %>%
      layer_lambda(function(x) 2 * x, name = "twice")
  }
  model <- make()
  expect_error(model$from_config(model$get_config()), "^Could not locate function 'twice'")
  file <- tempfile(fileext = ".weights.h5")
  model$save_weights(file)
  again <- make()
  again$load_weights(file)
  expect_equal(predict(again, a, verbose = 0), predict(model, a, verbose = 0))
})

test_that("a mask may be made in R", {
  above <- function(x, mask) k_any(k_greater(x, 2), axis = -1)
  layer <- layer_lambda(f = function(x) x, mask = above)
  masked <- layer(array(c(1, 3, 2, 0), c(1, 4, 1)))
  expect_identical(c(as.array(masked$`_keras_mask`)), c(FALSE, TRUE, FALSE, FALSE))
})

test_that("attention takes its tensors in a list", {
  query <- array(sin(1:12), c(1, 4, 3))
  v <- array(cos(1:6), c(1, 2, 3))
  scores <- exp(query[1, , ] %*% t(v[1, , ]))
  expected <- scores / rowSums(scores)
  by_hand <- expected %*% v[1, , ]
  expect_equal(as.array(layer_attention(list(query, v)))[1, , ], by_hand, tolerance = 1e-5)
  both <- layer_attention(list(query, v), return_attention_scores = TRUE)
  expect_equal(as.array(both[[2]])[1, , ], expected, tolerance = 1e-5)
  heads <- list(layer_input(shape = c(4, 3)), layer_input(shape = c(2, 3))) %>%
    layer_multi_head_attention(num_heads = 2, key_dim = 5, output_shape = 7)
  expect_identical(dim(heads), c(NA, 4L, 7L))
  expect_error(layer_additive_attention(query), "`object` must be a list of two or three tensors")
})

test_that("axes of normalization count from 1, or from 0, as they did", {
  x <- array(sin(1:24), c(2, 3, 4))
  scaled <- function(x, over) {
    sweep(sweep(x, over, apply(x, over, mean)), over,
          sqrt(apply(x, over, function(v) mean((v - mean(v))^2)) + 0.001), "/")
  }
  last <- layer_batch_normalization()
  second <- layer_batch_normalization(axis = 2, momentum = 0)
  expect_equal(as.array(last(x, training = TRUE)), scaled(x, 3), tolerance = 1e-5)
  expect_equal(as.array(second(x, training = TRUE)), scaled(x, 2), tolerance = 1e-5)
  expect_equal(c(as.array(second$moving_mean)), apply(x, 2, mean), tolerance = 1e-5)
  expect_equal(value(layer_layer_normalization(), x), scaled(x, c(1, 2)), tolerance = 1e-5)
  expect_equal(value(layer_layer_normalization(axis = c(1, 2)), x), scaled(x, 1), tolerance = 1e-4)
  lengths <- sqrt(apply(x^2, c(1, 3), sum))
  expect_equal(value(layer_unit_normalization(axis = 2), x), sweep(x, c(1, 3), lengths, "/"),
               tolerance = 1e-5)
  expect_error(layer_batch_normalization(axis = 0), "`axis` must be a whole number")
})

test_that("shapes are changed as R writes them", {
  x <- array(1:24, c(2, 3, 4))
  expect_equal(value(layer_permute(dims = c(2, 1)), x), aperm(x, c(1, 3, 2)))
  expect_equal(value(layer_reshape(target_shape = c(-1, 2)), x), array_reshape(x, c(2, 6, 2)))
  expect_equal(value(layer_reshape(target_shape = list(NULL, 2)), x), array_reshape(x, c(2, 6, 2)))
  expect_equal(value(layer_repeat_vector(n = 2), a), aperm(array(c(a, a), c(2, 3, 2)), c(1, 3, 2)))
  expect_equal(value(layer_cropping_1d(cropping = c(0, 2)), x), x[, 1, , drop = FALSE])
  images <- array(1:24, c(1, 4, 6, 1))
  cropped <- layer_cropping_2d(cropping = list(c(1, 0), c(2, 1)))
  expect_equal(value(cropped, images), images[, 2:4, 3:5, , drop = FALSE])
  padded <- value(layer_zero_padding_2d(padding = c(1, 0)), images)
  expect_equal(padded[1, , , 1], rbind(0, images[1, , , 1], 0))
  expect_equal(value(layer_upsampling_2d(size = c(1, 2)), images)[1, , , 1],
               images[1, , rep(1:6, each = 2), 1])
  expect_error(layer_permute(dims = c(0, 1)), "`dims` must be the numbers from 1")
})

test_that("activations are functions, names and layers", {
  expect_equal(as.array(activation_relu(a, alpha = 0.1, max_value = 4)), pmin(pmax(a, 0.1 * a), 4),
               tolerance = 1e-6)
  softmax <- exp(a) / rowSums(exp(a))
  expect_equal(as.array(activation_softmax(a)), softmax, tolerance = 1e-5)
  expect_equal(value(layer_activation_softmax(axis = 0), t(a)), t(softmax), tolerance = 1e-5)
  hard <- pmin(pmax(0.2 * a + 0.5, 0), 1)
  expect_equal(value(layer_activation(activation = activation_hard_sigmoid), a), hard,
               tolerance = 1e-6)
  expect_equal(value(layer_activation(activation = "hard_sigmoid"), a), hard, tolerance = 1e-6)
  expect_equal(value(layer_activation_leaky_relu(), a), pmax(a, 0.3 * a), tolerance = 1e-6)
  expect_equal(value(layer_activation_thresholded_relu(theta = 2), a), a * (a > 2))
})

test_that("parts of layers are objects, functions or names", {
  w <- matrix(c(3, 4, 0, 0.5), 2)
  dense <- layer_dense(
    units = 2, kernel_initializer = initializer_constant(t(w)), bias_initializer = initializer_ones,
    kernel_regularizer = regularizer_l1_l2(l1 = 1, l2 = 2), kernel_constraint = "maxnorm"
  )
  expect_equal(value(dense, diag(2)), t(w) + 1, tolerance = 1e-6)
  expect_equal(as.numeric(dense$losses[[1]]), sum(abs(w)) + 2 * sum(w^2))
  limited <- as.array(constraint_maxnorm(max_value = 2)(k_constant(w)))
  expect_equal(limited, cbind(c(1.2, 1.6), c(0, 0.5)), tolerance = 1e-5)
  expect_equal(as.array(constraint_unitnorm(axis = c(0, 1))(k_constant(w))), w / sqrt(sum(w^2)),
               tolerance = 1e-5)
  expect_error(initializer_random_normal(stddev = -1),
               "`stddev` must be a number of at least 0, not -1", fixed = TRUE)
  expect_error(regularizer_l2("a"), "`l` must be a number of at least 0, not the string \"a\"",
               fixed = TRUE)
})

test_that("classes of Keras take R's numbers where they count", {
  layer <- keras$layers$Conv1D(3, kernel_size = 2, strides = 1, dilation_rate = list(1))
  expect_identical(layer$filters, 3L)
  expect_identical(dim(layer(k_ones(c(1, 5, 2)))), c(1L, 4L, 3L))
  expect_identical(dim(keras$layers$Reshape(list(2, 3))(k_ones(c(1, 6)))), c(1L, 2L, 3L))
  expect_identical(keras$Input(shape = list(4))$shape[[2]], 4L)
  expect_equal(keras$layers$Dropout(0.5)$rate, 0.5)
  expect_error(keras$layers$Dense(2.5), "units")
})
