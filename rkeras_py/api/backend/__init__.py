"""The backend functions ``k_*``: axes count from 1, numbers are taken where tensors are."""
