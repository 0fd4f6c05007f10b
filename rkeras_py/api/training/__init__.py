"""Training models and using them."""
