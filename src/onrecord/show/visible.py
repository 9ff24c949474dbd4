"""Text from anywhere, made safe to look at."""

import re

REPLACED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
DROPPED = re.compile("[\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile("[ \t\n\x0b\x0c\r\u2028\u2029]+")


def visible(text: str) -> str:
    """``text`` with nothing in it that acts on a terminal or a page instead of being read.

    An article is a stranger's text: an escape sequence in it could repaint the terminal, retitle the
    window or type a command. Control characters and halves of surrogate pairs become U+FFFD. Marks that
    turn the direction of writing are dropped, since one that is never closed mirrors all that follows;
    text from right to left needs none of them. Line breaks and tabs stay.

    >>> visible("She said \\x1b[31mno\\x1b[0m.")
    'She said \ufffd[31mno\ufffd[0m.'
    """
    return DROPPED.sub("", REPLACED.sub("\ufffd", text))


def one_line(text: str) -> str:
    """As `visible`, with each run of spaces and line breaks as one space; no-break spaces stay.

    >>> one_line("The strike\\r\\n  is over")
    'The strike is over'
    """
    return SPACES.sub(" ", visible(text))


def shortened(text: str, length: int) -> str:
    """The words of ``text`` that fit into ``length`` characters, and an ellipsis for the others.

    >>> shortened("that the ferries will sail again on Monday", 30)
    'that the ferries will sail…'
    """
    if len(text) <= length:
        return text
    head = text[: length - 1]
    cut = head if text[length - 1].isspace() else head.rpartition(" ")[0]
    return (cut.rstrip() or head) + "…"
