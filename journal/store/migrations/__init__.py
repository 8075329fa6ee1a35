"""Alembic's steps from one version of the tables to the next; version 0001 is the first that was ever written."""
