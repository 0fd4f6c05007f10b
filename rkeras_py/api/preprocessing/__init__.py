"""Preprocessing of text, sequences, time series and images."""
