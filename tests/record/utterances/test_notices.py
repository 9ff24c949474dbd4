"""Denials, corrections and notices as news prints them, read and added: what they take back, and what stands."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from sqlalchemy import select

from onrecord.ingest import articles
from onrecord.pipeline import readings
from onrecord.reading import Reading
from onrecord.record import tables
from onrecord.record.opened import open_record
from tests.record.linking.told import add

STORIES = Path(__file__).with_name("notices.txt")
MISSED = {
    "c03",  # "wrongly attributed to her the remark", "misquoted": what was said is not read there
    "c04",
    "d07",  # "denies strike threat": too little in common with the strike that was threatened
}
MISREAD = {"s06"}  # "The driver denied": read as the woman whom that article names next
MARKED = re.compile(r"\[([^\]]*)\]")


class Story(NamedTuple):
    """Articles, and whether the words that are marked in the first of them are taken back."""

    name: str
    gone: bool
    articles: list[dict[str, str]]
    words: str


def stories() -> Iterator[Story]:
    for told in re.split(r"(?m)^= ", STORIES.read_text(encoding="utf-8"))[1:]:
        head, first, *others = re.split(r"(?m)^@ ", told)
        name, what = head.split()
        marked = MARKED.search(first)
        assert marked, name
        yield Story(name, what == "gone", [article(name, one) for one in (first, *others)], marked[1])


def article(name: str, told: str) -> dict[str, str]:
    head, headline, body = told.strip().split("\n", 2)
    outlet, day, *place = head.split()
    url = f"https://{outlet}.example{place[0] if place else f'/{day}/{name}'}"
    text = MARKED.sub(r"\1", body).replace("\n", "\n\n")
    return {"url": url, "outlet": outlet, "published": f"{day}:00+00:00", "headline": headline, "body": text}


@pytest.fixture(scope="module")
def gone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """For each story whether its words were taken back."""
    folder = tmp_path_factory.mktemp("notices")
    told = list(stories())
    lines = [msgspec.json.encode(one) for story in told for one in story.articles]
    (folder / "news.jsonl").write_bytes(b"\n".join(lines))
    read = [one for one in readings(articles([folder / "news.jsonl"])) if isinstance(one, Reading)]
    u, s, a = tables.utterances.c, tables.statements.c, tables.articles.c
    query = (
        select(a.url, a.published, s.text, u.superseded_by)
        .join_from(tables.statements, tables.articles, s.article == a.id)
        .join(tables.utterances, s.utterance == u.id)
    )
    with open_record(folder / "news.db", create=True) as record, record.writing() as connection:
        add(connection, read)
        rows = connection.execute(query).all()
    return {
        story.name: any(
            row.superseded_by is not None
            for row in rows
            if (row.url, row.published) == (story.articles[0]["url"], story.articles[0]["published"])
            and story.words[:25] in row.text
        )
        for story in told
    }


@pytest.mark.parametrize("story", list(stories()), ids=lambda story: story.name)
def test_what_is_taken_back(gone: dict[str, bool], story: Story) -> None:
    assert gone[story.name] is ((story.gone and story.name not in MISSED) or story.name in MISREAD)
