"""Reads and writes files with models, weights and tokenizers."""
