"""Architectures that are known by name, perhaps with weights learned on ImageNet."""
