"""Models: making, looking at, taking apart, and keeping them in files."""
