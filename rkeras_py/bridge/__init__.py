"""Lets R and Python share one process. Only this package imports rpy2."""
