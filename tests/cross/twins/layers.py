"""The twins of layers.R."""

import keras

import rkeras_py as rk


def outcome(model, x, y, optimizer="adam", **options):
    rk.compile(model, optimizer=optimizer, loss="mse")
    history = rk.fit(model, x, y, epochs=2, batch_size=16, verbose=0, **options)
    return {
        "model": model,
        "history": history.history,
        "predictions": rk.predict(model, x, verbose=0),
    }


rk.set_random_seed(21)
model = rk.keras_model_sequential()
rk.layer_dense(
    model, 12, input_shape=20, kernel_initializer=rk.initializer_he_normal(),
    kernel_regularizer=rk.regularizer_l1_l2(0.01, 0.02),
    kernel_constraint=rk.constraint_maxnorm(0.8),
)  # fmt: skip
rk.layer_activation_leaky_relu(model)
rk.layer_gaussian_noise(model, 0.2)
rk.layer_reshape(model, (4, 3))
rk.layer_permute(model, (2, 1))
rk.layer_flatten(model)
rk.layer_alpha_dropout(model, 0.1)
rk.layer_repeat_vector(model, 2)
rk.layer_activation_parametric_relu(model)
rk.layer_gaussian_dropout(model, 0.2)
rk.layer_global_max_pooling_1d(model)
rk.layer_activity_regularization(model, l2=0.01)
rk.layer_dense(model, 1)
core = outcome(model, features, labels)

rk.set_random_seed(22)
model = rk.keras_model_sequential(input_shape=(16, 16, 3))
rk.layer_zero_padding_2d(model, (1, 1))
rk.layer_separable_conv_2d(model, 4, (3, 3), activation="relu")
rk.layer_depthwise_conv_2d(model, (3, 3), padding="same")
rk.layer_average_pooling_2d(model, (2, 2))
rk.layer_spatial_dropout_2d(model, 0.2)
rk.layer_conv_2d_transpose(model, 3, (3, 3), strides=(2, 2))
rk.layer_cropping_2d(model, (1, 1))
rk.layer_upsampling_2d(model, (2, 2))
rk.layer_global_average_pooling_2d(model)
rk.layer_dense(model, 1)
convolutions = outcome(model, images, labels[:32, 0])

rk.set_random_seed(23)
model = rk.keras_model_sequential()
rk.layer_conv_3d(model, 3, (2, 2, 2), activation="relu", input_shape=(4, 6, 6, 2))
rk.layer_max_pooling_3d(model, (1, 2, 2))
rk.layer_conv_lstm_2d(model, 2, (2, 2))
rk.layer_flatten(model)
rk.layer_dense(model, 1)
volumes = outcome(model, videos, labels[:16, 0])

rk.set_random_seed(24)
model = rk.keras_model_sequential()
rk.layer_masking(model, mask_value=0, input_shape=(8, 5))
rk.bidirectional(model, rk.layer_gru(units=4, return_sequences=True))
rk.time_distributed(model, rk.layer_dense(units=4, activation="tanh"))
rk.layer_simple_rnn(model, 4, dropout=0.2, return_sequences=True)
rk.layer_rnn(model, [rk.layer_lstm_cell(3), rk.layer_gru_cell(3)])
rk.layer_dense(model, 1)
recurrent = outcome(model, steps, labels)

rk.set_random_seed(25)
query = rk.layer_input(shape=(8, 5))
value = rk.layer_layer_normalization(query)
attended = rk.layer_multi_head_attention([query, value], num_heads=2, key_dim=3, dropout=0.1)
both = rk.layer_add([query, attended])
dot = rk.layer_global_average_pooling_1d(rk.layer_attention([both, value]))
most = rk.layer_global_average_pooling_1d(rk.layer_maximum([both, value]))
model = rk.keras_model(query, rk.layer_dense(rk.layer_concatenate([dot, most]), 1))
attention = outcome(model, steps, labels)

rk.set_random_seed(26)
model = rk.keras_model_sequential(input_shape=(16, 16, 3))
rk.layer_conv_2d(model, 4, (3, 3))
rk.layer_batch_normalization(model)
rk.layer_activation(model, "elu")
rk.layer_batch_normalization(model, axis=-1, momentum=0.9, scale=False)
rk.layer_flatten(model)
rk.layer_unit_normalization(model)
rk.layer_dense(model, 1)
normalized = outcome(model, images, labels[:32, 0])

rk.set_random_seed(27)
model = rk.keras_model_sequential(input_shape=(8, 5))
rk.layer_locally_connected_1d(model, 4, 2, activation="hard_sigmoid")
rk.layer_cudnn_gru(model, 4, return_sequences=True)
rk.layer_activation_thresholded_relu(model, theta=0.1)
rk.time_distributed(model, rk.layer_batch_normalization())
rk.layer_cudnn_lstm(model, 3)
rk.layer_lambda(model, lambda x: keras.ops.square(x) + 1)
rk.layer_dense(model, 1)
lost = outcome(model, steps, labels)

rk.set_random_seed(28)
model = rk.keras_model_sequential(input_shape=(16, 16, 3))
rk.layer_random_flip(model)
rk.layer_random_rotation(model, 0.1)
rk.layer_random_zoom(model, 0.2, 0.2)
rk.layer_random_contrast(model, 0.2)
rk.layer_resizing(model, 8, 8)
rk.layer_rescaling(model, 2, offset=-1)
rk.layer_conv_2d(model, 3, (3, 3))
rk.layer_flatten(model)
rk.layer_dense(model, 1)
augmented = outcome(model, images, labels[:32, 0])

rk.set_random_seed(29)
scale = rk.layer_normalization()
rk.adapt(scale, features)
bins = rk.layer_discretization(num_bins=4)
rk.adapt(bins, features)
scaled = rk.layer_input(shape=20)
codes = rk.layer_flatten(rk.layer_embedding(bins(scaled), 6, 2))
model = rk.keras_model(scaled, rk.layer_dense(rk.layer_concatenate([scale(scaled), codes]), 1))
prepared = outcome(model, features, labels)
