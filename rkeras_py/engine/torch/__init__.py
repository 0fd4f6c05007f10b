"""Training on PyTorch."""
