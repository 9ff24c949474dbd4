"""The rows of a statement, and of the chain it came through."""

from onrecord.record.frame import Frame, Row, as_array, pairs, searchable
from onrecord.span import words
from onrecord.statement import Statement


def statement_row(frame: Frame, statement: Statement) -> Row:
    """The row of `tables.statements`."""
    article = frame.reading.article
    text = words(statement.content, article.text)
    spans = statement.source, statement.cue, statement.content
    places = [place for role in spans for span in role for place in (span.start, span.end)]
    return {
        "id": frame.of(statement.id),
        "article": frame.id,
        "statement": statement.id,
        "parent": frame.of(statement.parent),
        "level": statement.level,
        "kind": statement.kind,
        "function": statement.function,
        "negated": bool(statement.negated),
        "p": statement.p,
        "speaker": frame.of(statement.speaker),
        "speaker_name": frame.name(statement.speaker),
        "source": words(statement.source, article.text),
        "cue": words(statement.cue, article.text),
        "text": text,
        "spans": as_array(pairs(role) for role in spans),
        "start": min(places, default=0),
        "end": max(places, default=0),
        "venue": frame.of(statement.venue),
        "venue_name": frame.name(statement.venue),
        "said_on": statement.said_on.value if statement.said_on else None,
        "said_how": statement.said_on.how if statement.said_on else None,
        "day": frame.said[statement.id],
        "outlet": article.outlet,
        "words": len(text.split()),
        "terms": searchable(text),
        "shown": True,
    }


def hop_rows(frame: Frame, statement: Statement) -> list[Row]:
    """The rows of `tables.hops`, the article first."""
    return [
        {
            "statement": frame.of(statement.id),
            "position": position,
            "agent": frame.of(hop.agent),
            "name": frame.name(hop.agent),
            "relation": hop.relation,
            "explicit": hop.explicit,
            "start": hop.evidence.start if hop.evidence else None,
            "end": hop.evidence.end if hop.evidence else None,
        }
        for position, hop in enumerate(statement.chain)
    ]
