"""Readings to show: a small one made here, hostile ones, and the gold readings of evaluation/."""

import json
from pathlib import Path

import msgspec

from onrecord.article import Article, Block, Flaw
from onrecord.reading import Model, Reading
from onrecord.span import Span
from onrecord.statement import Statement

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"
TEXT = (
    "Ferries sail again on Monday\n\n"
    "LINDHOLM, May 3 (Norrpress) - The strike “is over”, harbour master Ida Sol said.\n\n"
    "She denied that the union had said it would sue.\n\n"
    "“The crews are tired,\n\n“and so am I,” the captain added.\n"
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def statement(id: str, source: str, cue: str, *content: str, **more: object) -> Statement:
    return Statement(
        id=id,
        kind=more.pop("kind", "indirect"),
        source=(span(source),) if source else (),
        cue=(span(cue),),
        content=tuple(span(words) for words in content),
        p=0.9,
        **more,
    )


STATEMENTS = (
    statement("s1", "harbour master Ida Sol", "said", "The strike “is over”", kind="mixed"),
    statement("s2", "She", "denied", "that the union had said it would sue"),
    statement("s2a", "the union", "had said", "it would sue", parent="s2", level=2),
    statement("s3", "the captain", "added", "“The crews are tired,\n\n“and so am I,”", kind="direct"),
)


def blocks(text: str) -> tuple[Block, ...]:
    """Headline, then a paragraph a line, a dateline where there is one: what ingest makes of TEXT."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if not line.strip() and found:
            found[-1] = Block(found[-1].kind, found[-1].start, end)
        elif " - " in line:
            cut = start + line.index(" - ") + 3
            found += [Block("dateline", start, cut), Block("paragraph", cut, end)]
        else:
            found.append(Block("paragraph" if found else "headline", start, end))
        start = end
    return tuple(found)


READING = Reading(
    Article(
        id="ferries",
        text=TEXT,
        blocks=blocks(TEXT),
        url="https://norrpress.example/ferries",
        outlet="Norrpress",
        title="Ferries sail again on Monday",
        published="2031-05-03",
        language="en",
    ),
    statements=STATEMENTS,
    flaws=(Flaw("odd_mark", 0, 0, "A quotation never closes: it was read to the end of its paragraph."),),
    model=Model("onrecord-small", "1"),
)

# What an enemy of the reader, or a bad export, may put into an article.
HOSTILE = {
    "escape sequence": "\x1b]0;owned\x07\x1b[31mred\x1b[0m \x9b2J",
    "rich markup": "[bold]loud[/bold] [/] [link=https://x.example]here[/link]",
    "HTML": "</style></title><script>alert(1)</script> <img src=x onerror=alert(1)> &amp; \"' {{ 7 * 7 }}",
    "lone surrogates": "half \ud83d a pair \udc00",
    "right to left": "قالت الوزيرة \u202eeht\u202c إن الجسر \u2067سيفتح",
    "emoji": "\U0001f469\u200d\U0001f692 and \U0001f1f3\U0001f1f4 and e\u0301",
    "formula": '=HYPERLINK("https://x.example","see")',
    "zero bytes": "a\x00b\x00\x08\x7f",
    "line breaks": "one\r\ntwo\rthree\u2028four\u2029five\x0bsix\x85seven",
    "one long word": "Aa" * 5000,
    "wide": "東京で市長は「橋は五月に開く」と述べた",
}


def hostile(words: str) -> Reading:
    """A reading whose every text is ``words``."""
    text = f"{words}\n\n{words} said {words}\n"
    end = len(words)
    second = Statement(
        id=words,
        kind="indirect",
        source=(Span(end + 2, end * 2 + 2),),
        cue=(Span(end * 2 + 3, end * 2 + 7),),
        content=(Span(end * 2 + 8, len(text)),),
        p=0.5,
    )
    return Reading(
        Article(
            id=words,
            text=text,
            blocks=(Block("headline", 0, end + 2), Block("paragraph", end + 2, len(text))),
            url=f"javascript:{words}",
            outlet=words,
            title=words,
            author=words,
            published=words,
            language=words,
        ),
        statements=(
            Statement(id="s1", kind="direct", source=(), cue=(), content=(Span(0, end),), p=1.0),
            second,
        ),
        flaws=(Flaw("odd", 0, 1, words),),
        model=Model(words, words),
    )


def gold(path: Path) -> Reading:
    """A hand reading, which has no probabilities and no blocks."""
    found = json.loads(path.read_text(encoding="utf-8"))
    article = msgspec.convert(found["article"], Article)
    text = article.text
    return Reading(
        msgspec.structs.replace(article, blocks=(Block("paragraph", 0, len(text)),)),
        statements=tuple(msgspec.convert({**said, "p": 0.9}, Statement) for said in found["statements"]),
    )
