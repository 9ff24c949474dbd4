"""Whether a name is a person's, a body's or a place's: by all its tags, and by the words beside it."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.knowledge import Knowledge, outlet, place, seat
from onrecord.knowledge.spelling import fold
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nouns import lexicon, noun_kind, plural
from onrecord.read.phrases.wording import Word, wording
from onrecord.span import Span

AFTER = re.compile(r",? (who|which|\([A-Z]{2,6}\))[ .,]")
AFTER_PEOPLE = frozenset(
    "foundation campaign administration organization institute center centre tower".split()
)
TOLD = 2  # tags that a word beside a name is worth
ENOUGH = 30  # tags of one wording: more tell nothing new
PERSON_VOTES = 2  # tags that make a person of somebody called like a newspaper
NEAR = 60  # code points before a name
FAR = 6  # words before a noun


def kinds_of(text: str, names: Sequence[Name], known: Knowledge) -> dict[str, str]:
    """One kind for each wording: what the tags say most often, unless the tables know better."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    said: dict[str, str] = {}
    for name in names:
        words = text[name.start : name.end]
        vote = votes[fold(words)]
        vote[name.kind] += 1
        beside = _beside(text, name) if vote.total() < ENOUGH else None
        if beside:
            vote[beside] += TOLD
        said.setdefault(fold(words), words)
    people = {
        key.split()[-1] for key, vote in votes.items() if " " in key and vote.most_common(1)[0][0] == "person"
    }
    for key in _firms(votes) - people:
        votes[key]["organization"] += votes[key].pop("person", 0)
    return {key: _kind(said[key], vote, key in people, known) for key, vote in votes.items()}


def _firms(votes: dict[str, Counter[str]]) -> set[str]:
    """The first words of bodies' names that stand alone too: "Ordel" beside "Ordel Shipping"."""
    bodies = (key.split() for key, vote in votes.items() if " " in key and vote["organization"])
    return {words[0] for words in bodies if words[1] not in AFTER_PEOPLE} & votes.keys()


def _beside(text: str, name: Name) -> str | None:
    """The kind that the words beside a name tell: "the operator, Ordel", "fitter Jon Berg", "Berg, who"."""
    after = AFTER.match(text, name.end, name.end + 10)
    if after:
        return "person" if after[1] == "who" else "organization"
    words = wording(text, Span(max(name.start - NEAR, 0), name.start))
    at = len(words) - 1
    if at > 0 and words[at].text == ",":
        at = at - 1 if _whole(words[:at]) else -1
    kind = noun_kind([words[at].text]) if at >= 0 and words[at].text.islower() else None
    return kind if kind in ("person", "organization") and not plural(words[at].text) else None


def _whole(words: Sequence[Word]) -> bool:
    """Whether a noun before a comma is no complement, as in "a lawyer for the operator, Jon Berg"."""
    small = lexicon().small
    definite, at = small["definite"] | small["possessive"], len(words) - 2
    least = max(at - FAR, -1)
    while at > least and words[at].lower not in definite and not words[at].owner:
        if words[at].lower in small["preposition"] or words[at].text[-1] in ".,":
            return False
        at -= 1
    while at > least and (words[at].owner or words[at].capital or words[at].lower in definite):
        at -= 1
    return at < len(words) - 2 and (at < 0 or words[at].lower not in small["preposition"])


def _kind(said: str, vote: Counter[str], surname: bool, known: Knowledge) -> str:
    told = max(vote, key=lambda kind: (vote[kind], kind == "person"))
    found = seat(known, said)
    if (found and not found.metonym) or outlet(known, said):
        told = told if told == "person" and vote["person"] >= PERSON_VOTES else "organization"
    elif place(known, said):
        told = told if told == "person" and surname else "place"
    elif surname:
        told = "person"
    return told
