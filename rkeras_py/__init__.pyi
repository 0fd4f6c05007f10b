# Generated from rkeras_py/api by `make generate`; edit there.
# ruff: noqa
# mypy: disable-error-code="overload-cannot-match"
from typing import Any, TypeVar, overload

import keras

from rkeras_py import pipe as pipe
from rkeras_py.errors import ArgumentError as ArgumentError
from rkeras_py.errors import DeviationError as DeviationError
from rkeras_py.errors import DownloadError as DownloadError
from rkeras_py.errors import RError as RError

_T = TypeVar("_T")

__version__: str

def plot_history(history: Any, metrics: Any = ..., figure: Any = ...) -> Any:
    """Draw the measures of a training by epoch, with matplotlib."""

def r(code: str, **variables: Any) -> Any:
    """Evaluate R code in this process."""

def run_script(path: Any, **variables: Any) -> dict[str, Any]:
    """Run an R script in this process."""

def load_ipython_extension(shell: Any) -> None: ...

def activation_elu(x: Any, alpha: float = ...) -> Any: r"""Exponential linear unit (ELU) activation."""

def activation_exponential(x: Any) -> Any: r"""Exponential activation."""

def activation_gelu(x: Any, approximate: bool = ...) -> Any: r"""Gaussian error linear unit (GELU) activation."""

def activation_hard_sigmoid(x: Any) -> Any: r"""Hard sigmoid activation."""

def activation_linear(x: Any) -> Any: r"""Linear (identity) activation."""

def activation_relu(x: Any, alpha: float = ..., max_value: float | None = ..., threshold: float = ...) -> Any: r"""Rectified linear unit (ReLU) activation."""

def activation_selu(x: Any) -> Any: r"""Scaled exponential linear unit (SELU) activation."""

def activation_sigmoid(x: Any) -> Any: r"""Sigmoid activation."""

def activation_softmax(x: Any, axis: int = ...) -> Any: r"""Softmax activation."""

def activation_softplus(x: Any) -> Any: r"""Softplus activation."""

def activation_softsign(x: Any) -> Any: r"""Softsign activation."""

def activation_swish(x: Any) -> Any: r"""Swish (SiLU) activation."""

def activation_tanh(x: Any) -> Any: r"""Hyperbolic tangent activation."""

def adapt(object: Any, data: Any, *more: Any, batch_size: int | None = ..., steps: int | None = ..., **extra: Any) -> Any: r"""Fit a preprocessing layer to data."""

