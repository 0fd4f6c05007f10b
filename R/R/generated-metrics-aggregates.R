# Generated from rkeras_py/api/metrics/aggregates.py by `make generate`; edit there.

metric_mean <- function(..., name = "mean", dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  call_python("metric_mean", args)
}

metric_sum <- function(..., name = NULL, dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  call_python("metric_sum", args)
}

metric_mean_tensor <- function(..., shape = NULL, name = NULL, dtype = NULL) {
  args <- list(..., shape = shape, name = name, dtype = dtype)
  call_python("metric_mean_tensor", args)
}

metric_mean_wrapper <- function(..., fn, name = NULL, dtype = NULL) {
  args <- list(..., fn = fn, name = name, dtype = dtype)
  call_python("metric_mean_wrapper", args)
}

metric_mean_iou <- function(..., num_classes, name = NULL, dtype = NULL) {
  args <- list(..., num_classes = num_classes, name = name, dtype = dtype)
  call_python("metric_mean_iou", args)
}
