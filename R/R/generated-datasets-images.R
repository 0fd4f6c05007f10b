# Generated from rkeras_py/api/datasets/images.py by `make generate`; edit there.

dataset_mnist <- function(path = "mnist.npz") {
  args <- list(path = path)
  call_python("dataset_mnist", args)
}

dataset_fashion_mnist <- function() {
  call_python("dataset_fashion_mnist")
}

dataset_cifar10 <- function() {
  call_python("dataset_cifar10")
}

dataset_cifar100 <- function(label_mode = c("fine", "coarse")) {
  args <- list(label_mode = label_mode)
  call_python("dataset_cifar100", args)
}
