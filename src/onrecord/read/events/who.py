"""Who a phrase of a sentence refers to: an agent of the reading, or somebody whom nobody has listed yet.

A name refers to its bearer, a country's name, people or capital to the country. A noun for people or bodies
finds the agent that was called so before; where there is none, it is somebody new.
"""

from collections.abc import Iterator

from onrecord.knowledge import body, place
from onrecord.read.clauses import words
from onrecord.read.events.index import LONGEST, RECENT, Index
from onrecord.read.events.pronouns import Pronouns
from onrecord.read.events.sentence import Range, Sentence, small
from onrecord.read.phrases.nouns import lexicon, noun_kind, plural, singular
from onrecord.span import Span
from onrecord.statement import AgentKind, Statement

LONGEST_NAME = 4  # words
EDGE = 2  # code points: a mention may end in a quotation mark or a comma
MOST = 0.75  # of a phrase of several, for a mention to be of all of them
LISTS = frozenset(("and", "or", "nor"))
QUANTITIES = frozenset(
    "some two three four both one many most several few all any half each none members".split()
)
INDEFINITE = frozenset("a an any some another no".split())
ARTICLES = frozenset("the a an this that these those my our your his her its their".split())
NOBODY = frozenset("no any neither every each whose".split())
STATE = frozenset(("government", "authority", "state"))


