# One model for each family of layers.

library(keras)

outcome <- function(model, x, y, ..., optimizer = "adam") {
  model %>% compile(optimizer = optimizer, loss = "mse")
  history <- model %>% fit(x, y, epochs = 2, batch_size = 16, verbose = 0, ...)
  list(model = model, history = history$metrics, predictions = predict(model, x, verbose = 0))
}

set_random_seed(21)
core <- keras_model_sequential() %>%
  layer_dense(12, input_shape = 20, kernel_initializer = initializer_he_normal(),
              kernel_regularizer = regularizer_l1_l2(0.01, 0.02),
              kernel_constraint = constraint_maxnorm(0.8)) %>%
  layer_activation_leaky_relu() %>%
  layer_gaussian_noise(0.2) %>%
  layer_reshape(c(4, 3)) %>%
  layer_permute(c(2, 1)) %>%
  layer_flatten() %>%
  layer_alpha_dropout(0.1) %>%
  layer_repeat_vector(2) %>%
  layer_activation_parametric_relu() %>%
  layer_gaussian_dropout(0.2) %>%
  layer_global_max_pooling_1d() %>%
  layer_activity_regularization(l2 = 0.01) %>%
  layer_dense(1) %>%
  outcome(features, labels)

set_random_seed(22)
convolutions <- keras_model_sequential(input_shape = c(16, 16, 3)) %>%
  layer_zero_padding_2d(c(1, 1)) %>%
  layer_separable_conv_2d(4, c(3, 3), activation = "relu") %>%
  layer_depthwise_conv_2d(c(3, 3), padding = "same") %>%
  layer_average_pooling_2d(c(2, 2)) %>%
  layer_spatial_dropout_2d(0.2) %>%
  layer_conv_2d_transpose(3, c(3, 3), strides = c(2, 2)) %>%
  layer_cropping_2d(c(1, 1)) %>%
  layer_upsampling_2d(c(2, 2)) %>%
  layer_global_average_pooling_2d() %>%
  layer_dense(1) %>%
  outcome(images, labels[1:32, ])

set_random_seed(23)
volumes <- keras_model_sequential() %>%
  layer_conv_3d(3, c(2, 2, 2), activation = "relu", input_shape = c(4, 6, 6, 2)) %>%
  layer_max_pooling_3d(c(1, 2, 2)) %>%
  layer_conv_lstm_2d(2, c(2, 2)) %>%
  layer_flatten() %>%
  layer_dense(1) %>%
  outcome(videos, labels[1:16, ])

set_random_seed(24)
recurrent <- keras_model_sequential() %>%
  layer_masking(mask_value = 0, input_shape = c(8, 5)) %>%
  bidirectional(layer_gru(units = 4, return_sequences = TRUE)) %>%
  time_distributed(layer_dense(units = 4, activation = "tanh")) %>%
  layer_simple_rnn(4, dropout = 0.2, return_sequences = TRUE) %>%
  layer_rnn(list(layer_lstm_cell(3), layer_gru_cell(3))) %>%
  layer_dense(1) %>%
  outcome(steps, labels)

set_random_seed(25)
query <- layer_input(shape = c(8, 5))
value <- query %>% layer_layer_normalization()
attended <- layer_multi_head_attention(
  list(query, value), num_heads = 2, key_dim = 3, dropout = 0.1
)
both <- layer_add(list(query, attended))
dot <- layer_attention(list(both, value)) %>% layer_global_average_pooling_1d()
most <- layer_maximum(list(both, value)) %>% layer_global_average_pooling_1d()
attention <- keras_model(query, layer_concatenate(list(dot, most)) %>% layer_dense(1)) %>%
  outcome(steps, labels)

set_random_seed(26)
normalized <- keras_model_sequential(input_shape = c(16, 16, 3)) %>%
  layer_conv_2d(4, c(3, 3)) %>%
  layer_batch_normalization() %>%
  layer_activation("elu") %>%
  layer_batch_normalization(axis = -1, momentum = 0.9, scale = FALSE) %>%
  layer_flatten() %>%
  layer_unit_normalization() %>%
  layer_dense(1) %>%
  outcome(images, labels[1:32, ])

set_random_seed(27)
lost <- keras_model_sequential(input_shape = c(8, 5)) %>%
  layer_locally_connected_1d(4, 2, activation = "hard_sigmoid") %>%
  layer_cudnn_gru(4, return_sequences = TRUE) %>%
  layer_activation_thresholded_relu(theta = 0.1) %>%
  time_distributed(layer_batch_normalization()) %>%
  layer_cudnn_lstm(3) %>%
  layer_lambda(function(x) k_square(x) + 1) %>%
  layer_dense(1) %>%
  outcome(steps, labels)

set_random_seed(28)
augmented <- keras_model_sequential(input_shape = c(16, 16, 3)) %>%
  layer_random_flip() %>%
  layer_random_rotation(0.1) %>%
  layer_random_zoom(0.2, 0.2) %>%
  layer_random_contrast(0.2) %>%
  layer_resizing(8, 8) %>%
  layer_rescaling(2, offset = -1) %>%
  layer_conv_2d(3, c(3, 3)) %>%
  layer_flatten() %>%
  layer_dense(1) %>%
  outcome(images, labels[1:32, ])

set_random_seed(29)
scale <- layer_normalization()
adapt(scale, features)
bins <- layer_discretization(num_bins = 4)
adapt(bins, features)
scaled <- layer_input(shape = 20)
codes <- scaled %>% bins() %>% layer_embedding(6, 2) %>% layer_flatten()
prepared <- keras_model(scaled, layer_concatenate(list(scale(scaled), codes)) %>% layer_dense(1)) %>%
  outcome(features, labels)

rm(query, value, attended, both, dot, most, scale, bins, scaled, codes)
