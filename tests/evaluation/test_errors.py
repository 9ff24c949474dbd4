"""The errors of a reading, as lines to read."""

from evaluation.errors import report
from evaluation.identity import Marked, Whole
from evaluation.sets import Labelled
from evaluation.whole import compare
from onrecord import Agent, Hop, Span

TEXT = "“We sail,” captain Ama Ruiz said. The owners feared a storm, she added."
ARTICLE = Agent("article", "this article", "document")
RUIZ = Agent("ruiz", "Ama Ruiz", "person")
HOPS = (Hop("article", "published_by"), Hop("ruiz", "said_by", explicit=False))


def marked(
    id_: str, source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int], **more: object
) -> Marked:
    return Marked(id_, (Span(*cue),), (Span(*content),), (Span(*source),), **more)  # type: ignore[arg-type]


def test_each_error_is_a_line_with_its_words() -> None:
    gold = Whole(
        (ARTICLE, RUIZ),
        (
            marked("g1", (11, 27), (28, 32), (0, 10), speaker="ruiz", chain=HOPS),
            marked("g2", (61, 64), (65, 70), (34, 59), speaker="ruiz", chain=HOPS),
            marked("g3", (34, 44), (45, 51), (52, 59), parent="g2", level=2),
        ),
    )
    found = Whole(
        (ARTICLE, RUIZ, Agent("x", "The owners", "group")),
        (
            marked("f2", (61, 64), (65, 70), (34, 59), speaker="x"),
            marked("f3", (34, 44), (45, 51), (52, 59), speaker="x"),
            marked("f4", (34, 44), (45, 51), (0, 2)),
        ),
    )
    lines = list(report(Labelled("crossing", TEXT, None, gold), found, compare(TEXT, gold, found)))
    assert lines == [
        "== crossing",
        "missed            g1 L1 [captain Ama Ruiz] said: “We sail,”",
        "spurious          f4 L1 [The owners] feared: “W",
        "speaker (pronoun) g2 L1 [she] added: The owners feared a storm",
        "                     gold Ama Ruiz / found The owners",
        "chain             g2 L1 [she] added: The owners feared a storm",
        "                     gold this article published_by > (Ama Ruiz said_by) / found no chain",
        "level             g3 L2 [The owners] feared: a storm",
        "                     gold 2 / found 1",
        "parent            g3 L2 [The owners] feared: a storm",
        "                     gold g2 / found None",
    ]


def test_long_and_broken_words_stay_on_a_line() -> None:
    text = "a\n" * 200
    gold = Whole((), (Marked("g", content=(Span(0, 300),)),))
    (_, line) = report(Labelled("long", text, None, gold), Whole(), compare(text, gold, Whole()))
    assert len(line) < 140
    assert "\n" not in line
