"""What the tests of the API share."""

from messages import for_r

__all__ = ["for_r"]
