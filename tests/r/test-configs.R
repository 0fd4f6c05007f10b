# Layers made again from what they say of themselves: do.call(layer_dense, layer$get_config()).

needless <- c(
  "layer_activation_elu", "layer_activation_leaky_relu", "layer_activation_parametric_relu",
  "layer_activation_relu", "layer_activation_softmax", "layer_activation_thresholded_relu",
  "layer_activity_regularization", "layer_attention", "layer_additive_attention",
  "layer_average_pooling_1d", "layer_average_pooling_2d", "layer_average_pooling_3d",
  "layer_batch_normalization", "layer_cropping_1d", "layer_cropping_2d", "layer_cropping_3d",
  "layer_flatten", "layer_global_average_pooling_1d", "layer_global_average_pooling_2d",
  "layer_global_average_pooling_3d", "layer_global_max_pooling_1d", "layer_global_max_pooling_2d",
  "layer_global_max_pooling_3d", "layer_layer_normalization", "layer_masking",
  "layer_max_pooling_1d", "layer_max_pooling_2d", "layer_max_pooling_3d", "layer_normalization",
  "layer_random_flip", "layer_unit_normalization", "layer_upsampling_1d", "layer_upsampling_2d",
  "layer_upsampling_3d", "layer_zero_padding_1d", "layer_zero_padding_2d",
  "layer_zero_padding_3d", "layer_add", "layer_subtract", "layer_multiply", "layer_average",
  "layer_maximum", "layer_minimum", "layer_concatenate"
)
needed <- list(
  list(alist(activation = "relu"), "layer_activation"),
  list(alist(rate = 0.1), c("layer_alpha_dropout", "layer_dropout", "layer_gaussian_dropout",
       "layer_spatial_dropout_1d", "layer_spatial_dropout_2d", "layer_spatial_dropout_3d")),
  list(alist(num_tokens = 3), "layer_category_encoding"),
  list(alist(height = 2, width = 2), c("layer_center_crop", "layer_random_crop", "layer_resizing")),
  list(alist(filters = 1, kernel_size = 2), c("layer_conv_1d", "layer_conv_1d_transpose",
       "layer_conv_2d", "layer_conv_2d_transpose", "layer_conv_3d", "layer_conv_3d_transpose",
       "layer_conv_lstm_1d", "layer_conv_lstm_2d", "layer_conv_lstm_3d",
       "layer_locally_connected_1d", "layer_locally_connected_2d", "layer_separable_conv_1d",
       "layer_separable_conv_2d")),
  list(alist(units = 2), c("layer_cudnn_gru", "layer_cudnn_lstm", "layer_dense", "layer_gru",
       "layer_gru_cell", "layer_lstm", "layer_lstm_cell", "layer_simple_rnn",
       "layer_simple_rnn_cell")),
  list(alist(kernel_size = 2), c("layer_depthwise_conv_1d", "layer_depthwise_conv_2d")),
  list(alist(bin_boundaries = c(1, 2)), "layer_discretization"),
  list(alist(input_dim = 5, output_dim = 2), "layer_embedding"),
  list(alist(stddev = 0.1), "layer_gaussian_noise"),
  list(alist(num_bins = 3), "layer_hashing"),
  list(alist(vocabulary = c(3, 5)), "layer_integer_lookup"),
  list(alist(num_heads = 1, key_dim = 2), "layer_multi_head_attention"),
  list(alist(dims = c(2, 1)), "layer_permute"),
  list(alist(factor = 0.1), c("layer_random_brightness", "layer_random_contrast",
       "layer_random_height", "layer_random_rotation", "layer_random_width")),
  list(alist(height_factor = 0.1, width_factor = 0.1), "layer_random_translation"),
  list(alist(height_factor = 0.1), "layer_random_zoom"),
  list(alist(n = 2), "layer_repeat_vector"),
  list(alist(scale = 2), "layer_rescaling"),
  list(alist(target_shape = c(2, 2)), "layer_reshape"),
  list(alist(vocabulary = c("a", "b")), "layer_string_lookup"),
  list(alist(max_tokens = 5), "layer_text_vectorization"),
  list(alist(axes = 1), "layer_dot"),
  list(alist(cell = layer_gru_cell(units = 2)), "layer_rnn"),
  list(alist(cells = list(layer_gru_cell(units = 2))), "layer_stacked_rnn_cells"),
  list(alist(layer = layer_dense(units = 2)), "time_distributed"),
  list(alist(layer = layer_gru(units = 2)), "bidirectional")
)
# R keras refuses their configurations, too: theirs says more than the functions take.
special <- c("layer_activation_selu", "layer_lambda")
# These need data, columns of a table, or layers.
others <- c("layer_input", "layer_dense_features")

arguments <- setNames(lapply(needless, function(name) list()), needless)
for (group in needed) for (name in group[[2]]) arguments[[name]] <- lapply(group[[1]], eval)

# A configuration as one vector, since NumPy's and Python's numbers come as vectors and as lists.
flat <- function(config) {
  values <- unlist(config)
  values[order(names(values))]
}

test_that("every layer is tried", {
  layers <- grep("^layer_", getNamespaceExports("keras"), value = TRUE)
  expect_setequal(intersect(names(arguments), layers), setdiff(layers, c(special, others)))
})

test_that("each makes another of its kind, in the same words", {
  for (name in names(arguments)) {
    export <- getExportedValue("keras", name)
    make <- function(...) suppressWarnings(export(...)) # some are deprecated
    layer <- do.call(make, arguments[[name]])
    config <- layer$get_config()
    again <- do.call(make, config)
    expect_identical(class(again), class(layer), info = name)
    expect_identical(again$name, layer$name, info = name)
    expect_equal(flat(again$get_config()), flat(config), info = name)
  }
})

test_that("what a layer was told comes along", {
  layer <- layer_dense(units = 3, activation = "relu", use_bias = FALSE, dtype = "float64",
                       kernel_regularizer = regularizer_l2(0.5), name = "mine", trainable = FALSE)
  config <- layer$get_config()
  expect_identical(config$dtype, "float64")
  again <- do.call(layer_dense, config)
  expect_equal(again$get_config(), config)
  expect_identical(k_dtype(again(matrix(1, 1, 2))), "float64")
  changed <- config
  changed$units <- 5
  expect_equal(do.call(layer_dense, changed)$units, 5)
  leaky <- layer_activation_leaky_relu(alpha = 0.5)$get_config()
  expect_equal(leaky$alpha, 0.5)
  expect_equal(c(as.array(do.call(layer_activation_leaky_relu, leaky)(-2))), -1)
})
