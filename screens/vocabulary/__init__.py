"""Kinds, patterns and audiences as words, told alike on every page."""
