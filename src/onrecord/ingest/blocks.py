"""Text -> blocks: what each stretch of an article is for."""

import re
from collections.abc import Iterator

from onrecord.article import Block, BlockKind
from onrecord.ingest import furniture
from onrecord.ingest.dateline import dateline, is_transcript
from onrecord.ingest.headline import is_deck, is_headline, same_words
from onrecord.ingest.lines import BREAK, Line, paragraphs

LONGEST_LINE = 400  # code points; what is longer is a paragraph, and no rule has to read it
DATELINES_WITHIN = 4  # paragraphs, since an abstract or a note may come before the dateline


def blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of ``text``, which follow one another without a gap and cover it to the last character.

    An article is read from both ends, as a reader's eye does. Above the first paragraph stand headline,
    byline and date; below the last one tags, credits and links; in between only what names itself
    ("Photo: ...", "Read more: ...") is anything but a paragraph. A line that ``title`` repeats is the
    headline, whatever it looks like. When unsure it is a paragraph: only paragraphs and headlines yield
    statements, so that a mistake here loses somebody's words.

    >>> text = "Cod quota cut\\n\\nOSLO (Fjordpress) - Norway cut its quota.\\n\\nFishing, Norway"
    >>> [(block.kind, text[block.start : block.end]) for block in blocks(text)]
    [('headline', 'Cod quota cut\\n\\n'), ('dateline', 'OSLO (Fjordpress) - '), \
('paragraph', 'Norway cut its quota.\\n\\n'), ('keywords', 'Fishing, Norway')]
    """
    lines = paragraphs(text)
    words = [_words(text, line) for line in lines]
    kinds: list[BlockKind | None] = [_named(line) for line in words]
    body = _read_head(words, kinds, title)
    _read_links(words, kinds)
    _read_tail(words, kinds, body)
    return tuple(_split(lines, words, kinds))


def keywords(text: str, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The tags in the keyword blocks of ``text``, each once, in their order.

    >>> keywords("Tags: Peru; copper", (Block("keywords", 0, 18),))
    ('Peru', 'copper')
    """
    listed = (text[block.start : block.end] for block in blocks if block.kind == "keywords")
    return tuple(dict.fromkeys(tag for words in listed for tag in furniture.tags(words.strip())))


def _words(text: str, line: Line) -> str:
    """The line for the rules to read: unwrapped, with each offset kept, and cut where none would read on."""
    return BREAK.sub(_spaces, text[line.words : min(line.stop, line.words + LONGEST_LINE + 1)]).rstrip()


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _named(words: str) -> BlockKind | None:
    """What a line says about itself, wherever it stands; None where it says nothing."""
    if furniture.is_labelled_tags(words):
        return "keywords"
    if furniture.is_caption(words):
        return "caption"
    if furniture.is_boilerplate(words):
        return "boilerplate"
    return None


def _read_head(words: list[str], kinds: list[BlockKind | None], title: str | None) -> int:
    """Name the lines above the first paragraph, and say where that is."""
    headline = ""
    decks = 0
    if kinds[:1] == ["boilerplate"] and len(words[0].split()) > 2:
        kinds[0] = None  # "Sign up for jabs now, mayor says" is a link elsewhere and a headline up here
    for index, line in enumerate(words):
        below = words[index + 1] if index + 1 < len(words) else ""
        if title and not headline and same_words(line, title):
            kinds[index] = "headline"
        if kinds[index] and kinds[index] != "headline":
            continue
        if not kinds[index]:
            above = kinds[index - 1] if index else None
            kinds[index] = _head_kind(line, above, below, headline, decks)
        if not kinds[index]:
            return index
        if kinds[index] == "headline":
            decks += bool(headline)
            headline = headline or line
    return len(words)


def _head_kind(line: str, above: BlockKind | None, below: str, headline: str, decks: int) -> BlockKind | None:
    if dateline(line):
        return None
    if furniture.is_byline(line) if headline else furniture.is_by(line) and below:
        return "byline"
    if furniture.is_date_line(line, alone=not headline):
        return "dateline"
    if headline and furniture.is_credit(line) and (above == "byline" or furniture.is_date_line(below)):
        return "byline"
    if is_deck(line, headline=headline) and not decks and below if headline else is_headline(line):
        return "headline"
    return None


def _read_links(words: list[str], kinds: list[BlockKind | None]) -> None:
    """Name the headlines of other articles below a bare "Read more", where nothing else follows them."""
    links: list[int] | None = []
    for index in range(len(words) - 1, -1, -1):
        if links and kinds[index] == "boilerplate" and furniture.is_link_heading(words[index]):
            for link in links:
                kinds[link] = "boilerplate"
        if kinds[index]:
            links = []
        elif links is not None and furniture.is_link(words[index]):
            links.append(index)
        else:
            links = None


def _read_tail(words: list[str], kinds: list[BlockKind | None], body: int) -> None:
    """Name the lines below the last paragraph: tags without a label, who reported, and who helped."""
    for index in range(len(words) - 1, body, -1):
        if kinds[index]:
            continue
        if furniture.is_tags(words[index]):
            kinds[index] = "keywords"
        elif furniture.is_by(words[index]):
            kinds[index] = "byline"
        elif furniture.is_helpers(words[index]):
            kinds[index] = "boilerplate"
        else:
            return


def _split(lines: list[Line], words: list[str], kinds: list[BlockKind | None]) -> Iterator[Block]:
    """The blocks of the lines, which are one each, but for a dateline and for tags behind a date."""
    paragraph = 0
    dated = is_transcript(words)
    for line, read, kind in zip(lines, words, kinds, strict=True):
        start, cut, first = line.start, 0, kind
        if kind is None and not dated and paragraph < DATELINES_WITHIN:
            cut, first = dateline(read, strict=paragraph > 0), "dateline"
            dated = cut > 0
        elif kind == "keywords" and (label := furniture.TAGS.search(read)):
            cut = label.start()
            first = "dateline" if furniture.is_date_line(read[:cut]) else "boilerplate"
        paragraph += kind is None
        if cut:
            yield Block(first or "paragraph", start, line.words + cut)
            start = line.words + cut
        yield Block(kind or "paragraph", start, line.end)
