"""R scripts written for the R package keras, run on Keras 3 in one process."""
