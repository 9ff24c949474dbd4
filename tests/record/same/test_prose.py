"""What two copies of one text have in common, and what is quoted."""

import pytest

from onrecord.article import Block
from onrecord.ingest import article_from_text
from onrecord.record.same.prose import MOST_WORDS, prose

# What editors change first, and what is left of it.
SAME = [
    ('"We agree," she said.', "“We agree,” she said."),
    ('"We agree," she said.', "‘We agree,’ she said."),
    ("The mayor’s plan — it isn't new — failed.", "the mayor's plan - it isn’t new – failed"),
    ("It cost 14,000 crowns.", "It cost 14 000 crowns."),
    ("It cost 14,000 crowns.", "It cost 14 000 crowns."),
    ("Élodie Brønn spoke in São Tomé.", "Elodie Brønn spoke in Sao Tome."),
    ("A vice-president spoke.", "A vice president spoke."),
    ("co\u00adop\u200bera\u2060tion", "cooperation"),
    ("ﬁve oﬃces", "five offices"),
    ("The MAYOR spoke...", "The mayor spoke…"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_editors_marks_are_gone(one, other):
    assert prose(one, ()).words == prose(other, ()).words != []


@pytest.mark.parametrize(
    ("one", "other"), [("12.5 percent", "125 percent"), ("3:15", "315"), ("can't", "can t")]
)
def test_other_words_stay_other(one, other):
    assert prose(one, ()).words != prose(other, ()).words


# Quoted words in brackets.
QUOTED = [
    'She said: "[We] [agree]." He left.',
    "She said: “[We] [agree].” He left.",
    "She said: ‘[We] [agree]’. The islands’ boats left.",
    "She said: '[We] [can't] [agree].' The islands' boats left.",
    "Sie sagte: „[Wir] [stimmen] [zu]“, und ging.",
    "Elle a dit : « [Oui] [madame] » en partant.",
    "“[We] [agree]\n\nHe left.",
    "“[He] [said] ‘[no]’ [to] [me],” she said.",
    "The 1990s' end was the islands' best.",
]


@pytest.mark.parametrize("marked", QUOTED)
def test_quoted_words(marked):
    found = prose(marked.replace("[", "").replace("]", ""), ())
    quoted = [word for word, inside in zip(found.words, found.quoted, strict=True) if inside]
    bare = [part.split("]")[0] for part in marked.split("[")[1:]]
    assert quoted == [word.lower().replace("'", "") for word in bare]


def test_only_paragraphs_count():
    text = (
        "Ferries to stop at noon\n\nBy Ada Quist\n\nOSLO (Kestrel) - The ferries will stop at noon today.\n\n"
        "Photo: A ferry. Credit: Ada Quist\n\nNobody knows why they will.\n\nFerries, Oslo, noon"
    )
    article, _ = article_from_text(text)
    words = " ".join(prose(article.text, article.blocks).words)
    assert words == "the ferries will stop at noon today nobody knows why they will"


def test_an_article_without_paragraphs_has_no_words():
    assert prose("Ferries stop", (Block("headline", 0, 12),)).words == []


def test_no_more_words_than_are_compared():
    assert len(prose("word " * (MOST_WORDS + 9), ()).words) == MOST_WORDS


def test_a_script_without_spaces_has_words():
    assert prose("市長は合意した", ()).words == list("市長は合意した")
