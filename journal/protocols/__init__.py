"""The questioning protocols as data, and their loader."""
