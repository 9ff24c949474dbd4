"""Draws docs/record.svg, the picture of a record's tables: python docs/draw_record.py."""

from collections.abc import Iterable
from pathlib import Path

WIDTH, BETWEEN, LEFT, TOP, GAP, LINE = 236, 74, 24, 66, 16, 17
# A column of the picture: its heading, and its tables from top to bottom with what each holds.
COLUMNS = {
    "articles": [
        ("articles", ["one version of one report,", "what it replaces,", "what it is a copy of"]),
        ("readings", ["the whole reading, exact"]),
        ("replacements", ["what it says it replaces"]),
        ("flaws", ["what was odd in the input"]),
        ("sketches", ["to find copies by"]),
        ("bands", ["to find copies by"]),
    ],
    "what one article says": [
        ("agents", ["everybody and every body", "that speaks or is spoken of"]),
        ("statements", ["who said what, and when"]),
        ("hops", ["through whom it came"]),
        ("claims", ["one proposition,", "and how sure its holder is"]),
        ("stances", ["how sure each holder is"]),
        ("mentioned_events", ["what claims are about"]),
        ("statement_keys", ["to find the same words by"]),
        ("event_keys", ["to find the same event by"]),
    ],
    "what is found across articles": [
        ("people", ["who an agent is"]),
        ("names", ["what articles call them"]),
        ("roles", ["what they are, and when"]),
        ("judgements", ["one or two? who decided, why"]),
        ("utterances", ["one act of saying,", "and all its reports"]),
        ("positions", ["holder and event, in the order", "of saying; how it changed"]),
        ("events", ["one event, and what", "became of it"]),
        ("participants", ["who takes part"]),
    ],
    "of the adding itself": [
        ("additions", ["each run of onrecord add"]),
        ("fetches", ["what servers said last time"]),
    ],
}
# Which table points at which; a broken line where it is worked out again as articles come in.
POINTS = [
    ("agents", "articles", ""),
    ("statements", "articles", ""),
    ("mentioned_events", "articles", ""),
    ("claims", "articles", ""),
    ("agents", "people", "linked"),
    ("statements", "utterances", "linked"),
    ("claims", "events", "linked"),
    ("mentioned_events", "events", "linked"),
]
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #222 }
  .head { font-size: 12px; fill: #666 }
  .table { font-weight: 600 }
  .box { fill: #fff; stroke: #999 }
  .line { fill: none; stroke: #567; stroke-width: 1.3 }
  .linked { stroke-dasharray: 5 4; stroke: #a4471f }
  .back { fill: #fafafa }
"""


def picture() -> str:
    """The picture as SVG."""
    boxes = _boxes()
    wide = LEFT * 2 + len(COLUMNS) * (WIDTH + BETWEEN) - BETWEEN
    tall = max(y + high for _, y, high in boxes.values()) + 46
    legend = (
        "Whole lines: is part of. Broken lines: is worked out again as articles come in. "
        "Within an article, hops belong to statements, stances to claims, and claims to statements."
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" role="img">
<title>The tables of a record</title>
<style>{STYLE}</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
<path d="M0 0 L8 4 L0 8 z" fill="#567"/></marker></defs>
<rect class="back" width="{wide}" height="{tall}"/>
{_join(_arrow(boxes[one], boxes[other], kind) for one, other, kind in POINTS)}
{_join(_column(column, heading, boxes) for column, heading in enumerate(COLUMNS))}
<text class="head" x="{LEFT}" y="{tall - 16}">{legend}</text>
</svg>
"""


def _boxes() -> dict[str, tuple[int, int, int]]:
    """Where each table stands: left, top, height."""
    boxes = {}
    for column, tables in enumerate(COLUMNS.values()):
        y = TOP
        for name, lines in tables:
            high = 30 + LINE * len(lines)
            boxes[name] = (LEFT + column * (WIDTH + BETWEEN), y, high)
            y += high + GAP
    return boxes


def _column(column: int, heading: str, boxes: dict[str, tuple[int, int, int]]) -> str:
    parts = [f'<text class="head" x="{LEFT + column * (WIDTH + BETWEEN)}" y="{TOP - 18}">{heading}</text>']
    for name, lines in COLUMNS[heading]:
        x, y, high = boxes[name]
        parts.append(f'<rect class="box" x="{x}" y="{y}" width="{WIDTH}" height="{high}" rx="4"/>')
        parts.append(f'<text class="table" x="{x + 12}" y="{y + 20}">{name}</text>')
        for row, line in enumerate(lines, 1):
            parts.append(f'<text x="{x + 12}" y="{y + 20 + LINE * row}">{line}</text>')
    return _join(parts)


def _join(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def _arrow(one: tuple[int, int, int], other: tuple[int, int, int], kind: str) -> str:
    """A line from the side of one box to the near side of another."""
    (x, y, high), (to_x, to_y, to_high) = one, other
    leftward = to_x < x
    start, end = (x, to_x + WIDTH) if leftward else (x + WIDTH, to_x)
    bend = (end - start) // 2
    at, to = y + high // 2, to_y + to_high // 2
    path = f"M{start} {at} C{start + bend} {at} {end - bend} {to} {end} {to}"
    return f'<path class="line {kind}" d="{path}" marker-end="url(#tip)"/>'


if __name__ == "__main__":
    Path(__file__).with_name("record.svg").write_text(picture(), encoding="utf-8")
