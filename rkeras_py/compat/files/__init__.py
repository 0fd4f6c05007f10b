"""Files of models, weights and tokenizers."""
