"""How R and Python share one process; the only part that imports rpy2."""
