"""Text, sequences and time series."""
