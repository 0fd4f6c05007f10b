"""The backend functions ``k_*``: axes start at 1, and tensor arguments may be numbers."""
