"""Training on TensorFlow: data as its datasets, and many batches in one call."""
