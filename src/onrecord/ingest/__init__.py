"""Anything -> articles: bytes, text, JSON lines, files and folders.

`articles` reads paths, `article_from_text` and `article_from_bytes` one report. Whatever is odd about an
input comes back beside the article as a flaw, and what gave no article as an `Unread`; neither is raised.
"""

from onrecord.ingest.decode import MAX_BYTES
from onrecord.ingest.files import articles, count
from onrecord.ingest.jsonl import articles_from_lines
from onrecord.ingest.text import article_from_bytes, article_from_text
from onrecord.ingest.unread import Item, Unread
from onrecord.ingest.visits import Visit, Visits

__all__ = [
    "MAX_BYTES",
    "Item",
    "Unread",
    "Visit",
    "Visits",
    "article_from_bytes",
    "article_from_text",
    "articles",
    "articles_from_lines",
    "count",
]
