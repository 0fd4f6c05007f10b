# Generated from rkeras_py/api/applications/inputs.py by `make generate`; edit there.

imagenet_preprocess_input <- function(x, data_format = NULL, mode = "caffe") {
  args <- list(x = x, data_format = data_format, mode = mode)
  call_python("imagenet_preprocess_input", args)
}

densenet_preprocess_input <- function(x, data_format = NULL) {
  args <- list(x = x, data_format = data_format)
  call_python("densenet_preprocess_input", args)
}

inception_v3_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("inception_v3_preprocess_input", args)
}

inception_resnet_v2_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("inception_resnet_v2_preprocess_input", args)
}

mobilenet_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("mobilenet_preprocess_input", args)
}

mobilenet_v2_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("mobilenet_v2_preprocess_input", args)
}

nasnet_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("nasnet_preprocess_input", args)
}

resnet_v2_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("resnet_v2_preprocess_input", args)
}

xception_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("xception_preprocess_input", args)
}

resnet_preprocess_input <- function(x) {
  args <- list(x = x)
  call_python("resnet_preprocess_input", args)
}
