"""The domain as frozen, validated values and pure rules: one file per notion.

Every module is imported here, so that each kind of entry is described before any entry is read: a new kind is a new
file and no line elsewhere.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
