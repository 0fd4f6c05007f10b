"""Preparing data of one kind for models."""
