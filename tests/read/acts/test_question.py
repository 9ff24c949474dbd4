"""The question a statement answers: (text, statements in, (answer, question, content of the answer))."""

import re

import pytest

from onrecord.article import Article
from onrecord.read.acts.question import answered
from onrecord.span import Span
from onrecord.statement import Agent, Hop, Mention, Statement
from tests.work import calls


def spans(text: str, words: str) -> tuple[Span, ...]:
    """The spans of the parts of ``words`` between "…", in order."""
    out, at = [], 0
    for part in filter(None, words.split("…")):
        found = re.compile(r"(?<!\w)" + re.escape(part)).search(text, at)
        assert found, part
        out.append(Span(found.start(), found.end()))
        at = found.end()
    return tuple(out)


def made(text: str, id: str, source: str, cue: str, content: str, **more) -> Statement:
    kind = "direct" if content[:1] in set("“'\"") else "indirect"
    return Statement(id, kind, spans(text, source), spans(text, cue), spans(text, content), 0.9, **more)


def read(text: str, *statements: Statement, agents=()) -> dict[str, tuple[str | None, str]]:
    out = answered(Article("a", text), statements, agents)

    def words(found):
        return "…".join(s.of(text) for s in found)

    return {s.id: (words(s.question.content) if s.question else None, words(s.content)) for s in out}


ROOS = "Answering a question about whether he thinks the strait ‘will stay open’, Roos said: “We hope so.”"
ONE = [
    (ROOS, "Roos", "said", "“We hope so.”", "whether he thinks the strait ‘will stay open’"),
    ("Asked if she would go, Obi said no.", "Obi", "said", "no", "if she would go"),
    (
        "Asked why, as two funds want, he would go, Obi said no.",
        "Obi",
        "said",
        "no",
        "why, as two funds want, he would go",
    ),
    ("“No,” Obi said when asked about the leak. It rained.", "Obi", "said", "“No,”", "about the leak"),
    ("“No,” Obi said, answering a question about what leaks.", "Obi", "said", "“No,”", "what leaks"),
    ("Obi, asked about the leak, had said no.", "Obi", "had said", "no", "about the leak"),
    ("Asked about the leak, “It is small,” Obi said.", "Obi", "said", "“It is small,”", "about the leak"),
    (
        "Asked about the leak, Obi laughed. “Ask me in May,” he said.",
        "he",
        "said",
        "“Ask me in May,”",
        "about the leak",
    ),
    (
        "Obi was asked whether it leaks. “A little,” she replied.",
        "she",
        "replied",
        "“A little,”",
        "whether it leaks",
    ),
    ("Obi was asked about the leak, and said it was small.", "Obi", "said", "it was small", "about the leak"),
    ("Pressed on the leak, Obi declined to comment.", "Obi", "declined to comment", "", "on the leak"),
    ("Obi was asked to leave. “No,” said Obi.", "Obi", "said", "“No,”", None),
    (
        "Obi was asked whether it leaks. The harbour of Delta, said Reis, is old.",
        "Reis",
        "said",
        "The harbour of Delta…is old",
        None,
    ),
    ("Q: Does it leak?\nA: A little.", "A", ":", "A little", "Does it leak?"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "question"), ONE)
def test_a_clause_gives_the_question(text, source, cue, content, question):
    s = made(text, "s1", source, cue, content) if cue != ":" else _turn(text, "s1", "A", "A little")
    assert read(text, s) == {"s1": (question, content)}


def _turn(text: str, id: str, who: str, said: str) -> Statement:
    at = text.index(f"{who}: {said}")
    colon = at + len(who)
    end = colon + 2 + len(said)
    return Statement(
        id, "indirect", (Span(at, colon),), (Span(colon, colon + 1),), (Span(colon + 2, end),), 0.9
    )


def test_the_asker_s_words_are_cut_out_of_the_answer():
    whole = ROOS[: ROOS.index(", Roos")] + "…“We hope so.”"
    assert read(ROOS, made(ROOS, "s1", "Roos", "said", whole))["s1"][1] == "“We hope so.”"
    quoted = made(ROOS, "s1", "Roos", "said", "‘will stay open’…“We hope so.”")
    (answer,) = answered(Article("a", ROOS), [quoted])
    assert ([s.of(ROOS) for s in answer.content], answer.kind) == (["“We hope so.”"], "direct")


def test_an_answer_of_the_question_s_words_alone_keeps_them():
    text = "Asked about the leak, Obi declined to comment."
    assert read(text, made(text, "s1", "Obi", "declined to comment", "about the leak")) == {
        "s1": ("about the leak", "about the leak")
    }


