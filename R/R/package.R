# The help page of the package and of the Python module `keras`.

#' Deep learning with Keras 3: the package keras
#'
#' Builds and trains neural networks with Keras 3 and TensorFlow. The functions are those of the R
#' package keras, so that its scripts run unchanged. R and Python run in one process.
#'
#' @section First steps: Create a model with `keras_model_sequential()` and add layers with
#'   `layer_dense()` and other layer functions. Choose optimizer, loss and metrics with `compile()`,
#'   train with `fit()`, measure with `evaluate()` and use the model with `predict()`. The example
#'   below shows these steps.
#'
#' @section Functions by topic: Models: `keras_model_sequential()`, `keras_model()`, `compile()`,
#'   `fit()`, `evaluate()`, `predict()`.
#'
#'   Saving and loading: `save_model_hdf5()`, `load_model_hdf5()`, `save_model_tf()`,
#'   `save_model_weights_hdf5()`.
#'
#'   Layers: `layer_dense()`, `layer_conv_2d()`, `layer_max_pooling_2d()`, `layer_lstm()`,
#'   `layer_embedding()`, `layer_dropout()`, `layer_batch_normalization()`, `layer_attention()`,
#'   `layer_input()`, `layer_concatenate()`.
#'
#'   Training: `optimizer_adam()`, `loss_mean_squared_error()`, `loss_categorical_crossentropy()`,
#'   `metric_auc()`, `callback_early_stopping()`, `callback_model_checkpoint()`.
#'
#'   Data: `to_categorical()`, `pad_sequences()`, `text_tokenizer()`, `layer_text_vectorization()`,
#'   `image_dataset_from_directory()`, `timeseries_dataset_from_array()`, `dataset_mnist()`.
#'
#'   Pretrained models: `application_resnet50()`, `application_mobilenet_v2()`,
#'   `imagenet_decode_predictions()`.
#'
#'   Custom parts: `new_layer_class()`, `new_model_class()`, `new_callback_class()`,
#'   `custom_metric()`.
#'
#'   Tensors: `k_constant()`, `k_mean()`, `k_dot()` and other functions whose names begin with `k_`.
#'
#' @section Getting help: `help(package = "keras")` lists all help pages, `??"dense layer"` searches
#'   them, and `example(layer_dense)` runs the example of a page. `browseVignettes("keras")` lists
#'   the guides, `news(package = "keras")` shows what changed, and `citation("keras")` how to cite
#'   the package. `set_random_seed()` makes results reproducible.
#'
#'   If something does not work, run `rkeras doctor` in a terminal. It checks the installation and
#'   says how to fix problems.
#'
#' @section The Python module: `keras` itself is the Python module: `keras$layers$Dense(32L)`
#'   creates a layer, like `keras.layers.Dense(32)` in Python. Paths of Keras 2, such as
#'   `keras$utils$np_utils`, work as well. Keras is loaded when it is first used.
#'
#' @name keras
#' @aliases keras-package
#' @keywords package
#' @export keras
#' @examples
#' # species of irises from their measurements
#' x <- scale(as.matrix(iris[, 1:4]))
#' y <- to_categorical(as.integer(iris$Species) - 1)
#'
#' model <- keras_model_sequential() %>%
#'   layer_dense(units = 8, activation = "relu", input_shape = 4) %>%
#'   layer_dense(units = 3, activation = "softmax")
#' model %>% compile(
#'   optimizer = "adam", loss = "categorical_crossentropy", metrics = "accuracy"
#' )
#' model %>% fit(x, y, epochs = 2, verbose = 0)
#' model %>% evaluate(x, y, verbose = 0)
#' model %>% predict(x[c(1, 51, 101), ], verbose = 0)
#'
#' # a function of the Python module
#' keras$activations$relu(-1)
NULL
