"""The questioning protocols as data, in French and English, and their loader."""