def test_a_statement_made_of_the_clause_goes_and_what_it_held_moves_out():
    text = "Asked whether he thinks it leaks, Roos said no."
    clause = made(text, "s1", "Roos", "Asked", "whether he thinks it leaks")
    inner = made(text, "s2", "he", "thinks", "it leaks", parent="s1", level=2)
    answer = made(text, "s3", "Roos", "said", "no")
    out = answered(Article("a", text), [clause, inner, answer])
    assert [(s.id, s.parent, s.level) for s in out] == [("s2", None, 1), ("s3", None, 1)]


def test_a_statement_made_of_the_clause_stays_where_its_source_asked():
    text = "Asked by a clerk whether it leaks, Roos said no."
    clause = made(text, "s1", "a clerk", "Asked", "whether it leaks", speaker="clerk")
    answer = made(text, "s2", "Roos", "said", "no")
    out = answered(Article("a", text), [clause, answer])
    assert [s.id for s in out] == ["s1", "s2"]
    assert out[1].question and out[1].question.asker == "clerk"


def test_a_question_of_its_own_is_answered_right_behind():
    text = "A reporter asked Obi who had paid. “The city,” she said. “It rained,” said Reis."
    asked = made(text, "s1", "A reporter", "asked", "who had paid", speaker="reporter")
    first = made(text, "s2", "she", "said", "“The city,”", speaker="obi")
    second = made(text, "s3", "Reis", "said", "“It rained,”", speaker="reis")
    out = answered(Article("a", text), [asked, first, second])
    assert [s.question.asker if s.question else None for s in out] == [None, "reporter", None]


def test_of_several_sentences_the_last_question_is_answered():
    text = "HOST: You knew him. Was he ill?\n\nGUEST: No.\n\nHOST: They say so.\n\nGUEST: Who?"
    host = _turn(text, "s1", "HOST", "You knew him. Was he ill?")
    guest = _turn(text, "s2", "GUEST", "No.")
    assert read(text, host, guest) == {
        "s1": (None, "You knew him. Was he ill?"),
        "s2": ("Was he ill?", "No."),
    }


def test_who_asked_is_the_agent_in_the_clause_or_the_venue():
    text = "Asked by Ana Reis if it leaks, Obi said no. Pressed on whether it might, he said no more."
    reis = Agent("reis", "Ana Reis", "person", mentions=(Mention(9, 17, "name"),))
    first = made(text, "s1", "Obi", "said", "no")
    later = text.index("he said no more")
    second = Statement(
        "s2",
        "indirect",
        (Span(later, later + 2),),
        (Span(later + 3, later + 7),),
        (Span(later + 8, later + 15),),
        0.9,
    )
    out = answered(Article("a", text), [first, second], [reis])
    assert [s.question.asker if s.question else None for s in out] == ["reis", "reis"]
    told = Statement(
        "s1",
        "indirect",
        first.source,
        first.cue,
        first.content,
        0.9,
        chain=(Hop("paper", "in_interview_with"),),
    )
    (alone,) = answered(Article("a", text[:44]), [told])
    assert alone.question and alone.question.asker == "paper"


@pytest.mark.parametrize(
    "text", ["", "asked", "Asked whether", "asked by if about", "Q: ?\nA: ?", "\ud800" * 9]
)
def test_any_text_is_read(text):
    whole = (Span(0, len(text)),)
    odd = [
        Statement("s1", "direct", whole, whole, whole, 0.5, parent="s1"),
        Statement("s2", "direct", (), (), (), 0.5, parent="nobody"),
        Statement("s3", "direct", (), whole, (), 0.5, parent="s1"),
    ]
    assert {s.id for s in answered(Article("a", text), odd)} <= {"s1", "s2", "s3"}
    assert answered(Article("a", text), []) == ()


def test_long_articles_take_linear_work():
    unit = "Asked whether it leaks, Obi said no. "
    endless = "asked whether it leaks, Obi said no, "

    def work(unit: str, n: int) -> int:
        text = unit * n
        one = made(unit, "s", "Obi", "said", "no")

        def moved(spans, i):
            return tuple(Span(s.start + i * len(unit), s.end + i * len(unit)) for s in spans)

        statements = [
            Statement(
                f"s{i}", "indirect", moved(one.source, i), moved(one.cue, i), moved(one.content, i), 0.9
            )
            for i in range(n)
        ]
        return calls(lambda: answered(Article("a", text), statements))

    work(unit, 10)
    for words in (unit, endless):
        assert work(words, 1600) < 1.5 * 8 * work(words, 200)
