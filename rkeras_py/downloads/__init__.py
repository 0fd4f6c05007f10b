"""Files from elsewhere: fetched once, checked, and unpacked without risk."""