class Who:
    """Finds the agents of one article; ``adding`` says whether somebody new may be meant."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.pronouns = Pronouns(index, self._at)

    def of(
        self, s: Sentence, phrase: Range | None, told: Statement | None, *, adding: bool = True
    ) -> tuple[str, ...]:
        """The agents that a phrase refers to; none where it is about none, and never a document."""
        if phrase is None:
            return ()
        whole = self._whole(s, phrase)
        if whole and not self._names_each(s, phrase):
            return (whole,)
        parts = [self._one(s, part, told, adding=adding) for part in _conjuncts(s, phrase)]
        return tuple(dict.fromkeys(a for a in parts if a and self.index.agents[a].kind != "document"))

    def owner(
        self, s: Sentence, phrase: Range, told: Statement | None, *, adding: bool = True
    ) -> tuple[str, ...]:
        """Whose a thing is: "*Oslo's* offer", "*her* visit", "the *Norwegian* fleet"."""
        start, head = phrase[0], _noun_end(s, phrase) - 1
        for i in range(head - 1, start - 1, -1):
            word = s.said(i)
            if word.endswith("'s") or s.text[s.words[i].end : s.words[i].end + 1] in ("'", "’"):
                before = (j + 1 for j in range(i - 1, start - 1, -1) if s.said(j) in small("preposition"))
                return self.of(s, (next(before, start), i + 1), told, adding=adding)
            pronoun = lexicon().pronouns.get(word)
            if pronoun and word in small("determiner"):
                found = self.pronouns.stands_for(pronoun, s.words[i].start, told)
                return (found,) if found else ()
        return tuple(filter(None, (self._people(s, i, adding=adding) for i in range(start, head))))

    def _at(self, span: Span) -> str | None:
        """The agent that a stretch of the article refers to."""
        s = Sentence(self.index.text, words(self.index.text, span))
        return self._one(s, (0, len(s.words)), None, adding=True) if s.words else None

    def _one(self, s: Sentence, phrase: Range, told: Statement | None, *, adding: bool) -> str | None:
        """The agent that one noun phrase refers to."""
        start, head = phrase[0], _head(s, phrase)
        if head == start and s.said(head + 1) == "of" and s.said(head) in QUANTITIES and head + 2 < phrase[1]:
            return self._one(s, (head + 2, phrase[1]), told, adding=adding)
        pronoun = lexicon().pronouns.get(s.said(head))
        if pronoun and head == start:
            return self.pronouns.stands_for(pronoun, s.words[head].start, told)
        return (
            self._mentioned(s, phrase, head)
            or self._named(s, phrase, head, adding=adding)
            or self._noun(s, phrase, head, adding=adding)
        )

    def _whole(self, s: Sentence, phrase: Range) -> str | None:
        """The agent of a mention that covers nearly all of a phrase of several: "the envoys of A and B"."""
        if not any(s.said(i) in LISTS for i in range(*phrase)):
            return None
        first, last = s.words[phrase[0]].start, s.words[phrase[1] - 1].end
        over = (m for m in self.index.within(first, last) if m.end - m.start > MOST * (last - first))
        return next((m.agent for m in over), None)

    def _names_each(self, s: Sentence, phrase: Range) -> bool:
        """Whether every part of "Oslo and Bergen" is a name by itself."""
        parts = list(_conjuncts(s, phrase))
        plain = all(s.written(i)[:1].isupper() for part in parts for i in range(*part))
        said = [s.written(end - 1) for _, end in parts]
        return plain and all(self.index.named(name) or place(self.index.known, name) for name in said)

    def _mentioned(self, s: Sentence, phrase: Range, head: int) -> str | None:
        """The agent that is mentioned with the phrase's head word, the longest mention first."""
        word = s.words[head]
        end = word.start + len(word.lower.removesuffix("'s"))
        first, last = s.words[phrase[0]].start, s.words[phrase[1] - 1].end + EDGE
        over = [
            m
            for m in self.index.within(word.start, word.end)
            if first <= m.start <= word.start and end <= m.end <= last and m.form != "pronoun"
        ]
        return max(over, key=lambda m: m.end - m.start).agent if over else None

    def _named(self, s: Sentence, phrase: Range, head: int, *, adding: bool) -> str | None:
        """The bearer of the name that ends in the head word."""
        for size in range(min(LONGEST_NAME, head - phrase[0] + 1), 0, -1):
            start, end = s.words[head - size + 1].start, s.words[head].end
            said = s.text[start:end].removesuffix("'s").removesuffix("’s")
            if said == said.lower():
                continue
            name = self._country(said) or body(self.index.known, said)
            found = self.index.named(said) or (self.index.named(name) if name else None)
            if found or (name and adding):
                return found or self.index.add(name or said, "organization", start, "name", start + len(said))
        return None

    def _country(self, said: str) -> str | None:
        """The country that a name, a capital or a people in the plural stands for."""
        at = place(self.index.known, said)
        return at.place.name if at and (at.form != "people" or said.endswith("s")) else None

    def _people(self, s: Sentence, i: int, *, adding: bool = True) -> str | None:
        """The country that an adjective is of: "the *Norwegian* fleet"."""
        said = s.written(i)
        at = place(self.index.known, said) if said[:1].isupper() else None
        if at is None or at.form != "people":
            return None
        found = self.index.named(at.place.name)
        if found or not adding:
            return found
        start = s.words[i].start
        return self.index.add(at.place.name, "organization", start, "name", start + len(said))

    def _noun(self, s: Sentence, phrase: Range, head: int, *, adding: bool) -> str | None:
        """The agent that a noun was used for before, or a new one."""
        kind = noun_kind([s.written(i) for i in range(max(phrase[0], head - LONGEST_NAME + 1), head + 1)])
        if kind is None or kind == "document":
            return None
        word, first = s.said(head), s.said(phrase[0])
        if singular(word) in STATE:
            whose = self.owner(s, phrase, None, adding=adding)
            if len(whose) == 1:
                return whose[0]
        found = None if first in INDEFINITE else self._called_before(word, s.words[head].start)
        if found or not adding or first in NOBODY:
            return found
        start = s.words[phrase[0] + (first in ARTICLES and head > phrase[0])].start
        name = s.text[start : s.words[phrase[1] - 1].end][:LONGEST].strip()
        several = plural(word) or kind == "group"
        new: AgentKind = "group" if several else "unnamed" if kind == "person" else "organization"
        return self.index.add(name, new, start, "nominal")

    def _called_before(self, noun: str, at: int) -> str | None:
        """The agent that a noun stands for: of several the one that was mentioned last."""
        index = self.index
        listed = index.nouns.get(singular(noun), [])[:RECENT]
        alike = [a for a in listed if (index.agents[a].kind == "group") == plural(noun) or a in index.new]
        last = (m.agent for m in index.before(at) if m.agent in alike)
        return next(last, alike[0] if alike else None)


def _conjuncts(s: Sentence, phrase: Range) -> Iterator[Range]:
    """The phrases that "and" and commas join."""
    start = phrase[0]
    for i in range(phrase[0] + 1, phrase[1]):
        if s.said(i) in LISTS or s.gap(i) == ",":
            if start < i:
                yield start, i
            start = i + (s.said(i) in LISTS)
    if start < phrase[1]:
        yield start, phrase[1]


def _noun_end(s: Sentence, phrase: Range) -> int:
    """Where the noun or name that a phrase is about ends, before what stands behind it."""
    closing = small("preposition") | small("clause")
    return next((i for i in range(phrase[0] + 1, phrase[1]) if s.said(i) in closing), phrase[1])


def _head(s: Sentence, phrase: Range) -> int:
    """The last word of the noun or name that a phrase is about; of "Oslo agrees" the name."""
    end = _noun_end(s, phrase)
    name = next((i for i in range(phrase[0], end) if not _capital(s, i)), end)
    owner = s.said(name - 1).endswith("'s")
    cut = phrase[0] < name < end and not owner and noun_kind([s.said(end - 1)]) is None
    return name - 1 if cut else end - 1


def _capital(s: Sentence, i: int) -> bool:
    return s.written(i)[:1].isupper() and s.said(i) not in small("determiner")
