"""How API functions are defined: ``@export``, families, and the texts of arguments."""
