"""Models as Keras 2 had them."""
