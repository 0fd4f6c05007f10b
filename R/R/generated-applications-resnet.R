# Generated from rkeras_py/api/applications/resnet.py by `make generate`; edit there.

application_resnet50 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes, ...
  )
  call_python("application_resnet50", args)
}

application_resnet101 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes, ...
  )
  call_python("application_resnet101", args)
}

application_resnet152 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes, ...
  )
  call_python("application_resnet152", args)
}

application_resnet50_v2 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_resnet50_v2", args)
}

application_resnet101_v2 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_resnet101_v2", args)
}

application_resnet152_v2 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_resnet152_v2", args)
}
