# Generated from rkeras_py/api/training/batches.py by `make generate`; edit there.

predict_on_batch <- function(object, x) {
  args <- list(object = object, x = x)
  call_python("predict_on_batch", args)
}

train_on_batch <- function(object, x, y, class_weight = NULL, sample_weight = NULL) {
  args <- list(
    object = object, x = x, y = y, class_weight = list_by_name(class_weight),
    sample_weight = sample_weight
  )
  call_python("train_on_batch", args)
}

test_on_batch <- function(object, x, y, sample_weight = NULL) {
  args <- list(object = object, x = x, y = y, sample_weight = sample_weight)
  call_python("test_on_batch", args)
}
