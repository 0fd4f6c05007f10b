"""Preparing text, sequences, time series and images for models."""
