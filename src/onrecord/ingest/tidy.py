"""A page's tree, made ready for an extractor: what is no text goes, what it would lose stays.

An extractor takes for furniture what an article cannot do without: a note of correction in an ``aside``, a
day in a ``time`` element. It does not know what ``<q>`` stands for, nor that preformatted text has lines.
"""

import re
from typing import Any, TypeAlias

from onrecord.article import Flaw

Element: TypeAlias = Any  # of lxml, which has no types

BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
CORRECTS = re.compile(r"correct(?:ion|ive)|clarification|editors?[-_]?note|errat", re.IGNORECASE)
CORRECTION = re.compile(
    r"\W{0,3}(?:corrections?|clarifications?|editor['’]?s['’]? note|erratum|retraction)\b"
    r"|\W{0,3}(?:an|this|the)\b.{0,20}\b(?:earlier|previous|original|initial) version\b"
    r"|\W{0,3}this (?:article|story|report|piece|headline) (?:was|has been|is) (?:amended|corrected|updated)",
    re.IGNORECASE,
)
DROPPED = tuple("style noscript svg template iframe object embed canvas select textarea".split())
NOTES = ("aside", "footer", "div", "p", "small", "section", "figure", "span", "em")


def tidied(tree: Element) -> tuple[Flaw, ...]:
    """Make ``tree`` ready, in place, and say what was taken out that somebody might miss."""
    for element in list(tree.iter("script", *DROPPED)):
        _hollow(element)
    struck = _struck(tree)
    quoted = list(tree.iter("q"))
    for element in quoted:
        _in_marks(element)
    for element in quoted:
        element.tag = "span"
    for element in list(tree.iter("time")):
        if next(element.iterancestors("p", "li", "blockquote", "td"), None) is not None:
            element.tag = "span"
    for element in list(tree.iter("pre")):
        _unfold(element)
    for element in filter(_corrects, list(tree.iter(*NOTES))):
        element.attrib.clear()
        if element.tag not in {"div", "p", "span", "em"}:
            element.tag = "div" if element.find(".//p") is not None else "p"
    return struck


def _struck(tree: Element) -> tuple[Flaw, ...]:
    """Take out what the publisher struck out: these words are withdrawn, and nobody's."""
    struck = []
    for element in list(tree.iter("del", "s", "strike")):
        if words := " ".join("".join(element.itertext()).split()):
            struck.append(words)
        _hollow(element)
    if not struck:
        return ()
    detail = f"Struck-out words were left out: {len(struck)}, the first {struck[0][:60]!r}."
    return (Flaw("struck_out", 0, 0, detail),)


def _hollow(element: Element) -> None:
    """Empty an element and leave it there: taking it out moves what follows it, each time from the start."""
    element.clear(keep_tail=True)
    element.tag = "span"


def _in_marks(element: Element) -> None:
    """``<q>No</q>`` as browsers show it: “No”, and ‘No’ where it stands inside another."""
    before, behind = "‘’" if next(element.iterancestors("q"), None) is not None else "“”"
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + behind
    else:
        element.text += behind


def _unfold(element: Element) -> None:
    """Preformatted text, as old agency feeds are shown, as paragraphs of lines."""
    from lxml import etree  # type: ignore[import-untyped]

    paragraphs = BLANK_LINE.split("".join(element.itertext()).strip("\r\n"))
    element.clear(keep_tail=True)
    element.tag = "div"
    for words in paragraphs:
        first, *more = words.splitlines() or [""]
        paragraph = etree.SubElement(element, "p")
        paragraph.text = first
        for line in more:
            etree.SubElement(paragraph, "br").tail = line


def _corrects(element: Element) -> bool:
    """Does this hold the publisher's word on what it got wrong?"""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(named) < 500 and CORRECTS.search(named):
        return True
    if element.tag not in {"aside", "footer", "small", "figure"}:
        return False
    return CORRECTION.match(_head(element)) is not None


def _head(element: Element) -> str:
    words = ""
    for part in element.itertext():
        words = f"{words}{part}".lstrip()
        if len(words) > 80:
            break
    return words[:80]
