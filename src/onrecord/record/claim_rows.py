"""The rows of claims, of how sure each holder is, and of what the claims are about."""

from onrecord.claim import Claim, Event, Stance, TimeBound
from onrecord.record.frame import Frame, Row, as_array, pairs, searchable


def claim_row(frame: Frame, claim: Claim) -> Row:
    """The row of `tables.claims`; its holder is the innermost one, whose claim it is."""
    stance = claim.stances[-1] if claim.stances else None
    return {
        "id": frame.of(claim.id),
        "article": frame.id,
        "claim": claim.id,
        "statement": frame.of(claim.statement),
        "mention": frame.of(claim.event),
        "text": claim.text,
        "terms": searchable(claim.text, *_about(frame, claim)),
        "trigger": as_array(pairs(claim.trigger)),
        "act": claim.act,
        "condition": claim.condition,
        "p": claim.p,
        "day": frame.said.get(claim.statement or "", frame.day),
        **_held(frame, stance),
        **_when(claim.time),
    }


def stance_rows(frame: Frame, claim: Claim) -> list[Row]:
    """The rows of `tables.stances`, the outermost holder first."""
    return [
        {
            "claim": frame.of(claim.id),
            "position": position,
            "holder": frame.of(stance.holder),
            "value": stance.value,
            "uu": stance.kind,
            "polarity": stance.polarity,
            "p": stance.p,
            "why": stance.why,
            "evidence": as_array(pairs(stance.evidence)),
        }
        for position, stance in enumerate(claim.stances)
    ]


def event_row(frame: Frame, event: Event) -> Row:
    """The row of `tables.mentioned_events`."""
    return {
        "id": frame.of(event.id),
        "article": frame.id,
        "mention": event.id,
        "type": event.type,
        "mode": event.mode,
        "label": event.label,
        "triggers": as_array(pairs(event.triggers)),
        "participants": as_array(
            (frame.of(one.agent), frame.name(one.agent), one.role) for one in event.participants
        ),
        "day": frame.day,
        "ahead": event.ahead,
        "told": event.told,
        **_when(event.time),
    }


def _about(frame: Frame, claim: Claim) -> list[str | None]:
    """What the claim's event is called, and who takes part in it."""
    event = frame.events.get(claim.event or "")
    return [event.label, *(frame.name(one.agent) for one in event.participants)] if event else []


def _held(frame: Frame, stance: Stance | None) -> Row:
    return {
        "holder": frame.of(stance.holder) if stance else None,
        "holder_name": frame.name(stance.holder) if stance else None,
        "value": stance.value if stance else None,
        "uu": stance.kind if stance else None,
        "polarity": stance.polarity if stance else None,
        "value_p": stance.p if stance else None,
        "why": stance.why if stance else None,
        "evidence": as_array(pairs(stance.evidence if stance else ())),
    }


def _when(time: TimeBound | None) -> Row:
    return {
        "relation": time.relation if time else None,
        "bound": time.bound if time else None,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
    }
