"""Core of Recul: the domain, the encrypted vault and what a manager does with them."""

__version__ = "0.1.0"
