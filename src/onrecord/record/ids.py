"""What things are called in a record: ids that are the same wherever and whenever an article is read."""

import json
import re
from functools import lru_cache
from hashlib import blake2b, sha256

from onrecord.article import Article

APART = 0x9E3779B97F4A7C15  # odd, so that no word is lost; by which the first of two words is not the second
UNKEPT = re.compile("[\0\ud800-\udfff]")  # characters that no database keeps
LONGEST = 200  # characters of what is looked up: PostgreSQL cannot index 2,700 bytes and more


def content_id(article: Article) -> str:
    """The id of this version of an article: the same for the same words of the same source.

    >>> one, other = Article("a", "Ferries run again."), Article("b", "Ferries run again.")
    >>> content_id(one) == content_id(other)
    True
    >>> content_id(one) == content_id(Article("a", "Ferries run again.", outlet="Harbour News"))
    False
    """
    made_of = [article.text, article.url, article.guid, article.outlet, article.published, article.status]
    return sha256(json.dumps(made_of).encode()).hexdigest()[:16]


def item(article: Article) -> str:
    """What all versions of an article have in common: what its publisher calls it, or its address.

    >>> item(Article("a", "Ferries run again.", url="https://harbour.example/ferries"))
    'https://harbour.example/ferries'
    """
    return short(UNKEPT.sub("\ufffd", article.guid or article.url or content_id(article)))


def inside(article: str, id: str) -> str:
    """The id in a record of what has the id ``id`` in one article's reading.

    >>> inside("9f2c4a1b5d6e7f80", "s1")
    '9f2c4a1b5d6e7f80/s1'
    """
    return f"{article}/{short(id)}"


def article_of(id: str) -> str:
    """The article that something in a record stands in, by its id.

    >>> article_of("9f2c4a1b5d6e7f80/s1")
    '9f2c4a1b5d6e7f80'
    """
    return id.partition("/")[0]


def numbered(key: str) -> int:
    """A number that stands for a ``key`` of two words where things are looked up: the same everywhere.

    It is below 2**63, and made of those of the words, which are remembered, since many keys have one.

    >>> numbered("harbour meet")
    7974820222499627456
    """
    one, _, other = key.partition(" ")
    return (_word(one) * APART + _word(other)) % (1 << 63)


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def short(key: str) -> str:
    """``key``, or, where it is too long to be looked up, its beginning and a hash of all of it."""
    if len(key) <= LONGEST:
        return key
    return f"{key[:100]}…{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
