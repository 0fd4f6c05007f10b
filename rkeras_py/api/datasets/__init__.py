"""Datasets to learn with; they are fetched when they are first asked for."""
