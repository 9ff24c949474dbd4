"""The errors of a reading, as lines to read."""

from evaluation import claim_errors
from evaluation.errors import report
from evaluation.marked import Bound, Held, Marked, Proposed, Whole
from evaluation.sets import Labelled, compare
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
    lines = list(report(compare(Labelled("crossing", TEXT, None, gold), found)))
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
    (_, line) = report(compare(Labelled("long", text, None, gold), Whole()))
    assert len(line) < 140
    assert "\n" not in line


def claim(
    id_: str, statement: str | None, trigger: tuple[int, int], *stances: Held, **more: object
) -> Proposed:
    return Proposed(id_, statement, None, "", (Span(*trigger),), stances, **more)  # type: ignore[arg-type]


def test_each_error_of_a_claim_is_told_with_the_words_it_rests_on() -> None:
    said = marked("s1", (11, 27), (28, 32), (0, 10), speaker="ruiz", chain=HOPS)
    feared = marked("s2", (34, 44), (45, 51), (52, 59), speaker="owners")
    owners = Agent("owners", "The owners", "group")
    sail, storm = (4, 8), (54, 59)
    fear = Held("owners", "PS+", accept=("PR+",), evidence=(Span(45, 51),))
    gold = Whole(
        (ARTICLE, RUIZ, owners),
        (said, feared),
        claims=(
            claim("c1", "s1", sail, Held("ruiz", "CT+"), act="promise", time=Bound("ON", "2021")),
            claim("c2", "s2", storm, Held("ruiz", "Uu"), fear, act="assert"),
            claim("c3", "s2", (52, 53), fear),
        ),
    )
    found = Whole(
        gold.agents,
        (said, feared),
        claims=(
            claim("f1", "s1", sail, Held("ruiz", "Uu", "desire", p=0.75, why="hopes"), act="hope"),
            claim("f2", "s2", storm, Held("ruiz", "CT+"), fear, act="assert"),
            claim("f3", None, (0, 2), Held("article", "CT+")),
        ),
    )
    lines = list(claim_errors.report(compare(Labelled("crossing", TEXT, None, gold), found)))
    in_words = "c1 <sail> L1 [captain Ama Ruiz] said: “We sail,”"
    assert lines == [
        "== crossing",
        f"value             {in_words}",
        "                     gold  CT+",
        "                     found Uu desire p=0.75 (hopes)",
        f"act               {in_words}",
        "                     gold  promise",
        "                     found hope",
        f"time              {in_words}",
        "                     gold  ON 2021",
        "                     found no time",
        "missed            c3 <a> L1 [The owners] feared: a storm",
        "other holder      c2 <storm> L1 [The owners] feared: a storm",
        "                     gold  Ama Ruiz Uu, The owners PS+",
        "                     found Ama Ruiz CT+, The owners PS+",
        "spurious          f3 <“W> in the article's own voice = CT+",
    ]
