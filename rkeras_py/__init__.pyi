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

def activation_elu(x: Any, alpha: float = ...) -> Any: r"""``x`` where it is positive, else ``alpha * (exp(x) - 1)`` (Clevert and others, 2015)."""

def activation_exponential(x: Any) -> Any: r"""``exp(x)``."""

def activation_gelu(x: Any, approximate: bool = ...) -> Any: r"""``x`` times the normal distribution function of ``x`` (Hendrycks and Gimpel, 2016)."""

def activation_hard_sigmoid(x: Any) -> Any: r"""``0.2 * x + 0.5``, kept between 0 and 1."""

def activation_linear(x: Any) -> Any: r"""``x`` itself."""

def activation_relu(x: Any, alpha: float = ..., max_value: float | None = ..., threshold: float = ...) -> Any: r"""``x`` above a threshold, else a line that may be flat."""

def activation_selu(x: Any) -> Any: r"""Scaled ELU: 1.0507 times ``x``, or times 1.6733 ``(exp(x) - 1)`` where ``x`` is negative."""

def activation_sigmoid(x: Any) -> Any: r"""``1 / (1 + exp(-x))``."""

def activation_softmax(x: Any, axis: int = ...) -> Any: r"""``exp(x) / sum(exp(x))``: positive numbers with the sum 1."""

def activation_softplus(x: Any) -> Any: r"""``log(1 + exp(x))``."""

def activation_softsign(x: Any) -> Any: r"""``x / (1 + abs(x))``."""

def activation_swish(x: Any) -> Any: r"""``x / (1 + exp(-x))`` (Ramachandran, Zoph and Le, 2017)."""

def activation_tanh(x: Any) -> Any: r"""Hyperbolic tangent."""

def adapt(object: Any, data: Any, *more: Any, batch_size: int | None = ..., steps: int | None = ..., **extra: Any) -> Any: r"""Lets a preprocessing layer find out about the data: means, vocabularies, bins."""

