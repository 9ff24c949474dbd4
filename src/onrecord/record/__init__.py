"""Readings -> a record that is kept: what is linked across articles, and where it is stored."""
