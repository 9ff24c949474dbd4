"""What stands on the page around a report: bylines, captions, tags, links, credits.

Each test takes one line without its break and is false when unsure, since only prose is read: a credit that
is taken for prose costs nothing, a sentence that is taken for a credit is lost.
"""

import re

from onrecord.ingest.dateline import DATE, TIME
from onrecord.ingest.lexicon import pattern, words

LONGEST = 300  # code points; the list of those who reported and edited one story is the longest of them
BRACKETS = r"[(\[*\s–—-]*"
SEPARATORS = " .,;|/·•–—-()"

DIGITS = re.compile(r"[+-]?\d+")  # "GMT+2", "3 days ago"
TAGS = pattern("tags", start=r"(?:^|(?<=[|·])\s*)")
CAPTION = pattern("caption", start=BRACKETS)
CAPTION_END = pattern("caption_end")
BOILERPLATE = pattern("boilerplate_links", "boilerplate_credits", start=BRACKETS)
BOILERPLATE_END = pattern("boilerplate_end")
LINK_HEADING = pattern("link_heading", start=BRACKETS)
HELPERS = pattern("helpers", start=BRACKETS)
BY = pattern("by")
ROLE_END = pattern("role_end")

NO_TAG = words("no_tag")
NAME_PARTICLES = words("name_particles")
AROUND_DATES = words("around_dates") | NAME_PARTICLES


def is_labelled_tags(line: str) -> bool:
    """ "Tags: Georgia, local elections", wherever it stands."""
    return len(line) <= LONGEST and TAGS.search(line) is not None


def is_tags(line: str) -> bool:
    """ "Fishing, Harbours, Norway": a list of things without a verb or a full stop.

    For the end of an article only. Two items are enough where neither looks like a name, which with a
    comma would be a signature ("Jane Doe, Harbour News").
    """
    items = tags(line)
    if len(line) > LONGEST or len(items) < 2 or line.endswith((".", ":", "!", "?", ",")) or '"' in line:
        return False
    signed = len(items) == 2 and any(len(item.split()) > 1 and item.istitle() for item in items)
    return not signed and all(map(_is_tag, items))


def _is_tag(item: str) -> bool:
    parts = item.lower().split()
    starts = item[0].isalpha() or item[0] == "#"
    return starts and len(parts) <= 4 and parts[0] not in ("and", "or") and NO_TAG.isdisjoint(parts)


def tags(line: str) -> list[str]:
    """The tags of a keyword line, without its label.

    >>> tags("Tags: Peru; copper; gold, silver")
    ['Peru', 'copper', 'gold, silver']
    """
    listed = line[label.end() :] if (label := TAGS.search(line)) else line
    items = listed.split(";" if ";" in listed else ",")
    return [item.strip() for item in items if item.strip()]


def is_caption(line: str) -> bool:
    """ "FILE PHOTO: The quay at Oban", "The quay at Oban. Photo: Jane Doe", "(Photo by Jane Doe)"."""
    return len(line) <= LONGEST and bool(CAPTION.match(line) or CAPTION_END.search(line))


def is_boilerplate(line: str) -> bool:
    """ "Read more: ...", "(Reporting by ...; editing by ...)", "Copyright 2021 ...", "Advertisement"."""
    return len(line) <= LONGEST and bool(BOILERPLATE.match(line) or BOILERPLATE_END.search(line))


def is_link_heading(line: str) -> bool:
    """ "Read more", with nothing behind it: the headlines of other articles follow."""
    return LINK_HEADING.match(line) is not None


def is_link(line: str) -> bool:
    """Could this be the headline of another article? Those below "Read more" have no full stop."""
    return len(line) <= 120 and not line.endswith((".", "”", '"', ":", ","))


def is_helpers(line: str) -> bool:
    """ "Jane Doe contributed reporting.", "Doe reported from Oslo.", as the last words of an article."""
    return len(line) <= 160 and HELPERS.match(line) is not None


def is_by(line: str) -> bool:
    """ "By Jane Doe", "By Jane Doe and Richard Roe in Cairo | 14 May 2019", "BYLINE: Jane Doe".

    "By Monday night the water was gone" is none, having words that are no name's, and "By July 2013" none,
    having no name.
    """
    lead = BY.match(line)
    if lead is None or len(line) > 120:
        return False
    names = DATE.sub(" ", line[lead.end() :].rstrip(".")).strip(SEPARATORS)
    return names[:1].isupper() and _all_names(names, NAME_PARTICLES)


def is_byline(line: str) -> bool:
    """A byline as it stands between headline and report, where it needs no "By".

    "JANE DOE IN CAIRO", "Jane Doe, Science Correspondent", "Our Foreign Desk".
    """
    if is_by(line):
        return True
    if len(line) > 80 or not _all_names(line, NAME_PARTICLES):
        return False
    name, where, place = line.partition(" IN ")
    if where and line.isupper():
        return 2 <= len(name.split()) <= 3 and 1 <= len(place.split()) <= 2
    return ROLE_END.search(line) is not None and ("," in line or len(line.split()) <= 4)


def is_credit(line: str) -> bool:
    """A name or a paper, "Jane Doe, Abidjan" or "Harbour Dispatch | Courts", as it stands above a date."""
    divided = any(mark in line for mark in ",|/·")
    few = len(line) <= 60 and len(line.split()) <= (6 if divided else 3)
    return few and _all_names(line, NAME_PARTICLES)


def is_date_line(line: str, *, alone: bool = False) -> bool:
    """ "Friday, 21 August 2015", "OSLO, June 3", "Rail | 2019-03-12 16:40": a date and little beside.

    With ``alone`` there is nothing beside the date and the time.
    """
    if len(line) > 120 or not DATE.search(line):
        return False
    rest = DIGITS.sub(" ", TIME.sub(" ", DATE.sub(" ", line))).strip(SEPARATORS)
    most = 10 if any(mark in line for mark in "|/·") else 5
    return not rest or (not alone and len(rest.split()) <= most and _all_names(rest, AROUND_DATES))


def _all_names(line: str, particles: frozenset[str]) -> bool:
    """Is each word capitalised, or one of the ``particles`` between such words?"""
    parts = [bare for part in line.replace("/", " ").split() if (bare := part.strip(SEPARATORS))]
    capitals = [part for part in parts if part[0].isupper()]
    return bool(capitals) and all(part[0].isupper() or part.lower() in particles for part in parts)
