"""The smallest type of all: a stretch of text, by position."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A half-open stretch of code points, ``text[start:end]``, of an article's untouched text.

    Spans are primary and text is derived, so that every value can be traced to the words it rests on.
    Offsets count Unicode code points as Python does, not bytes and not UTF-16 units: the two differ as
    soon as an article holds an emoji or, in bytes, a curly quotation mark.

    >>> text = "“No,” Ayla Duman said."
    >>> span = Span(6, 16)
    >>> span.of(text)
    'Ayla Duman'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]


def words(spans: tuple[Span, ...], text: str, gap: str = " … ") -> str:
    """The words of a span set in reading order, with ``gap`` where it is interrupted.

    >>> words((Span(0, 2), Span(10, 14)), "We agree, she said.", gap=" / ")
    'We / she '
    """
    return gap.join(span.of(text) for span in spans)
