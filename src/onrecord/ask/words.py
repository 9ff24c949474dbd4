"""The words of the query language: fields, the values they take, and what people write instead."""

import re
from typing import get_args

from onrecord.claim import Act, StanceValue, UuKind
from onrecord.query import WordField
from onrecord.statement import StatementKind

# Every field with what it asks for and one example; in the order in which they are explained.
FIELDS: dict[str, tuple[str, str]] = {
    "who": ("the speaker: a person or a body, by name or id", "who:Peskov"),
    "about": ("what a claim is about: its words, its event, who takes part", 'about:"Putin Trump contact"'),
    "said": ("the words of a statement; so does a word without a field", 'said:"not ruled out"'),
    "stance": ("how sure the speaker is: a FactBank value or a plain word", "stance:PS+"),
    "act": ("what is done by saying it: assert, deny, decline, promise, ...", "act:deny"),
    "since": ("said on this day or later; a year or a month begins with its first", "since:2016-11"),
    "until": ("said on this day or earlier; a year or a month ends with its last", "until:2016-11-13"),
    "outlet": ("who published it", 'outlet:"Evening Lantern"'),
    "kind": ("direct, indirect or mixed speech", "kind:direct"),
    "level": ("how deep in others' words a statement stands, from 1", "level:2+"),
    "via": ("somebody who passed the words on, by name or id", "via:Norrpress"),
    "event": ("a kind of event (meet, call, strike) or the id of one", "event:meet"),
}
WORD_FIELDS: dict[str, WordField] = {name: name for name in get_args(WordField)}

# What people call a field elsewhere: not taken for it, since meanings differ, but the error offers it.
OTHER_NAMES: dict[str, str] = {
    name: field
    for field, names in {
        "who": "author by from person source speaker",
        "about": "claim subject topic",
        "said": "content phrase quote says text",
        "stance": "belief certainty modality sure",
        "since": "after date on when",
        "until": "before",
        "outlet": "newspaper paper publisher site website",
        "level": "depth nested",
        "via": "chain through",
        "event": "type",
    }.items()
    for name in names.split()
}

# An id of the record: a letter for what it names, a hyphen and a hash; or an article's and one inside of it.
ID = re.compile(r"[a-z]-[0-9a-f]{6,64}|[0-9a-f]{16}/[\w.:-]+")

_UU = {kind: (f"Uu:{kind}",) for kind in get_args(UuKind)}
# Plain words, lower case, for values or several of them; the signs of the page and of FactBank's own words.
_STANCE_WORDS: dict[str, tuple[str, ...]] = {
    word: tuple(values.split())
    for values, words in {
        "CT+": "yes, certain, sure, says so",
        "PR+": "probable, probably, likely",
        "PS+": "maybe, possible, possibly, perhaps, not ruled out",
        "CT-": "no, denied, denies, ruled out",
        "PR-": "improbable, unlikely",
        "PS-": "possibly not",
        "CTu": "knows whether",
        "CT+ PR+ PS+": "for",
        "CT- PR- PS-": "against",
        "Uu": "open, unknown, uncertain",
        "Uu:ignorance": "unsure, does not know",
        "Uu:uncommitted": "leaves open",
        "Uu:declined": "declines, declined to say, no comment",
        "Uu:no_response": "no answer, no response, silent",
        "Uu:not_confirmed": "not confirmed, unconfirmed",
        "Uu:conditional": "if",
        "Uu:desire": "hope, hopes, wants, wish",
        "Uu:deontic": "should, must",
        "Uu:question": "asks, asked",
    }.items()
    for word in words.split(", ")
}
_ACT_WORDS: dict[str, tuple[str, ...]] = {
    word: (act,)
    for act, words in {
        "assert": "asserts, asserted, say, says, said, state, stated",
        "deny": "denies, denied, denial",
        "decline": "declines, declined, refuse, refuses, refused",
        "hope": "hopes, hoped",
        "expect": "expects, expected",
        "promise": "promises, promised, pledge, pledged, vow, vowed",
        "threaten": "threatens, threatened, threat",
        "ask": "asks, asked, request, requested, call for",
        "order": "orders, ordered",
        "concede": "concedes, conceded, admit, admits, admitted",
    }.items()
    for word in words.split(", ")
}
_KIND_WORDS: dict[str, tuple[str, ...]] = {
    "quoted": ("direct",),
    "verbatim": ("direct",),
    "reported": ("indirect",),
    "paraphrase": ("indirect",),
    "partly quoted": ("mixed",),
}


def _itself(values: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {value.casefold(): (value,) for value in values}


# Fields with a closed list of values: each with every word for them, folded.
VALUES: dict[str, dict[str, tuple[str, ...]]] = {
    "stance": _itself(get_args(StanceValue))
    | _UU
    | {f"uu:{kind}": value for kind, value in _UU.items()}
    | _STANCE_WORDS,
    "act": _itself(get_args(Act)) | _ACT_WORDS,
    "kind": _itself(get_args(StatementKind)) | _KIND_WORDS,
}
# Those of them that are named when nothing is near to what was written.
LISTED: dict[str, tuple[str, ...]] = {
    "stance": (*get_args(StanceValue), "Uu:ignorance", "maybe"),
    "act": get_args(Act),
    "kind": get_args(StatementKind),
}
