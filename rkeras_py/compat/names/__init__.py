"""Names that old scripts use: modules, classes, attributes."""
