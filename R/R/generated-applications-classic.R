# Generated from rkeras_py/api/applications/classic.py by `make generate`; edit there.

application_vgg16 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax"
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation
  )
  call_python("application_vgg16", args)
}

application_vgg19 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax"
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation
  )
  call_python("application_vgg19", args)
}

application_xception <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_xception", args)
}

application_inception_v3 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_inception_v3", args)
}

application_inception_resnet_v2 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_inception_resnet_v2", args)
}
