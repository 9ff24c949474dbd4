"""What an article calls somebody: a name taken apart, an office, and where such names are compared."""

import re
from functools import lru_cache

from msgspec import Struct

from onrecord.knowledge import modifier, noun, place, role, shipped, titles
from onrecord.knowledge.spelling import fold
from onrecord.statement import Agent, AgentKind

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
LINKS = frozenset({"of", "for", "the", "and", "in", "on"})
ARTICLES = frozenset({"a", "an", "his", "her", "its", "their", "our"})
INDEFINITE = frozenset("a an some several one another two three four many other more most few both".split())
WHERE = re.compile(r"(?<= of )(.{2,60}?) (?:in|at|on) .*")  # "the leader of the dockers in Vellport"
PHRASE = 120  # characters of a description
LONGEST = 12  # words of a name; what is longer is a description
ROLE = "role:"


class Naming(Struct, frozen=True):
    """One agent of one article: who it is called, as what, and when. ``id`` is "article/agent"."""

    id: str
    name: str
    kind: AgentKind
    role: str | None = None
    organization: str | None = None
    day: str | None = None
    named: bool = True


class Office(Struct, frozen=True):
    """An office or trade by the word of the tables, and the words that say which: a country, a portfolio.

    "The Vell harbour minister" is a minister of {harbour, vell}; one who is called the harbour minister
    elsewhere may be meant, one of fisheries not.
    """

    title: str
    which: frozenset[str] = frozenset()
    former: bool = False

    def __str__(self) -> str:
        return f"{self.title} ({', '.join(sorted(self.which))})" if self.which else self.title


def block(agent: Agent, text: str = "") -> str:
    """The key under which agents are compared; two with other keys are never the same.

    Names meet under their last word, "the harbour minister" under its office, and nameless sources nowhere.

    >>> block(Agent("a", "Lt. Gen. Owen Price Jr.", "person"))
    'price'
    >>> block(Agent("b", "Ministry of Fisheries", "organization"))
    'ministry'
    """
    if is_named(agent):
        words = name_words(agent.name, agent.kind)
        return words[-1] if words else ""
    phrase = described(agent, text) or agent.name
    held = office(None, None, phrase) if definite(phrase) else None
    return f"{ROLE}{held.title}" if held else ""


def described(agent: Agent, text: str) -> str | None:
    """The longest description of an agent without a name, where the article gives several.

    >>> from onrecord.statement import Mention
    >>> told = "Minister hopes. The harbour minister said so."
    >>> minister = Agent("m", "Minister", "unnamed",
    ...                  mentions=(Mention(0, 8, form="nominal"), Mention(16, 36, form="nominal")))
    >>> described(minister, told)
    'The harbour minister'
    """
    if is_named(agent) or agent.id == "article":
        return None
    phrases = [text[mention.start : mention.end] for mention in agent.mentions if mention.form == "nominal"]
    offices = [phrase for phrase in phrases if len(phrase) <= PHRASE and office(None, None, phrase)]
    return max(offices, key=len, default=None)


def is_named(agent: Agent) -> bool:
    """Whether the article gives a name, and not only a description."""
    if agent.id == "article" or agent.kind == "unnamed":
        return False
    return any(mention.form in {"name", "metonym"} for mention in agent.mentions) or not agent.mentions


@lru_cache(maxsize=65536)
def name_words(name: str, kind: AgentKind) -> tuple[str, ...]:
    """The words of a name, folded, without titles and generations; a body's head noun comes last.

    >>> name_words("Dr. Ayla Duman", "person"), name_words("the Ministry of Fisheries", "organization")
    (('ayla', 'duman'), ('fisheries', 'ministry'))
    """
    words = titles(name)[1] if kind == "person" else name
    folded = [word.strip(".,'\"()") for word in fold(words).replace("-", " ").split()[:LONGEST]]
    if kind == "person":
        return _bare([word for word in folded if word and word not in GENERATIONS])
    kept = [word.removesuffix("'s") for word in folded if word]
    if "of" in kept[1:-1]:
        cut = kept.index("of", 1)
        kept = kept[cut + 1 :] + kept[:cut]
    return tuple(word for word in kept if word not in LINKS)


def _bare(words: list[str]) -> tuple[str, ...]:
    """A name without what was taken along on either side: "Ayla Duman of"."""
    while words and words[0] in LINKS:
        words = words[1:]
    while words and words[-1] in LINKS:
        words = words[:-1]
    return tuple(words)


def definite(name: str) -> bool:
    """Whether a description means one known holder: "the harbour minister", not "a minister"."""
    first = next(iter(name.lower().split()), "")
    return first not in INDEFINITE


@lru_cache(maxsize=65536)
def office(title: str | None, organization: str | None, name: str = "") -> Office | None:
    """The office that a role, the body that it is of, or a whole description name.

    >>> office("Foreign Minister", "Tolmenia")
    Office(title='foreign minister', which=frozenset({'tolmenia'}), former=False)
    """
    phrase = " ".join(part for part in (organization, title) if part) if title else WHERE.sub(r"\1", name)
    found = role(shipped(), phrase) if phrase else None
    if found is None:
        return None
    words = {word.strip(".,'\"()").removesuffix("'s") for word in fold(phrase).replace("-", " ").split()}
    which = {word for word in words - LINKS - ARTICLES if word and not _plain(word, found.title)}
    if found.found:
        named = {word for word in which if (at := place(shipped(), word)) and at.place.name == found.of}
        which = (which - named) | set(fold(found.of).split())
    former = any(word in {"former", "future"} for word in found.modifiers)
    return Office(found.title, frozenset(which), former)


def _plain(word: str, title: str) -> bool:
    """Whether a word is of the office itself, or only modifies it. "The pilots" are a body."""
    if word in title.split() or modifier(word) is not None:
        return True
    several = word.endswith("s") and noun(word[:-1]) is not None
    return noun(word) is not None and not several
