"""Writings and recordings that carry words: a letter, an op-ed, a video, somebody's Telegram channel.

Who wrote them stands behind them in the chain. An e-mail or a statement to the press is no hop unless
somebody got hold of it.
"""

import re
from collections.abc import Iterator

from onrecord.read.chain.clauses import BLANK, Clause
from onrecord.read.chain.frames import Frame, Who
from onrecord.read.chain.lexicon import either, words
from onrecord.span import Span

STRONG, WEAK = either(words("documents", "strong")), either(words("documents", "weak"))
PLATFORM, PAGES = either(words("documents", "platforms")), either(words("documents", "pages"))
STOPS = "and|that|which|who|said|says|wrote|writes|told|asked|asks|found|finds|shows|showed"
WORD = rf"(?!(?:{STOPS})\b)[^\s{BLANK},;:.()\"“”]{{1,40}}"
MODIFIER = rf"(?!(?:an?|the|of|to|in|on|for|his|her|its|their)\b){WORD}"
OWN = "his|her|its|their"
DET = rf"(?:[Aa]n?|[Tt]he|{OWN}|one|another|this|that|two|several|new|court)"
MORE = (
    r"(?:to|from|by|of|about|in|on|posted|published|released|dated|addressed|against|concerning|for|running|"
    r"appearing|sent|signed)"
)
TAIL = rf"(?: {MORE}(?: {WORD}){{1,7}}|(?: (?:this|last|on)? ?(?:week|month|year|\w+day)))?"
OWNER = rf"(?:{WORD} ){{1,3}}?{WORD}[’']s?"
PAPER = rf"(?P<whole>(?P<head>(?:{DET}|{OWNER}) (?:{MODIFIER} ){{0,4}}?(?:{STRONG}))\b{TAIL})"
IN = re.compile(rf"\b(?:[Ii]n|[Vv]ia|[Oo]n page \d+ of) {PAPER}")
LEAKED = re.compile(
    rf"\b[Ii]n (?P<whole>(?P<head>{DET} (?:{MODIFIER} ){{0,4}}?(?:{WEAK}))\b"
    rf"(?: (?:to|from|of)(?: {WORD}){{1,5}}?)?)"
    r" (?:obtained|seen|leaked|shown|published|reviewed)\b"
)
ISSUED = re.compile(
    r"\b(?:wrote|writes|published|publishing|released|releasing|issued|issuing|sent|sending|signed|filed|aired|"
    rf"posted|used|uses|using|aimed|out with) {PAPER}"
)
SHOW = re.compile(
    rf"\b(?:[Oo]n|[Dd]uring|of) (?P<whole>(?P<head>(?:his|her|their) (?:{WORD} ){{0,4}}?"
    r"(?:show|program|programme|podcast)))\b(?! [“\"'‘])"
)
PAGE = re.compile(
    rf"\bon (?P<whole>(?P<head>(?:{OWN}|the (?:{WORD} ){{1,4}}?{WORD}[’']s|the) (?:own |official )?"
    rf"(?:(?:{PLATFORM}) )?(?:{PAGES}))\b(?: of(?: {WORD}){{1,6}})?)",
    re.IGNORECASE,
)
SOURCE = re.compile(rf"(?P<whole>(?P<head>(?:{WORD} ){{0,6}}?(?:{STRONG}|{WEAK}))\b{TAIL})")


def papers(text: str, clause: Clause) -> Iterator[Frame]:
    """The documents that a sentence says its words stand in.

    "in a paper" and "issued a paper" were right for 55 of 67 statements of the training readings, "on a page"
    for 16 of 19, "on a show" for 3 of 3.
    """
    for name, pattern in (("in a paper", IN), ("in a paper", LEAKED), ("issued a paper", ISSUED)):
        for m in pattern.finditer(clause.words):
            yield Frame("document_of", _document(text, clause, m), clause.span(m), False, name)
    for m in SHOW.finditer(clause.words):
        yield Frame("document_of", _document(text, clause, m), clause.span(m), False, "on a show")
    for m in PAGE.finditer(clause.words):
        yield Frame("posted_by", _document(text, clause, m), clause.span(m), False, "on a page")


def named_by(text: str, source: Span) -> Who | None:
    """The document that a source is: "The two-page letter, signed by ..." (right for 48 of 49)."""
    m = SOURCE.match(text, source.start)
    if not m or m.end("head") > source.end:
        return None
    return Who(m["whole"], "document", Span(*m.span("head")), (m["head"],) if m["head"] != m["whole"] else ())


def _document(text: str, clause: Clause, m: re.Match[str]) -> Who:
    whole, head = clause.span(m, "whole"), clause.span(m, "head")
    return Who(whole.of(text), "document", head, (head.of(text),) if head != whole else ())
