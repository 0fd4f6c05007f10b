"""Training by several processes, each of which runs the whole script.

Every worker has all the data and draws the same batches. In a step it computes the predictions of
its share of the batch; the workers put these together, and each of them computes the loss and the
metrics of the whole batch. A worker's gradients are those that come through its own share, so
that their sum is the gradient of the whole batch, whatever the loss, the weights and the number of
samples are. TensorFlow's own strategy for several workers averages losses and metrics of shares
instead, which is right only where these are means over shares of the same size.
"""
