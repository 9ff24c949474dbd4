"""Changes of a date that a claim is bound by."""

import re
from collections.abc import Iterator

from evaluation.dates import days
from evaluation.perturb.edit import Case, Edit, Subject, edited
from evaluation.perturb.places import sentence

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "two three four five six seven eight nine ten".split()
# One word of a time expression for another, of the same kind: the first that is there is changed.
ROWS = (MONTHS, WEEKDAYS, NUMBERS, ["spring", "summer", "autumn", "winter"])
OTHERS = {
    "tomorrow": "next week",
    "yesterday": "last week",
    "week": "month",
    "weeks": "months",
    "month": "year",
    "months": "years",
    "days": "weeks",
    "weekend": "month",
    "today": "tomorrow",
    "tonight": "tomorrow night",
}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def cases(subject: Subject) -> Iterator[Case]:
    """The date of a claim shifted, where its sentence has the one that it is bound by."""
    time = subject.claim.time
    bound = days(time.bound) if time else None
    within = sentence(subject.text, subject.at.start)
    times = [
        when
        for when in subject.article.whole.times
        if within.start <= when.start and when.end <= within.end and bound and days(when.value) == bound
    ]
    if times:
        nearest = min(times, key=lambda when: abs(when.start - subject.at.start))
        if edit := shifted(subject.text, nearest.start, nearest.end):
            yield Case("date shifted", subject, edited(subject.text, [edit]), "bound", changes=True)


def shifted(text: str, start: int, end: int) -> Edit | None:
    """One word of a time expression made another one: "in May" is "in July", "next week" is "next month"."""
    words = [*re.compile(r"\w+").finditer(text, start, end)]
    for row in ROWS:
        for word in words:
            if word[0] in row:
                return Edit(*word.span(), row[(row.index(word[0]) + 2) % len(row)])
    for word in words:
        if YEAR.fullmatch(word[0]):
            return Edit(*word.span(), str(int(word[0]) + 2))
        if word[0] in OTHERS:
            return Edit(*word.span(), OTHERS[word[0]])
    return None
