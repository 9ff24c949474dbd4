"""What a record puts together wrongly, in words, for whoever improves it on articles to be looked at."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from evaluation.record import changes, copied
from evaluation.record.matched import Matched
from evaluation.record.pairs import wrong
from evaluation.record.scores import Labelled, event_labels, person_labels, utterance_labels
from evaluation.record.texts import gold_pairs, reprint_pairs
from evaluation.record.truth import Key
from onrecord import Span
from onrecord.entry import Position
from onrecord.span import words

AROUND = 60  # characters beside a word that names an event


def report(matched: Matched, layer: str) -> Iterator[str]:
    """The errors of a layer, one of `LAYERS`, a line or two each."""
    return LAYERS[layer](matched)


def _reprints(matched: Matched) -> Iterator[str]:
    gold, found = gold_pairs(matched.truth), reprint_pairs(matched)
    for title, pairs in (("missed", gold - found), ("wrong", found - gold)):
        for pair in sorted(sorted(pair) for pair in pairs):
            yield f"{title:8}{' = '.join(_article(key) for key in pair)}"


def _reports(matched: Matched) -> Iterator[str]:
    """The reports that no statement was matched with."""
    for i, one in enumerate(matched.truth.reports):
        if i not in matched.said and i not in matched.pieces:
            title = "crowded" if i in matched.crowded else "unread "
            yield f"{title} {one.utterance} {_article(one.article)}: {_words(matched, one.article, one.span)}"


def _utterances(matched: Matched) -> Iterator[str]:
    def shown(i: int) -> str:
        said, gold = matched.said[i], matched.truth.reports[i]
        text = words(said.content, matched.truth.texts[said.article])
        return f"{gold.utterance} [{matched.speaker(i)}] {_article(said.article)}: {_line(text)}"

    return _pairs(utterance_labels(matched), shown)


def _mentions(matched: Matched) -> Iterator[str]:
    """The mentions of events that no word of the record was matched with."""
    for i, one in enumerate(matched.truth.mentions):
        if i not in matched.named:
            yield f"unread  {_named(matched, one.event, one.article, one.span)}"


def _events(matched: Matched) -> Iterator[str]:
    def shown(i: int) -> str:
        gold = matched.truth.mentions[i]
        return _named(matched, gold.event, gold.article, gold.span)

    return _groups(event_labels(matched), shown)


def _people(matched: Matched) -> Iterator[str]:
    def shown(i: int) -> str:
        said = matched.said[i]
        who = matched.layers.utterances[said.utterance].speaker
        text = words(said.content, matched.truth.texts[said.article])
        return f"{matched.speaker(i)} [{who.name}, {who.id}] {_article(said.article)}: {_line(text)}"

    return _groups(person_labels(matched), shown)


def _positions(matched: Matched) -> Iterator[str]:
    for one in changes.aligned(matched):
        what = (
            f"{one.holder} on {one.event} at {one.step.utterance}: {_step(one.step.value, one.step.change)}"
        )
        if not one.found:
            yield f"missed  {what}"
        elif not changes.value_right(one):
            yield f"value   {what}\n        found {_position(one.found[0])}"
        elif not one.step.superseded_by and not changes.change_right(one, matched):
            yield f"change  {what}\n        found {_position(one.found[0])}"
        if one.step.superseded_by and not (one.found and all(found.superseded for found in one.found)):
            yield f"stands  {what}, superseded by {one.step.superseded_by}"


def _changes(matched: Matched) -> Iterator[str]:
    for change in (*changes.changes(matched), *copied.copied(matched)):
        if change.reason is not None:
            yield f"{change.reason:16}{_position(change.position)}"
            yield f"{'':16}before: {_position(change.before) if change.before else 'nothing'}"


LAYERS: dict[str, Callable[[Matched], Iterator[str]]] = {
    "reprints": _reprints,
    "reports": _reports,
    "utterances": _utterances,
    "mentions": _mentions,
    "events": _events,
    "people": _people,
    "positions": _positions,
    "changes": _changes,
}


class _Wrong(NamedTuple):
    title: str
    pairs: list[tuple[int, int]]


def _pairs(labels: Labelled, shown: Callable[[int], str]) -> Iterator[str]:
    """Every wrong pair, both sides."""
    apart, joined = wrong(labels.gold, labels.found)
    for title, pairs in (_Wrong("apart", apart), _Wrong("joined", joined)):
        for one, other in pairs:
            yield f"{title:8}{shown(one)}"
            yield f"{'':8}{shown(other)}"


def _groups(labels: Labelled, shown: Callable[[int], str]) -> Iterator[str]:
    """One example of each wrong pair of groups, where pairs would be too many to read."""
    seen = set()
    apart, joined = wrong(labels.gold, labels.found)
    for title, pairs in (_Wrong("apart", apart), _Wrong("joined", joined)):
        for one, other in pairs:
            groups = frozenset((labels.gold[i], labels.found[i]) for i in (one, other))
            if groups not in seen:
                seen.add(groups)
                yield f"{title:8}{shown(one)}"
                yield f"{'':8}{shown(other)}"


def _position(one: Position) -> str:
    said = one.said_on.value if one.said_on else "undated"
    gone = f", superseded by {one.superseded.by}" if one.superseded else ""
    place = (one.article.url or one.article.id).partition("//")[2]
    text = _line(one.text)
    return f"{said} [{one.holder.name}] {_step(one.value, one.change)} {place}: {text} ({one.why}{gone})"


def _step(value: str, change: str) -> str:
    return f"{value} {change}"


def _named(matched: Matched, event: str, key: Key, span: Span) -> str:
    text = matched.truth.texts[key]
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return f"{event} {_article(key)}: {_line(before, end='')}<{span.of(text)}>{_line(after, end='')}"


def _words(matched: Matched, key: Key, span: Span) -> str:
    return _line(span.of(matched.truth.texts[key]))


def _line(text: str, most: int = 160, end: str = "…") -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= most else flat[:most] + end


def _article(key: Key) -> str:
    return f"{key.url.partition('//')[2]} ({key.published[:10]})"
