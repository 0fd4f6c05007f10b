"""Data larger than memory: rows of files, databases and arrays on disk, read while a model trains.

NumPy alone computes here; pyarrow and duckdb are imported where a source needs them. How the
batches reach a backend is a matter of its strategy in ``engine/``.
"""
