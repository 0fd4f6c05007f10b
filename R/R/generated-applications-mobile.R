# Generated from rkeras_py/api/applications/mobile.py by `make generate`; edit there.

application_mobilenet <- function(
  input_shape = NULL, alpha = 1L, depth_multiplier = 1L, dropout = 0.001, include_top = TRUE,
  weights = "imagenet", input_tensor = NULL, pooling = NULL, classes = 1000L,
  classifier_activation = "softmax", ...
) {
  args <- list(
    input_shape = input_shape, alpha = alpha, depth_multiplier = depth_multiplier,
    dropout = dropout, include_top = include_top, weights = weights, input_tensor = input_tensor,
    pooling = pooling, classes = classes, classifier_activation = classifier_activation, ...
  )
  call_python("application_mobilenet", args)
}

application_mobilenet_v2 <- function(
  input_shape = NULL, alpha = 1L, include_top = TRUE, weights = "imagenet", input_tensor = NULL,
  pooling = NULL, classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    input_shape = input_shape, alpha = alpha, include_top = include_top, weights = weights,
    input_tensor = input_tensor, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_mobilenet_v2", args)
}

application_mobilenet_v3_large <- function(
  input_shape = NULL, alpha = 1L, minimalistic = FALSE, include_top = TRUE, weights = "imagenet",
  input_tensor = NULL, classes = 1000L, pooling = NULL, dropout_rate = 0.2,
  classifier_activation = "softmax", include_preprocessing = TRUE
) {
  args <- list(
    input_shape = input_shape, alpha = alpha, minimalistic = minimalistic,
    include_top = include_top, weights = weights, input_tensor = input_tensor, classes = classes,
    pooling = pooling, dropout_rate = dropout_rate, classifier_activation = classifier_activation,
    include_preprocessing = include_preprocessing
  )
  call_python("application_mobilenet_v3_large", args)
}

application_mobilenet_v3_small <- function(
  input_shape = NULL, alpha = 1L, minimalistic = FALSE, include_top = TRUE, weights = "imagenet",
  input_tensor = NULL, classes = 1000L, pooling = NULL, dropout_rate = 0.2,
  classifier_activation = "softmax", include_preprocessing = TRUE
) {
  args <- list(
    input_shape = input_shape, alpha = alpha, minimalistic = minimalistic,
    include_top = include_top, weights = weights, input_tensor = input_tensor, classes = classes,
    pooling = pooling, dropout_rate = dropout_rate, classifier_activation = classifier_activation,
    include_preprocessing = include_preprocessing
  )
  call_python("application_mobilenet_v3_small", args)
}

mobilenet_load_model_hdf5 <- function(filepath) {
  args <- list(filepath = filepath)
  call_python("mobilenet_load_model_hdf5", args)
}

mobilenet_v2_load_model_hdf5 <- function(filepath) {
  args <- list(filepath = filepath)
  call_python("mobilenet_v2_load_model_hdf5", args)
}
