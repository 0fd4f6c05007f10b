# Generated from rkeras_py/api/datasets/tables.py by `make generate`; edit there.

dataset_boston_housing <- function(path = "boston_housing.npz", test_split = 0.2, seed = 113L) {
  args <- list(path = path, test_split = test_split, seed = seed)
  call_python("dataset_boston_housing", args)
}
