"""Pieces of an SVG that any width and any text may have: positions in per cent, words as words."""

import re
from textwrap import wrap
from xml.sax.saxutils import escape

from msgspec import Struct, field

from onrecord.show.stances import Side
from onrecord.show.visible import one_line, shortened

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MARGIN = 2.5  # per cent of the width
LEADING = 18  # pixels from one line of words to the next
LARGE = {"h2": 0.74, "h3": 0.88}  # what of the characters of a line fits in larger letters
# The marks of `stances` as paths around 0,0, so that they look alike in every font.
SHAPES: dict[Side, str] = {
    "for": '<path d="M0-7 7 5.5-7 5.5z"/>',
    "leans_for": '<path class="hollow" d="M0-7 7 5.5-7 5.5z"/>',
    "against": '<path d="M0 7 7-5.5-7-5.5z"/>',
    "leans_against": '<path class="hollow" d="M0 7 7-5.5-7-5.5z"/>',
    "open": '<path class="hollow" d="M0-7.5 7.5 0 0 7.5-7.5 0z"/>',
    "unknown": '<circle class="hollow" r="7.5"/><text class="in" y="4">?</text>',
    "silent": '<circle class="hollow" r="7.5"/><text class="in" y="1">…</text>',
}
# Bars that fade out towards the end that is not known.
FADING = """<defs>
<linearGradient id="in"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>
<linearGradient id="out"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
<mask id="before" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#in)"/></mask>
<mask id="after" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#out)"/></mask>
</defs>"""
STYLE = """
:root { color-scheme: light dark; }
.onrecord { --paper: #fcfbf8; --ink: #1e1d1a; --quiet: #625f57; --line: #dedad0; --source: #1d4f91;
  --for: #1d6136; --against: #9c2226; --unknown: #6b4491; --open: #1d5f6b;
  font: 14px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
@media (prefers-color-scheme: dark) {
  .onrecord { --paper: #17181a; --ink: #e4e1d9; --quiet: #b0aca1; --line: #36373a; --source: #8dbbf2;
    --for: #93d3a2; --against: #f5a59e; --unknown: #cfb6ef; --open: #8ccfda; }
}
.onrecord text { fill: var(--ink); unicode-bidi: isolate; }
.onrecord .paper { fill: var(--paper); }
.onrecord .h1 { font-size: 15px; fill: var(--quiet); }
.onrecord .h2 { font-size: 18px; font-weight: 600; }
.onrecord .h3 { font-size: 15px; font-weight: 700; fill: var(--source); }
.onrecord .quiet, .onrecord .scale, .onrecord .tick { fill: var(--quiet); }
.onrecord .scale, .onrecord .tick, .onrecord .nth { font-size: 12px; }
.onrecord .tick { text-anchor: middle; }
.onrecord .scale { text-anchor: end; }
.onrecord .nth { fill: var(--quiet); }
.onrecord .row { stroke: var(--line); }
.onrecord .axis { stroke: var(--quiet); }
.onrecord .way { stroke: var(--quiet); stroke-width: 1.5; }
.onrecord .closed { stroke: var(--ink); stroke-dasharray: 2 4; stroke-width: 1.5; }
.onrecord .bar { fill: currentColor; opacity: .25; }
.onrecord .mark { fill: currentColor; stroke: currentColor; stroke-width: 1.75; stroke-linejoin: round; }
.onrecord .mark .hollow { fill: var(--paper); }
.onrecord .mark .in { fill: currentColor; stroke: none; font-size: 11px; font-weight: 700;
  text-anchor: middle; }
.onrecord .for, .onrecord .leans_for { color: var(--for); }
.onrecord .against, .onrecord .leans_against { color: var(--against); }
.onrecord .unknown, .onrecord .silent { color: var(--unknown); }
.onrecord .open { color: var(--open); }
.onrecord tspan.for, .onrecord tspan.leans_for, .onrecord tspan.against, .onrecord tspan.leans_against,
.onrecord tspan.unknown, .onrecord tspan.silent, .onrecord tspan.open {
  fill: currentColor; font-weight: 600; }
.onrecord .gone { opacity: .5; }
.onrecord text.gone { text-decoration: line-through; }
.onrecord .narrow { display: none; }
@media (max-width: 760px) {
  .onrecord { height: HEIGHTpx; }
  .onrecord .wide { display: none; }
  .onrecord .narrow { display: inline; }
}
"""  # HEIGHT is that of the narrow layout


class Layout(Struct, frozen=True):
    """A width of screen: how much fits on it.

    ``left`` is where plots begin, in per cent of the width, ``columns`` how many characters a line has, and
    ``lines`` how many of them words may take. ``labels`` are the characters of all labels of an axis.
    """

    name: str
    left: float
    columns: int
    lines: int
    labels: int


WIDE = Layout("wide", left=13, columns=100, lines=2, labels=100)
NARROW = Layout("narrow", left=21, columns=46, lines=3, labels=48)


class Sheet(Struct):
    """What is drawn so far in one layout, and how far down: ``y`` is where the last line of words stands."""

    layout: Layout
    y: float = 0
    parts: list[str] = field(default_factory=list)

    def add(self, *parts: str) -> None:
        """Draw."""
        self.parts += parts

    def down(self, by: float) -> None:
        """Leave room."""
        self.y += by

    def words(self, text: str, style: str = "", *, indent: int = 0, leading: float = LEADING) -> None:
        """Words, broken into lines; what does not fit is there for who points at them."""
        told = one_line(text).strip()
        columns = int(self.layout.columns * LARGE.get(style, 1))
        lines, cut = broken(told, columns, self.layout.lines)
        for some in lines:
            self.y += leading
            self.add(line(some, MARGIN, self.y, style, indent=indent, title=told if cut else ""))


def broken(text: str, columns: int, most: int) -> tuple[list[str], bool]:
    """``text`` as ``most`` lines at most, and whether that is not all of it.

    >>> broken("the pier opens again in April", 12, 2)
    (['the pier', 'opens again…'], True)
    """
    found = wrap(text[: columns * (most + 1)], columns) or [""]
    if len(found) <= most:
        return found, False
    rest = " ".join(found[most - 1 :])
    return [*found[: most - 1], shortened(rest, columns)], True


def line(text: str, x: float, y: float, style: str = "", *, indent: int = 0, title: str = "") -> str:
    """A line of words at ``x`` per cent and ``indent`` pixels, with a ``title`` for who points at it."""
    more = f"<title>{safe(title)}</title>" if title else ""
    moved = f' dx="{indent}"' if indent else ""
    return f'<text class="{style.strip()}" x="{x:.4g}%" y="{y:g}"{moved}>{more}{safe(text)}</text>'


def rule(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    """A straight line; x in per cent, y in pixels."""
    return f'<line class="{style}" x1="{x1:.4g}%" y1="{y1:g}" x2="{x2:.4g}%" y2="{y2:g}"/>'


def safe(text: str) -> str:
    """A stranger's text as XML that says what it says: no tag, no character that XML has not.

    >>> safe("a < b & \\x1b[31m")
    'a &lt; b &amp; \ufffd[31m'
    """
    return escape(ILLEGAL.sub("\ufffd", one_line(text)))
