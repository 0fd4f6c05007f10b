"""Creating, inspecting, changing, saving and loading models."""
