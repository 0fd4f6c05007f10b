"""Downloads files once, checks them, and unpacks archives safely."""