def application_densenet(blocks: list[int], include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet of any depth: each layer sees all before it (Huang et al., 2016)."""

def application_densenet121(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet with 121 layers: each sees all before it (Huang et al., 2016)."""

def application_densenet169(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet with 169 layers: each sees all before it (Huang et al., 2016)."""

def application_densenet201(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""DenseNet with 201 layers: each sees all before it (Huang et al., 2016)."""

def application_efficientnet_b0(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B0, for images of 224 x 224 (Tan and Le, 2019)."""

def application_efficientnet_b1(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B1, for images of 240 x 240 (Tan and Le, 2019)."""

def application_efficientnet_b2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B2, for images of 260 x 260 (Tan and Le, 2019)."""

def application_efficientnet_b3(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B3, for images of 300 x 300 (Tan and Le, 2019)."""

def application_efficientnet_b4(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B4, for images of 380 x 380 (Tan and Le, 2019)."""

def application_efficientnet_b5(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B5, for images of 456 x 456 (Tan and Le, 2019)."""

def application_efficientnet_b6(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B6, for images of 528 x 528 (Tan and Le, 2019)."""

def application_efficientnet_b7(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""EfficientNet B7, for images of 600 x 600 (Tan and Le, 2019)."""

def application_inception_resnet_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""Inception-ResNet V2: Inception with residuals (Szegedy et al., 2016)."""

def application_inception_v3(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""Inception V3: convolutions of several sizes side by side (Szegedy et al., 2015)."""

def application_mobilenet(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., depth_multiplier: int = ..., dropout: float = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""MobileNet: depthwise and pointwise convolutions (Howard et al., 2017)."""

def application_mobilenet_v2(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""MobileNet V2: residuals between narrow layers (Sandler et al., 2018)."""

def application_mobilenet_v3_large(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., minimalistic: bool = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., classes: int = ..., pooling: str | None = ..., dropout_rate: float = ..., classifier_activation: Any | None = ..., include_preprocessing: bool = ...) -> keras.Model: r"""MobileNet V3, the large one (Howard et al., 2019)."""

def application_mobilenet_v3_small(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., alpha: float = ..., minimalistic: bool = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., classes: int = ..., pooling: str | None = ..., dropout_rate: float = ..., classifier_activation: Any | None = ..., include_preprocessing: bool = ...) -> keras.Model: r"""MobileNet V3, the small one (Howard et al., 2019)."""

def application_nasnet(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., penultimate_filters: int = ..., num_blocks: int = ..., stem_block_filters: int = ..., skip_reduction: bool = ..., filter_multiplier: int = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ..., default_size: int | None = ...) -> keras.Model: r"""NASNet of any size (Zoph et al., 2017)."""

def application_nasnetlarge(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""NASNet, the large one, for images of 331 x 331 (Zoph et al., 2017)."""

def application_nasnetmobile(input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., pooling: str | None = ..., classes: int = ...) -> keras.Model: r"""NASNet, the mobile one, for images of 224 x 224 (Zoph et al., 2017)."""

def application_resnet101(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., **more: Any) -> keras.Model: r"""ResNet with 101 layers: residuals around convolutions (He et al., 2015)."""

def application_resnet101_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""ResNet V2 with 101 layers: normalization comes before the convolutions (He et al., 2016)."""

def application_resnet152(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., **more: Any) -> keras.Model: r"""ResNet with 152 layers: residuals around convolutions (He et al., 2015)."""

def application_resnet152_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""ResNet V2 with 152 layers: normalization comes before the convolutions (He et al., 2016)."""

def application_resnet50(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., **more: Any) -> keras.Model: r"""ResNet with 50 layers: residuals around convolutions (He et al., 2015)."""

def application_resnet50_v2(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""ResNet V2 with 50 layers: normalization comes before the convolutions (He et al., 2016)."""

def application_vgg16(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ...) -> keras.Model: r"""VGG16: 13 convolutions and three dense layers (Simonyan and Zisserman, 2014)."""

def application_vgg19(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ...) -> keras.Model: r"""VGG19: 16 convolutions and three dense layers (Simonyan and Zisserman, 2014)."""

def application_xception(include_top: bool = ..., weights: str | None = ..., input_tensor: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., pooling: str | None = ..., classes: int = ..., classifier_activation: Any | None = ..., **more: Any) -> keras.Model: r"""Xception: separable convolutions with residuals (Chollet, 2016)."""

def array_reshape(x: Any, dim: tuple[int, ...], order: str = ...) -> Any: r"""Gives an array another shape, reading it row by row, as Python does."""

def as_tensor(x: Any, dtype: str | None = ..., *rest: Any, name: str | None = ..., **more: Any) -> Any: r"""A tensor with the values of an R object."""

@overload
def bidirectional(*, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""A recurrent layer that reads sequences in both directions."""
@overload
def bidirectional(object: keras.Sequential, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def bidirectional(object: None, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def bidirectional(object: list[Any], layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> Any: ...
@overload
def bidirectional(object: _T, layer: Any, merge_mode: str | None = ..., weights: Any | None = ..., backward_layer: Any | None = ..., **options: Any) -> _T: ...

def callback_backup_and_restore(backup_dir: str, *more: Any, **options: Any) -> keras.callbacks.Callback: r"""Lets a training that was interrupted go on from its last epoch."""

def callback_csv_logger(filename: str, separator: str = ..., append: bool = ...) -> keras.callbacks.Callback: r"""Writes a line of a CSV file after each epoch."""

def callback_early_stopping(monitor: str = ..., min_delta: float = ..., patience: int = ..., verbose: int = ..., mode: str = ..., baseline: float | None = ..., restore_best_weights: bool = ...) -> keras.callbacks.Callback: r"""Ends the training when a measure has stopped getting better."""

def callback_lambda(on_epoch_begin: Any | None = ..., on_epoch_end: Any | None = ..., on_batch_begin: Any | None = ..., on_batch_end: Any | None = ..., on_train_batch_begin: Any | None = ..., on_train_batch_end: Any | None = ..., on_train_begin: Any | None = ..., on_train_end: Any | None = ..., on_predict_batch_begin: Any | None = ..., on_predict_batch_end: Any | None = ..., on_predict_begin: Any | None = ..., on_predict_end: Any | None = ..., on_test_batch_begin: Any | None = ..., on_test_batch_end: Any | None = ..., on_test_begin: Any | None = ..., on_test_end: Any | None = ...) -> keras.callbacks.Callback: r"""Calls functions at points of training, evaluation and prediction."""

def callback_learning_rate_scheduler(schedule: Any) -> keras.callbacks.Callback: r"""Sets the learning rate at the beginning of each epoch."""

def callback_model_checkpoint(filepath: str, monitor: str = ..., verbose: int = ..., save_best_only: bool = ..., save_weights_only: bool = ..., mode: str = ..., period: Any = ..., save_freq: Any = ...) -> keras.callbacks.Callback: r"""Saves the model as the training goes on."""

def callback_progbar_logger(count_mode: str = ..., stateful_metrics: Any = ...) -> keras.callbacks.Callback: r"""Prints a progress bar; ``fit(verbose = 1)`` does so by itself."""

def callback_reduce_lr_on_plateau(monitor: str = ..., factor: float = ..., patience: int = ..., verbose: int = ..., mode: str = ..., min_delta: float = ..., cooldown: int = ..., min_lr: float = ...) -> keras.callbacks.Callback: r"""Reduces the learning rate when a measure has stopped getting better."""

def callback_remote_monitor(root: str = ..., path: str = ..., field: str = ..., headers: dict[str, Any] | None = ..., send_as_json: bool = ...) -> keras.callbacks.Callback: r"""Sends the measures of each epoch to a server, as a POST request."""

def callback_tensorboard(log_dir: str | None = ..., histogram_freq: int = ..., batch_size: int | None = ..., write_graph: bool = ..., write_grads: bool = ..., write_images: bool = ..., embeddings_freq: int = ..., embeddings_layer_names: Any | None = ..., embeddings_metadata: Any | None = ..., embeddings_data: Any = ..., update_freq: Any = ..., profile_batch: Any = ...) -> keras.callbacks.Callback: r"""Writes logs for TensorBoard."""

def callback_terminate_on_naan() -> keras.callbacks.Callback: r"""Ends the training when the loss is not a number any more."""

def clone_model(model: Any, input_tensors: Any | None = ..., clone_function: Any | None = ...) -> keras.Model: r"""A model of the same layers with weights of its own, which start afresh."""

def compile(object: _T, optimizer: Any | None = ..., loss: Any | None = ..., metrics: Any | None = ..., loss_weights: Any = ..., weighted_metrics: Any | None = ..., run_eagerly: bool | None = ..., steps_per_execution: int | None = ..., *more: Any, target_tensors: Any = ..., sample_weight_mode: Any = ..., **options: Any) -> _T: r"""Chooses how a model learns: optimizer, loss and metrics."""

def constraint_maxnorm(max_value: float = ..., axis: int | tuple[int, ...] = ...) -> keras.constraints.Constraint: r"""Shortens weights whose norm is above a bound."""

def constraint_minmaxnorm(min_value: float = ..., max_value: float = ..., rate: float = ..., axis: int | tuple[int, ...] = ...) -> keras.constraints.Constraint: r"""Brings the norm of weights between two bounds."""

def constraint_nonneg() -> keras.constraints.Constraint: r"""Sets negative weights to 0."""

def constraint_unitnorm(axis: int | tuple[int, ...] = ...) -> keras.constraints.Constraint: r"""Scales weights to norm 1."""

def count_params(object: Any) -> int: r"""How many numbers the weights of a layer or a model hold."""

def dataset_boston_housing(path: str = ..., test_split: float = ..., seed: int = ...) -> dict[str, Any]: r"""Prices of houses around Boston in the 1970s, and 13 attributes of each place."""

def dataset_cifar10() -> dict[str, Any]: r"""Small colour images of 10 kinds of things: 50,000 to train on and 10,000 to test on."""

def dataset_cifar100(label_mode: str = ...) -> dict[str, Any]: r"""Small colour images of 100 kinds of things: 50,000 to train on and 10,000 to test on."""

def dataset_fashion_mnist() -> dict[str, Any]: r"""Pieces of clothing: 60,000 images to train on and 10,000 to test on."""

def dataset_imdb(path: str = ..., num_words: int | None = ..., skip_top: int = ..., maxlen: int | None = ..., seed: int = ..., start_char: int | None = ..., oov_char: int | None = ..., index_from: int | None = ...) -> dict[str, Any]: r"""Film reviews, of which half are favourable: 25,000 to train on and 25,000 to test on."""

def dataset_imdb_word_index(path: str = ...) -> dict[str, int]: r"""The numbers of the words in the film reviews, before ``index_from`` is added."""

def dataset_mnist(path: str = ...) -> dict[str, Any]: r"""Handwritten digits: 60,000 images to train on and 10,000 to test on."""

def dataset_reuters(path: str = ..., num_words: int | None = ..., skip_top: int = ..., maxlen: int | None = ..., test_split: float = ..., seed: int = ..., start_char: int | None = ..., oov_char: int | None = ..., index_from: int | None = ...) -> dict[str, Any]: r"""Newswires on 46 topics."""

def dataset_reuters_word_index(path: str = ...) -> dict[str, int]: r"""The numbers of the words in the newswires, before ``index_from`` is added."""

def densenet_preprocess_input(x: Any, data_format: str | None = ...) -> Any: r"""Prepares images for DenseNet: 0 to 1, then mean and deviation of ImageNet's channels."""

def evaluate(object: Any, x: Any | None = ..., y: Any | None = ..., batch_size: int | None = ..., verbose: Any = ..., sample_weight: Any | None = ..., steps: int | None = ..., callbacks: Any | None = ..., **more: Any) -> dict[str, float]: r"""Measures a model on data."""

def evaluate_generator(object: Any, generator: Any, steps: int, max_queue_size: int = ..., workers: int = ..., callbacks: Any | None = ...) -> dict[str, float]: r"""Measures a model on batches of a generator; ``evaluate()`` does so, too."""

def export_savedmodel(object: Any, export_dir_base: str, overwrite: bool = ..., versioned: bool | None = ..., remove_learning_phase: bool = ..., as_text: bool = ..., **more: Any) -> str: r"""Exports a model for TensorFlow's servers, as a SavedModel folder."""

def fit(object: Any, x: Any | None = ..., y: Any | None = ..., batch_size: int | None = ..., epochs: int = ..., verbose: Any = ..., callbacks: Any | None = ..., view_metrics: Any = ..., validation_split: float = ..., validation_data: Any | None = ..., shuffle: Any = ..., class_weight: Any | None = ..., sample_weight: Any | None = ..., initial_epoch: int = ..., steps_per_epoch: int | None = ..., validation_steps: int | None = ..., **more: Any) -> keras.callbacks.History: r"""Trains a model."""

def fit_generator(object: Any, generator: Any, steps_per_epoch: int, epochs: int = ..., verbose: Any = ..., callbacks: Any | None = ..., view_metrics: Any = ..., validation_data: Any | None = ..., validation_steps: int | None = ..., class_weight: Any | None = ..., max_queue_size: int = ..., workers: int = ..., initial_epoch: int = ...) -> keras.callbacks.History: r"""Trains a model on batches of a generator; ``fit()`` does so, too."""

def fit_image_data_generator(object: Any, x: Any, augment: bool = ..., rounds: int = ..., seed: int | None = ...) -> Any: r"""Measures on images what a generator needs to know of all of them."""

def fit_text_tokenizer(object: Any, x: Any) -> Any: r"""Lets a tokenizer count the words of texts, and number them."""

def flow_images_from_data(x: Any, y: Any | None = ..., generator: Any | None = ..., batch_size: int = ..., shuffle: bool = ..., sample_weight: Any | None = ..., seed: int | None = ..., save_to_dir: str | None = ..., save_prefix: str = ..., save_format: str = ..., subset: str | None = ...) -> Any: r"""Batches of images from an array, changed by a generator."""

def flow_images_from_dataframe(dataframe: Any, directory: str | None = ..., x_col: str = ..., y_col: Any | None = ..., generator: Any | None = ..., target_size: tuple[int, int] = ..., color_mode: str = ..., classes: list[str] | None = ..., class_mode: str | None = ..., batch_size: int = ..., shuffle: bool = ..., seed: int | None = ..., save_to_dir: str | None = ..., save_prefix: str = ..., save_format: str = ..., subset: str | None = ..., interpolation: str = ..., drop_duplicates: Any = ...) -> Any: r"""Batches of the images that a data frame lists, changed by a generator."""

def flow_images_from_directory(directory: str, generator: Any | None = ..., target_size: tuple[int, int] = ..., color_mode: str = ..., classes: list[str] | None = ..., class_mode: str | None = ..., batch_size: int = ..., shuffle: bool = ..., seed: int | None = ..., save_to_dir: str | None = ..., save_prefix: str = ..., save_format: str = ..., follow_links: bool = ..., subset: str | None = ..., interpolation: str = ...) -> Any: r"""Batches of images from a folder with a folder for each class, changed by a generator."""

def freeze_weights(object: _T, from_: Any = ..., to: Any = ..., which: Any = ...) -> _T: r"""Keeps weights as they are while the others learn; compile the model anew afterwards."""

def from_config(config: Any, custom_objects: dict[str, Any] | None = ...) -> Any: r"""A layer or a model from its configuration, with weights of its own."""

def generator_next(generator: Any, completed: Any = ...) -> Any: r"""The next value of a generator."""

def get_config(object: Any) -> Any: r"""The arguments that a layer or a model was made with."""

def get_file(fname: str, origin: str, file_hash: str | None = ..., cache_subdir: str = ..., hash_algorithm: str = ..., extract: bool = ..., archive_format: Any | None = ..., cache_dir: str | None = ..., untar: bool = ...) -> str: r"""Fetches a file, unless it is there already."""

def get_input_at(object: Any, node_index: int) -> Any: r"""The input of a layer in one of its calls."""

def get_input_mask_at(object: Any, node_index: int) -> Any: r"""The mask that comes with a layer's input in one of its calls."""

def get_input_shape_at(object: Any, node_index: int) -> Any: r"""The shape of a layer's input in one of its calls."""

def get_layer(object: Any, name: str | None = ..., index: int | None = ...) -> Any: r"""One layer of a model, by its name or its position."""

def get_output_at(object: Any, node_index: int) -> Any: r"""The output of a layer in one of its calls."""

def get_output_mask_at(object: Any, node_index: int) -> Any: r"""The mask that a layer gives with its output in one of its calls."""

def get_output_shape_at(object: Any, node_index: int) -> Any: r"""The shape of a layer's output in one of its calls."""

def get_vocabulary(object: Any, include_special_tokens: bool = ...) -> Any: r"""The vocabulary of a layer, in the order of its places."""

def get_weights(object: Any, trainable: bool | None = ...) -> Any: r"""The weights of a layer or a model."""

def hdf5_matrix(datapath: str, dataset: str, start: int = ..., end: int | None = ..., normalizer: Any | None = ...) -> Any: r"""A dataset in an HDF5 file as data for a model."""

def image_array_resize(img: Any, height: int, width: int, data_format: str = ...) -> Any: r"""Brings an image or several to another size, interpolating between pixels."""

def image_array_save(img: Any, path: str, data_format: str | None = ..., file_format: str | None = ..., scale: bool = ...) -> None: r"""Writes an array to a file, as an image."""

def image_data_generator(featurewise_center: bool = ..., samplewise_center: bool = ..., featurewise_std_normalization: bool = ..., samplewise_std_normalization: bool = ..., zca_whitening: bool = ..., zca_epsilon: float = ..., rotation_range: float = ..., width_shift_range: int | float | list[float] = ..., height_shift_range: int | float | list[float] = ..., brightness_range: tuple[float, ...] | None = ..., shear_range: float = ..., zoom_range: float | tuple[float, ...] = ..., channel_shift_range: float = ..., fill_mode: str = ..., cval: float = ..., horizontal_flip: bool = ..., vertical_flip: bool = ..., rescale: float | None = ..., preprocessing_function: Any | None = ..., data_format: str | None = ..., validation_split: float = ...) -> Any: r"""How images are changed, at random and in their scale, on their way to a model."""

def image_dataset_from_directory(directory: str, labels: Any = ..., label_mode: str | None = ..., class_names: list[str] | None = ..., color_mode: str = ..., batch_size: int | None = ..., image_size: tuple[int, int] = ..., shuffle: bool = ..., seed: int | None = ..., validation_split: float | None = ..., subset: str | None = ..., interpolation: str = ..., follow_links: bool = ..., crop_to_aspect_ratio: bool = ..., **more: Any) -> Any: r"""A dataset of the images in a folder, which are read when they are needed."""

def image_load(path: str, grayscale: bool = ..., color_mode: str = ..., target_size: tuple[int, int] | None = ..., interpolation: str = ...) -> Any: r"""Reads an image from a file."""

def image_to_array(img: Any, data_format: str = ...) -> Any: r"""An image as an array of numbers."""

def imagenet_decode_predictions(preds: Any, top: int = ...) -> list[Any]: r"""The likeliest classes in the predictions of networks trained on ImageNet, by name."""

def imagenet_preprocess_input(x: Any, data_format: str | None = ..., mode: str = ...) -> Any: r"""Prepares images for networks trained on ImageNet."""

def implementation() -> Any: r"""The Python module of Keras; whichever implementation a script chose, it is today's."""

def inception_resnet_v2_preprocess_input(x: Any) -> Any: r"""Prepares images for Inception-ResNet V2: values from -1 to 1."""

def inception_v3_preprocess_input(x: Any) -> Any: r"""Prepares images for Inception V3: values from -1 to 1."""

def initializer_constant(value: Any = ...) -> keras.initializers.Initializer: r"""Given numbers."""

def initializer_glorot_normal(seed: int | None = ...) -> keras.initializers.Initializer: r"""Normal with variance ``2 / (inputs + outputs)`` (Glorot and Bengio, 2010)."""

def initializer_glorot_uniform(seed: int | None = ...) -> keras.initializers.Initializer: r"""Uniform with variance ``2 / (inputs + outputs)`` (Glorot and Bengio, 2010)."""

def initializer_he_normal(seed: int | None = ...) -> keras.initializers.Initializer: r"""Normal with variance ``2 / inputs`` (He and others, 2015)."""

def initializer_he_uniform(seed: int | None = ...) -> keras.initializers.Initializer: r"""Uniform with variance ``2 / inputs`` (He and others, 2015)."""

def initializer_identity(gain: float = ...) -> keras.initializers.Initializer: r"""A square matrix with ones on the diagonal, multiplied by a factor."""

def initializer_lecun_normal(seed: int | None = ...) -> keras.initializers.Initializer: r"""Normal with variance ``1 / inputs`` (LeCun and others, 1998)."""

def initializer_lecun_uniform(seed: int | None = ...) -> keras.initializers.Initializer: r"""Uniform with variance ``1 / inputs`` (LeCun and others, 1998)."""

def initializer_ones() -> keras.initializers.Initializer: r"""All weights are 1."""

def initializer_orthogonal(gain: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""A random matrix with orthogonal rows or columns (Saxe, McClelland and Ganguli, 2014)."""

def initializer_random_normal(mean: float = ..., stddev: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Normal."""

def initializer_random_uniform(minval: float = ..., maxval: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Uniform between two bounds."""

def initializer_truncated_normal(mean: float = ..., stddev: float = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""Normal, drawn again beyond two standard deviations."""

def initializer_variance_scaling(scale: float = ..., mode: str = ..., distribution: str = ..., seed: int | None = ...) -> keras.initializers.Initializer: r"""A variance that depends on the numbers of inputs and outputs."""

def initializer_zeros() -> keras.initializers.Initializer: r"""All weights are 0."""

def install_keras(method: str = ..., conda: str = ..., version: str = ..., tensorflow: str | None = ..., extra_packages: Any = ..., *rest: Any, **more: Any) -> None: r"""Says which Keras is installed, and installs further packages of Python."""

def is_keras_available(version: str | None = ...) -> bool: r"""Whether Keras can be used, in a version that is recent enough."""

def k_abs(x: Any) -> Any: r"""Absolute value."""

def k_all(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Whether all elements are true, or not 0."""

def k_any(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Whether any element is true, or not 0."""

def k_arange(start: Any, stop: Any | None = ..., step: Any = ..., dtype: str = ...) -> Any: r"""Numbers at equal distances, from ``start`` to below ``stop``."""

def k_argmax(x: Any, axis: int = ...) -> Any: r"""Where the largest element is; positions count from 0."""

def k_argmin(x: Any, axis: int = ...) -> Any: r"""Where the smallest element is; positions count from 0."""

def k_backend() -> str: r"""Name of the library that Keras computes with."""

def k_batch_dot(x: Any, y: Any, axes: int | tuple[int, ...] | None) -> Any: r"""Sum over products along one axis of each of two tensors, sample by sample."""

def k_batch_flatten(x: Any) -> Any: r"""A matrix with a row for each sample."""

def k_batch_get_value(ops: list[Any]) -> Any: r"""The numbers in several variables."""

def k_batch_normalization(x: Any, mean: Any, var: Any, beta: Any | None, gamma: Any | None, axis: int = ..., epsilon: float = ...) -> Any: r"""Normalizes by given figures: `gamma * (x - mean) / sqrt(var + epsilon) + beta`."""

def k_batch_set_value(lists: list[tuple[Any, Any]]) -> None: r"""Gives several variables other values; none of them where one does not fit."""

def k_bias_add(x: Any, bias: Any, data_format: str | None = ...) -> Any: r"""Adds a bias to each sample."""

def k_binary_crossentropy(target: Any, output: Any, from_logits: bool = ...) -> Any: r"""``-(t * log(p) + (1 - t) * log(1 - p))`` for each element."""

def k_cast(x: Any, dtype: str) -> Any: r"""The same numbers in another type."""

def k_cast_to_floatx(x: Any) -> Any: r"""The same numbers in Keras's float type."""

def k_categorical_crossentropy(target: Any, output: Any, from_logits: bool = ..., axis: int = ...) -> Any: r"""``-sum(t * log(p))`` along an axis."""

def k_clear_session() -> Any: r"""Forgets what Keras keeps of the models made so far; names count from the start again."""

def k_clip(x: Any, min_value: Any | None = ..., max_value: Any | None = ...) -> Any: r"""Moves elements outside of two bounds to the nearer bound."""

def k_concatenate(tensors: list[Any], axis: int = ...) -> Any: r"""Tensors one after the other along an axis."""

def k_constant(value: Any, dtype: str | None = ..., shape: tuple[int, ...] | None = ..., name: str | None = ...) -> Any: r"""A tensor of given numbers."""

def k_conv1d(x: Any, kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""Convolution of sequences."""

def k_conv2d(x: Any, kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""Convolution of images."""

def k_conv2d_transpose(x: Any, kernel: Any, output_shape: int | tuple[int | None, ...] | list[int | None], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ...) -> Any: r"""Convolution of images the other way, from the output to the input."""

def k_conv3d(x: Any, kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""Convolution of volumes."""

def k_conv3d_transpose(x: Any, kernel: Any, output_shape: int | tuple[int | None, ...] | list[int | None], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ...) -> Any: r"""Convolution of volumes the other way, from the output to the input."""

def k_cos(x: Any) -> Any: r"""Cosine of radians."""

def k_count_params(x: Any) -> int: r"""Number of elements of a variable or a tensor."""

def k_ctc_batch_cost(y_true: Any, y_pred: Any, input_length: Any, label_length: Any) -> Any: r"""The CTC loss of each sequence: minus the logarithm of the probability of its labels."""

def k_ctc_decode(y_pred: Any, input_length: Any, greedy: bool = ..., beam_width: int = ..., top_paths: int = ...) -> Any: r"""The likeliest labels of sequences, by their probabilities at each step."""

def k_ctc_label_dense_to_sparse(labels: Any, label_lengths: Any) -> Any: r"""Labels of sequences as a sparse tensor, without what fills up the rows."""

def k_cumprod(x: Any, axis: int = ...) -> Any: r"""Product of the elements up to each."""

def k_cumsum(x: Any, axis: int = ...) -> Any: r"""Sum of the elements up to each."""

def k_depthwise_conv2d(x: Any, depthwise_kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""Convolution of images, each channel by kernels of its own."""

def k_dot(x: Any, y: Any) -> Any: r"""Product of matrices."""

def k_dropout(x: Any, level: float, noise_shape: Any | None = ..., seed: int | None = ...) -> Any: r"""Sets a random part of the elements to 0, and scales the others by `1 / (1 - level)`."""

def k_dtype(x: Any) -> Any: r"""Type of a tensor's elements."""

def k_elu(x: Any, alpha: float = ...) -> Any: r"""``x`` where it is positive, else ``alpha * (exp(x) - 1)``."""

def k_epsilon() -> float: r"""The small number that Keras adds where it could divide by zero."""

def k_equal(x: Any, y: Any) -> Any: r"""``x == y``."""

def k_eval(x: Any) -> Any: r"""The numbers in a tensor or a variable; ``NULL`` of ``NULL``."""

def k_exp(x: Any) -> Any: r"""``e`` to the power of each element."""

def k_expand_dims(x: Any, axis: int = ...) -> Any: r"""Puts in an axis with the extent 1."""

def k_eye(size: int, dtype: str | None = ..., name: str | None = ...) -> Any: r"""A variable with an identity matrix; a tensor inside of layers and compiled functions."""

def k_flatten(x: Any) -> Any: r"""All elements along one axis, those of the last axis next to each other."""

def k_floatx() -> str: r"""Keras's float type: that of weights and of numbers without a type."""

def k_foldl(fn: Any, elems: Any, initializer: Any | None = ..., name: str | None = ...) -> Any: r"""Combines the parts of a tensor along the first axis, from the first to the last."""

def k_foldr(fn: Any, elems: Any, initializer: Any | None = ..., name: str | None = ...) -> Any: r"""Combines the parts of a tensor along the first axis, from the last to the first."""

def k_function(inputs: Any, outputs: Any, updates: Any = ..., **more: Any) -> Any: r"""A function that runs a part of a model, or of what was made of placeholders."""

def k_gather(reference: Any, indices: Any) -> Any: r"""Slices of a tensor along its first axis, by position."""

def k_get_session() -> Any: r"""A session, as scripts for TensorFlow 1 ask for."""

def k_get_uid(prefix: str = ...) -> int: r"""Counts how often it was asked for a name."""

def k_get_value(x: Any) -> Any: r"""The numbers in a variable or a tensor; ``NULL`` of ``NULL``."""

def k_get_variable_shape(x: Any) -> Any: r"""Shape of a variable."""

def k_gradients(loss: Any, variables: list[Any]) -> Any: r"""Gradients of a tensor by others that it comes from."""

def k_greater(x: Any, y: Any) -> Any: r"""``x > y``."""

def k_greater_equal(x: Any, y: Any) -> Any: r"""``x >= y``."""

def k_hard_sigmoid(x: Any) -> Any: r"""``0.2 * x + 0.5``, kept between 0 and 1."""

def k_identity(x: Any, name: str | None = ...) -> Any: r"""A tensor with the same elements."""

def k_image_data_format() -> str: r"""Where the channels of images are, where nothing else is said."""

def k_in_test_phase(x: Any, alt: Any, training: Any = ...) -> Any: r"""One tensor in use, another in training."""

def k_in_top_k(predictions: Any, targets: Any, k: int) -> Any: r"""Whether labels are among the ``k`` largest predictions."""

def k_in_train_phase(x: Any, alt: Any, training: Any = ...) -> Any: r"""One tensor in training, another else."""

def k_int_shape(x: Any) -> Any: r"""Shape as whole numbers, ``NULL`` for open extents."""

def k_is_keras_tensor(x: Any) -> bool: r"""Whether a tensor is symbolic: an input, or what layers and ``k_`` functions made of one."""

def k_is_placeholder(x: Any) -> bool: r"""Whether something is a placeholder or the input of a model."""

def k_is_sparse(tensor: Any) -> bool: r"""Whether a tensor is sparse: keeps only the elements that are not 0."""

def k_is_tensor(x: Any) -> bool: r"""Whether something is a tensor, a variable or a symbolic tensor."""

def k_l2_normalize(x: Any, axis: int | tuple[int, ...] | None = ...) -> Any: r"""``x / sqrt(sum(x^2))``."""

def k_learning_phase() -> int: r"""Whether a model trains."""

def k_less(x: Any, y: Any) -> Any: r"""``x < y``."""

def k_less_equal(x: Any, y: Any) -> Any: r"""``x <= y``."""

def k_local_conv1d(inputs: Any, kernel: Any, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...], data_format: str | None = ...) -> Any: r"""Convolution of sequences with a kernel of its own for each place."""

def k_local_conv2d(inputs: Any, kernel: Any, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...], output_shape: int | tuple[int, ...], data_format: str | None = ...) -> Any: r"""Convolution of images with a kernel of its own for each place."""

def k_log(x: Any) -> Any: r"""Natural logarithm."""

def k_logsumexp(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""``log(sum(exp(x)))``, without overflow."""

def k_manual_variable_initialization(value: bool) -> None: r"""Whether variables were to wait for their first values, as scripts for TensorFlow 1 say."""

def k_map_fn(fn: Any, elems: Any, name: str | None = ..., dtype: str | None = ...) -> Any: r"""Applies a function to each part of a tensor along the first axis."""

def k_max(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Largest element."""

def k_maximum(x: Any, y: Any) -> Any: r"""The larger of the two, element by element."""

def k_mean(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Mean of the elements."""

def k_min(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Smallest element."""

def k_minimum(x: Any, y: Any) -> Any: r"""The smaller of the two, element by element."""

def k_moving_average_update(x: Any, value: Any, momentum: float) -> Any: r"""Moves an average towards a new value: `momentum * x + (1 - momentum) * value`."""

def k_ndim(x: Any) -> Any: r"""Number of axes."""

def k_normalize_batch_in_training(x: Any, gamma: Any | None, beta: Any | None, reduction_axes: int | tuple[int, ...], epsilon: float = ...) -> Any: r"""Normalizes by the mean and the variance of the tensor itself."""

def k_not_equal(x: Any, y: Any) -> Any: r"""``x != y``."""

def k_one_hot(indices: Any, num_classes: int) -> Any: r"""Vectors with a 1 at the place of a label, else 0."""

def k_ones(shape: tuple[int, ...], dtype: str | None = ..., name: str | None = ...) -> Any: r"""A variable full of ones; a tensor inside of layers and functions that Keras compiles."""

def k_ones_like(x: Any, dtype: str | None = ..., name: str | None = ...) -> Any: r"""Ones in the shape of another tensor."""

def k_permute_dimensions(x: Any, pattern: int | tuple[int, ...]) -> Any: r"""The axes in another order."""

def k_placeholder(shape: int | tuple[int | None, ...] | list[int | None] | None = ..., ndim: int | None = ..., dtype: str | None = ..., sparse: bool = ..., name: str | None = ...) -> Any: r"""A symbolic tensor, which gets its numbers when ``k_function()`` or a model runs."""

def k_pool2d(x: Any, pool_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., pool_mode: str = ...) -> Any: r"""The largest value or the mean of windows of images."""

def k_pool3d(x: Any, pool_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., pool_mode: str = ...) -> Any: r"""The largest value or the mean of windows of volumes."""

def k_pow(x: Any, a: Any) -> Any: r"""``x`` to the power of ``a``."""

def k_print_tensor(x: Any, message: str = ...) -> Any: r"""Prints a tensor each time that it is computed."""

def k_prod(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Product of the elements."""

def k_random_bernoulli(shape: Any, p: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Ones with a probability, else zeros; the same as ``k_random_binomial()``."""

def k_random_binomial(shape: Any, p: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Ones with a probability, else zeros."""

def k_random_normal(shape: Any, mean: float = ..., stddev: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random numbers of a normal distribution."""

def k_random_normal_variable(shape: int | tuple[int | None, ...] | list[int | None], mean: float, scale: float, dtype: str | None = ..., name: str | None = ..., seed: int | None = ...) -> Any: r"""A variable of random numbers of a normal distribution."""

def k_random_uniform(shape: Any, minval: float = ..., maxval: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random numbers of a uniform distribution; whole ones for a type of whole numbers."""

def k_random_uniform_variable(shape: int | tuple[int | None, ...] | list[int | None], low: float, high: float, dtype: str | None = ..., name: str | None = ..., seed: int | None = ...) -> Any: r"""A variable of random numbers of a uniform distribution."""

def k_relu(x: Any, alpha: float = ..., max_value: float | None = ...) -> Any: r"""``x`` where it is positive, else ``alpha * x``."""

def k_repeat(x: Any, n: int) -> Any: r"""Each row of a matrix several times, along a new axis in the middle."""

def k_repeat_elements(x: Any, rep: int, axis: int) -> Any: r"""Each element several times, next to each other along an axis."""

def k_reset_uids() -> None: r"""Has ``k_get_uid()``, and the names of layers, count from 1 again."""

def k_reshape(x: Any, shape: tuple[int, ...]) -> Any: r"""The same elements in another shape, taken with the last axis running fastest."""

def k_resize_images(x: Any, height_factor: int, width_factor: int, data_format: str) -> Any: r"""Makes images larger by repeating rows and columns."""

def k_resize_volumes(x: Any, depth_factor: int, height_factor: int, width_factor: int, data_format: str) -> Any: r"""Makes volumes larger by repeating elements along their dimensions."""

def k_reverse(x: Any, axes: int | tuple[int, ...]) -> Any: r"""The elements in reverse order along axes."""

def k_rnn(step_function: Any, inputs: Any, initial_states: list[Any], go_backwards: bool = ..., mask: Any | None = ..., constants: list[Any] | None = ..., unroll: bool = ..., input_length: int | None = ...) -> Any: r"""Applies a function step by step along time, with states that it passes on."""

def k_round(x: Any) -> Any: r"""The next whole number; halves go to the even one."""

def k_separable_conv2d(x: Any, depthwise_kernel: Any, pointwise_kernel: Any, strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ...) -> Any: r"""Convolution of images, each channel by itself, then across the channels."""

def k_set_epsilon(e: float) -> None: r"""Sets the small number that Keras adds where it could divide by zero."""

def k_set_floatx(floatx: str) -> None: r"""Sets Keras's float type, for layers and tensors made from now on."""

def k_set_image_data_format(data_format: str) -> None: r"""Sets where the channels of images are, where nothing else is said."""

def k_set_learning_phase(value: int) -> None: r"""Sets how layers work that are called by themselves, not by ``fit()`` or ``predict()``."""

def k_set_session(session: Any) -> None: r"""Sets the session that ``k_get_session()`` gives."""

def k_set_value(x: Any, value: Any) -> None: r"""Gives a variable another value."""

def k_shape(x: Any) -> Any: r"""Shape as a tensor, which knows open extents when the model runs."""

def k_sigmoid(x: Any) -> Any: r"""``1 / (1 + exp(-x))``."""

def k_sign(x: Any) -> Any: r"""-1, 0 or 1."""

def k_sin(x: Any) -> Any: r"""Sine of radians."""

def k_softmax(x: Any, axis: int = ...) -> Any: r"""``exp(x) / sum(exp(x))``."""

def k_softplus(x: Any) -> Any: r"""``log(1 + exp(x))``."""

def k_softsign(x: Any) -> Any: r"""``x / (1 + abs(x))``."""

def k_sparse_categorical_crossentropy(target: Any, output: Any, from_logits: bool = ..., axis: int = ...) -> Any: r"""``-log(p[t + 1])`` along an axis."""

def k_spatial_2d_padding(x: Any, padding: tuple[tuple[int, int], ...] = ..., data_format: str | None = ...) -> Any: r"""Puts zeros around images."""

def k_spatial_3d_padding(x: Any, padding: tuple[tuple[int, int], ...] = ..., data_format: str | None = ...) -> Any: r"""Puts zeros around volumes."""

def k_sqrt(x: Any) -> Any: r"""Square root; 0 for negative elements."""

def k_square(x: Any) -> Any: r"""Each element times itself."""

def k_squeeze(x: Any, axis: int | tuple[int, ...] | None = ...) -> Any: r"""Takes out axes with the extent 1."""

def k_stack(x: list[Any], axis: int = ...) -> Any: r"""Tensors of the same shape along a new axis."""

def k_std(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Standard deviation of the elements, of the whole population (divided by n)."""

def k_stop_gradient(variables: Any) -> Any: r"""The same tensors, as constants to gradients."""

def k_sum(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Sum of the elements."""

def k_switch(condition: Any, then_expression: Any, else_expression: Any) -> Any: r"""One of two tensors, by a condition; by each element of it where it has some."""

def k_tanh(x: Any) -> Any: r"""Hyperbolic tangent."""

def k_temporal_padding(x: Any, padding: tuple[tuple[int, int], ...] = ...) -> Any: r"""Puts zeros before and after sequences."""

def k_tile(x: Any, n: Any) -> Any: r"""Copies of a tensor side by side."""

def k_to_dense(tensor: Any) -> Any: r"""A sparse tensor as one that keeps all its elements."""

def k_transpose(x: Any) -> Any: r"""The axes in reverse order."""

def k_truncated_normal(shape: Any, mean: float = ..., stddev: float = ..., dtype: str | None = ..., seed: int | None = ...) -> Any: r"""Random numbers of a normal distribution, within two standard deviations of the mean."""

def k_unstack(x: Any, axis: int = ..., num: int | None = ..., name: str | None = ...) -> Any: r"""The slices of a tensor along an axis."""

def k_update(x: Any, new_x: Any) -> Any: r"""Gives a variable another value."""

def k_update_add(x: Any, increment: Any) -> Any: r"""Adds to a variable."""

def k_update_sub(x: Any, decrement: Any) -> Any: r"""Subtracts from a variable."""

def k_var(x: Any, axis: int | tuple[int, ...] | None = ..., keepdims: bool = ...) -> Any: r"""Variance of the elements, of the whole population (divided by n)."""

def k_variable(value: Any, dtype: str | None = ..., name: str | None = ..., constraint: Any | None = ...) -> Any: r"""A variable: a tensor that can be given other values."""

def k_zeros(shape: tuple[int, ...], dtype: str | None = ..., name: str | None = ...) -> Any: r"""A variable full of zeros; a tensor inside of layers and functions that Keras compiles."""

def k_zeros_like(x: Any, dtype: str | None = ..., name: str | None = ...) -> Any: r"""Zeros in the shape of another tensor."""

def keras_array(x: Any | None, dtype: str | None = ...) -> Any: r"""R's numbers as arrays of Python, row by row in memory."""

def keras_model(inputs: Any, outputs: Any | None = ..., *more: Any, **options: Any) -> keras.Model: r"""A model from its inputs to its outputs, through the layers between them."""

def keras_model_sequential(layers: Any = ..., name: str | None = ..., **more: Any) -> keras.Sequential: r"""A model that is a stack of layers, each taking the output of the one before."""

@overload
def layer_activation(*, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Applies an activation function to every element."""
@overload
def layer_activation(object: keras.Sequential, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation(object: None, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation(object: list[Any], activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation(object: _T, activation: Any, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_elu(*, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""``x`` where it is positive, else ``alpha * (exp(x) - 1)`` (Clevert and others, 2015)."""
@overload
def layer_activation_elu(object: keras.Sequential, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_elu(object: None, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_elu(object: list[Any], alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_elu(object: _T, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_leaky_relu(*, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""``x`` where it is positive, else ``alpha * x``."""
@overload
def layer_activation_leaky_relu(object: keras.Sequential, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_leaky_relu(object: None, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_leaky_relu(object: list[Any], alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_leaky_relu(object: _T, alpha: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_parametric_relu(*, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""``x`` where it is positive, else ``alpha * x``, where the slopes are learnt."""
@overload
def layer_activation_parametric_relu(object: keras.Sequential, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_parametric_relu(object: None, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_parametric_relu(object: list[Any], alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_parametric_relu(object: _T, alpha_initializer: Any = ..., alpha_regularizer: Any | None = ..., alpha_constraint: Any | None = ..., shared_axes: int | tuple[int, ...] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_relu(*, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""``x`` above a threshold, else a line that may be flat."""
@overload
def layer_activation_relu(object: keras.Sequential, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_relu(object: None, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_relu(object: list[Any], max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_relu(object: _T, max_value: float | None = ..., negative_slope: float = ..., threshold: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_selu(*, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Scaled ELU, which keeps mean and variance of its inputs (Klambauer and others, 2017)."""
@overload
def layer_activation_selu(object: keras.Sequential, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_selu(object: None, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_selu(object: list[Any], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_selu(object: _T, input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_softmax(*, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""``exp(x) / sum(exp(x))``: positive numbers with the sum 1."""
@overload
def layer_activation_softmax(object: keras.Sequential, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_softmax(object: None, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_softmax(object: list[Any], axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_softmax(object: _T, axis: int | tuple[int, ...] = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activation_thresholded_relu(*, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""``x`` where it is above a threshold, else 0."""
@overload
def layer_activation_thresholded_relu(object: keras.Sequential, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activation_thresholded_relu(object: None, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activation_thresholded_relu(object: list[Any], theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activation_thresholded_relu(object: _T, theta: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_activity_regularization(*, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Passes its input on, and adds a penalty for it to the loss."""
@overload
def layer_activity_regularization(object: keras.Sequential, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_activity_regularization(object: None, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_activity_regularization(object: list[Any], l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_activity_regularization(object: _T, l1: float = ..., l2: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_add(**options: Any) -> keras.layers.Layer: r"""Sum of tensors, element by element."""
@overload
def layer_add(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_add(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_add(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_add(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_additive_attention(*, use_scale: bool = ..., causal: bool = ..., dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Additive attention (Bahdanau, Cho and Bengio, 2015)."""
@overload
def layer_additive_attention(object: keras.Sequential, use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_additive_attention(object: None, use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_additive_attention(object: list[Any], use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_additive_attention(object: _T, use_scale: bool = ..., *rest: Any, causal: bool = ..., dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_alpha_dropout(*, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Dropout that keeps mean and variance, for networks of SELU units."""
@overload
def layer_alpha_dropout(object: keras.Sequential, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_alpha_dropout(object: None, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_alpha_dropout(object: list[Any], rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_alpha_dropout(object: _T, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_attention(*, use_scale: bool = ..., score_mode: str = ..., dropout: float | None = ..., **options: Any) -> keras.layers.Layer: r"""Dot-product attention (Luong, Pham and Manning, 2015)."""
@overload
def layer_attention(inputs: keras.Sequential, use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_attention(inputs: None, use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_attention(inputs: list[Any], use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> Any: ...
@overload
def layer_attention(inputs: _T, use_scale: bool = ..., score_mode: str = ..., *rest: Any, dropout: float | None = ..., **options: Any) -> _T: ...

@overload
def layer_average(**options: Any) -> keras.layers.Layer: r"""Mean of tensors, element by element."""
@overload
def layer_average(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_average(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_average(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_average(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_average_pooling_1d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""The mean in each window of a sequence."""
@overload
def layer_average_pooling_1d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_average_pooling_1d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_average_pooling_1d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_average_pooling_1d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_average_pooling_2d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""The mean in each window of an image."""
@overload
def layer_average_pooling_2d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_average_pooling_2d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_average_pooling_2d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_average_pooling_2d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_average_pooling_3d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""The mean in each window of a volume."""
@overload
def layer_average_pooling_3d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_average_pooling_3d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_average_pooling_3d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_average_pooling_3d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_batch_normalization(*, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> keras.layers.Layer: r"""Scales each channel to mean 0 and variance 1 (Ioffe and Szegedy, 2015)."""
@overload
def layer_batch_normalization(object: keras.Sequential, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_batch_normalization(object: None, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_batch_normalization(object: list[Any], axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> Any: ...
@overload
def layer_batch_normalization(object: _T, axis: int = ..., momentum: float = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., moving_mean_initializer: Any = ..., moving_variance_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., synchronized: bool = ..., **options: Any) -> _T: ...

@overload
def layer_category_encoding(*, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Turns categories, numbered from 0, into zeros and ones, or counts them."""
@overload
def layer_category_encoding(object: keras.Sequential, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_category_encoding(object: None, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_category_encoding(object: list[Any], num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_category_encoding(object: _T, num_tokens: int | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> _T: ...

@overload
def layer_center_crop(*, height: int, width: int, **options: Any) -> keras.layers.Layer: r"""Cuts the middle out of images; smaller images are enlarged."""
@overload
def layer_center_crop(object: keras.Sequential, height: int, width: int, **options: Any) -> keras.Sequential: ...
@overload
def layer_center_crop(object: None, height: int, width: int, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_center_crop(object: list[Any], height: int, width: int, **options: Any) -> Any: ...
@overload
def layer_center_crop(object: _T, height: int, width: int, **options: Any) -> _T: ...

@overload
def layer_concatenate(*, axis: int = ..., **options: Any) -> keras.layers.Layer: r"""Puts tensors one behind the other."""
@overload
def layer_concatenate(inputs: keras.Sequential, *more: Any, axis: int = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_concatenate(inputs: None, *more: Any, axis: int = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_concatenate(inputs: list[Any], *more: Any, axis: int = ..., **options: Any) -> Any: ...
@overload
def layer_concatenate(inputs: _T, *more: Any, axis: int = ..., **options: Any) -> _T: ...

@overload
def layer_conv_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution over sequences."""
@overload
def layer_conv_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_1d_transpose(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Transposed convolution over sequences: each input spreads a copy of the kernel."""
@overload
def layer_conv_1d_transpose(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_1d_transpose(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_1d_transpose(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_1d_transpose(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution over images."""
@overload
def layer_conv_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_2d_transpose(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Transposed convolution over images: each input spreads a copy of the kernel."""
@overload
def layer_conv_2d_transpose(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_2d_transpose(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_2d_transpose(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_2d_transpose(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_3d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution over volumes, such as scans or short films."""
@overload
def layer_conv_3d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_3d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_3d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_3d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., groups: int = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_3d_transpose(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Transposed convolution over volumes: each input spreads a copy of the kernel."""
@overload
def layer_conv_3d_transpose(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_3d_transpose(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_3d_transpose(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_conv_3d_transpose(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., output_padding: int | tuple[int, ...] | None = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_conv_lstm_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""LSTM over sequences: its products with the input and the state are convolutions."""
@overload
def layer_conv_lstm_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_conv_lstm_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_conv_lstm_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_conv_lstm_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_conv_lstm_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> keras.layers.Layer: r"""LSTM over images: its products with the input and the state are convolutions."""
@overload
def layer_conv_lstm_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> keras.Sequential: ...
@overload
def layer_conv_lstm_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> keras.layers.Layer: ...
@overload
def layer_conv_lstm_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> Any: ...
@overload
def layer_conv_lstm_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ...) -> _T: ...

@overload
def layer_conv_lstm_3d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""LSTM over volumes: its products with the input and the state are convolutions."""
@overload
def layer_conv_lstm_3d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_conv_lstm_3d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_conv_lstm_3d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_conv_lstm_3d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_cropping_1d(*, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Cuts off the margins of a sequence."""
@overload
def layer_cropping_1d(object: keras.Sequential, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cropping_1d(object: None, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cropping_1d(object: list[Any], cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cropping_1d(object: _T, cropping: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cropping_2d(*, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Cuts off the margins of a image."""
@overload
def layer_cropping_2d(object: keras.Sequential, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cropping_2d(object: None, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cropping_2d(object: list[Any], cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cropping_2d(object: _T, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cropping_3d(*, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Cuts off the margins of a volume."""
@overload
def layer_cropping_3d(object: keras.Sequential, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cropping_3d(object: None, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cropping_3d(object: list[Any], cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cropping_3d(object: _T, cropping: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cudnn_gru(*, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Gated recurrent unit with the weights of cuDNN; it runs on any device."""
@overload
def layer_cudnn_gru(object: keras.Sequential, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cudnn_gru(object: None, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cudnn_gru(object: list[Any], units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cudnn_gru(object: _T, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_cudnn_lstm(*, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Long short-term memory with the weights of cuDNN; it runs on any device."""
@overload
def layer_cudnn_lstm(object: keras.Sequential, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_cudnn_lstm(object: None, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_cudnn_lstm(object: list[Any], units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_cudnn_lstm(object: _T, units: int, kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., return_sequences: bool = ..., return_state: bool = ..., stateful: bool = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_dense(*, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Densely connected layer: ``activation(x %*% kernel + bias)``."""
@overload
def layer_dense(object: keras.Sequential, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_dense(object: None, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_dense(object: list[Any], units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_dense(object: _T, units: int, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_dense_features(*, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Turns named features into one tensor, as TensorFlow's feature columns say."""
@overload
def layer_dense_features(object: keras.Sequential, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_dense_features(object: None, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_dense_features(object: list[Any], feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_dense_features(object: _T, feature_columns: Any, name: str | None = ..., trainable: bool | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_depthwise_conv_1d(*, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""Convolution of each channel of a sequence with kernels of its own."""
@overload
def layer_depthwise_conv_1d(object: keras.Sequential, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_depthwise_conv_1d(object: None, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_depthwise_conv_1d(object: list[Any], kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> Any: ...
@overload
def layer_depthwise_conv_1d(object: _T, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> _T: ...

@overload
def layer_depthwise_conv_2d(*, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution of each channel of an image with kernels of its own."""
@overload
def layer_depthwise_conv_2d(object: keras.Sequential, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_depthwise_conv_2d(object: None, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_depthwise_conv_2d(object: list[Any], kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_depthwise_conv_2d(object: _T, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., depth_multiplier: int = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_discretization(*, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Puts numbers into bins, which are numbered from 0."""
@overload
def layer_discretization(object: keras.Sequential, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_discretization(object: None, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_discretization(object: list[Any], bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_discretization(object: _T, bin_boundaries: Any | None = ..., num_bins: int | None = ..., epsilon: float = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> _T: ...

@overload
def layer_dot(*, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> keras.layers.Layer: r"""Dot product of two tensors, sample by sample."""
@overload
def layer_dot(inputs: keras.Sequential, *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_dot(inputs: None, *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_dot(inputs: list[Any], *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> Any: ...
@overload
def layer_dot(inputs: _T, *more: Any, axes: int | tuple[int, ...], normalize: bool = ..., **options: Any) -> _T: ...

@overload
def layer_dropout(*, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Sets inputs to zero at random while training, and scales up the others."""
@overload
def layer_dropout(object: keras.Sequential, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_dropout(object: None, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_dropout(object: list[Any], rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_dropout(object: _T, rate: float, noise_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., seed: int | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_embedding(*, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Turns whole numbers from 0 to ``input_dim - 1`` into vectors that are learnt."""
@overload
def layer_embedding(object: keras.Sequential, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_embedding(object: None, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_embedding(object: list[Any], input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_embedding(object: _T, input_dim: int, output_dim: int, embeddings_initializer: Any = ..., embeddings_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., embeddings_constraint: Any | None = ..., mask_zero: bool = ..., input_length: int | None = ..., sparse: bool = ..., **options: Any) -> _T: ...

@overload
def layer_flatten(*, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Puts all dimensions but the batch into one."""
@overload
def layer_flatten(object: keras.Sequential, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_flatten(object: None, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_flatten(object: list[Any], data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_flatten(object: _T, data_format: str | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_gaussian_dropout(*, rate: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Multiplies its inputs by normal noise around 1 while training."""
@overload
def layer_gaussian_dropout(object: keras.Sequential, rate: float, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gaussian_dropout(object: None, rate: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gaussian_dropout(object: list[Any], rate: float, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_gaussian_dropout(object: _T, rate: float, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_gaussian_noise(*, stddev: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Adds normal noise around 0 while training."""
@overload
def layer_gaussian_noise(object: keras.Sequential, stddev: float, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gaussian_noise(object: None, stddev: float, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gaussian_noise(object: list[Any], stddev: float, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_gaussian_noise(object: _T, stddev: float, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_global_average_pooling_1d(*, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""The mean over all steps of a sequence."""
@overload
def layer_global_average_pooling_1d(object: keras.Sequential, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_average_pooling_1d(object: None, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_average_pooling_1d(object: list[Any], data_format: str = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_average_pooling_1d(object: _T, data_format: str = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_average_pooling_2d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""The mean over all places of an image, for each channel."""
@overload
def layer_global_average_pooling_2d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_average_pooling_2d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_average_pooling_2d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_average_pooling_2d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_average_pooling_3d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""The mean over all places of a volume, for each channel."""
@overload
def layer_global_average_pooling_3d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_average_pooling_3d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_average_pooling_3d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_average_pooling_3d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_max_pooling_1d(*, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""The largest value over all steps of a sequence, for each channel."""
@overload
def layer_global_max_pooling_1d(object: keras.Sequential, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_max_pooling_1d(object: None, data_format: str = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_max_pooling_1d(object: list[Any], data_format: str = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_max_pooling_1d(object: _T, data_format: str = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_max_pooling_2d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""The largest value over all places of an image, for each channel."""
@overload
def layer_global_max_pooling_2d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_max_pooling_2d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_max_pooling_2d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_max_pooling_2d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_global_max_pooling_3d(*, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: r"""The largest value over all places of a volume, for each channel."""
@overload
def layer_global_max_pooling_3d(object: keras.Sequential, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_global_max_pooling_3d(object: None, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_global_max_pooling_3d(object: list[Any], data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> Any: ...
@overload
def layer_global_max_pooling_3d(object: _T, data_format: str | None = ..., keepdims: bool = ..., **options: Any) -> _T: ...

@overload
def layer_gru(*, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Gated recurrent unit (Cho et al., 2014)."""
@overload
def layer_gru(object: keras.Sequential, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gru(object: None, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gru(object: list[Any], units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_gru(object: _T, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., reset_after: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_gru_cell(*, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> keras.layers.Layer: r"""One step of a gated recurrent unit, for ``layer_rnn()``."""
@overload
def layer_gru_cell(units: keras.Sequential, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_gru_cell(units: None, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_gru_cell(units: list[Any], activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> Any: ...
@overload
def layer_gru_cell(units: _T, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., reset_after: bool = ..., **options: Any) -> _T: ...

@overload
def layer_hashing(*, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: r"""Turns words or whole numbers into a bin by their hash, without a vocabulary."""
@overload
def layer_hashing(object: keras.Sequential, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_hashing(object: None, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_hashing(object: list[Any], num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> Any: ...
@overload
def layer_hashing(object: _T, num_bins: int, mask_value: Any | None = ..., salt: Any | None = ..., output_mode: str = ..., sparse: bool = ..., **options: Any) -> _T: ...

def layer_input(shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., name: str | None = ..., dtype: str | None = ..., sparse: bool = ..., tensor: Any | None = ..., ragged: bool = ...) -> keras.KerasTensor: r"""A tensor without values, from which a functional model starts."""

@overload
def layer_integer_lookup(*, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: r"""Looks whole numbers up in a vocabulary: their places, counted from 0."""
@overload
def layer_integer_lookup(object: keras.Sequential, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_integer_lookup(object: None, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_integer_lookup(object: list[Any], max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> Any: ...
@overload
def layer_integer_lookup(object: _T, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: int | None = ..., oov_token: int = ..., vocabulary: Any | None = ..., vocabulary_dtype: str = ..., idf_weights: list[float] | None = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> _T: ...

@overload
def layer_lambda(*, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""A function as a layer."""
@overload
def layer_lambda(object: keras.Sequential, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_lambda(object: None, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_lambda(object: list[Any], f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_lambda(object: _T, f: Any, output_shape: Any | None = ..., mask: Any | None = ..., arguments: dict[str, Any] | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_layer_normalization(*, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> keras.layers.Layer: r"""Scales each sample to mean 0 and variance 1 (Ba, Kiros and Hinton, 2016)."""
@overload
def layer_layer_normalization(object: keras.Sequential, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> keras.Sequential: ...
@overload
def layer_layer_normalization(object: None, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> keras.layers.Layer: ...
@overload
def layer_layer_normalization(object: list[Any], axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> Any: ...
@overload
def layer_layer_normalization(object: _T, axis: int | tuple[int, ...] = ..., epsilon: float = ..., center: bool = ..., scale: bool = ..., beta_initializer: Any = ..., gamma_initializer: Any = ..., beta_regularizer: Any | None = ..., gamma_regularizer: Any | None = ..., beta_constraint: Any | None = ..., gamma_constraint: Any | None = ..., trainable: bool = ..., name: str | None = ...) -> _T: ...

@overload
def layer_locally_connected_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution over a sequence without shared weights: each place has a kernel of its own."""
@overload
def layer_locally_connected_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_locally_connected_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_locally_connected_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_locally_connected_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_locally_connected_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution over an image without shared weights: each place has a kernel of its own."""
@overload
def layer_locally_connected_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_locally_connected_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_locally_connected_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_locally_connected_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., implementation: int = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_lstm(*, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Long short-term memory (Hochreiter and Schmidhuber, 1997)."""
@overload
def layer_lstm(object: keras.Sequential, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_lstm(object: None, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_lstm(object: list[Any], units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_lstm(object: _T, units: int, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., time_major: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_lstm_cell(*, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""One step of a long short-term memory, for ``layer_rnn()``."""
@overload
def layer_lstm_cell(units: keras.Sequential, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_lstm_cell(units: None, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_lstm_cell(units: list[Any], activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_lstm_cell(units: _T, activation: Any | None = ..., recurrent_activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., unit_forget_bias: bool = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_masking(*, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Marks steps of a sequence that the layers after it are to skip."""
@overload
def layer_masking(object: keras.Sequential, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_masking(object: None, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_masking(object: list[Any], mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_masking(object: _T, mask_value: float = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_max_pooling_1d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""The largest value in each window of a sequence."""
@overload
def layer_max_pooling_1d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_max_pooling_1d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_max_pooling_1d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_max_pooling_1d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_max_pooling_2d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""The largest value in each window of an image."""
@overload
def layer_max_pooling_2d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_max_pooling_2d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_max_pooling_2d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_max_pooling_2d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_max_pooling_3d(*, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""The largest value in each window of a volume."""
@overload
def layer_max_pooling_3d(object: keras.Sequential, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_max_pooling_3d(object: None, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_max_pooling_3d(object: list[Any], pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_max_pooling_3d(object: _T, pool_size: int | tuple[int, ...] = ..., strides: int | tuple[int, ...] | None = ..., padding: str = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_maximum(**options: Any) -> keras.layers.Layer: r"""Largest of the tensors, element by element."""
@overload
def layer_maximum(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_maximum(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_maximum(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_maximum(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_minimum(**options: Any) -> keras.layers.Layer: r"""Smallest of the tensors, element by element."""
@overload
def layer_minimum(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_minimum(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_minimum(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_minimum(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_multi_head_attention(*, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""Attention by several heads (Vaswani and others, 2017)."""
@overload
def layer_multi_head_attention(inputs: keras.Sequential, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_multi_head_attention(inputs: None, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_multi_head_attention(inputs: list[Any], num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> Any: ...
@overload
def layer_multi_head_attention(inputs: _T, num_heads: int, key_dim: int, value_dim: int | None = ..., dropout: float = ..., use_bias: bool = ..., output_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., attention_axes: int | tuple[int, ...] | None = ..., kernel_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., bias_constraint: Any | None = ..., **options: Any) -> _T: ...

@overload
def layer_multiply(**options: Any) -> keras.layers.Layer: r"""Product of tensors, element by element."""
@overload
def layer_multiply(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_multiply(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_multiply(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_multiply(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_normalization(*, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> keras.layers.Layer: r"""Takes off a mean and divides by a standard deviation, which ``adapt()`` finds out."""
@overload
def layer_normalization(object: keras.Sequential, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_normalization(object: None, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_normalization(object: list[Any], axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> Any: ...
@overload
def layer_normalization(object: _T, axis: int | tuple[int, ...] | None = ..., mean: Any | None = ..., variance: Any | None = ..., invert: bool = ..., **options: Any) -> _T: ...

@overload
def layer_permute(*, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Changes the order of the dimensions."""
@overload
def layer_permute(object: keras.Sequential, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_permute(object: None, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_permute(object: list[Any], dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_permute(object: _T, dims: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_random_brightness(*, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Makes images brighter or darker at random, while training."""
@overload
def layer_random_brightness(object: keras.Sequential, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_brightness(object: None, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_brightness(object: list[Any], factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_brightness(object: _T, factor: Any, value_range: tuple[float, ...] = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_contrast(*, factor: Any, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Changes the contrast of images at random, while training: ``(x - mean) * f + mean``."""
@overload
def layer_random_contrast(object: keras.Sequential, factor: Any, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_contrast(object: None, factor: Any, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_contrast(object: list[Any], factor: Any, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_contrast(object: _T, factor: Any, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_crop(*, height: int, width: int, seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Cuts a window out of images at random, while training."""
@overload
def layer_random_crop(object: keras.Sequential, height: int, width: int, seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_crop(object: None, height: int, width: int, seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_crop(object: list[Any], height: int, width: int, seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_crop(object: _T, height: int, width: int, seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_flip(*, mode: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Flips images at random, while training; each image and direction with an even chance."""
@overload
def layer_random_flip(object: keras.Sequential, mode: str = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_flip(object: None, mode: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_flip(object: list[Any], mode: str = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_flip(object: _T, mode: str = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_height(*, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Changes the height of images at random, while training; all of a batch alike."""
@overload
def layer_random_height(object: keras.Sequential, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_height(object: None, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_height(object: list[Any], factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_height(object: _T, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_rotation(*, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: r"""Rotates images at random, while training."""
@overload
def layer_random_rotation(object: keras.Sequential, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_rotation(object: None, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_rotation(object: list[Any], factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> Any: ...
@overload
def layer_random_rotation(object: _T, factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> _T: ...

@overload
def layer_random_translation(*, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: r"""Moves images at random, while training."""
@overload
def layer_random_translation(object: keras.Sequential, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_translation(object: None, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_translation(object: list[Any], height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> Any: ...
@overload
def layer_random_translation(object: _T, height_factor: Any, width_factor: Any, fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> _T: ...

@overload
def layer_random_width(*, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: r"""Changes the width of images at random, while training; all of a batch alike."""
@overload
def layer_random_width(object: keras.Sequential, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_width(object: None, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_width(object: list[Any], factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> Any: ...
@overload
def layer_random_width(object: _T, factor: Any, interpolation: str = ..., seed: int | None = ..., **options: Any) -> _T: ...

@overload
def layer_random_zoom(*, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: r"""Zooms images at random, while training."""
@overload
def layer_random_zoom(object: keras.Sequential, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_random_zoom(object: None, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_random_zoom(object: list[Any], height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> Any: ...
@overload
def layer_random_zoom(object: _T, height_factor: Any, width_factor: Any | None = ..., fill_mode: str = ..., interpolation: str = ..., seed: int | None = ..., fill_value: float = ..., **options: Any) -> _T: ...

@overload
def layer_repeat_vector(*, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Makes a sequence of which every step is the input."""
@overload
def layer_repeat_vector(object: keras.Sequential, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_repeat_vector(object: None, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_repeat_vector(object: list[Any], n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_repeat_vector(object: _T, n: int, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_rescaling(*, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> keras.layers.Layer: r"""Multiplies by a scale and adds an offset."""
@overload
def layer_rescaling(object: keras.Sequential, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_rescaling(object: None, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_rescaling(object: list[Any], scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> Any: ...
@overload
def layer_rescaling(object: _T, scale: float | list[float], offset: float | list[float] = ..., **options: Any) -> _T: ...

@overload
def layer_reshape(*, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Gives the numbers of a sample another shape, row by row."""
@overload
def layer_reshape(object: keras.Sequential, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_reshape(object: None, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_reshape(object: list[Any], target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_reshape(object: _T, target_shape: tuple[int, ...], input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_resizing(*, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> keras.layers.Layer: r"""Brings images to a size."""
@overload
def layer_resizing(object: keras.Sequential, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_resizing(object: None, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_resizing(object: list[Any], height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> Any: ...
@overload
def layer_resizing(object: _T, height: int, width: int, interpolation: str = ..., crop_to_aspect_ratio: bool = ..., **options: Any) -> _T: ...

@overload
def layer_rnn(*, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., zero_output_for_mask: bool = ..., **options: Any) -> keras.layers.Layer: r"""Recurrent layer made of a cell, which computes one step."""
@overload
def layer_rnn(object: keras.Sequential, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_rnn(object: None, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_rnn(object: list[Any], cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> Any: ...
@overload
def layer_rnn(object: _T, cell: Any, return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., time_major: bool = ..., *more: Any, zero_output_for_mask: bool = ..., **options: Any) -> _T: ...

@overload
def layer_separable_conv_1d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution over sequences in two steps: each channel by itself, then all at each place."""
@overload
def layer_separable_conv_1d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_separable_conv_1d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_separable_conv_1d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_separable_conv_1d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_separable_conv_2d(*, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Convolution over images in two steps: each channel by itself, then all at each place."""
@overload
def layer_separable_conv_2d(object: keras.Sequential, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_separable_conv_2d(object: None, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_separable_conv_2d(object: list[Any], filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_separable_conv_2d(object: _T, filters: int, kernel_size: int | tuple[int, ...], strides: int | tuple[int, ...] = ..., padding: str = ..., data_format: str | None = ..., dilation_rate: int | tuple[int, ...] = ..., depth_multiplier: int = ..., activation: Any | None = ..., use_bias: bool = ..., depthwise_initializer: Any = ..., pointwise_initializer: Any = ..., bias_initializer: Any = ..., depthwise_regularizer: Any | None = ..., pointwise_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., depthwise_constraint: Any | None = ..., pointwise_constraint: Any | None = ..., bias_constraint: Any | None = ..., input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_input_shape: int | tuple[int | None, ...] | list[int | None] | None = ..., batch_size: int | None = ..., dtype: str | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_simple_rnn(*, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""Fully connected recurrent layer, whose output at a step goes into the next."""
@overload
def layer_simple_rnn(object: keras.Sequential, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_simple_rnn(object: None, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_simple_rnn(object: list[Any], units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_simple_rnn(object: _T, units: int, activation: Any | None = ..., use_bias: bool = ..., return_sequences: bool = ..., return_state: bool = ..., go_backwards: bool = ..., stateful: bool = ..., unroll: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., activity_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_simple_rnn_cell(*, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: r"""One step of ``layer_simple_rnn()``, for ``layer_rnn()``."""
@overload
def layer_simple_rnn_cell(units: keras.Sequential, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_simple_rnn_cell(units: None, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_simple_rnn_cell(units: list[Any], activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> Any: ...
@overload
def layer_simple_rnn_cell(units: _T, activation: Any | None = ..., use_bias: bool = ..., kernel_initializer: Any = ..., recurrent_initializer: Any = ..., bias_initializer: Any = ..., kernel_regularizer: Any | None = ..., recurrent_regularizer: Any | None = ..., bias_regularizer: Any | None = ..., kernel_constraint: Any | None = ..., recurrent_constraint: Any | None = ..., bias_constraint: Any | None = ..., dropout: float = ..., recurrent_dropout: float = ..., **options: Any) -> _T: ...

@overload
def layer_spatial_dropout_1d(*, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Dropout of whole channels of sequences while training."""
@overload
def layer_spatial_dropout_1d(object: keras.Sequential, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_spatial_dropout_1d(object: None, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_spatial_dropout_1d(object: list[Any], rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_spatial_dropout_1d(object: _T, rate: float, batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_spatial_dropout_2d(*, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Dropout of whole channels of images while training."""
@overload
def layer_spatial_dropout_2d(object: keras.Sequential, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_spatial_dropout_2d(object: None, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_spatial_dropout_2d(object: list[Any], rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_spatial_dropout_2d(object: _T, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_spatial_dropout_3d(*, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Dropout of whole channels of volumes while training."""
@overload
def layer_spatial_dropout_3d(object: keras.Sequential, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_spatial_dropout_3d(object: None, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_spatial_dropout_3d(object: list[Any], rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_spatial_dropout_3d(object: _T, rate: float, data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_stacked_rnn_cells(**options: Any) -> keras.layers.Layer: r"""Several cells as one: each takes the output of the one before."""
@overload
def layer_stacked_rnn_cells(cells: keras.Sequential, **options: Any) -> keras.Sequential: ...
@overload
def layer_stacked_rnn_cells(cells: None, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_stacked_rnn_cells(cells: list[Any], **options: Any) -> Any: ...
@overload
def layer_stacked_rnn_cells(cells: _T, **options: Any) -> _T: ...

@overload
def layer_string_lookup(*, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: r"""Looks words up in a vocabulary: their places, counted from 0."""
@overload
def layer_string_lookup(object: keras.Sequential, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_string_lookup(object: None, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_string_lookup(object: list[Any], max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> Any: ...
@overload
def layer_string_lookup(object: _T, max_tokens: int | None = ..., num_oov_indices: int = ..., mask_token: str | None = ..., oov_token: str = ..., vocabulary: Any | None = ..., idf_weights: list[float] | None = ..., encoding: str = ..., invert: bool = ..., output_mode: str = ..., sparse: bool = ..., pad_to_max_tokens: bool = ..., **options: Any) -> _T: ...

@overload
def layer_subtract(**options: Any) -> keras.layers.Layer: r"""The first tensor minus the second."""
@overload
def layer_subtract(inputs: keras.Sequential, *more: Any, **options: Any) -> keras.Sequential: ...
@overload
def layer_subtract(inputs: None, *more: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def layer_subtract(inputs: list[Any], *more: Any, **options: Any) -> Any: ...
@overload
def layer_subtract(inputs: _T, *more: Any, **options: Any) -> _T: ...

@overload
def layer_text_vectorization(*, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> keras.layers.Layer: r"""Turns texts into the places of their words in a vocabulary, or into vectors."""
@overload
def layer_text_vectorization(object: keras.Sequential, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_text_vectorization(object: None, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_text_vectorization(object: list[Any], max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> Any: ...
@overload
def layer_text_vectorization(object: _T, max_tokens: int | None = ..., standardize: Any | None = ..., split: Any | None = ..., ngrams: Any | None = ..., output_mode: str = ..., output_sequence_length: int | None = ..., pad_to_max_tokens: bool = ..., vocabulary: Any | None = ..., **options: Any) -> _T: ...

@overload
def layer_unit_normalization(*, axis: int | tuple[int, ...] = ..., **options: Any) -> keras.layers.Layer: r"""Scales each sample to length 1."""
@overload
def layer_unit_normalization(object: keras.Sequential, axis: int | tuple[int, ...] = ..., **options: Any) -> keras.Sequential: ...
@overload
def layer_unit_normalization(object: None, axis: int | tuple[int, ...] = ..., **options: Any) -> keras.layers.Layer: ...
@overload
def layer_unit_normalization(object: list[Any], axis: int | tuple[int, ...] = ..., **options: Any) -> Any: ...
@overload
def layer_unit_normalization(object: _T, axis: int | tuple[int, ...] = ..., **options: Any) -> _T: ...

@overload
def layer_upsampling_1d(*, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Enlarges a sequence by repeating its elements."""
@overload
def layer_upsampling_1d(object: keras.Sequential, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_upsampling_1d(object: None, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_upsampling_1d(object: list[Any], size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_upsampling_1d(object: _T, size: int | tuple[int, ...] = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_upsampling_2d(*, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Enlarges an image."""
@overload
def layer_upsampling_2d(object: keras.Sequential, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_upsampling_2d(object: None, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_upsampling_2d(object: list[Any], size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_upsampling_2d(object: _T, size: int | tuple[int, ...] = ..., data_format: str | None = ..., interpolation: str = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_upsampling_3d(*, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Enlarges a volume by repeating its elements."""
@overload
def layer_upsampling_3d(object: keras.Sequential, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_upsampling_3d(object: None, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_upsampling_3d(object: list[Any], size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_upsampling_3d(object: _T, size: int | tuple[int, ...] = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_zero_padding_1d(*, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Adds margins of zeros to a sequence."""
@overload
def layer_zero_padding_1d(object: keras.Sequential, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_zero_padding_1d(object: None, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_zero_padding_1d(object: list[Any], padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_zero_padding_1d(object: _T, padding: Any = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_zero_padding_2d(*, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Adds margins of zeros to a image."""
@overload
def layer_zero_padding_2d(object: keras.Sequential, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_zero_padding_2d(object: None, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_zero_padding_2d(object: list[Any], padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_zero_padding_2d(object: _T, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

@overload
def layer_zero_padding_3d(*, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: r"""Adds margins of zeros to a volume."""
@overload
def layer_zero_padding_3d(object: keras.Sequential, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.Sequential: ...
@overload
def layer_zero_padding_3d(object: None, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> keras.layers.Layer: ...
@overload
def layer_zero_padding_3d(object: list[Any], padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> Any: ...
@overload
def layer_zero_padding_3d(object: _T, padding: Any = ..., data_format: str | None = ..., batch_size: int | None = ..., name: str | None = ..., trainable: bool | None = ..., weights: Any | None = ...) -> _T: ...

def learning_rate_schedule_cosine_decay(initial_learning_rate: float, decay_steps: int, alpha: float = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Falls along half a cosine, then stays."""

def learning_rate_schedule_cosine_decay_restarts(initial_learning_rate: float, first_decay_steps: int, t_mul: float = ..., m_mul: float = ..., alpha: float = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Falls along half a cosine, again and again (Loshchilov and Hutter 2017)."""

def learning_rate_schedule_exponential_decay(initial_learning_rate: float, decay_steps: int, decay_rate: float, staircase: bool = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""``initial_learning_rate * decay_rate ^ (step / decay_steps)``."""

def learning_rate_schedule_inverse_time_decay(initial_learning_rate: float, decay_steps: int, decay_rate: float, staircase: bool = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""``initial_learning_rate / (1 + decay_rate * step / decay_steps)``."""

def learning_rate_schedule_piecewise_constant_decay(boundaries: float | list[float], values: float | list[float], *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""One rate up to each boundary, another from the next step on."""

def learning_rate_schedule_polynomial_decay(initial_learning_rate: float, decay_steps: int, end_learning_rate: float = ..., power: float = ..., cycle: bool = ..., *more: Any, name: str | None = ..., **options: Any) -> keras.optimizers.schedules.LearningRateSchedule: r"""Falls to a last rate along a power of the time left."""

def load_model_hdf5(filepath: str, custom_objects: dict[str, Any] | None = ..., compile: bool = ...) -> keras.Model: r"""Loads a model from a file, also from one of Keras 2."""

def load_model_tf(filepath: str, custom_objects: dict[str, Any] | None = ..., compile: bool = ...) -> keras.Model: r"""Loads a model from a SavedModel folder."""

def load_model_weights_hdf5(object: _T, filepath: str, by_name: bool = ..., skip_mismatch: bool = ..., reshape: bool = ...) -> _T: r"""Loads the weights of a model from an HDF5 file, also from one of Keras 2."""

def load_model_weights_tf(object: Any, filepath: str, by_name: bool = ..., skip_mismatch: bool = ..., reshape: bool = ...) -> Any: r"""Loads the weights of a model from a checkpoint of TensorFlow, also from one of Keras 2."""

def load_text_tokenizer(filename: Any) -> Any: r"""The tokenizer that ``save_text_tokenizer()`` wrote to a file."""

def loss_binary_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Cross-entropy of two classes: ``-mean(t * log(p) + (1 - t) * log(1 - p))``."""

def loss_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Cross-entropy of several classes, labels one-hot: ``-sum(t * log(p))``."""

def loss_categorical_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Hinge of several classes: ``max(0, 1 + max((1 - t) * p) - sum(t * p))``."""

def loss_cosine_proximity(*rest: Any, **more: Any) -> Any: r"""The former name of ``loss_cosine_similarity()``."""

def loss_cosine_similarity(y_true: Any | None = ..., y_pred: Any | None = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Cosine of the angle between labels and predictions, negated: -1 is the same direction."""

def loss_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Hinge: ``mean(max(0, 1 - t * p))``, labels -1 and 1; 0 and 1 are made so."""

def loss_huber(y_true: Any | None = ..., y_pred: Any | None = ..., delta: float = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Half the squared error where it is small, linear beyond ``delta``."""

def loss_kl_divergence(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Kullback-Leibler divergence: ``sum(t * log(t / p))``."""

def loss_kullback_leibler_divergence(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Kullback-Leibler divergence: ``sum(t * log(t / p))``."""

def loss_logcosh(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Logarithm of the hyperbolic cosine of the error: ``mean(log(cosh(p - t)))``."""

def loss_mean_absolute_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""``mean(abs(t - p))``."""

def loss_mean_absolute_percentage_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""``100 * mean(abs((t - p) / t))``."""

def loss_mean_squared_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""``mean((t - p)^2)``."""

def loss_mean_squared_logarithmic_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""``mean((log(t + 1) - log(p + 1))^2)``."""

def loss_poisson(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Poisson: ``mean(p - t * log(p))``."""

def loss_sparse_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., axis: int = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Cross-entropy of several classes, labels whole numbers from 0: ``-log(p[t + 1])``."""

def loss_squared_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, reduction: str = ..., name: str = ..., **more: Any) -> Any: r"""Squared hinge: ``mean(max(0, 1 - t * p)^2)``, labels -1 and 1; 0 and 1 are made so."""

def make_sampling_table(size: int, sampling_factor: float = ...) -> Any: r"""Probabilities with which words are kept, by their rank, so that frequent ones do not prevail."""

def metric_accuracy(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of predictions that equal their labels exactly."""

def metric_auc(*rest: Any, num_thresholds: int = ..., curve: str = ..., summation_method: str = ..., thresholds: float | list[float] | None = ..., multi_label: bool = ..., num_labels: int | None = ..., label_weights: float | list[float] | None = ..., from_logits: bool = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Area under a curve, as a sum over thresholds."""

def metric_binary_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., threshold: float = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of predictions on their label's side of the threshold."""

def metric_binary_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Cross-entropy of two classes: ``-mean(t * log(p) + (1 - t) * log(1 - p))``."""

def metric_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of samples whose largest prediction is at the label, labels one-hot."""

def metric_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., label_smoothing: float = ..., axis: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Cross-entropy of several classes, labels one-hot: ``-sum(t * log(p))``."""

def metric_categorical_hinge(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Hinge of several classes: ``max(0, 1 + max((1 - t) * p) - sum(t * p))``."""

def metric_cosine_proximity(y_true: Any | None = ..., y_pred: Any | None = ...) -> Any: r"""The former name of ``metric_cosine_similarity()``."""

def metric_cosine_similarity(*rest: Any, axis: int = ..., name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Cosine of the angle between labels and predictions: 1 is the same direction."""

def metric_false_negatives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Number of ones that are predicted as zeros."""

def metric_false_positives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Number of zeros that are predicted as ones."""

def metric_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Hinge: ``mean(max(0, 1 - t * p))``, labels -1 and 1; 0 and 1 are made so."""

def metric_kullback_leibler_divergence(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Kullback-Leibler divergence: ``sum(t * log(t / p))``."""

def metric_logcosh_error(*rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""``mean(log(cosh(p - t)))``."""

def metric_mean(*rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean of all values given to ``update_state()``, weighted where there are weights."""

def metric_mean_absolute_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""``mean(abs(t - p))``."""

def metric_mean_absolute_percentage_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""``100 * mean(abs((t - p) / t))``."""

def metric_mean_iou(*rest: Any, num_classes: int, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Intersection over union of labels and predictions, averaged over classes."""

def metric_mean_relative_error(*rest: Any, normalizer: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""``mean(abs(t - p) / normalizer)``; where the normalizer is 0, so is the error."""

def metric_mean_squared_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""``mean((t - p)^2)``."""

def metric_mean_squared_logarithmic_error(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""``mean((log(t + 1) - log(p + 1))^2)``."""

def metric_mean_tensor(*rest: Any, shape: int | tuple[int | None, ...] | list[int | None] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean of the tensors given to ``update_state()``, element by element."""

def metric_mean_wrapper(*rest: Any, fn: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Mean of what a function makes of labels and predictions."""

def metric_poisson(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Poisson: ``mean(p - t * log(p))``."""

def metric_precision(*rest: Any, thresholds: float | list[float] | None = ..., top_k: int | None = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of the predicted ones that are ones."""

def metric_precision_at_recall(*rest: Any, recall: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Best precision of all thresholds with at least this recall."""

def metric_recall(*rest: Any, thresholds: float | list[float] | None = ..., top_k: int | None = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of the ones that are predicted as ones."""

def metric_recall_at_precision(*rest: Any, precision: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Best recall of all thresholds with at least this precision."""

def metric_root_mean_squared_error(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""``sqrt(mean((t - p)^2))`` over all samples."""

def metric_sensitivity_at_specificity(*rest: Any, specificity: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Best sensitivity of all thresholds with at least this specificity."""

def metric_sparse_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of samples whose largest prediction is at the label, a whole number from 0."""

def metric_sparse_categorical_crossentropy(y_true: Any | None = ..., y_pred: Any | None = ..., from_logits: bool = ..., axis: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Cross-entropy of several classes, labels whole numbers from 0: ``-log(p[t + 1])``."""

def metric_sparse_top_k_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., k: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of samples whose label, a number from 0, is among the ``k`` largest predictions."""

def metric_specificity_at_sensitivity(*rest: Any, sensitivity: float, num_thresholds: int = ..., class_id: int | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Best specificity of all thresholds with at least this sensitivity."""

def metric_squared_hinge(y_true: Any | None = ..., y_pred: Any | None = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Squared hinge: ``mean(max(0, 1 - t * p)^2)``, labels -1 and 1; 0 and 1 are made so."""

def metric_sum(*rest: Any, name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Sum of all values given to ``update_state()``, weighted where there are weights."""

def metric_top_k_categorical_accuracy(y_true: Any | None = ..., y_pred: Any | None = ..., k: int = ..., *rest: Any, name: str = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Share of samples whose label, one-hot, is among the ``k`` largest predictions."""

def metric_true_negatives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Number of zeros that are predicted as zeros."""

def metric_true_positives(*rest: Any, thresholds: float | list[float] | None = ..., name: str | None = ..., dtype: str | None = ..., **more: Any) -> Any: r"""Number of ones that are predicted as ones."""

def mobilenet_decode_predictions(preds: Any, top: int = ...) -> list[Any]: r"""The likeliest classes in the predictions of MobileNet, by name."""

def mobilenet_load_model_hdf5(filepath: str) -> Any: r"""Reads a MobileNet from an HDF5 file, in the form of Keras 2 or of today."""

def mobilenet_preprocess_input(x: Any) -> Any: r"""Prepares images for MobileNet: values from -1 to 1."""

def mobilenet_v2_decode_predictions(preds: Any, top: int = ...) -> list[Any]: r"""The likeliest classes in the predictions of MobileNet V2, by name."""

def mobilenet_v2_load_model_hdf5(filepath: str) -> Any: r"""Reads a MobileNet V2 from an HDF5 file, in the form of Keras 2 or of today."""

def mobilenet_v2_preprocess_input(x: Any) -> Any: r"""Prepares images for MobileNet V2: values from -1 to 1."""

def model_from_json(json: str, custom_objects: dict[str, Any] | None = ...) -> keras.Model: r"""A model from JSON, also of Keras 2; its weights start afresh."""

def model_from_saved_model(saved_model_path: str, custom_objects: dict[str, Any] | None = ...) -> keras.Model: r"""Loads what ``model_to_saved_model()`` exported."""

def model_from_yaml(yaml: str, custom_objects: dict[str, Any] | None = ...) -> keras.Model: r"""A model from YAML, also of Keras 2; its weights start afresh."""

def model_to_json(object: Any) -> str: r"""The architecture of a model as JSON; weights are not part of it."""

def model_to_saved_model(model: Any, saved_model_path: str, custom_objects: dict[str, Any] | None = ..., as_text: bool = ..., input_signature: Any = ..., serving_only: bool = ...) -> str: r"""Exports a model as a SavedModel folder."""

def model_to_yaml(object: Any) -> str: r"""The architecture of a model as YAML; weights are not part of it."""

def multi_gpu_model(model: Any, gpus: Any = ..., cpu_merge: bool = ..., cpu_relocation: bool = ...) -> Any: r"""The model, where there is no more than one GPU to use."""

def nasnet_preprocess_input(x: Any) -> Any: r"""Prepares images for NASNet: values from -1 to 1."""

def normalize(x: Any, axis: int = ..., order: float = ...) -> Any: r"""Divides an array by its norm along an axis; where the norm is 0 nothing changes."""

def optimizer_adadelta(learning_rate: Any = ..., rho: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adadelta: steps by the ratio of running averages, of past steps to past gradients."""

def optimizer_adagrad(learning_rate: Any = ..., initial_accumulator_value: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adagrad: smaller steps for weights that were changed much before."""

def optimizer_adam(learning_rate: Any = ..., beta_1: float = ..., beta_2: float = ..., epsilon: float | None = ..., amsgrad: bool = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adam: steps by running means of the gradients and of their squares."""

def optimizer_adamax(learning_rate: Any = ..., beta_1: float = ..., beta_2: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Adamax: Adam with the largest gradient in place of the mean of squares."""

def optimizer_ftrl(learning_rate: Any = ..., learning_rate_power: float = ..., initial_accumulator_value: float = ..., l1_regularization_strength: float = ..., l2_regularization_strength: float = ..., l2_shrinkage_regularization_strength: float = ..., beta: float = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Follow the regularized leader: for wide, sparse linear models."""

def optimizer_nadam(learning_rate: Any = ..., beta_1: float = ..., beta_2: float = ..., epsilon: float | None = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Nadam: Adam with Nesterov's momentum."""

def optimizer_rmsprop(learning_rate: Any = ..., rho: float = ..., momentum: float = ..., epsilon: float | None = ..., centered: bool = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""RMSprop: divides gradients by the root of the running mean of their squares."""

def optimizer_sgd(learning_rate: Any = ..., momentum: float = ..., nesterov: bool = ..., amsgrad: bool = ..., weight_decay: float | None = ..., clipnorm: float | None = ..., clipvalue: float | None = ..., global_clipnorm: float | None = ..., use_ema: bool = ..., ema_momentum: float = ..., ema_overwrite_frequency: int | None = ..., jit_compile: bool = ..., name: str = ..., **more: Any) -> keras.optimizers.Optimizer: r"""Stochastic gradient descent, with momentum."""

def pad_sequences(sequences: Any, maxlen: int | None = ..., dtype: str = ..., padding: str = ..., truncating: str = ..., value: float = ...) -> Any: r"""Sequences of different lengths as a matrix with a row for each."""

def pop_layer(object: Any) -> Any: r"""Takes the last layer off a sequential model."""

def predict(object: Any, x: Any, batch_size: int | None = ..., verbose: Any = ..., steps: int | None = ..., callbacks: Any | None = ..., **more: Any) -> Any: r"""What a model makes of data."""

def predict_classes(object: Any, x: Any, batch_size: int | None = ..., verbose: Any = ..., steps: int | None = ...) -> Any: r"""The most likely class of each sample, counted from 0."""

def predict_generator(object: Any, generator: Any, steps: int, max_queue_size: int = ..., workers: int = ..., verbose: Any = ..., callbacks: Any | None = ...) -> Any: r"""What a model makes of the batches of a generator; ``predict()`` does so, too."""

def predict_on_batch(object: Any, x: Any) -> Any: r"""What a model makes of one batch."""

def predict_proba(object: Any, x: Any, batch_size: int | None = ..., verbose: Any = ..., steps: int | None = ...) -> Any: r"""What a model makes of data; the same as ``predict()``."""

def py_require_legacy_keras(extra_packages: bool = ...) -> None: r"""Does nothing: Keras 2's behaviour is built in, the package tf-keras is not needed."""

def regularizer_l1(l: float = ...) -> keras.regularizers.Regularizer: r"""``l * sum(abs(x))``."""

def regularizer_l1_l2(l1: float = ..., l2: float = ...) -> keras.regularizers.Regularizer: r"""``l1 * sum(abs(x)) + l2 * sum(x^2)``."""

def regularizer_l2(l: float = ...) -> keras.regularizers.Regularizer: r"""``l * sum(x^2)``."""

def regularizer_orthogonal(factor: float = ..., mode: str = ..., **more: Any) -> keras.regularizers.Regularizer: r"""Penalty for rows or columns of a matrix that are not orthogonal."""

def reset_states(object: Any) -> Any: r"""Sets the state of stateful recurrent layers back to zero."""

def resnet_preprocess_input(x: Any) -> Any: r"""Prepares images for ResNet: blue, green and red, without ImageNet's means."""

def resnet_v2_preprocess_input(x: Any) -> Any: r"""Prepares images for ResNet V2: values from -1 to 1."""

def save_model_hdf5(object: Any, filepath: str, overwrite: bool = ..., include_optimizer: bool = ...) -> Any: r"""Saves a model in one file: its layers, its weights, and how it learns."""

def save_model_tf(object: Any, filepath: str, overwrite: bool = ..., include_optimizer: bool = ..., signatures: Any = ..., options: Any = ...) -> Any: r"""Saves a model as a folder in TensorFlow's SavedModel format."""

def save_model_weights_hdf5(object: Any, filepath: str, overwrite: bool = ...) -> Any: r"""Saves the weights of a model in an HDF5 file."""

def save_model_weights_tf(object: Any, filepath: str, overwrite: bool = ...) -> Any: r"""Saves the weights of a model as a checkpoint of TensorFlow, in the layout of Keras 2."""

def save_text_tokenizer(object: Any, filename: Any) -> Any: r"""Writes a tokenizer to a file, from which ``load_text_tokenizer()`` makes it again."""

def sequences_to_matrix(tokenizer: Any, sequences: list[list[int]], mode: str = ...) -> Any: r"""Sequences of numbers of words as the rows of a matrix with a column for each, from 0."""

def serialize_model(model: Any, include_optimizer: bool = ...) -> bytes: r"""A model as a raw vector, which survives ``saveRDS()`` and the end of the session."""

def set_random_seed(seed: int, disable_gpu: bool = ...) -> None: r"""Seeds every random generator: R's, Python's, NumPy's and Keras's."""

def set_vocabulary(object: Any, vocabulary: Any, idf_weights: list[float] | None = ..., *more: Any, **extra: Any) -> Any: r"""Gives a layer its vocabulary, in place of ``adapt()``."""

def set_weights(object: Any, weights: Any) -> Any: r"""Replaces the weights of a layer or a model."""

def shape(*extents: Any, dims: Any = ...) -> Any: r"""The shape of a tensor, as TensorFlow's own object."""

def skipgrams(sequence: list[int], vocabulary_size: int, window_size: int = ..., negative_samples: float = ..., shuffle: bool = ..., categorical: bool = ..., sampling_table: Any | None = ..., seed: int | None = ...) -> Any: r"""Pairs of words that are near each other in a text, and pairs that are put together at random."""

def tensorboard(log_dir: Any = ..., action: str = ..., host: str = ..., port: Any = ..., launch_browser: Any = ..., reload_interval: float = ..., purge_orphaned_data: bool = ...) -> Any: r"""Starts or stops TensorBoard, which shows the logs of training in a browser."""

def test_on_batch(object: Any, x: Any, y: Any, sample_weight: Any | None = ...) -> Any: r"""Measures a model on one batch."""

def text_dataset_from_directory(directory: str, labels: Any | None = ..., label_mode: str | None = ..., class_names: list[str] | None = ..., batch_size: int | None = ..., max_length: int | None = ..., shuffle: bool = ..., seed: int | None = ..., validation_split: float | None = ..., subset: str | None = ..., follow_links: bool = ..., *more: Any, **extra: Any) -> Any: r"""A dataset of the text files in a folder, with a folder for each class."""

def text_hashing_trick(text: Any, n: int, hash_function: Any = ..., filters: str = ..., lower: bool = ..., split: str = ...) -> Any: r"""The words of a text as numbers from 1 to ``n - 1``, by their hash."""

def text_one_hot(input_text: str = ..., n: int = ..., filters: str = ..., lower: bool = ..., split: str = ..., text: str | None = ...) -> Any: r"""The words of a text as numbers from 1 to ``n - 1``, by a hash that each session has its own."""

def text_to_word_sequence(text: str, filters: str = ..., lower: bool = ..., split: str = ...) -> Any: r"""The words of a text."""

def text_tokenizer(num_words: int | None = ..., filters: str = ..., lower: bool = ..., split: str = ..., char_level: bool = ..., oov_token: str | None = ...) -> Any: r"""Makes a tokenizer, which numbers the words of texts by how often they occur."""

def texts_to_matrix(tokenizer: Any, texts: list[str | list[str]], mode: str = ...) -> Any: r"""Texts as the rows of a matrix with a column for each number of a word, from 0."""

def texts_to_sequences(tokenizer: Any, texts: list[str | list[str]]) -> Any: r"""The numbers of the words of each text."""

def texts_to_sequences_generator(tokenizer: Any, texts: list[str | list[str]]) -> Any: r"""The numbers of the words of texts, one text after the other."""

@overload
def time_distributed(*, layer: Any, **options: Any) -> keras.layers.Layer: r"""Applies a layer to each step of a sequence, with the same weights."""
@overload
def time_distributed(object: keras.Sequential, layer: Any, **options: Any) -> keras.Sequential: ...
@overload
def time_distributed(object: None, layer: Any, **options: Any) -> keras.layers.Layer: ...
@overload
def time_distributed(object: list[Any], layer: Any, **options: Any) -> Any: ...
@overload
def time_distributed(object: _T, layer: Any, **options: Any) -> _T: ...

def timeseries_dataset_from_array(data: Any, targets: Any | None, sequence_length: int, sequence_stride: int = ..., sampling_rate: int = ..., batch_size: int | None = ..., shuffle: bool = ..., *more: Any, seed: int | None = ..., start_index: int | None = ..., end_index: int | None = ..., **extra: Any) -> Any: r"""A dataset of windows of a time series."""

def timeseries_generator(data: Any, targets: Any, length: int, sampling_rate: int = ..., stride: int = ..., start_index: int = ..., end_index: int | None = ..., shuffle: bool = ..., reverse: bool = ..., batch_size: int = ...) -> Any: r"""Batches of windows of a time series, each with the target of the step after it."""

def to_categorical(y: Any, num_classes: int | None = ..., dtype: str = ...) -> Any: r"""One-hot encoding: a row for each label, with a 1 in the column of its class."""

def train_on_batch(object: Any, x: Any, y: Any, class_weight: Any | None = ..., sample_weight: Any | None = ...) -> Any: r"""One step of training on one batch."""

def unfreeze_weights(object: _T, from_: Any = ..., to: Any = ..., which: Any = ...) -> _T: r"""Lets weights learn again; compile the model anew afterwards."""

def unserialize_model(model: Any, custom_objects: dict[str, Any] | None = ..., compile: bool = ...) -> keras.Model: r"""The model in a raw vector of ``serialize_model()``."""

def use_backend(backend: str = ...) -> None: r"""Chooses what Keras computes with, which is TensorFlow."""

def use_implementation(implementation: str = ...) -> None: r"""Chooses an implementation of Keras; both names mean the Keras of today."""

def use_session_with_seed(seed: int, disable_gpu: bool = ..., disable_parallel_cpu: bool = ..., quiet: bool = ...) -> None: r"""Seeds every random generator and has TensorFlow run in a repeatable way."""

def xception_preprocess_input(x: Any) -> Any: r"""Prepares images for Xception: values from -1 to 1."""
