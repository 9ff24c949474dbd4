"""Readings -> people: the command line, the page for a terminal, the page for a browser, rows and JSON."""
