"""Everybody and every body that an article names."""
