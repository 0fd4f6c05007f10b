"""Links between help pages: the families of functions."""

from __future__ import annotations

from collections.abc import Iterable

#: The maximum number of links.
LONGEST = 12

#: Functions that link to each other, one paragraph per family, in the order of the links.
FAMILIES = """
compile fit evaluate predict train_on_batch test_on_batch predict_on_batch

keras_model_sequential keras_model keras_model_custom new_model_class compile plot

fit_generator evaluate_generator predict_generator generator_next fit

predict predict_classes predict_proba predict_on_batch

save_model_hdf5 load_model_hdf5 save_model_tf load_model_tf serialize_model unserialize_model
save_model_weights_hdf5 load_model_weights_hdf5 callback_model_checkpoint

save_model_weights_hdf5 load_model_weights_hdf5 save_model_weights_tf load_model_weights_tf
get_weights set_weights

model_to_saved_model model_from_saved_model export_savedmodel save_model_tf

get_config from_config model_to_json model_from_json model_to_yaml model_from_yaml clone_model
with_custom_object_scope

get_layer pop_layer get_weights set_weights count_params freeze_weights unfreeze_weights clone_model
reset_states

get_input_at get_output_at get_input_shape_at get_output_shape_at get_input_mask_at
get_output_mask_at

layer_input layer_dense layer_activation layer_dropout layer_flatten layer_embedding layer_lambda
keras_model_sequential keras_model

layer_activation layer_activation_relu layer_activation_leaky_relu layer_activation_parametric_relu
layer_activation_thresholded_relu layer_activation_elu layer_activation_selu
layer_activation_softmax

layer_conv_1d layer_conv_2d layer_conv_3d layer_separable_conv_1d layer_separable_conv_2d
layer_depthwise_conv_1d layer_depthwise_conv_2d layer_conv_1d_transpose layer_conv_2d_transpose
layer_conv_3d_transpose layer_locally_connected_1d layer_locally_connected_2d

layer_max_pooling_1d layer_max_pooling_2d layer_max_pooling_3d layer_average_pooling_1d
layer_average_pooling_2d layer_average_pooling_3d layer_global_max_pooling_1d
layer_global_max_pooling_2d layer_global_max_pooling_3d layer_global_average_pooling_1d
layer_global_average_pooling_2d layer_global_average_pooling_3d

layer_lstm layer_gru layer_simple_rnn layer_rnn bidirectional time_distributed layer_masking
layer_embedding

layer_rnn layer_lstm_cell layer_gru_cell layer_simple_rnn_cell layer_stacked_rnn_cells

layer_conv_lstm_1d layer_conv_lstm_2d layer_conv_lstm_3d layer_lstm

layer_lstm layer_cudnn_lstm

layer_gru layer_cudnn_gru

layer_attention layer_additive_attention layer_multi_head_attention

layer_dropout layer_alpha_dropout layer_gaussian_dropout layer_gaussian_noise
layer_spatial_dropout_1d layer_spatial_dropout_2d layer_spatial_dropout_3d

layer_batch_normalization layer_layer_normalization layer_unit_normalization

layer_activity_regularization regularizer_l1 regularizer_l2 regularizer_l1_l2 regularizer_orthogonal

layer_reshape layer_flatten layer_permute layer_repeat_vector layer_masking

layer_normalization layer_rescaling layer_discretization layer_category_encoding layer_hashing
layer_integer_lookup layer_string_lookup layer_text_vectorization layer_dense_features adapt
get_vocabulary set_vocabulary

layer_resizing layer_rescaling layer_center_crop layer_random_crop layer_random_flip
layer_random_rotation layer_random_translation layer_random_zoom layer_random_contrast
layer_random_brightness layer_random_height layer_random_width

bidirectional time_distributed create_wrapper

new_layer_class new_model_class new_metric_class new_loss_class new_callback_class
new_learning_rate_schedule_class mark_active

new_layer_class create_layer create_wrapper create_layer_wrapper KerasLayer KerasWrapper Layer
layer_lambda

KerasLayer KerasWrapper KerasConstraint KerasCallback

%py_class% %<-active% mark_active new_layer_class

custom_metric new_metric_class new_loss_class

callback_early_stopping callback_model_checkpoint callback_reduce_lr_on_plateau
callback_learning_rate_scheduler callback_tensorboard callback_csv_logger
callback_backup_and_restore callback_terminate_on_naan callback_remote_monitor
callback_progbar_logger callback_lambda new_callback_class

callback_lambda new_callback_class KerasCallback

callback_tensorboard tensorboard

loss_binary_crossentropy loss_categorical_crossentropy loss_sparse_categorical_crossentropy
loss_kl_divergence loss_hinge loss_squared_hinge loss_categorical_hinge

loss_kl_divergence loss_kullback_leibler_divergence

loss_cosine_similarity loss_cosine_proximity

loss_mean_squared_error loss_mean_absolute_error loss_mean_absolute_percentage_error
loss_mean_squared_logarithmic_error loss_huber loss_logcosh loss_poisson loss_cosine_similarity

metric_accuracy metric_binary_accuracy metric_categorical_accuracy
metric_sparse_categorical_accuracy metric_top_k_categorical_accuracy
metric_sparse_top_k_categorical_accuracy custom_metric

metric_binary_crossentropy metric_categorical_crossentropy metric_sparse_categorical_crossentropy
metric_kullback_leibler_divergence metric_hinge metric_squared_hinge metric_categorical_hinge

metric_precision metric_recall metric_auc metric_true_positives metric_true_negatives
metric_false_positives metric_false_negatives metric_precision_at_recall metric_recall_at_precision
metric_sensitivity_at_specificity metric_specificity_at_sensitivity

metric_mean_squared_error metric_root_mean_squared_error metric_mean_absolute_error
metric_mean_absolute_percentage_error metric_mean_squared_logarithmic_error
metric_mean_relative_error metric_logcosh_error metric_poisson metric_cosine_similarity
metric_cosine_proximity

optimizer_adam optimizer_sgd optimizer_rmsprop optimizer_adagrad optimizer_adadelta optimizer_adamax
optimizer_nadam optimizer_ftrl learning_rate_schedule_exponential_decay

initializer_glorot_uniform initializer_glorot_normal initializer_he_uniform initializer_he_normal
initializer_lecun_uniform initializer_lecun_normal initializer_orthogonal
initializer_variance_scaling

initializer_zeros initializer_ones initializer_constant initializer_identity
initializer_random_normal initializer_random_uniform initializer_truncated_normal

pad_sequences text_tokenizer texts_to_sequences timeseries_generator

to_categorical normalize keras_array array_reshape

image_dataset_from_directory text_dataset_from_directory timeseries_dataset_from_array

image_data_generator fit_image_data_generator flow_images_from_data flow_images_from_directory
flow_images_from_dataframe image_dataset_from_directory

image_load image_to_array image_array_resize image_array_save

text_tokenizer fit_text_tokenizer texts_to_sequences texts_to_matrix sequences_to_matrix
texts_to_sequences_generator save_text_tokenizer load_text_tokenizer pad_sequences
layer_text_vectorization

text_to_word_sequence text_one_hot text_hashing_trick text_tokenizer

timeseries_generator timeseries_dataset_from_array

skipgrams make_sampling_table

dataset_mnist dataset_fashion_mnist dataset_cifar10 dataset_cifar100 dataset_imdb dataset_reuters
dataset_boston_housing

dataset_imdb dataset_imdb_word_index

dataset_reuters dataset_reuters_word_index

get_file hdf5_matrix

parquet_source csv_source arrow_source duckdb_source array_source hdf5_matrix fit

application_vgg16 application_vgg19 imagenet_preprocess_input imagenet_decode_predictions

application_xception xception_preprocess_input imagenet_decode_predictions

application_inception_v3 inception_v3_preprocess_input application_inception_resnet_v2
inception_resnet_v2_preprocess_input imagenet_decode_predictions

application_densenet application_densenet121 application_densenet169 application_densenet201
densenet_preprocess_input imagenet_decode_predictions

application_nasnet application_nasnetlarge application_nasnetmobile nasnet_preprocess_input
imagenet_decode_predictions

application_resnet50 application_resnet101 application_resnet152 resnet_preprocess_input
application_resnet50_v2 application_resnet101_v2 application_resnet152_v2 resnet_v2_preprocess_input
imagenet_decode_predictions

application_mobilenet mobilenet_preprocess_input mobilenet_decode_predictions
mobilenet_load_model_hdf5 application_mobilenet_v2

application_mobilenet_v2 mobilenet_v2_preprocess_input mobilenet_v2_decode_predictions
mobilenet_v2_load_model_hdf5 application_mobilenet_v3_large

application_mobilenet_v3_large application_mobilenet_v3_small application_mobilenet_v2
imagenet_decode_predictions

k_abs k_exp k_log k_square k_sqrt k_pow k_sign k_round k_clip k_sin k_cos k_tanh

k_relu k_elu k_sigmoid k_hard_sigmoid k_softmax k_softplus k_softsign k_tanh

k_mean k_sum k_prod k_max k_min k_std k_var k_logsumexp k_any k_all

k_argmax k_argmin k_max k_min

k_cumsum k_cumprod k_sum k_prod

k_dot k_batch_dot k_transpose k_permute_dimensions

k_constant k_variable k_zeros k_ones k_zeros_like k_ones_like k_eye k_arange as_tensor

k_eval k_get_value k_set_value k_batch_get_value k_batch_set_value

k_dtype k_cast k_cast_to_floatx k_floatx

k_shape k_int_shape k_ndim k_count_params shape

k_reshape k_flatten k_batch_flatten k_expand_dims k_squeeze k_permute_dimensions k_transpose

k_concatenate k_stack k_unstack k_repeat k_repeat_elements k_tile k_gather k_reverse

k_update k_update_add k_update_sub k_moving_average_update k_set_value

as_tensor shape tuple

set_random_seed use_session_with_seed k_clear_session

install_keras is_keras_available implementation use_implementation use_backend use_python
py_require_legacy_keras

keras backend

flags run_dir
"""

