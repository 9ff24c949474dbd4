"""What a refusal is about, where it holds no proposition: "declined to comment", "did not return calls"."""

from onrecord.read.clauses import PREPOSITIONS, words
from onrecord.span import Span
from onrecord.statement import Statement


def refused(text: str, statement: Statement) -> tuple[Span, str]:
    """The word that stands for what is not said, and what that is, in the article's words.

    It is the first word of the content that is no preposition ("declined to **comment** on it"), else the
    last word of the cue ("could not be **reached**").
    """
    content = [w for span in statement.content for w in words(text, span) if w.lower not in PREPOSITIONS]
    cue = [w for span in statement.cue for w in words(text, span)]
    word = next(iter(content), None) or (cue[-1] if cue else None)
    if word is None:
        return statement.cue[0], " ".join(statement.cue[0].of(text).split())
    about = [*statement.cue, *statement.content]
    return Span(word.start, word.end), " ".join(" ".join(span.of(text) for span in about).split())
