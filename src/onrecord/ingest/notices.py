"""What a text says of its own version: that it corrects an earlier one, or that it is taken back.

Agencies write it at the head of the headline ("CORRECTED-"), in brackets above the report ("(Corrects
spelling of name in paragraph 3)") or as an advisory to editors; papers in a note above or below it ("An
earlier version of this article misstated ..."). Who counts what was said must know: a kill notice is no
further report, and a corrected position is no change of mind.

A report of somebody else's correction looks much the same, so a notice must be of the form that the table
`notices.toml` has, at the head of its paragraph, and near the head or the foot of the article.
"""

import re
import tomllib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import islice

from msgspec.structs import replace

from onrecord.article import Article, Block, BlockKind

NEAR = 6  # paragraphs from the head and from the foot: a note follows headline, byline and date
READ = 600  # code points of a paragraph that the rules read and a note keeps
LEAD = re.compile(r"[\s*_#–—•(\[-]*")
NOT_TEXT = frozenset({"keywords", "caption"})

_TABLE = tomllib.loads((files("onrecord.ingest") / "notices.toml").read_text(encoding="utf-8"))


def _pattern(group: str) -> re.Pattern[str]:
    lines = "|".join(_TABLE["patterns"][group])
    for _ in range(2):  # a word may be made of words
        for name, word in _TABLE["words"].items():
            lines = lines.replace(f"{{{name}}}", word)
    return re.compile(f"(?:{lines})".replace(" ", r"\s"), re.IGNORECASE)


HEADLINE, PARAGRAPH = _pattern("headline"), _pattern("paragraph")
WITHDRAWN_HEADLINE, WITHDRAWN_PARAGRAPH = _pattern("withdrawn_headline"), _pattern("withdrawn_paragraph")


def noticed(article: Article) -> Article:
    """The article with what its text says of its own version.

    A notice that takes the item back makes it withdrawn. The words of a notice become the ``note`` where none
    came with the text: those of a paragraph before those of a headline, which say too little ("CORRECTED").

    >>> noticed(Article(id="x", text="", title="UPDATE 2-Norway cuts cod quota")).note
    'UPDATE 2'
    """
    near = _near(article)
    heads = [(article.title or "")[:READ], *(line for kind, line in near if kind == "headline")]
    notes = [line for kind, line in near if kind != "headline"]
    own = frozenset(name.casefold() for name in (article.outlet, article.credit) if name)
    said = [article.note[:READ]] if article.note else []
    back = _paragraph(WITHDRAWN_PARAGRAPH, heads + notes + said, own) or _head(WITHDRAWN_HEADLINE, heads)
    note = back or _paragraph(PARAGRAPH, notes, own) or _head(HEADLINE, heads)
    if note is None:
        return article
    return replace(article, status="withdrawn" if back else article.status, note=article.note or note)


def _near(article: Article) -> list[tuple[BlockKind, str]]:
    """The kinds of the paragraphs near the head and the foot of the text, and each in one line."""
    there = _paragraphs(article)
    head = list(islice(there, NEAR))
    return [
        (block.kind, " ".join(article.text[block.start : min(block.end, block.start + READ)].split()))
        for block in (*head, *deque(there, maxlen=NEAR))
    ]


def _paragraphs(article: Article) -> Iterator[Block]:
    """The blocks that hold words of the report, those of one line joined: "EDITORS - " looks like a place."""
    start: int | None = None
    for block in article.blocks:
        start = block.start if start is None else start
        if block.kind == "dateline" and article.text[block.end - 1] not in "\r\n":
            continue
        if block.kind not in NOT_TEXT:
            yield Block(block.kind, start, block.end)
        start = None


def _paragraph(notice: re.Pattern[str], lines: Sequence[str], own: frozenset[str]) -> str | None:
    """The longest of the lines that open with such a notice: "CORRECTION APPENDED." says too little."""
    return max(_notices(notice, lines, own), key=len, default=None)


def _notices(notice: re.Pattern[str], lines: Sequence[str], own: frozenset[str]) -> Iterator[str]:
    """The notices, up to the ends of their brackets; not what is said of another outlet's text.

    Below a label that stands alone ("CORRECTION:") come the words, or a date and the words.
    """
    for index, line in enumerate(lines):
        found = notice.match(line, _lead(line))
        if not found or ((who := found.groupdict().get("who")) and who.casefold() not in own):
            continue
        words = line[found.start() :]
        if words.endswith(":"):
            yield " ".join([words, *lines[index + 1 : index + 3]])[:READ]
        else:
            yield _in_bracket(words) if line[: found.start()].endswith("(") else words


def _in_bracket(words: str) -> str:
    """What stands before the bracket that closes one opened before ``words``; all where none does."""
    depth = 1
    for at, char in enumerate(words):
        depth += (char == "(") - (char == ")")
        if not depth:
            return words[:at]
    return words


def _head(notice: re.Pattern[str], lines: Iterable[str]) -> str | None:
    found = (notice.match(line, _lead(line)) for line in lines)
    return next((match[0] for match in found if match), None)


def _lead(line: str) -> int:
    match = LEAD.match(line)
    return match.end() if match else 0