#: One-way links.
ONE_WAY = {
    "layer_conv_2d": "layer_max_pooling_2d",
    "layer_max_pooling_2d": "layer_conv_2d",
    "with_custom_object_scope": "load_model_hdf5",
    "plot.keras.engine.training.Model": "keras_model_sequential keras_model",
    "keras": "keras_model_sequential fit layer_dense",
    "plot.keras_training_history": "fit evaluate",
    "zip_lists": "tuple",
    "multi_gpu_model": "compile fit",
    "set_random_seed": "fit",
}

#: Functions that use the results of functions, by the prefix of their names.
USERS = {
    "callback_": "fit",
    "constraint_": "layer_dense",
    "initializer_": "layer_dense",
    "learning_rate_schedule_": "optimizer_sgd",
    "loss_": "compile",
    "metric_": "compile",
    "optimizer_": "compile",
    "regularizer_": "layer_dense",
}

#: Names that are values, not functions.
VALUES = frozenset({"keras", "KerasLayer", "KerasWrapper", "KerasConstraint", "KerasCallback"})


def names(page: str, aliases: Iterable[str], beside: Iterable[str] = ()) -> list[str]:
    """The names that a page links to, the most closely related first.

    Args:
        page: The page's name.
        aliases: The names that it describes.
        beside: Functions of the same module, for pages without a family.
    """
    own = {page, *aliases}
    families = [family.split() for family in FAMILIES.split("\n\n")]
    related = [name for family in families if own & set(family) for name in family]
    found = [*related, *ONE_WAY.get(page, "").split()] or list(beside)
    users = [user for beginning, user in USERS.items() if page.startswith(beginning)]
    return [name for name in dict.fromkeys([*users, *found]) if name not in own][:LONGEST]
