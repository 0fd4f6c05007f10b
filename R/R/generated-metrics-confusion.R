# Generated from rkeras_py/api/metrics/confusion.py by `make generate`; edit there.

metric_true_positives <- function(..., thresholds = NULL, name = NULL, dtype = NULL) {
  args <- list(..., thresholds = thresholds, name = name, dtype = dtype)
  call_python("metric_true_positives", args)
}

metric_true_negatives <- function(..., thresholds = NULL, name = NULL, dtype = NULL) {
  args <- list(..., thresholds = thresholds, name = name, dtype = dtype)
  call_python("metric_true_negatives", args)
}

metric_false_positives <- function(..., thresholds = NULL, name = NULL, dtype = NULL) {
  args <- list(..., thresholds = thresholds, name = name, dtype = dtype)
  call_python("metric_false_positives", args)
}

metric_false_negatives <- function(..., thresholds = NULL, name = NULL, dtype = NULL) {
  args <- list(..., thresholds = thresholds, name = name, dtype = dtype)
  call_python("metric_false_negatives", args)
}

metric_precision <- function(
  ..., thresholds = NULL, top_k = NULL, class_id = NULL, name = NULL, dtype = NULL
) {
  args <- list(
    ..., thresholds = thresholds, top_k = top_k, class_id = class_id, name = name, dtype = dtype
  )
  call_python("metric_precision", args)
}

metric_recall <- function(
  ..., thresholds = NULL, top_k = NULL, class_id = NULL, name = NULL, dtype = NULL
) {
  args <- list(
    ..., thresholds = thresholds, top_k = top_k, class_id = class_id, name = name, dtype = dtype
  )
  call_python("metric_recall", args)
}

metric_precision_at_recall <- function(
  ..., recall, num_thresholds = 200L, class_id = NULL, name = NULL, dtype = NULL
) {
  args <- list(
    ..., recall = recall, num_thresholds = num_thresholds, class_id = class_id, name = name,
    dtype = dtype
  )
  call_python("metric_precision_at_recall", args)
}

metric_recall_at_precision <- function(
  ..., precision, num_thresholds = 200L, class_id = NULL, name = NULL, dtype = NULL
) {
  args <- list(
    ..., precision = precision, num_thresholds = num_thresholds, class_id = class_id, name = name,
    dtype = dtype
  )
  call_python("metric_recall_at_precision", args)
}

metric_sensitivity_at_specificity <- function(
  ..., specificity, num_thresholds = 200L, class_id = NULL, name = NULL, dtype = NULL
) {
  args <- list(
    ..., specificity = specificity, num_thresholds = num_thresholds, class_id = class_id,
    name = name, dtype = dtype
  )
  call_python("metric_sensitivity_at_specificity", args)
}

metric_specificity_at_sensitivity <- function(
  ..., sensitivity, num_thresholds = 200L, class_id = NULL, name = NULL, dtype = NULL
) {
  args <- list(
    ..., sensitivity = sensitivity, num_thresholds = num_thresholds, class_id = class_id,
    name = name, dtype = dtype
  )
  call_python("metric_specificity_at_sensitivity", args)
}

metric_auc <- function(
  ..., num_thresholds = 200L, curve = "ROC", summation_method = "interpolation", thresholds = NULL,
  multi_label = FALSE, num_labels = NULL, label_weights = NULL, from_logits = FALSE, name = NULL,
  dtype = NULL
) {
  args <- list(
    ..., num_thresholds = num_thresholds, curve = curve, summation_method = summation_method,
    thresholds = thresholds, multi_label = multi_label, num_labels = num_labels,
    label_weights = label_weights, from_logits = from_logits, name = name, dtype = dtype
  )
  call_python("metric_auc", args)
}