def application_densenet(blocks: list[int], include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet image classification model of any depth."""

def application_densenet121(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet-121 image classification model."""

def application_densenet169(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet-169 image classification model."""

def application_densenet201(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet-201 image classification model."""

def application_efficientnet_b0(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B0 image classification model."""

def application_efficientnet_b1(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B1 image classification model."""

def application_efficientnet_b2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B2 image classification model."""

def application_efficientnet_b3(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B3 image classification model."""

def application_efficientnet_b4(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B4 image classification model."""

def application_efficientnet_b5(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B5 image classification model."""

def application_efficientnet_b6(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B6 image classification model."""

def application_efficientnet_b7(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B7 image classification model."""

def application_inception_resnet_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""Inception-ResNet V2 image classification model."""

def application_inception_v3(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""Inception V3 image classification model."""

def application_mobilenet(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., depth_multiplier: int = ..., dropout: float = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""MobileNet image classification model."""

def application_mobilenet_v2(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""MobileNet V2 image classification model."""

def application_mobilenet_v3_large(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., minimalistic: bool = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., classes: int = ..., pooling: str | None = ..., dropout_rate: float = ..., classifier_activation: Any | None = ..., include_preprocessing: bool = ...) -> keras.Model: r"""MobileNet V3 (large) image classification model."""

def application_mobilenet_v3_small(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., minimalistic: bool = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., classes: int = ..., pooling: str | None = ..., dropout_rate: float = ..., classifier_activation: Any | None = ..., include_preprocessing: bool = ...) -> keras.Model: r"""MobileNet V3 (small) image classification model."""

def application_nasnet(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., penultimate_filters: int = ..., num_blocks: int = ..., stem_block_filters: int = ..., skip_reduction: bool = ..., filter_multiplier: int = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ..., default_size: int | None = ...) -> keras.Model: r"""NASNet image classification model of any size."""

def application_nasnetlarge(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""NASNet (large) image classification model."""

def application_nasnetmobile(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""NASNet (mobile) image classification model."""

def application_resnet101(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., **more: Any) -> keras.Model: r"""ResNet-101 image classification model."""

def application_resnet101_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""ResNet-101 V2 image classification model."""

def application_resnet152(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., **more: Any) -> keras.Model: r"""ResNet-152 image classification model."""

def application_resnet152_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""ResNet-152 V2 image classification model."""

def application_resnet50(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., **more: Any) -> keras.Model: r"""ResNet-50 image classification model."""

def application_resnet50_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""ResNet-50 V2 image classification model."""

def application_vgg16(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ...) -> keras.Model: r"""VGG16 image classification model."""

def application_vgg19(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ...) -> keras.Model: r"""VGG19 image classification model."""

def application_xception(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""Xception image classification model."""

def array_reshape(x: Any, dim: tuple[int, ...], order: str = ...) -> Any: r"""Reshape an array in row-major order."""

def as_tensor(x: Any, dtype: str | None = ..., *rest: Any, name: str | None = ..., **more: Any) -> Any: r"""Convert an R object to a tensor."""

@overload
def bidirectional(*, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""Bidirectional layer for recurrent layers."""
@overload
def bidirectional(object: keras.Sequential, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def bidirectional(object: None, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def bidirectional(object: list[Any], layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> Any: ...
@overload
def bidirectional(object: _T, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> _T: ...

def callback_backup_and_restore(backup_dir: str, *more: Any, **options: Any) -> keras.callbacks.Callback: r"""Back up training and resume it after an interruption."""

def callback_csv_logger(filename: str, separator: str = ..., append: bool = ...) -> keras.callbacks.Callback: r"""Log metrics of each epoch to a CSV file."""

def callback_early_stopping(monitor: str = ..., min_delta: float = ..., patience: int = ..., verbose: int = ..., mode: str = ..., baseline: float | None = ..., restore_best_weights: bool = ...) -> keras.callbacks.Callback: r"""Stop training when a metric stops improving."""

def callback_lambda(on_epoch_begin: Any | None = ..., on_epoch_end: Any | None = ..., on_batch_begin: Any | None = ..., on_batch_end: Any | None = ..., on_train_batch_begin: Any | None = ..., on_train_batch_end: Any | None = ..., on_train_begin: Any | None = ..., on_train_end: Any | None = ..., on_predict_batch_begin: Any | None = ..., on_predict_batch_end: Any | None = ..., on_predict_begin: Any | None = ..., on_predict_end: Any | None = ..., on_test_batch_begin: Any | None = ..., on_test_batch_end: Any | None = ..., on_test_begin: Any | None = ..., on_test_end: Any | None = ...) -> keras.callbacks.Callback: r"""Callback from functions."""

def callback_learning_rate_scheduler(schedule: Any) -> keras.callbacks.Callback: r"""Schedule the learning rate by epoch."""

def callback_model_checkpoint(filepath: str, monitor: str = ..., verbose: int = ..., save_best_only: bool = ..., save_weights_only: bool = ..., mode: str = ..., period: Any = ..., save_freq: Any = ...) -> keras.callbacks.Callback: r"""Save a model or its weights during training."""

def callback_progbar_logger(count_mode: str = ..., stateful_metrics: Any = ...) -> keras.callbacks.Callback: r"""Show a progress bar during training."""

def callback_reduce_lr_on_plateau(monitor: str = ..., factor: float = ..., patience: int = ..., verbose: int = ..., mode: str = ..., min_delta: float = ..., cooldown: int = ..., min_lr: float = ...) -> keras.callbacks.Callback: r"""Reduce the learning rate when a metric stops improving."""

def callback_remote_monitor(root: str = ..., path: str = ..., field: str = ..., headers: dict[str, Any] | None = ..., send_as_json: bool = ...) -> keras.callbacks.Callback: r"""Send metrics of each epoch to a server."""

def callback_tensorboard(log_dir: str | None = ..., histogram_freq: int = ..., batch_size: int | None = ..., write_graph: bool = ..., write_grads: bool = ..., write_images: bool = ..., embeddings_freq: int = ..., embeddings_layer_names: Any | None = ..., embeddings_metadata: Any | None = ..., embeddings_data: Any = ..., update_freq: Any = ..., profile_batch: Any = ...) -> keras.callbacks.Callback: r"""Write logs for TensorBoard during training."""

def callback_terminate_on_naan() -> keras.callbacks.Callback: r"""Stop training when the loss is NaN or infinite."""

def clone_model(model: Any, input_tensors: Any | None = ..., clone_function: Any | None = ...) -> keras.Model: r"""Copy the architecture of a model."""

def compile(object: _T, optimizer: Any | None = ..., loss: Any | None = ..., metrics: Any | None = ..., loss_weights: Any = ..., weighted_metrics: Any | None = ..., run_eagerly: bool | None = ..., steps_per_execution: int | None = ..., *more: Any, target_tensors: Any = ..., sample_weight_mode: Any = ..., **options: Any) -> _T: r"""Compile a model: optimizer, loss and metrics."""

def constraint_maxnorm(max_value: float = ..., axis: int | tuple[int, ...] = ...) -> keras.constraints.Constraint: r"""Maximum norm weight constraint."""

def constraint_minmaxnorm(min_value: float = ..., max_value: float = ..., rate: float = ..., axis: int | tuple[int, ...] = ...) -> keras.constraints.Constraint: r"""Minimum and maximum norm weight constraint."""

def constraint_nonneg() -> keras.constraints.Constraint: r"""Non-negativity weight constraint."""

def constraint_unitnorm(axis: int | tuple[int, ...] = ...) -> keras.constraints.Constraint: r"""Unit norm weight constraint."""

def count_params(object: Any) -> int: r"""Count the parameters of a layer or model."""

def dataset_boston_housing(path: str = ..., test_split: float = ..., seed: int = ...) -> dict[str, Any]: r"""Boston housing prices dataset."""

def dataset_cifar10() -> dict[str, Any]: r"""CIFAR-10 small images dataset."""

def dataset_cifar100(label_mode: str = ...) -> dict[str, Any]: r"""CIFAR-100 small images dataset."""

def dataset_fashion_mnist() -> dict[str, Any]: r"""Fashion-MNIST clothing images dataset."""

def dataset_imdb(path: str = ..., num_words: int | None = ..., skip_top: int = ..., maxlen: int | None = ..., seed: int = ..., start_char: int | None = ..., oov_char: int | None = ..., index_from: int | None = ...) -> dict[str, Any]: r"""IMDB movie reviews dataset."""

def dataset_imdb_word_index(path: str = ...) -> dict[str, int]: r"""Word index of the IMDB movie reviews dataset."""

def dataset_mnist(path: str = ...) -> dict[str, Any]: r"""MNIST handwritten digits dataset."""

def dataset_reuters(path: str = ..., num_words: int | None = ..., skip_top: int = ..., maxlen: int | None = ..., test_split: float = ..., seed: int = ..., start_char: int | None = ..., oov_char: int | None = ..., index_from: int | None = ...) -> dict[str, Any]: r"""Reuters newswire topics dataset."""

def dataset_reuters_word_index(path: str = ...) -> dict[str, int]: r"""Word index of the Reuters newswire dataset."""

def densenet_preprocess_input(x: Any, data_format: str | None = ...) -> Any: r"""Preprocess images for DenseNet."""

def evaluate(object: Any, x: Any | None = ..., y: Any | None = ..., batch_size: int | None = ..., verbose: Any = ..., sample_weight: Any | None = ..., steps: int | None = ..., callbacks: Any | None = ..., **more: Any) -> dict[str, float]: r"""Evaluate a model: loss and metrics on data."""

def evaluate_generator(object: Any, generator: Any, steps: int, max_queue_size: int = ..., workers: int = ..., callbacks: Any | None = ...) -> dict[str, float]: r"""Evaluate a model on batches from a generator."""

def export_savedmodel(object: Any, export_dir_base: str, overwrite: bool = ..., versioned: bool | None = ..., remove_learning_phase: bool = ..., as_text: bool = ..., **more: Any) -> str: r"""Export a model for serving as a SavedModel folder."""

def fit(object: Any, x: Any | None = ..., y: Any | None = ..., batch_size: int | None = ..., epochs: int = ..., verbose: Any = ..., callbacks: Any | None = ..., view_metrics: Any = ..., validation_split: float = ..., validation_data: Any | None = ..., shuffle: Any = ..., class_weight: Any | None = ..., sample_weight: Any | None = ..., initial_epoch: int = ..., steps_per_epoch: int | None = ..., validation_steps: int | None = ..., **more: Any) -> keras.callbacks.History: r"""Train a model."""

def fit_generator(object: Any, generator: Any, steps_per_epoch: int, epochs: int = ..., verbose: Any = ..., callbacks: Any | None = ..., view_metrics: Any = ..., validation_data: Any | None = ..., validation_steps: int | None = ..., class_weight: Any | None = ..., max_queue_size: int = ..., workers: int = ..., initial_epoch: int = ...) -> keras.callbacks.History: r"""Train a model on batches from a generator."""

def fit_image_data_generator(object: Any, x: Any, augment: bool = ..., rounds: int = ..., seed: int | None = ...) -> Any: r"""Fit an image generator to sample images."""

def fit_text_tokenizer(object: Any, x: Any) -> Any: r"""Fit a tokenizer to texts."""

def flow_images_from_data(x: Any, y: Any | None = ..., generator: Any | None = ..., batch_size: int = ..., shuffle: bool = ..., sample_weight: Any | None = ..., seed: int | None = ..., save_to_dir: str | None = ..., save_prefix: str = ..., save_format: str = ..., subset: str | None = ...) -> Any: r"""Generate batches of images from an array."""

def flow_images_from_dataframe(dataframe: Any, directory: str | None = ..., x_col: str = ..., y_col: Any | None = ..., generator: Any | None = ..., target_size: tuple[int, int] = ..., color_mode: str = ..., classes: list[str] | None = ..., class_mode: str | None = ..., batch_size: int = ..., shuffle: bool = ..., seed: int | None = ..., save_to_dir: str | None = ..., save_prefix: str = ..., save_format: str = ..., subset: str | None = ..., interpolation: str = ..., drop_duplicates: Any = ...) -> Any: r"""Generate batches of images listed in a data frame."""

def flow_images_from_directory(directory: str, generator: Any | None = ..., target_size: tuple[int, int] = ..., color_mode: str = ..., classes: list[str] | None = ..., class_mode: str | None = ..., batch_size: int = ..., shuffle: bool = ..., seed: int | None = ..., save_to_dir: str | None = ..., save_prefix: str = ..., save_format: str = ..., follow_links: bool = ..., subset: str | None = ..., interpolation: str = ...) -> Any: r"""Generate batches of images from a directory."""

def freeze_weights(object: _T, from_: Any = ..., to: Any = ..., which: Any = ...) -> _T: r"""Freeze weights: exclude layers from training."""

def from_config(config: Any, custom_objects: dict[str, Any] | None = ...) -> Any: r"""Create a layer or model from its configuration."""

def generator_next(generator: Any, completed: Any = ...) -> Any: r"""Get the next value of a generator."""

def get_config(object: Any) -> Any: r"""Get the configuration of a layer or model."""

def get_file(fname: str, origin: str, file_hash: str | None = ..., cache_subdir: str = ..., hash_algorithm: str = ..., extract: bool = ..., archive_format: Any | None = ..., cache_dir: str | None = ..., untar: bool = ...) -> str: r"""Download a file and cache it."""

def get_input_at(object: Any, node_index: int) -> Any: r"""Get the input tensor of a layer at a node."""

def get_input_mask_at(object: Any, node_index: int) -> Any: r"""Get the input mask of a layer at a node."""

def get_input_shape_at(object: Any, node_index: int) -> Any: r"""Get the input shape of a layer at a node."""

def get_layer(object: Any, name: str | None = ..., index: int | None = ...) -> Any: r"""Get a layer of a model by name or position."""

def get_output_at(object: Any, node_index: int) -> Any: r"""Get the output tensor of a layer at a node."""

def get_output_mask_at(object: Any, node_index: int) -> Any: r"""Get the output mask of a layer at a node."""

def get_output_shape_at(object: Any, node_index: int) -> Any: r"""Get the output shape of a layer at a node."""

def get_vocabulary(object: Any, include_special_tokens: bool = ...) -> Any: r"""Get the vocabulary of a preprocessing layer."""

def get_weights(object: Any, trainable: bool | None = ...) -> Any: r"""Get the weights of a layer or model."""

def hdf5_matrix(datapath: str, dataset: str, start: int = ..., end: int | None = ..., normalizer: Any | None = ...) -> Any: r"""Use a dataset in an HDF5 file as model data."""

def image_array_resize(img: Any, height: int, width: int, data_format: str = ...) -> Any: r"""Resize an image or a batch of images."""

def image_array_save(img: Any, path: str, data_format: str | None = ..., file_format: str | None = ..., scale: bool = ...) -> None: r"""Save an array as an image file."""

def image_data_generator(featurewise_center: bool = ..., samplewise_center: bool = ..., featurewise_std_normalization: bool = ..., samplewise_std_normalization: bool = ..., zca_whitening: bool = ..., zca_epsilon: float = ..., rotation_range: float = ..., width_shift_range: int | float | list[float] = ..., height_shift_range: int | float | list[float] = ..., brightness_range: tuple[float, ...] | None = ..., shear_range: float = ..., zoom_range: float | tuple[float, ...] = ..., channel_shift_range: float = ..., fill_mode: str = ..., cval: float = ..., horizontal_flip: bool = ..., vertical_flip: bool = ..., rescale: float | None = ..., preprocessing_function: Any | None = ..., data_format: str | None = ..., validation_split: float = ...) -> Any: r"""Create an image generator with data augmentation."""

def image_dataset_from_directory(directory: str, labels: Any = ..., label_mode: str | None = ..., class_names: list[str] | None = ..., color_mode: str = ..., batch_size: int | None = ..., image_size: tuple[int, int] = ..., shuffle: bool = ..., seed: int | None = ..., validation_split: float | None = ..., subset: str | None = ..., interpolation: str = ..., follow_links: bool = ..., crop_to_aspect_ratio: bool = ..., **more: Any) -> Any: r"""Create a dataset from a directory of images."""

def image_load(path: str, grayscale: bool = ..., color_mode: str = ..., target_size: tuple[int, int] | None = ..., interpolation: str = ...) -> Any: r"""Load an image from a file."""

def image_to_array(img: Any, data_format: str = ...) -> Any: r"""Convert an image to an array."""

def imagenet_decode_predictions(preds: Any, top: int = ...) -> list[Any]: r"""Decode predictions of ImageNet models."""

def imagenet_preprocess_input(x: Any, data_format: str | None = ..., mode: str = ...) -> Any: r"""Preprocess images for ImageNet models."""

def implementation() -> Any: r"""Get the Python module of Keras."""

def inception_resnet_v2_preprocess_input(x: Any) -> Any: r"""Preprocess images for Inception-ResNet V2."""

def inception_v3_preprocess_input(x: Any) -> Any: r"""Preprocess images for Inception V3."""

def initializer_constant(value: Any = ...) -> keras.initializers.Initializer: r"""Constant initializer."""

def initializer_glorot_normal(seed: int | None = ...) -> keras.initializers.Initializer: r"""Glorot (Xavier) normal initializer."""

def initializer_glorot_uniform(seed: int | None = ...) -> keras.initializers.Initializer: r"""Glorot (Xavier) uniform initializer."""

def initializer_he_normal(seed: int | None = ...) -> keras.initializers.Initializer: r"""He normal initializer."""

def initializer_he_uniform(seed: int | None = ...) -> keras.initializers.Initializer: r"""He uniform initializer."""

def initializer_identity(gain: float = ...) -> keras.initializers.Initializer: r"""Identity matrix initializer."""

def initializer_lecun_normal(seed: int | None = ...) -> keras.initializers.Initializer: r"""LeCun normal initializer."""

def initializer_lecun_uniform(seed: int | None = ...) -> keras.initializers.Initializer: r"""LeCun uniform initializer."""

def initializer_ones() -> keras.initializers.Initializer: r"""Ones initializer."""

def initializer_orthogonal(gain: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Orthogonal matrix initializer."""

def initializer_random_normal(mean: float = ..., stddev: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Normal distribution initializer."""

def initializer_random_uniform(minval: float = ..., maxval: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Uniform distribution initializer."""

def initializer_truncated_normal(mean: float = ..., stddev: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Truncated normal distribution initializer."""

def initializer_variance_scaling(scale: float = ..., mode: str = ..., distribution: str = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Variance scaling initializer."""

def initializer_zeros() -> keras.initializers.Initializer: r"""Zeros initializer."""

def install_keras(method: str = ..., conda: str = ..., version: str = ..., tensorflow: str | None = ..., extra_packages: Any = ..., *rest: Any, **more: Any) -> None: r"""Check the installed Keras, and install Python packages."""

def is_keras_available(version: str | None = ...) -> bool: r"""Check whether Keras is available."""

def k_abs(x: Any) -> Any: r"""Absolute value of each element."""

def k_all(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Logical and along axes: all elements true."""

def k_any(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Logical or along axes: any element true."""

def k_arange(start: Any, stop: Any | None = ..., step: Any = ..., dtype: str = ...) -> Any: r"""Create a tensor with a sequence of numbers."""

def k_argmax(x: Any, axis: int = ...) -> Any: r"""Index of the maximum along an axis."""

def k_argmin(x: Any, axis: int = ...) -> Any: r"""Index of the minimum along an axis."""

def k_backend() -> str: r"""Get the name of the Keras backend."""

def k_batch_dot(x: Any, y: Any, axes: int | tuple[int, ...] | None) -> Any: r"""Batch-wise dot product."""

def k_batch_flatten(x: Any) -> Any: r"""Flatten each sample of a batch."""

def k_batch_get_value(ops: list[Any]) -> Any: r"""Get the values of several variables."""

def k_batch_normalization(x: Any, mean: Any, var: Any, beta: Any | None, gamma: Any | None, axis: int = ..., epsilon: float = ...) -> Any: r"""Batch normalization with given mean and variance."""

def k_batch_set_value(lists: list[tuple[Any, Any]]) -> None: r"""Set the values of several variables."""

def k_bias_add(x: Any, bias: Any, data_format: str | None = ...) -> Any: r"""Add a bias to a tensor."""

def k_binary_crossentropy(target: Any, output: Any, from_logits: bool = ...) -> Any: r"""Binary cross-entropy of each element."""

def k_cast(x: Any, dtype: str) -> Any: r"""Convert a tensor to another data type."""

def k_cast_to_floatx(x: Any) -> Any: r"""Convert a tensor to the default float type."""

def k_categorical_crossentropy(target: Any, output: Any, from_logits: bool = ..., axis: int = ...) -> Any: r"""Categorical cross-entropy along an axis."""

def k_clear_session() -> Any: r"""Clear the Keras session: free memory and reset names."""

def k_clip(x: Any, min_value: Any | None = ..., max_value: Any | None = ...) -> Any: r"""Clip elements to a range."""

def k_concatenate(tensors: list[Any], axis: int = ...) -> Any: r"""Concatenate tensors along an axis."""

def k_constant(value: Any, dtype: str | None = ..., shape: tuple[int, ...] | None = ..., name: str | None = ...) -> Any: r"""Create a constant tensor."""

def k_conv1d(x: Any, kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""1D convolution."""

def k_conv2d(x: Any, kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""2D convolution."""

def k_conv2d_transpose(x: Any, kernel: Any, output_shape: int | tuple[int | None, ...] | list[int | None], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ...) -> Any: r"""2D transposed convolution (deconvolution)."""

def k_conv3d(x: Any, kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""3D convolution."""

def k_conv3d_transpose(x: Any, kernel: Any, output_shape: int | tuple[int | None, ...] | list[int | None], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ...) -> Any: r"""3D transposed convolution (deconvolution)."""

def k_cos(x: Any) -> Any: r"""Cosine of each element."""

def k_count_params(x: Any) -> int: r"""Count the elements of a variable or tensor."""

def k_ctc_batch_cost(y_true: Any, y_pred: Any, input_length: Any, label_length: Any) -> Any: r"""Connectionist temporal classification (CTC) loss."""

def k_ctc_decode(y_pred: Any, input_length: Any, greedy: bool = ..., beam_width: int = ..., top_paths: int = ...) -> Any: r"""Decode CTC output: most likely label sequences."""

def k_ctc_label_dense_to_sparse(labels: Any, label_lengths: Any) -> Any: r"""Convert CTC labels from dense to sparse."""

def k_cumprod(x: Any, axis: int = ...) -> Any: r"""Cumulative product along an axis."""

def k_cumsum(x: Any, axis: int = ...) -> Any: r"""Cumulative sum along an axis."""

def k_depthwise_conv2d(x: Any, depthwise_kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""2D depthwise convolution."""

def k_dot(x: Any, y: Any) -> Any: r"""Matrix product of two tensors."""

def k_dropout(x: Any, level: float, noise_shape: Any | None = ..., seed: int | None = ...) -> Any: r"""Dropout: set random elements to zero."""

def k_dtype(x: Any) -> Any: r"""Data type of a tensor."""

def k_elu(x: Any, alpha: float = ...) -> Any: r"""Exponential linear unit (ELU)."""

def k_epsilon() -> float: r"""Get the small constant used to avoid division by zero."""

def k_equal(x: Any, y: Any) -> Any: r"""Element-wise equality."""

def k_eval(x: Any) -> Any: r"""Evaluate a tensor: get its value as an array."""

def k_exp(x: Any) -> Any: r"""Exponential of each element."""

def k_expand_dims(x: Any, axis: int = ...) -> Any: r"""Insert an axis of size 1."""

def k_eye(size: int, dtype: str | None = ..., name: str | None = ...) -> Any: r"""Create an identity matrix."""

def k_flatten(x: Any) -> Any: r"""Flatten a tensor."""

def k_floatx() -> str: r"""Get the default float type."""

def k_foldl(fn: Any, elems: Any, initializer: Any | None = ..., name: str | None = ...) -> Any: r"""Reduce the slices of a tensor from first to last."""

def k_foldr(fn: Any, elems: Any, initializer: Any | None = ..., name: str | None = ...) -> Any: r"""Reduce the slices of a tensor from last to first."""

def k_function(inputs: Any, outputs: Any, updates: Any = ..., **more: Any) -> Any: r"""Create a function from symbolic inputs and outputs."""

def k_gather(reference: Any, indices: Any) -> Any: r"""Select slices of a tensor by index."""

def k_get_session() -> Any: r"""Get a TensorFlow 1 session."""

def k_get_uid(prefix: str = ...) -> int: r"""Get a unique number for a name prefix."""

def k_get_value(x: Any) -> Any: r"""Get the value of a variable."""

def k_get_variable_shape(x: Any) -> Any: r"""Shape of a variable."""

def k_gradients(loss: Any, variables: list[Any]) -> Any: r"""Gradients of a tensor with respect to variables."""

def k_greater(x: Any, y: Any) -> Any: r"""Element-wise greater-than comparison."""

def k_greater_equal(x: Any, y: Any) -> Any: r"""Element-wise greater-or-equal comparison."""

def k_hard_sigmoid(x: Any) -> Any: r"""Hard sigmoid of each element."""

def k_identity(x: Any, name: str | None = ...) -> Any: r"""Copy of a tensor with the same elements."""

def k_image_data_format() -> str: r"""Get the default image data format."""

def k_in_test_phase(x: Any, alt: Any, training: Any = ...) -> Any: r"""Select a tensor in inference, another in training."""

def k_in_top_k(predictions: Any, targets: Any, k: int) -> Any: r"""Check whether labels are among the top k predictions."""

def k_in_train_phase(x: Any, alt: Any, training: Any = ...) -> Any: r"""Select a tensor in training, another in inference."""

def k_int_shape(x: Any) -> Any: r"""Shape of a tensor, as integers."""

def k_is_keras_tensor(x: Any) -> bool: r"""Check whether a tensor is symbolic."""

def k_is_placeholder(x: Any) -> bool: r"""Check whether an object is a placeholder."""

def k_is_sparse(tensor: Any) -> bool: r"""Check whether a tensor is sparse."""

def k_is_tensor(x: Any) -> bool: r"""Check whether an object is a tensor."""

def k_l2_normalize(x: Any, axis: int | tuple[int, ...] | None = ...) -> Any: r"""L2 normalization along an axis."""

def k_learning_phase() -> int: r"""Get the learning phase: training or inference."""

def k_less(x: Any, y: Any) -> Any: r"""Element-wise less-than comparison."""

def k_less_equal(x: Any, y: Any) -> Any: r"""Element-wise less-or-equal comparison."""

def k_local_conv1d(inputs: Any, kernel: Any, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...], data_format: str | None = ...) -> Any: r"""1D convolution with unshared weights."""

def k_local_conv2d(inputs: Any, kernel: Any, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...], output_shape: int | tuple[int, ...], data_format: str | None = ...) -> Any: r"""2D convolution with unshared weights."""

def k_log(x: Any) -> Any: r"""Natural logarithm of each element."""

def k_logsumexp(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Logarithm of the sum of exponentials along axes."""

def k_manual_variable_initialization(value: bool) -> None: r"""Initialize variables manually (no effect)."""

def k_map_fn(fn: Any, elems: Any, name: str | None = ..., dtype: str | None = ...) -> Any: r"""Apply a function to each slice along the first axis."""

def k_max(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Maximum of a tensor along axes."""

def k_maximum(x: Any, y: Any) -> Any: r"""Element-wise maximum of two tensors."""

def k_mean(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Mean of a tensor along axes."""

def k_min(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Minimum of a tensor along axes."""

def k_minimum(x: Any, y: Any) -> Any: r"""Element-wise minimum of two tensors."""

def k_moving_average_update(x: Any, value: Any, momentum: float) -> Any: r"""Update a moving average."""

def k_ndim(x: Any) -> Any: r"""Number of axes of a tensor."""

def k_normalize_batch_in_training(x: Any, gamma: Any | None, beta: Any | None, reduction_axes: int | tuple[int, ...], epsilon: float = ...) -> Any: r"""Batch normalization with the statistics of the batch."""

def k_not_equal(x: Any, y: Any) -> Any: r"""Element-wise inequality."""

def k_one_hot(indices: Any, num_classes: int) -> Any: r"""One-hot encode integer labels."""

def k_ones(shape: tuple[int, ...], dtype: str | None = ..., name: str | None = ...) -> Any: r"""Create a variable filled with ones."""

def k_ones_like(x: Any, dtype: str | None = ..., name: str | None = ...) -> Any: r"""Create a tensor of ones with the shape of another tensor."""

def k_permute_dimensions(x: Any, pattern: int | tuple[int, ...]) -> Any: r"""Permute the axes of a tensor."""

def k_placeholder(shape: int | tuple[int | None, ...] | list[int | None] | None = ..., ndim: int | None = ..., dtype: str | None = ..., sparse: bool = ..., name: str | None = ...) -> Any: r"""Create a placeholder tensor."""

def k_pool2d(x: Any, pool_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., pool_mode: str = ...) -> Any: r"""2D pooling."""

def k_pool3d(x: Any, pool_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., pool_mode: str = ...) -> Any: r"""3D pooling."""

def k_pow(x: Any, a: Any) -> Any: r"""Power of each element."""

def k_print_tensor(x: Any, message: str = ...) -> Any: r"""Print a tensor each time it is computed."""

def k_prod(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Product of a tensor along axes."""

def k_random_bernoulli(shape: Any, p: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random tensor from a Bernoulli distribution."""

def k_random_binomial(shape: Any, p: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random tensor of zeros and ones."""

def k_random_normal(shape: Any, mean: float = ..., stddev: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random tensor from a normal distribution."""

def k_random_normal_variable(shape: int | tuple[int | None, ...] | list[int | None], mean: float, scale: float, dtype: str | None = ..., name: str | None = ..., seed: int | None = ...) -> Any: r"""Random variable tensor from a normal distribution."""

def k_random_uniform(shape: Any, minval: float = ..., maxval: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random tensor from a uniform distribution."""

def k_random_uniform_variable(shape: int | tuple[int | None, ...] | list[int | None], low: float, high: float, dtype: str | None = ..., name: str | None = ..., seed: int | None = ...) -> Any: r"""Random variable tensor from a uniform distribution."""

def k_relu(x: Any, alpha: float = ..., max_value: float | None = ...) -> Any: r"""Rectified linear unit (ReLU)."""

def k_repeat(x: Any, n: int) -> Any: r"""Repeat each row of a matrix along a new axis."""

def k_repeat_elements(x: Any, rep: int, axis: int) -> Any: r"""Repeat elements along an axis."""

def k_reset_uids() -> None: r"""Reset unique numbers and layer names."""

def k_reshape(x: Any, shape: tuple[int, ...]) -> Any: r"""Reshape a tensor."""

def k_resize_images(x: Any, height_factor: int, width_factor: int, data_format: str) -> Any: r"""Enlarge images by repeating rows and columns."""

def k_resize_volumes(x: Any, depth_factor: int, height_factor: int, width_factor: int, data_format: str) -> Any: r"""Enlarge volumes by repeating elements."""

def k_reverse(x: Any, axes: int | tuple[int, ...]) -> Any: r"""Reverse a tensor along axes."""

def k_rnn(step_function: Any, inputs: Any, initial_states: list[Any], go_backwards: bool = ..., mask: Any | None = ..., constants: list[Any] | None = ..., unroll: bool = ..., input_length: int | None = ...) -> Any: r"""Iterate a step function over the time dimension."""

def k_round(x: Any) -> Any: r"""Round each element to the nearest whole number."""

def k_separable_conv2d(x: Any, depthwise_kernel: Any, pointwise_kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""2D separable convolution."""

def k_set_epsilon(e: float) -> None: r"""Set the small constant used to avoid division by zero."""

def k_set_floatx(floatx: str) -> None: r"""Set the default float type."""

def k_set_image_data_format(data_format: str) -> None: r"""Set the default image data format."""

def k_set_learning_phase(value: int) -> None: r"""Set the learning phase: training or inference."""

def k_set_session(session: Any) -> None: r"""Set the TensorFlow 1 session."""

def k_set_value(x: Any, value: Any) -> None: r"""Set the value of a variable."""

def k_shape(x: Any) -> Any: r"""Shape of a tensor, as a tensor."""

def k_sigmoid(x: Any) -> Any: r"""Sigmoid of each element."""

def k_sign(x: Any) -> Any: r"""Sign of each element."""

def k_sin(x: Any) -> Any: r"""Sine of each element."""

def k_softmax(x: Any, axis: int = ...) -> Any: r"""Softmax of a tensor."""

def k_softplus(x: Any) -> Any: r"""Softplus of each element."""

def k_softsign(x: Any) -> Any: r"""Softsign of each element."""

def k_sparse_categorical_crossentropy(target: Any, output: Any, from_logits: bool = ..., axis: int = ...) -> Any: r"""Categorical cross-entropy with integer labels."""

def k_spatial_2d_padding(x: Any, padding: tuple[tuple[int, int], ...] = ..., data_format: str | None = ...) -> Any: r"""Pad the borders of images with zeros."""

def k_spatial_3d_padding(x: Any, padding: tuple[tuple[int, int], ...] = ..., data_format: str | None = ...) -> Any: r"""Pad the borders of volumes with zeros."""

def k_sqrt(x: Any) -> Any: r"""Square root of each element."""

def k_square(x: Any) -> Any: r"""Square of each element."""

def k_squeeze(x: Any, axis: int | tuple[int, ...] | None = ...) -> Any: r"""Remove axes of size 1."""

def k_stack(x: list[Any], axis: int = ...) -> Any: r"""Stack tensors along a new axis."""

def k_std(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Standard deviation of a tensor along axes."""

def k_stop_gradient(variables: Any) -> Any: r"""Stop gradients at tensors."""

def k_sum(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Sum of a tensor along axes."""

def k_switch(condition: Any, then_expression: Any, else_expression: Any) -> Any: r"""Select one of two tensors by a condition."""

def k_tanh(x: Any) -> Any: r"""Hyperbolic tangent of each element."""

def k_temporal_padding(x: Any, padding: tuple[tuple[int, int], ...] = ...) -> Any: r"""Pad the time dimension with zeros."""

def k_tile(x: Any, n: Any) -> Any: r"""Tile a tensor: repeat it along its axes."""

def k_to_dense(tensor: Any) -> Any: r"""Convert a sparse tensor to a dense tensor."""

def k_transpose(x: Any) -> Any: r"""Transpose a tensor."""

def k_truncated_normal(shape: Any, mean: float = ..., stddev: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random tensor from a truncated normal distribution."""

def k_unstack(x: Any, axis: int = ..., num: int | None = ..., name: str | None = ...) -> Any: r"""Split a tensor into slices along an axis."""

def k_update(x: Any, new_x: Any) -> Any: r"""Update a variable with a new value."""

def k_update_add(x: Any, increment: Any) -> Any: r"""Add to a variable in place."""

def k_update_sub(x: Any, decrement: Any) -> Any: r"""Subtract from a variable in place."""

def k_var(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Variance of a tensor along axes."""

def k_variable(value: Any, dtype: str | None = ..., name: str | None = ..., constraint: Any | None = ...) -> Any: r"""Create a variable."""

def k_zeros(shape: tuple[int, ...], dtype: str | None = ..., name: str | None = ...) -> Any: r"""Create a variable filled with zeros."""

def k_zeros_like(x: Any, dtype: str | None = ..., name: str | None = ...) -> Any: r"""Create a tensor of zeros with the shape of another tensor."""

def keras_array(x: Any | None, dtype: str | None = ...) -> Any: r"""Convert R data to NumPy arrays."""

def keras_model(inputs: Any, outputs: Any | None = ..., *more: Any, **options: Any) -> keras.Model: r"""Create a functional model from inputs and outputs."""

def keras_model_sequential(layers: Any = ..., name: str | None = ..., **more: Any) -> keras.Sequential: r"""Create a sequential model."""

@overload
def layer_activation(*, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Activation layer."""
@overload
def layer_activation(object: keras.Sequential, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation(object: None, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation(object: list[Any], activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation(object: _T, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_elu(*, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Exponential linear unit (ELU) activation layer."""
@overload
def layer_activation_elu(object: keras.Sequential, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_elu(object: None, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_elu(object: list[Any], alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_elu(object: _T, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_leaky_relu(*, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Leaky rectified linear unit (leaky ReLU) activation layer."""
@overload
def layer_activation_leaky_relu(object: keras.Sequential, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_leaky_relu(object: None, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_leaky_relu(object: list[Any], alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_leaky_relu(object: _T, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_parametric_relu(*, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Parametric rectified linear unit (PReLU) activation layer."""
@overload
def layer_activation_parametric_relu(object: keras.Sequential, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_parametric_relu(object: None, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_parametric_relu(object: list[Any], alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_parametric_relu(object: _T, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_relu(*, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Rectified linear unit (ReLU) activation layer."""
@overload
def layer_activation_relu(object: keras.Sequential, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_relu(object: None, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_relu(object: list[Any], max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_relu(object: _T, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_selu(*, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Scaled exponential linear unit (SELU) activation layer."""
@overload
def layer_activation_selu(object: keras.Sequential, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_selu(object: None, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_selu(object: list[Any], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_selu(object: _T, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_softmax(*, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Softmax activation layer."""
@overload
def layer_activation_softmax(object: keras.Sequential, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_softmax(object: None, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_softmax(object: list[Any], axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_softmax(object: _T, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_thresholded_relu(*, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Thresholded rectified linear unit (ReLU) activation layer."""
@overload
def layer_activation_thresholded_relu(object: keras.Sequential, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_thresholded_relu(object: None, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_thresholded_relu(object: list[Any], theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_thresholded_relu(object: _T, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activity_regularization(*, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Activity regularization layer."""
@overload
def layer_activity_regularization(object: keras.Sequential, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activity_regularization(object: None, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activity_regularization(object: list[Any], l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activity_regularization(object: _T, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_add(**options: Any) -> keras.layers.Layer: r"""Addition layer."""
@overload
def layer_add(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_add(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_add(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_add(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_additive_attention(*, use_scale: bool = ..., causal: bool = ..., dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Additive attention layer."""
@overload
def layer_additive_attention(object: keras.Sequential, use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_additive_attention(object: None, use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_additive_attention(object: list[Any], use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_additive_attention(object: _T, use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_alpha_dropout(*, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Alpha dropout layer."""
@overload
def layer_alpha_dropout(object: keras.Sequential, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_alpha_dropout(object: None, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_alpha_dropout(object: list[Any], rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_alpha_dropout(object: _T, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_attention(*, use_scale: bool = ..., score_mode: str = ..., dropout: float | None = ..., **options: Any) -> keras.layers.Layer: r"""Dot-product attention layer."""
@overload
def layer_attention(inputs: keras.Sequential, use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_attention(inputs: None, use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_attention(inputs: list[Any], use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> Any: ...
@overload
def layer_attention(inputs: _T, use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> _T: ...

@overload
def layer_average(**options: Any) -> keras.layers.Layer: r"""Averaging layer."""
@overload
def layer_average(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_average(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_average(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_average(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_average_pooling_1d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D average pooling layer."""
@overload
def layer_average_pooling_1d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_average_pooling_1d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_average_pooling_1d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_average_pooling_1d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_average_pooling_2d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D average pooling layer."""
@overload
def layer_average_pooling_2d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_average_pooling_2d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_average_pooling_2d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_average_pooling_2d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_average_pooling_3d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D average pooling layer."""
@overload
def layer_average_pooling_3d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_average_pooling_3d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_average_pooling_3d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_average_pooling_3d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_batch_normalization(*, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> keras.layers.Layer: r"""Batch normalization layer."""
@overload
def layer_batch_normalization(object: keras.Sequential, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_batch_normalization(object: None, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_batch_normalization(object: list[Any], axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> Any: ...
@overload
def layer_batch_normalization(object: _T, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> _T: ...

@overload
def layer_category_encoding(*, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Category encoding layer: one-hot, multi-hot or counts."""
@overload
def layer_category_encoding(object: keras.Sequential, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_category_encoding(object: None, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_category_encoding(object: list[Any], num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_category_encoding(object: _T, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> _T: ...

@overload
def layer_center_crop(*, height: int, width: int, **options: Any) -> keras.layers.Layer: r"""Center crop layer for images."""
@overload
def layer_center_crop(object: keras.Sequential, height: int, width: int, **options: Any) -> keras.Sequential: ...
@overload
def layer_center_crop(object: None, height: int, width: int, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_center_crop(object: list[Any], height: int, width: int, **options: Any) -> Any: ...
@overload
def layer_center_crop(object: _T, height: int, width: int, **options: Any) -> _T: ...

@overload
def layer_concatenate(*, axis: int = ..., **options: Any) -> keras.layers.Layer: r"""Concatenation layer."""
@overload
def layer_concatenate(inputs: keras.Sequential, *more: Any, axis: int = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_concatenate(inputs: None, *more: Any, axis: int = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_concatenate(inputs: list[Any], *more: Any, axis: int = ..., **options: Any) -> Any: ...
@overload
def layer_concatenate(inputs: _T, *more: Any, axis: int = ..., **options: Any) -> _T: ...

@overload
def layer_conv_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D convolution layer."""
@overload
def layer_conv_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_1d_transpose(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D transposed convolution layer."""
@overload
def layer_conv_1d_transpose(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_1d_transpose(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_1d_transpose(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_1d_transpose(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D convolution layer."""
@overload
def layer_conv_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_2d_transpose(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D transposed convolution layer."""
@overload
def layer_conv_2d_transpose(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_2d_transpose(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_2d_transpose(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_2d_transpose(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_3d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D convolution layer."""
@overload
def layer_conv_3d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_3d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_3d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_3d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_3d_transpose(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D transposed convolution layer."""
@overload
def layer_conv_3d_transpose(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_3d_transpose(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_3d_transpose(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_3d_transpose(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_lstm_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""1D convolutional LSTM layer."""
@overload
def layer_conv_lstm_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_conv_lstm_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_conv_lstm_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_conv_lstm_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_conv_lstm_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> keras.layers.Layer: r"""2D convolutional LSTM layer."""
@overload
def layer_conv_lstm_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_lstm_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_lstm_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> Any: ...
@overload
def layer_conv_lstm_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> _T: ...

@overload
def layer_conv_lstm_3d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""3D convolutional LSTM layer."""
@overload
def layer_conv_lstm_3d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_conv_lstm_3d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_conv_lstm_3d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_conv_lstm_3d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_cropping_1d(*, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D cropping layer."""
@overload
def layer_cropping_1d(object: keras.Sequential, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cropping_1d(object: None, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cropping_1d(object: list[Any], cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cropping_1d(object: _T, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cropping_2d(*, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D cropping layer."""
@overload
def layer_cropping_2d(object: keras.Sequential, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cropping_2d(object: None, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cropping_2d(object: list[Any], cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cropping_2d(object: _T, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cropping_3d(*, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D cropping layer."""
@overload
def layer_cropping_3d(object: keras.Sequential, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cropping_3d(object: None, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cropping_3d(object: list[Any], cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cropping_3d(object: _T, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cudnn_gru(*, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Gated recurrent unit (GRU) layer with cuDNN weights."""
@overload
def layer_cudnn_gru(object: keras.Sequential, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cudnn_gru(object: None, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cudnn_gru(object: list[Any], units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cudnn_gru(object: _T, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cudnn_lstm(*, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Long short-term memory (LSTM) layer with cuDNN weights."""
@overload
def layer_cudnn_lstm(object: keras.Sequential, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cudnn_lstm(object: None, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cudnn_lstm(object: list[Any], units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cudnn_lstm(object: _T, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_dense(*, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., lora_rank: int | None = ...) -> keras.layers.Layer: r"""Densely connected layer."""
@overload
def layer_dense(object: keras.Sequential, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., lora_rank: int | None = ...) -> keras.Sequential: ...
@overload
def layer_dense(object: None, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., lora_rank: int | None = ...) -> keras.layers.Layer: ...
@overload
def layer_dense(object: list[Any], units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., lora_rank: int | None = ...) -> Any: ...
@overload
def layer_dense(object: _T, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., lora_rank: int | None = ...) -> _T: ...

@overload
def layer_dense_features(*, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Feature column layer."""
@overload
def layer_dense_features(object: keras.Sequential, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_dense_features(object: None, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_dense_features(object: list[Any], feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_dense_features(object: _T, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_depthwise_conv_1d(*, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""1D depthwise convolution layer."""
@overload
def layer_depthwise_conv_1d(object: keras.Sequential, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_depthwise_conv_1d(object: None, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_depthwise_conv_1d(object: list[Any], kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> Any: ...
@overload
def layer_depthwise_conv_1d(object: _T, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> _T: ...

@overload
def layer_depthwise_conv_2d(*, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D depthwise convolution layer."""
@overload
def layer_depthwise_conv_2d(object: keras.Sequential, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_depthwise_conv_2d(object: None, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_depthwise_conv_2d(object: list[Any], kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_depthwise_conv_2d(object: _T, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_discretization(*, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Discretization layer: bin continuous values."""
@overload
def layer_discretization(object: keras.Sequential, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_discretization(object: None, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_discretization(object: list[Any], bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_discretization(object: _T, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> _T: ...

@overload
def layer_dot(*, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> keras.layers.Layer: r"""Dot product layer."""
@overload
def layer_dot(inputs: keras.Sequential, *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_dot(inputs: None, *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_dot(inputs: list[Any], *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> Any: ...
@overload
def layer_dot(inputs: _T, *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> _T: ...

@overload
def layer_dropout(*, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Dropout layer."""
@overload
def layer_dropout(object: keras.Sequential, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_dropout(object: None, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_dropout(object: list[Any], rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_dropout(object: _T, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_embedding(*, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Embedding layer."""
@overload
def layer_embedding(object: keras.Sequential, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_embedding(object: None, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_embedding(object: list[Any], input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_embedding(object: _T, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> _T: ...

@overload
def layer_flatten(*, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Flatten layer."""
@overload
def layer_flatten(object: keras.Sequential, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_flatten(object: None, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_flatten(object: list[Any], data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_flatten(object: _T, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_gaussian_dropout(*, rate: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Gaussian dropout layer."""
@overload
def layer_gaussian_dropout(object: keras.Sequential, rate: float, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gaussian_dropout(object: None, rate: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gaussian_dropout(object: list[Any], rate: float, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_gaussian_dropout(object: _T, rate: float, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_gaussian_noise(*, stddev: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Gaussian noise layer."""
@overload
def layer_gaussian_noise(object: keras.Sequential, stddev: float, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gaussian_noise(object: None, stddev: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gaussian_noise(object: list[Any], stddev: float, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_gaussian_noise(object: _T, stddev: float, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_global_average_pooling_1d(*, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""1D global average pooling layer."""
@overload
def layer_global_average_pooling_1d(object: keras.Sequential, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_average_pooling_1d(object: None, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_average_pooling_1d(object: list[Any], data_format: str = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_average_pooling_1d(object: _T, data_format: str = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_average_pooling_2d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""2D global average pooling layer."""
@overload
def layer_global_average_pooling_2d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_average_pooling_2d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_average_pooling_2d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_average_pooling_2d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_average_pooling_3d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""3D global average pooling layer."""
@overload
def layer_global_average_pooling_3d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_average_pooling_3d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_average_pooling_3d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_average_pooling_3d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_max_pooling_1d(*, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""1D global max pooling layer."""
@overload
def layer_global_max_pooling_1d(object: keras.Sequential, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_max_pooling_1d(object: None, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_max_pooling_1d(object: list[Any], data_format: str = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_max_pooling_1d(object: _T, data_format: str = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_max_pooling_2d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""2D global max pooling layer."""
@overload
def layer_global_max_pooling_2d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_max_pooling_2d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_max_pooling_2d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_max_pooling_2d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_max_pooling_3d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""3D global max pooling layer."""
@overload
def layer_global_max_pooling_3d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_max_pooling_3d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_max_pooling_3d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_max_pooling_3d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_gru(*, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Gated recurrent unit (GRU) layer."""
@overload
def layer_gru(object: keras.Sequential, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gru(object: None, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gru(object: list[Any], units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_gru(object: _T, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_gru_cell(*, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> keras.layers.Layer: r"""Gated recurrent unit (GRU) cell."""
@overload
def layer_gru_cell(units: keras.Sequential, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gru_cell(units: None, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gru_cell(units: list[Any], activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> Any: ...
@overload
def layer_gru_cell(units: _T, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> _T: ...

@overload
def layer_hashing(*, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Hashing layer: bin categories by their hash."""
@overload
def layer_hashing(object: keras.Sequential, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_hashing(object: None, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_hashing(object: list[Any], num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_hashing(object: _T, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> _T: ...

def layer_input(shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., name: str | None = ..., dtype: str | None = ..., sparse: bool = ..., tensor: Any | None = ..., ragged: bool = ...) -> keras.KerasTensor: r"""Input layer of a functional model."""

@overload
def layer_integer_lookup(*, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: r"""Integer lookup layer: map integers to vocabulary indices."""
@overload
def layer_integer_lookup(object: keras.Sequential, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_integer_lookup(object: None, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_integer_lookup(object: list[Any], max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> Any: ...
@overload
def layer_integer_lookup(object: _T, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> _T: ...

@overload
def layer_lambda(*, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Lambda layer: apply a function as a layer."""
@overload
def layer_lambda(object: keras.Sequential, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_lambda(object: None, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_lambda(object: list[Any], f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_lambda(object: _T, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_layer_normalization(*, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> keras.layers.Layer: r"""Layer normalization layer."""
@overload
def layer_layer_normalization(object: keras.Sequential, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> keras.Sequential: ...
@overload
def layer_layer_normalization(object: None, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> keras.layers.Layer: ...
@overload
def layer_layer_normalization(object: list[Any], axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> Any: ...
@overload
def layer_layer_normalization(object: _T, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> _T: ...

@overload
def layer_locally_connected_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D locally connected layer."""
@overload
def layer_locally_connected_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_locally_connected_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_locally_connected_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_locally_connected_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_locally_connected_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D locally connected layer."""
@overload
def layer_locally_connected_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_locally_connected_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_locally_connected_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_locally_connected_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_lstm(*, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Long short-term memory (LSTM) layer."""
@overload
def layer_lstm(object: keras.Sequential, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_lstm(object: None, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_lstm(object: list[Any], units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_lstm(object: _T, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_lstm_cell(*, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Long short-term memory (LSTM) cell."""
@overload
def layer_lstm_cell(units: keras.Sequential, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_lstm_cell(units: None, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_lstm_cell(units: list[Any], activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_lstm_cell(units: _T, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_masking(*, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Masking layer: skip steps of a sequence."""
@overload
def layer_masking(object: keras.Sequential, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_masking(object: None, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_masking(object: list[Any], mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_masking(object: _T, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_max_pooling_1d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D max pooling layer."""
@overload
def layer_max_pooling_1d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_max_pooling_1d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_max_pooling_1d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_max_pooling_1d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_max_pooling_2d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D max pooling layer."""
@overload
def layer_max_pooling_2d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_max_pooling_2d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_max_pooling_2d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_max_pooling_2d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_max_pooling_3d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D max pooling layer."""
@overload
def layer_max_pooling_3d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_max_pooling_3d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_max_pooling_3d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_max_pooling_3d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_maximum(**options: Any) -> keras.layers.Layer: r"""Maximum layer."""
@overload
def layer_maximum(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_maximum(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_maximum(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_maximum(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_minimum(**options: Any) -> keras.layers.Layer: r"""Minimum layer."""
@overload
def layer_minimum(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_minimum(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_minimum(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_minimum(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_multi_head_attention(*, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""Multi-head attention layer."""
@overload
def layer_multi_head_attention(inputs: keras.Sequential, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_multi_head_attention(inputs: None, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_multi_head_attention(inputs: list[Any], num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> Any: ...
@overload
def layer_multi_head_attention(inputs: _T, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> _T: ...

@overload
def layer_multiply(**options: Any) -> keras.layers.Layer: r"""Multiplication layer."""
@overload
def layer_multiply(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_multiply(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_multiply(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_multiply(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_normalization(*, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> keras.layers.Layer: r"""Feature normalization layer."""
@overload
def layer_normalization(object: keras.Sequential, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_normalization(object: None, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_normalization(object: list[Any], axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> Any: ...
@overload
def layer_normalization(object: _T, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> _T: ...

@overload
def layer_permute(*, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Permute layer: reorder dimensions."""
@overload
def layer_permute(object: keras.Sequential, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_permute(object: None, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_permute(object: list[Any], dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_permute(object: _T, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_random_brightness(*, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Random brightness layer for image augmentation."""
@overload
def layer_random_brightness(object: keras.Sequential, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_brightness(object: None, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_brightness(object: list[Any], factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_brightness(object: _T, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_contrast(*, factor: Any, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Random contrast layer for image augmentation."""
@overload
def layer_random_contrast(object: keras.Sequential, factor: Any, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_contrast(object: None, factor: Any, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_contrast(object: list[Any], factor: Any, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_contrast(object: _T, factor: Any, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_crop(*, height: int, width: int, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Random crop layer for image augmentation."""
@overload
def layer_random_crop(object: keras.Sequential, height: int, width: int, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_crop(object: None, height: int, width: int, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_crop(object: list[Any], height: int, width: int, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_crop(object: _T, height: int, width: int, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_flip(*, mode: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Random flip layer for image augmentation."""
@overload
def layer_random_flip(object: keras.Sequential, mode: str = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_flip(object: None, mode: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_flip(object: list[Any], mode: str = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_flip(object: _T, mode: str = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_height(*, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Random height layer for image augmentation."""
@overload
def layer_random_height(object: keras.Sequential, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_height(object: None, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_height(object: list[Any], factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_height(object: _T, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_rotation(*, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: r"""Random rotation layer for image augmentation."""
@overload
def layer_random_rotation(object: keras.Sequential, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_rotation(object: None, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_rotation(object: list[Any], factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> Any: ...
@overload
def layer_random_rotation(object: _T, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> _T: ...

@overload
def layer_random_translation(*, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: r"""Random translation layer for image augmentation."""
@overload
def layer_random_translation(object: keras.Sequential, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_translation(object: None, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_translation(object: list[Any], height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> Any: ...
@overload
def layer_random_translation(object: _T, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> _T: ...

@overload
def layer_random_width(*, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Random width layer for image augmentation."""
@overload
def layer_random_width(object: keras.Sequential, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_width(object: None, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_width(object: list[Any], factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_width(object: _T, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_zoom(*, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: r"""Random zoom layer for image augmentation."""
@overload
def layer_random_zoom(object: keras.Sequential, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_zoom(object: None, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_zoom(object: list[Any], height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> Any: ...
@overload
def layer_random_zoom(object: _T, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> _T: ...

@overload
def layer_repeat_vector(*, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Repeat vector layer."""
@overload
def layer_repeat_vector(object: keras.Sequential, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_repeat_vector(object: None, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_repeat_vector(object: list[Any], n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_repeat_vector(object: _T, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_rescaling(*, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> keras.layers.Layer: r"""Rescaling layer."""
@overload
def layer_rescaling(object: keras.Sequential, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_rescaling(object: None, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_rescaling(object: list[Any], scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> Any: ...
@overload
def layer_rescaling(object: _T, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> _T: ...

@overload
def layer_reshape(*, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Reshape layer."""
@overload
def layer_reshape(object: keras.Sequential, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_reshape(object: None, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_reshape(object: list[Any], target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_reshape(object: _T, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_resizing(*, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> keras.layers.Layer: r"""Image resizing layer."""
@overload
def layer_resizing(object: keras.Sequential, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_resizing(object: None, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_resizing(object: list[Any], height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> Any: ...
@overload
def layer_resizing(object: _T, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> _T: ...

@overload
def layer_rnn(*, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., zero_output_for_mask: bool = ..., **options: Any) -> keras.layers.Layer: r"""Recurrent layer with a given cell."""
@overload
def layer_rnn(object: keras.Sequential, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_rnn(object: None, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_rnn(object: list[Any], cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> Any: ...
@overload
def layer_rnn(object: _T, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> _T: ...

@overload
def layer_separable_conv_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D separable convolution layer."""
@overload
def layer_separable_conv_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_separable_conv_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_separable_conv_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_separable_conv_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_separable_conv_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D separable convolution layer."""
@overload
def layer_separable_conv_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_separable_conv_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_separable_conv_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_separable_conv_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_simple_rnn(*, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Simple recurrent layer."""
@overload
def layer_simple_rnn(object: keras.Sequential, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_simple_rnn(object: None, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_simple_rnn(object: list[Any], units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_simple_rnn(object: _T, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_simple_rnn_cell(*, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Simple recurrent cell."""
@overload
def layer_simple_rnn_cell(units: keras.Sequential, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_simple_rnn_cell(units: None, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_simple_rnn_cell(units: list[Any], activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_simple_rnn_cell(units: _T, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_spatial_dropout_1d(*, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D spatial dropout layer."""
@overload
def layer_spatial_dropout_1d(object: keras.Sequential, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_spatial_dropout_1d(object: None, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_spatial_dropout_1d(object: list[Any], rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_spatial_dropout_1d(object: _T, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_spatial_dropout_2d(*, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D spatial dropout layer."""
@overload
def layer_spatial_dropout_2d(object: keras.Sequential, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_spatial_dropout_2d(object: None, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_spatial_dropout_2d(object: list[Any], rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_spatial_dropout_2d(object: _T, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_spatial_dropout_3d(*, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D spatial dropout layer."""
@overload
def layer_spatial_dropout_3d(object: keras.Sequential, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_spatial_dropout_3d(object: None, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_spatial_dropout_3d(object: list[Any], rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_spatial_dropout_3d(object: _T, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_stacked_rnn_cells(**options: Any) -> keras.layers.Layer: r"""Stack of recurrent cells."""
@overload
def layer_stacked_rnn_cells(cells: keras.Sequential, **options: Any) -> keras.Sequential: ...
@overload
def layer_stacked_rnn_cells(cells: None, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_stacked_rnn_cells(cells: list[Any], **options: Any) -> Any: ...
@overload
def layer_stacked_rnn_cells(cells: _T, **options: Any) -> _T: ...

@overload
def layer_string_lookup(*, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: r"""String lookup layer: map strings to vocabulary indices."""
@overload
def layer_string_lookup(object: keras.Sequential, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_string_lookup(object: None, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_string_lookup(object: list[Any], max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> Any: ...
@overload
def layer_string_lookup(object: _T, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> _T: ...

@overload
def layer_subtract(**options: Any) -> keras.layers.Layer: r"""Subtraction layer."""
@overload
def layer_subtract(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_subtract(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_subtract(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_subtract(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_text_vectorization(*, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""Text vectorization layer."""
@overload
def layer_text_vectorization(object: keras.Sequential, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_text_vectorization(object: None, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_text_vectorization(object: list[Any], max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> Any: ...
@overload
def layer_text_vectorization(object: _T, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> _T: ...

@overload
def layer_unit_normalization(*, axis: int | tuple[int, ...] = ..., **options: Any) -> keras.layers.Layer: r"""Unit normalization layer."""
@overload
def layer_unit_normalization(object: keras.Sequential, axis: int | tuple[int, ...] = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_unit_normalization(object: None, axis: int | tuple[int, ...] = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_unit_normalization(object: list[Any], axis: int | tuple[int, ...] = ..., **options: Any) -> Any: ...
@overload
def layer_unit_normalization(object: _T, axis: int | tuple[int, ...] = ..., **options: Any) -> _T: ...

@overload
def layer_upsampling_1d(*, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D upsampling layer."""
@overload
def layer_upsampling_1d(object: keras.Sequential, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_upsampling_1d(object: None, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_upsampling_1d(object: list[Any], size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_upsampling_1d(object: _T, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_upsampling_2d(*, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D upsampling layer."""
@overload
def layer_upsampling_2d(object: keras.Sequential, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_upsampling_2d(object: None, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_upsampling_2d(object: list[Any], size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_upsampling_2d(object: _T, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_upsampling_3d(*, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D upsampling layer."""
@overload
def layer_upsampling_3d(object: keras.Sequential, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_upsampling_3d(object: None, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_upsampling_3d(object: list[Any], size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_upsampling_3d(object: _T, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_zero_padding_1d(*, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""1D zero padding layer."""
@overload
def layer_zero_padding_1d(object: keras.Sequential, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_zero_padding_1d(object: None, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_zero_padding_1d(object: list[Any], padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_zero_padding_1d(object: _T, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_zero_padding_2d(*, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""2D zero padding layer."""
@overload
def layer_zero_padding_2d(object: keras.Sequential, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_zero_padding_2d(object: None, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_zero_padding_2d(object: list[Any], padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_zero_padding_2d(object: _T, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_zero_padding_3d(*, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""3D zero padding layer."""
@overload
def layer_zero_padding_3d(object: keras.Sequential, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_zero_padding_3d(object: None, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_zero_padding_3d(object: list[Any], padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_zero_padding_3d(object: _T, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

def learning_rate_schedule_cosine_decay(initial_learning_rate: float, decay_steps: int, alpha: float = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Cosine decay learning rate schedule."""

def learning_rate_schedule_cosine_decay_restarts(initial_learning_rate: float, first_decay_steps: int, t_mul: float = ..., m_mul: float = ..., alpha: float = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Cosine decay learning rate schedule with restarts."""

def learning_rate_schedule_exponential_decay(initial_learning_rate: float, decay_steps: int, decay_rate: float, staircase: bool = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Exponential decay learning rate schedule."""

def learning_rate_schedule_inverse_time_decay(initial_learning_rate: float, decay_steps: int, decay_rate: float, staircase: bool = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Inverse time decay learning rate schedule."""

def learning_rate_schedule_piecewise_constant_decay(boundaries: float | list[float], values: float | list[float], *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Piecewise constant decay learning rate schedule."""

def learning_rate_schedule_polynomial_decay(initial_learning_rate: float, decay_steps: int, end_learning_rate: float = ..., power: float = ..., cycle: bool = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Polynomial decay learning rate schedule."""

def load_model_hdf5(filepath: str, custom_objects: dict[str, Any] | None = ..., compile: bool = ...) -> keras.Model: r"""Load a model from an HDF5 or .keras file."""

def load_model_tf(filepath: str, custom_objects: dict[str, Any] | None = ..., compile: bool = ...) -> keras.Model: r"""Load a model from a SavedModel folder."""

def load_model_weights_hdf5(object: _T, filepath: str, by_name: bool = ..., skip_mismatch: bool = ..., reshape: bool = ...) -> _T: r"""Load the weights of a model from an HDF5 file."""

def load_model_weights_tf(object: Any, filepath: str, by_name: bool = ..., skip_mismatch: bool = ..., reshape: bool = ...) -> Any: r"""Load the weights of a model from a TensorFlow checkpoint."""

def load_text_tokenizer(filename: Any) -> Any: r"""Load a text tokenizer from a file."""

def loss_binary_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Binary cross-entropy loss."""

def loss_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Categorical cross-entropy loss."""

def loss_categorical_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Categorical hinge loss."""

def loss_cosine_proximity(*rest: Any, **more: Any) -> Any: r"""Cosine proximity loss (deprecated)."""

def loss_cosine_similarity(y_true: Any | None = ..., y_pred: Any | None = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Cosine similarity loss."""

def loss_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Hinge loss."""

def loss_huber(y_true: Any | None = ..., y_pred: Any | None = ..., delta: float = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Huber loss."""

def loss_kl_divergence(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Kullback-Leibler divergence loss."""

def loss_kullback_leibler_divergence(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Kullback-Leibler divergence loss (former name)."""

def loss_logcosh(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Log-cosh loss."""

def loss_mean_absolute_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Mean absolute error loss."""

def loss_mean_absolute_percentage_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Mean absolute percentage error loss."""

def loss_mean_squared_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Mean squared error loss."""

def loss_mean_squared_logarithmic_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Mean squared logarithmic error loss."""

def loss_poisson(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Poisson loss."""

def loss_sparse_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Sparse categorical cross-entropy loss."""

def loss_squared_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Squared hinge loss."""

def make_sampling_table(size: int, sampling_factor: float = ...) -> Any: r"""Sampling table for skip-gram training data."""

def metric_accuracy(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Exact accuracy metric."""

def metric_auc(*rest: Any, num_thresholds: int = ..., curve: str = ..., summation_method: str = ..., thresholds: float | list[float] | None = ..., multi_label: bool = ..., num_labels: int | None = ..., label_weights: float | list[float] | None = ..., from_logits: bool = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Area under the curve (AUC) metric."""

def metric_binary_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., threshold: float = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Binary accuracy metric."""

def metric_binary_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Binary cross-entropy metric."""

def metric_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Categorical accuracy metric."""

def metric_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Categorical cross-entropy metric."""

def metric_categorical_hinge(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Categorical hinge metric."""

def metric_cosine_proximity(y_true: Any | None = ..., y_pred: Any | None = ...) -> Any: r"""Cosine proximity metric (deprecated)."""

def metric_cosine_similarity(*rest: Any, axis: int = ..., name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Cosine similarity metric."""

def metric_false_negatives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""False negatives metric."""

def metric_false_positives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""False positives metric."""

def metric_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Hinge metric."""

def metric_kullback_leibler_divergence(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Kullback-Leibler divergence metric."""

def metric_logcosh_error(*rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Log-cosh error metric."""

def metric_mean(*rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean metric."""

def metric_mean_absolute_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean absolute error metric."""

def metric_mean_absolute_percentage_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean absolute percentage error metric."""

def metric_mean_iou(*rest: Any, num_classes: int, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean intersection over union (IoU) metric."""

def metric_mean_relative_error(*rest: Any, normalizer: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean relative error metric."""

def metric_mean_squared_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean squared error metric."""

def metric_mean_squared_logarithmic_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean squared logarithmic error metric."""

def metric_mean_tensor(*rest: Any, shape: int | tuple[int | None, ...] | list[int | None] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Element-wise mean metric of tensors."""

def metric_mean_wrapper(*rest: Any, fn: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean metric of a function."""

def metric_poisson(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Poisson metric."""

def metric_precision(*rest: Any, thresholds: float | list[float] | None = ..., top_k: int | None = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Precision metric."""

def metric_precision_at_recall(*rest: Any, recall: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Precision at a given recall metric."""

def metric_recall(*rest: Any, thresholds: float | list[float] | None = ..., top_k: int | None = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Recall metric."""

def metric_recall_at_precision(*rest: Any, precision: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Recall at a given precision metric."""

def metric_root_mean_squared_error(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Root mean squared error metric."""

def metric_sensitivity_at_specificity(*rest: Any, specificity: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Sensitivity at a given specificity metric."""

def metric_sparse_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Sparse categorical accuracy metric."""

def metric_sparse_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., axis: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Sparse categorical cross-entropy metric."""

def metric_sparse_top_k_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., k: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Sparse top-k categorical accuracy metric."""

def metric_specificity_at_sensitivity(*rest: Any, sensitivity: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Specificity at a given sensitivity metric."""

def metric_squared_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Squared hinge metric."""

def metric_sum(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Sum metric."""

def metric_top_k_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., k: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Top-k categorical accuracy metric."""

def metric_true_negatives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""True negatives metric."""

def metric_true_positives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""True positives metric."""

def mobilenet_decode_predictions(preds: Any, top: int = ...) -> list[Any]: r"""Decode predictions of MobileNet."""

def mobilenet_load_model_hdf5(filepath: str) -> Any: r"""Load a MobileNet model from an HDF5 file."""

def mobilenet_preprocess_input(x: Any) -> Any: r"""Preprocess images for MobileNet."""

def mobilenet_v2_decode_predictions(preds: Any, top: int = ...) -> list[Any]: r"""Decode predictions of MobileNet V2."""

def mobilenet_v2_load_model_hdf5(filepath: str) -> Any: r"""Load a MobileNet V2 model from an HDF5 file."""

def mobilenet_v2_preprocess_input(x: Any) -> Any: r"""Preprocess images for MobileNet V2."""

def model_from_json(json: str, custom_objects: dict[str, Any] | None = ...) -> keras.Model: r"""Create a model from JSON."""

def model_from_saved_model(saved_model_path: str, custom_objects: dict[str, Any] | None = ...) -> keras.Model: r"""Load a model exported by model_to_saved_model()."""

def model_from_yaml(yaml: str, custom_objects: dict[str, Any] | None = ...) -> keras.Model: r"""Create a model from YAML."""

def model_to_json(object: Any) -> str: r"""Convert the architecture of a model to JSON."""

def model_to_saved_model(model: Any, saved_model_path: str, custom_objects: dict[str, Any] | None = ..., as_text: bool = ..., input_signature: Any = ..., serving_only: bool = ...) -> str: r"""Export a model as a SavedModel folder."""

def model_to_yaml(object: Any) -> str: r"""Convert the architecture of a model to YAML."""

def multi_gpu_model(model: Any, gpus: Any = ..., cpu_merge: bool = ..., cpu_relocation: bool = ...) -> Any: r"""Train a model on several GPUs (deprecated)."""

def nasnet_preprocess_input(x: Any) -> Any: r"""Preprocess images for NASNet."""

def normalize(x: Any, axis: int = ..., order: float = ...) -> Any: r"""Normalize an array along an axis."""

def optimizer_adadelta(learning_rate: Any = ..., rho: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adadelta optimizer."""

def optimizer_adagrad(learning_rate: Any = ..., initial_accumulator_value: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adagrad optimizer."""

def optimizer_adam(learning_rate: Any = ..., beta_1: float = ..., beta_2: float = ..., epsilon: float | None = ..., amsgrad: bool = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adam optimizer."""

def optimizer_adamax(learning_rate: Any = ..., beta_1: float = ..., beta_2: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adamax optimizer."""

def optimizer_ftrl(learning_rate: Any = ..., learning_rate_power: float = ..., initial_accumulator_value: float = ..., l1_regularization_strength: float = ..., l2_regularization_strength: float = ..., l2_shrinkage_regularization_strength: float = ..., beta: float = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Follow the regularized leader (FTRL) optimizer."""

def optimizer_nadam(learning_rate: Any = ..., beta_1: float = ..., beta_2: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Nadam optimizer: Adam with Nesterov momentum."""

def optimizer_rmsprop(learning_rate: Any = ..., rho: float = ..., momentum: float = ..., epsilon: float | None = ..., centered: bool = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""RMSprop optimizer."""

def optimizer_sgd(learning_rate: Any = ..., momentum: float = ..., nesterov: bool = ..., amsgrad: bool = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Stochastic gradient descent (SGD) optimizer."""

def pad_sequences(sequences: Any, maxlen: int | None = ..., dtype: str = ..., padding: str = ..., truncating: str = ..., value: float = ...) -> Any: r"""Pad sequences to the same length."""

def pop_layer(object: Any) -> Any: r"""Remove the last layer of a sequential model."""

def predict(object: Any, x: Any, batch_size: int | None = ..., verbose: Any = ..., steps: int | None = ..., callbacks: Any | None = ..., **more: Any) -> Any: r"""Predict from a model."""

def predict_classes(object: Any, x: Any, batch_size: int | None = ..., verbose: Any = ..., steps: int | None = ...) -> Any: r"""Predict the class of each sample."""

def predict_generator(object: Any, generator: Any, steps: int, max_queue_size: int = ..., workers: int = ..., verbose: Any = ..., callbacks: Any | None = ...) -> Any: r"""Predict from a model for batches from a generator."""

def predict_on_batch(object: Any, x: Any) -> Any: r"""Predict from a model for a single batch."""

def predict_proba(object: Any, x: Any, batch_size: int | None = ..., verbose: Any = ..., steps: int | None = ...) -> Any: r"""Predict class probabilities."""

def py_require_legacy_keras(extra_packages: bool = ...) -> None: r"""Require legacy Keras (no effect)."""

def regularizer_l1(l: float = ...) -> keras.regularizers.Regularizer: r"""L1 regularizer."""

def regularizer_l1_l2(l1: float = ..., l2: float = ...) -> keras.regularizers.Regularizer: r"""L1 and L2 regularizer."""

def regularizer_l2(l: float = ...) -> keras.regularizers.Regularizer: r"""L2 regularizer."""

def regularizer_orthogonal(factor: float = ..., mode: str = ..., **more: Any) -> keras.regularizers.Regularizer: r"""Orthogonal regularizer."""

def reset_states(object: Any) -> Any: r"""Reset the states of stateful recurrent layers."""

def resnet_preprocess_input(x: Any) -> Any: r"""Preprocess images for ResNet."""

def resnet_v2_preprocess_input(x: Any) -> Any: r"""Preprocess images for ResNet V2."""

def save_model_hdf5(object: Any, filepath: str, overwrite: bool = ..., include_optimizer: bool = ...) -> Any: r"""Save a model to an HDF5 or .keras file."""

def save_model_tf(object: Any, filepath: str, overwrite: bool = ..., include_optimizer: bool = ..., signatures: Any = ..., options: Any = ...) -> Any: r"""Save a model as a SavedModel folder."""

def save_model_weights_hdf5(object: Any, filepath: str, overwrite: bool = ...) -> Any: r"""Save the weights of a model to an HDF5 file."""

def save_model_weights_tf(object: Any, filepath: str, overwrite: bool = ...) -> Any: r"""Save the weights of a model as a TensorFlow checkpoint."""

def save_text_tokenizer(object: Any, filename: Any) -> Any: r"""Save a text tokenizer to a file."""

def sequences_to_matrix(tokenizer: Any, sequences: list[list[int]], mode: str = ...) -> Any: r"""Convert sequences of word indices to a matrix."""

def serialize_model(model: Any, include_optimizer: bool = ...) -> bytes: r"""Convert a model to a raw vector."""

def set_random_seed(seed: int, disable_gpu: bool = ...) -> None: r"""Set the random seed of R, Python, NumPy and the backend."""

def set_vocabulary(object: Any, vocabulary: Any, idf_weights: list[float] | None = ..., *more: Any, **extra: Any) -> Any: r"""Set the vocabulary of a preprocessing layer."""

def set_weights(object: Any, weights: Any) -> Any: r"""Set the weights of a layer or model."""

def shape(*extents: Any, dims: Any = ...) -> Any: r"""Create the shape of a tensor."""

def skipgrams(sequence: list[int], vocabulary_size: int, window_size: int = ..., negative_samples: float = ..., shuffle: bool = ..., categorical: bool = ..., sampling_table: Any | None = ..., seed: int | None = ...) -> Any: r"""Generate skip-gram word pairs."""

def tensorboard(log_dir: Any = ..., action: str = ..., host: str = ..., port: Any = ..., launch_browser: Any = ..., reload_interval: float = ..., purge_orphaned_data: bool = ...) -> Any: r"""Start or stop TensorBoard."""

def test_on_batch(object: Any, x: Any, y: Any, sample_weight: Any | None = ...) -> Any: r"""Evaluate a model on a single batch."""

def text_dataset_from_directory(directory: str, labels: Any | None = ..., label_mode: str | None = ..., class_names: list[str] | None = ..., batch_size: int | None = ..., max_length: int | None = ..., shuffle: bool = ..., seed: int | None = ..., validation_split: float | None = ..., subset: str | None = ..., follow_links: bool = ..., *more: Any, **extra: Any) -> Any: r"""Create a dataset from a directory of text files."""

def text_hashing_trick(text: Any, n: int, hash_function: Any = ..., filters: str = ..., lower: bool = ..., split: str = ...) -> Any: r"""Convert a text to word indices by hashing."""

def text_one_hot(input_text: str = ..., n: int = ..., filters: str = ..., lower: bool = ..., split: str = ..., text: str | None = ...) -> Any: r"""Convert a text to word indices by session-specific hashing."""

def text_to_word_sequence(text: str, filters: str = ..., lower: bool = ..., split: str = ...) -> Any: r"""Split a text into words."""

def text_tokenizer(num_words: int | None = ..., filters: str = ..., lower: bool = ..., split: str = ..., char_level: bool = ..., oov_token: str | None = ...) -> Any: r"""Create a text tokenizer."""

def texts_to_matrix(tokenizer: Any, texts: list[str | list[str]], mode: str = ...) -> Any: r"""Convert texts to a matrix of words."""

def texts_to_sequences(tokenizer: Any, texts: list[str | list[str]]) -> Any: r"""Convert texts to sequences of word indices."""

def texts_to_sequences_generator(tokenizer: Any, texts: list[str | list[str]]) -> Any: r"""Convert texts to word indices, one text at a time."""

@overload
def time_distributed(*, layer: Any, **options: Any) -> keras.layers.Layer: r"""Time-distributed layer: apply a layer to every step."""
@overload
def time_distributed(object: keras.Sequential, layer: Any, **options: Any) -> keras.Sequential: ...
@overload
def time_distributed(object: None, layer: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def time_distributed(object: list[Any], layer: Any, **options: Any) -> Any: ...
@overload
def time_distributed(object: _T, layer: Any, **options: Any) -> _T: ...

def timeseries_dataset_from_array(data: Any, targets: Any | None, sequence_length: int, sequence_stride: int = ..., sampling_rate: int = ..., batch_size: int | None = ..., shuffle: bool = ..., *more: Any, seed: int | None = ..., start_index: int | None = ..., end_index: int | None = ..., **extra: Any) -> Any: r"""Create a dataset of time series windows."""

def timeseries_generator(data: Any, targets: Any, length: int, sampling_rate: int = ..., stride: int = ..., start_index: int = ..., end_index: int | None = ..., shuffle: bool = ..., reverse: bool = ..., batch_size: int = ...) -> Any: r"""Generate batches of time series windows."""

def to_categorical(y: Any, num_classes: int | None = ..., dtype: str = ...) -> Any: r"""One-hot encode class labels."""

def train_on_batch(object: Any, x: Any, y: Any, class_weight: Any | None = ..., sample_weight: Any | None = ...) -> Any: r"""Train a model on a single batch."""

def unfreeze_weights(object: _T, from_: Any = ..., to: Any = ..., which: Any = ...) -> _T: r"""Unfreeze weights: make layers trainable again."""

def unserialize_model(model: Any, custom_objects: dict[str, Any] | None = ..., compile: bool = ...) -> keras.Model: r"""Restore a model from a raw vector."""

def use_backend(backend: str = ...) -> None: r"""Select the Keras backend."""

def use_implementation(implementation: str = ...) -> None: r"""Select a Keras implementation."""

def use_session_with_seed(seed: int, disable_gpu: bool = ..., disable_parallel_cpu: bool = ..., quiet: bool = ...) -> None: r"""Set the random seed and make the backend deterministic."""

def xception_preprocess_input(x: Any) -> Any: r"""Preprocess images for Xception."""
