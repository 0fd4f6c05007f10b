"""The public functions, each defined once for both languages.

Every module in this package is part of the API; importing the package defines all functions.
"""

from importlib import import_module
from pkgutil import walk_packages

for _module in walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)
