"""How a function of the API is defined: ``@export``, its families, the texts of its arguments."""
