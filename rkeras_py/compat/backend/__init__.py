"""The backend functions and sessions of Keras 2."""
