# Generated from rkeras_py/api/applications/predictions.py by `make generate`; edit there.

imagenet_decode_predictions <- function(preds, top = 5L) {
  args <- list(preds = preds, top = top)
  call_python("imagenet_decode_predictions", args)
}

mobilenet_decode_predictions <- function(preds, top = 5L) {
  args <- list(preds = preds, top = top)
  call_python("mobilenet_decode_predictions", args)
}

mobilenet_v2_decode_predictions <- function(preds, top = 5L) {
  args <- list(preds = preds, top = top)
  call_python("mobilenet_v2_decode_predictions", args)
}
