"""The query language: what each spelling means, and what is said where it means nothing."""

import pickle
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.ask import parse, shown
from onrecord.ask.parse import DEEPEST, LONGEST, MOST
from onrecord.ask.place import WIDTH, pointed, visible, width
from onrecord.ask.words import FIELDS, LISTED, OTHER_NAMES, VALUES
from onrecord.errors import OnrecordError, QueryError
from onrecord.query import And, Between, Equals, Level, Not, Or, Query, Words, unplaced
from onrecord.terms import terms

DOCS = Path(__file__).parents[2] / "docs/query.md"


def words(field, text, phrase=False):
    return Words(field, text, terms(text), phrase)


FERRY, PIER, STRIKE = (words("said", word) for word in ("ferry", "pier", "strike"))
SOL, BERG = words("who", "Sol"), words("who", "Berg")
MEANING = [
    ("", And(())),
    ("  \n\u3000", And(())),
    # words and phrases
    ("ferry", FERRY),
    ('"ferry"', FERRY),
    ("said:ferry", FERRY),
    ("or", words("said", "or")),
    ('"OR"', words("said", "OR")),
    ("ferry  strike", And((FERRY, STRIKE))),
    ("ferry AND strike", And((FERRY, STRIKE))),
    ('"ferry strike"', words("said", "ferry strike", phrase=True)),
    ("“ferry strike”", words("said", "ferry strike", phrase=True)),
    ("„ferry \t strike“", words("said", "ferry strike", phrase=True)),
    ("«ferry strike»", words("said", "ferry strike", phrase=True)),
    ("long-term", words("said", "long-term", phrase=True)),
    ('said:"ferry strike"', words("said", "ferry strike", phrase=True)),
    ("“so-called”-style", And((words("said", "so-called", phrase=True), words("said", "-style")))),
    ("drivers’", words("said", "drivers’")),
    # names, in any order
    ("who:Sol", SOL),
    ("WHO:Sol", SOL),
    ("who：Sol", SOL),
    ('who:"Ida Sol"', words("who", "Ida Sol")),
    ("who:'Ida Sol'", words("who", "Ida Sol")),
    ("who:'Abd'", words("who", "Abd")),
    ("who:d'Arc", words("who", "d'Arc")),
    ("who:'t who:Sol", And((words("who", "'t"), SOL))),
    ("who:'the driver's union' pier", And((words("who", "the driver's union"), PIER))),
    ("who:3,p-1a2b3c", Or((Equals("who", ("p-1a2b3c",)), words("who", "3")))),
    ("about:3,5", words("about", "3,5")),
    ('about:3,"5"', Or((words("about", "3"), words("about", "5")))),
    ('about:"harbour pier contract"', words("about", "harbour pier contract")),
    ("outlet:Lantern", words("outlet", "Lantern")),
    ("via:Norrpress", words("via", "Norrpress")),
    ("who:al-Sol", words("who", "al-Sol")),
    # several values
    ("who:Sol,Berg", Or((SOL, BERG))),
    ('who:"Ida Sol","Jon Berg"', Or((words("who", "Ida Sol"), words("who", "Jon Berg")))),
    ("about:1,000", words("about", "1,000")),
    ("about:1,000,pier", Or((words("about", "1,000"), words("about", "pier")))),
    # ids
    ("who:p-1a2b3c", Equals("who", ("p-1a2b3c",))),
    ("who:Sol,p-1a2b3c,p-00ff00", Or((Equals("who", ("p-1a2b3c", "p-00ff00")), SOL))),
    ("who:9f2c4a1b5d6e7f80/ida-sol", Equals("who", ("9f2c4a1b5d6e7f80/ida-sol",))),
    ('who:"p-1a2b3c"', words("who", "p-1a2b3c")),
    ("via:p-1a2b3c", Equals("via", ("p-1a2b3c",))),
    ("event:e-1a2b3c,Meet", Equals("event", ("e-1a2b3c", "meet"))),
    ('event:"phone call"', Equals("event", ("phone call",))),
    # values
    ("stance:PS+", Equals("stance", ("PS+",))),
    ("stance:ps+,CT−,ps+", Equals("stance", ("PS+", "CT-"))),
    ("stance:ctu,uu", Equals("stance", ("CTu", "Uu"))),
    ("stance:Uu:ignorance", Equals("stance", ("Uu:ignorance",))),
    ("stance:ignorance", Equals("stance", ("Uu:ignorance",))),
    ("stance:yes,No", Equals("stance", ("CT+", "CT-"))),
    ('stance:"not ruled out"', Equals("stance", ("PS+",))),
    ("stance:declined", Equals("stance", ("Uu:declined",))),
    ("stance:hope", Equals("stance", ("Uu:desire",))),
    ("stance:for,likely", Equals("stance", ("CT+", "PR+", "PS+"))),
    ("act:deny,Promised", Equals("act", ("deny", "promise"))),
    ("kind:direct,mixed", Equals("kind", ("direct", "mixed"))),
    ("level:1", Level(1, 1)),
    ("level:2+", Level(2, None)),
    ("level:1-2", Level(1, 2)),
    ("level:2..3", Level(2, 3)),
    ("level:1,3+", Or((Level(1, 1), Level(3, None)))),
    # dates: a period is all of it
    ("since:2016", Between("2016-01-01", None)),
    ("until:2016", Between(None, "2016-12-31")),
    ("since:2016-02", Between("2016-02-01", None)),
    ("until:2016-02", Between(None, "2016-02-29")),
    ("until:2016-03-05", Between(None, "2016-03-05")),
    ('since:"2016"', Between("2016-01-01", None)),
    ("since:2016-03 until:2016-03", Between("2016-03-01", "2016-03-31")),
    ("until:2016 ferry since:2016", And((Between("2016-01-01", "2016-12-31"), FERRY))),
    ("since:2016 (since:2017 ferry)", And((Between("2017-01-01", None), FERRY))),
    ("since:2017 OR until:2016", Or((Between("2017-01-01", None), Between(None, "2016-12-31")))),
    # negation
    ("-ferry", Not(FERRY)),
    ("–ferry", Not(FERRY)),
    ("NOT ferry", Not(FERRY)),
    ("-who:Sol,Berg", Not(Or((SOL, BERG)))),
    ('-"ferry strike"', Not(words("said", "ferry strike", phrase=True))),
    ("-(ferry strike)", Not(And((FERRY, STRIKE)))),
    ("-(-ferry)", FERRY),
    ("pier -(-(ferry strike))", And((PIER, FERRY, STRIKE))),
    # alternatives and groups
    ("ferry OR pier", Or((FERRY, PIER))),
    ("ferry OR pier strike", And((Or((FERRY, PIER)), STRIKE))),
    ("strike ferry OR pier", And((STRIKE, Or((FERRY, PIER))))),
    ("strike AND (ferry OR pier)", And((STRIKE, Or((FERRY, PIER))))),
    ("(strike ferry) OR pier", Or((And((STRIKE, FERRY)), PIER))),
    ("ferry OR (pier OR strike)", Or((FERRY, PIER, STRIKE))),
    ("ferry (pier strike)", And((FERRY, PIER, STRIKE))),
    ("((ferry))", FERRY),
    ("（ferry）", FERRY),
    ("-ferry OR pier", Or((Not(FERRY), PIER))),
    # a colon that is part of a word
    ("10:30", words("said", "10:30", phrase=True)),
    ("http://example.org/who:Sol", words("said", "http://example.org/who:Sol", phrase=True)),
    ("since://x", None),
    ("find://x", words("said", "find://x", phrase=True)),
    ("talk: pier", And((words("said", "talk:"), PIER))),
    ("speaker: pier", And((words("said", "speaker:"), PIER))),
    ("Tarvik:pier", words("said", "Tarvik:pier", phrase=True)),
]

WRONG = [
    # (query, what the carets are under, a part of the message)
    ("ferry stance:PS", "stance:PS", "stance:PS is no value; did you mean PS+ or PS-?"),
    ("stance:CT+,lkely", "lkely", "did you mean likely?"),
    ("stance:Uu:ignorence", "stance:Uu:ignorence", "did you mean Uu:ignorance?"),
    ("stance:xyzzy", "stance:xyzzy", "it is one of CT+, PR+, PS+"),
    ('stance:""', 'stance:""', 'stance:"" is no value'),
    ("act:assret", "act:assret", "did you mean assert?"),
    ("act:juggle", "act:juggle", "it is one of assert, deny"),
    ("kind:dircet", "kind:dircet", "did you mean direct?"),
    ("pier snatce:PS+", "snatce:", "snatce: is no field; did you mean stance:?"),
    ("abuot:pier", "abuot:", "did you mean about:? (put words with a colon in quotation marks)"),
    ("speaker:Sol", "speaker:", "did you mean who:?"),
    ("ferry before:2016", "before:", "did you mean until:?"),
    ('who:"Ida Sol', '"', "this quotation mark is not closed"),
    ("ferry “strike", "“", "this quotation mark is not closed"),
    ("who:", "who:", "who: has no value; write who:Peskov"),
    ("who: Sol", "who:", "who: has no value; write who:Sol, without a blank"),
    ("(who:)", "who:", "who: has no value"),
    ("who:Sol, Berg", "who:Sol,", "write no blank around it"),
    ("who:,Sol", "who:", "missing before the comma"),
    ("who:-Sol", "who:-", "write -who:"),
    ("who:(Sol OR Berg)", "who:(", "with commas: who:Sol,Berg"),
    ('who:(Ida Sol OR "Berg")', "who:(", 'with commas: who:"Ida Sol"'),
    ("who:(Sol)", "who:(", "who: takes no parentheses; put them around all of it: (who:Peskov)"),
    (
        "since:2017 ferry until:2016",
        "since:2017 ferry until:2016",
        "since 2017-01-01 is after until 2016-12-31",
    ),
    ("pier (until:2016 (since:2017))", "until:2016 (since:2017)", "is after until"),
    ("since:2016-02-30", "since:2016-02-30", "February 2016 has 29 days"),
    ("since:2016-13", "since:2016-13", "months go from 01 to 12"),
    ("since:0000", "since:0000", "years go from 0001 to 9999"),
    ("since:2016-3-5", "since:2016-3-5", "did you mean since:2016-03-05?"),
    ("until:2016/11", "until:2016/11", "did you mean until:2016-11?"),
    ("until:20161113", "until:20161113", "did you mean until:2016-11-13?"),
    ("until:13.11.2016", "until:13.11.2016", "did you mean until:2016-11-13?"),
    ("until:3/4/2016", "until:3/4/2016", "write a year, a month or a day: until:2016,"),
    ("since:7d", "since:7d", "write a year"),
    ("since:٢٠١٦", "since:٢٠١٦", "write a year"),
    ("since:2016,2017", "since:2016,2017", "since: takes one date"),
    ("level:0", "level:0", "write level:1, level:2+"),
    ("level:3-2", "level:3-2", "did you mean level:2-3?"),
    ("level:deep", "level:deep", "level:deep is no level"),
    ("level:²", "level:²", "is no level"),
    ("event:?", "event:?", "names nothing"),
    ("ferry -", "-", '"-" has nothing to leave out'),
    ("--ferry", "-", "has nothing to leave out"),
    ("ferry -)", "-", "has nothing to leave out"),
    ("ferry NOT", "NOT", "has nothing to leave out"),
    ("ferry - pier", "-", "take the blank away"),
    ("ferry OR", "OR", "OR stands between two terms; none stands behind it"),
    ("OR ferry", "OR", "no term stands before OR"),
    ("AND ferry", "AND", "no term stands before AND"),
    ("ferry OR OR pier", "OR", "none stands behind it"),
    ("ferry AND pier OR strike", "OR", "can be read in two ways"),
    ("ferry OR pier AND strike", "AND", "can be read in two ways"),
    ("ferry ()", ")", "nothing stands between these parentheses"),
    ("(ferry", "(", "this parenthesis is not closed"),
    ("ferry (", "(", "nothing stands behind this parenthesis"),
    ("ferry)", ")", "this parenthesis was never opened"),
    (") ferry", ")", "this parenthesis was never opened"),
    ("ferry & pier", "&", "& has no letter or digit"),
    ('ferry ""', '""', '"" has no letter or digit'),
    ("ferr*", "ferr*", "there are no wildcards"),
    ("since://x", "since://x", "is no date"),
    ("ferry\x1b[31m )", ")", "never opened"),
]


@pytest.mark.parametrize(("text", "expected"), [row for row in MEANING if row[1] is not None])
def test_meaning(text, expected):
    assert unplaced(parse(text)) == unplaced(expected)


@pytest.mark.parametrize(("text", "place", "message"), WRONG)
def test_what_is_wrong(text, place, message):
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert message in error.reason
    assert text[error.start : error.end] == place
    line, carets = error.picture.splitlines()
    assert carets.strip() == "^" * cell_len(visible(place))
    assert str(error) == f"{error.reason}\n\n{line}\n{carets}"
    assert "\x1b" not in str(error)


def test_the_error_as_people_see_it():
    with pytest.raises(OnrecordError) as caught:
        parse("who:Peskov stance:PS about:meeting")
    assert str(caught.value).splitlines() == [
        "stance:PS is no value; did you mean PS+ or PS-?",
        "",
        "    who:Peskov stance:PS about:meeting",
        "               ^^^^^^^^^",
    ]


def test_an_error_survives_pickling():
    with pytest.raises(QueryError) as caught:
        parse("who:")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.start, again.end) == (str(caught.value), 0, 4)


@pytest.mark.parametrize(
    "before",
    [
        "東京 ",
        "e\u0301te\u0301 ",
        "한국 ",
        "\u1112\u1161\u11ab ",
        "x👍 ",
        "x👍🏽 ",
        "ｗｉｄｅ ",
        "שלום ",
        "a\tb\n",
        "a\u200db ",
        "नमस्ते ",
    ],
)
def test_carets_stand_under_wide_and_combining_characters(before):
    with pytest.raises(QueryError) as caught:
        parse(f"{before}stance:PS pier")
    line, carets = caught.value.picture.splitlines()
    at = line.index("stance:PS")
    assert carets == " " * cell_len(line[:at]) + "^" * 9


def test_a_place_that_is_wide_has_wide_carets():
    assert pointed("who:東京", 4, 6).splitlines()[1] == "        ^^^^"


def test_a_long_query_is_shown_around_the_place():
    with pytest.raises(QueryError) as caught:
        parse("東京 " * 45 + "stance:PS " + "pier " * 40)
    line, carets = caught.value.picture.splitlines()
    at = line.index("stance:PS")
    assert line.startswith("    …") and line.endswith("…")
    assert cell_len(line) <= WIDTH + 4
    assert carets == " " * cell_len(line[:at]) + "^" * 9


# Limits


def test_length():
    assert parse("x" * LONGEST)
    with pytest.raises(QueryError, match="2,001 characters; 2,000 is the most"):
        parse("x" * (LONGEST + 1))


def test_depth():
    assert unplaced(parse("(" * DEEPEST + "ferry" + ")" * DEEPEST)) == unplaced(FERRY)
    for opened in ("(", "-("):
        with pytest.raises(QueryError, match="nested more than 20 levels deep"):
            parse(opened * (DEEPEST + 1) + "ferry" + ")" * (DEEPEST + 1))


@pytest.mark.parametrize("text", ["ferry {}", '"{}"', "who:{}", "event:{}", "level:{}"])
def test_number_of_words(text):
    few, many = (", "[0 if ":" in text else 1].join(["1"] * count) for count in (MOST - 1, MOST + 1))
    if text.startswith("event"):
        few, many = (",".join(str(one) for one in range(count)) for count in (MOST - 1, MOST + 1))
    if text.startswith("who"):  # "1,1" is one word
        few, many = few.replace("1", "Sol"), many.replace("1", "Sol")
    assert parse(text.format(few))
    with pytest.raises(QueryError, match="more than 100 words and values"):
        parse(text.format(many))


# Any text at all

PIECES = st.sampled_from(
    [
        *(f"{field}:" for field in FIELDS),
        *(f"{field}:" for field in OTHER_NAMES),
        *(value for known in VALUES.values() for value in known),
        *("OR AND NOT or ( ) - – \" “ ” ' , : ; * + & . … 2016 2016-02 2016-02-30 1,000 2+ 1-2".split()),
        "p-1a2b3c",
        *("Sol d'Arc Ærø 東京 e\u0301 👍 \x00 \ud800 \u200d \u202e Киев U.S. long-term 10:30 ß".split(" ")),
        " ",
        " ",
        "\n",
    ]
)
TEXT = st.one_of(
    st.text(max_size=80), st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=30).map("".join)
)


@settings(max_examples=600, deadline=None)
@given(TEXT)
def test_any_text_is_a_query_or_an_error_that_shows_its_place(text):
    found = asked(text)
    if not isinstance(found, QueryError):
        check(found, text)
        return
    assert 0 <= found.start <= found.end <= len(text)
    line, carets = found.picture.splitlines()
    assert re.fullmatch(r" {4} *\^+", carets)
    assert len(carets) <= sum(map(width, line)) + 1
    assert found.reason.isprintable()


def asked(text: str) -> Query | QueryError:
    try:
        return parse(text)
    except QueryError as error:
        return error


def check(query: Query, text: str) -> None:
    """What holds for every query: canonical, placed, and written back."""
    canonical(query)
    for one in walk(query):
        assert 0 <= one.start <= one.end <= len(text)
    written = shown(query)
    assert unplaced(msgspec.json.decode(msgspec.json.encode(query), type=Query)) == unplaced(query)
    again = asked(written)
    if isinstance(again, QueryError):  # a little longer, or deeper, than what was written
        assert "the most" in again.reason or "nested" in again.reason
        return
    assert unplaced(again) == unplaced(query)
    assert shown(again) == written


def walk(query: Query):
    yield query
    for item in getattr(query, "items", ()) or ([query.item] if isinstance(query, Not) else []):
        yield from walk(item)


def canonical(query: Query) -> None:
    for one in walk(query):
        if isinstance(one, And | Or):
            assert len(one.items) > 1 or (one is query and one.items == () and isinstance(one, And))
            assert not any(isinstance(item, type(one)) for item in one.items)
        if isinstance(one, And):
            assert sum(isinstance(item, Between) for item in one.items) < 2
        if isinstance(one, Not):
            assert not isinstance(one.item, Not)
        if isinstance(one, Words):
            assert one.terms == terms(one.text) != ()
            assert one.phrase == (one.field == "said" and len(one.terms) > 1)
        if isinstance(one, Equals):
            assert len(set(one.values)) == len(one.values) > 0
        if isinstance(one, Between):
            assert one.since or one.until


# Any query at all


def leaves():
    text = st.text("abcXYZ019 -.'東é:*,()&", min_size=1, max_size=8).map(lambda t: " ".join(t.split()))
    spelled = text.filter(terms)
    days = st.dates().map(str)
    return st.one_of(
        st.builds(
            lambda field, text: words(field, text, phrase=field == "said" and len(terms(text)) > 1),
            st.sampled_from(["said", "who", "about", "outlet", "via"]),
            spelled,
        ),
        *(
            st.lists(st.sampled_from(LISTED[field][:6]), min_size=1, unique=True).map(
                lambda values, field=field: Equals(field, tuple(values))
            )
            for field in LISTED
        ),
        st.builds(
            lambda field: Equals(field, ("p-1a2b3c", "9f2c4a1b5d6e7f80/ida-sol")),
            st.sampled_from(["who", "via", "event"]),
        ),
        st.lists(text.map(str.casefold).filter(terms), min_size=1, unique=True).map(
            lambda values: Equals("event", tuple(values))
        ),
        days.map(lambda day: Between(day, None)),
        days.map(lambda day: Between(None, day)),
        st.tuples(days, days).map(lambda pair: Between(min(pair), max(pair))),
        st.builds(
            lambda low, more: Level(low, more and low + more - 1), st.integers(1, 9), st.none() | st.just(1)
        ),
        st.builds(lambda low, more: Level(low, low + more), st.integers(1, 9), st.integers(0, 9)),
    )


def joined(kind):
    def join(items):
        flat = [one for item in items for one in (item.items if isinstance(item, kind) else (item,))]
        if kind is And:
            dates = [at for at, one in enumerate(flat) if isinstance(one, Between)]
            flat = [one for at, one in enumerate(flat) if at not in dates[1:]]
        return flat[0] if len(flat) == 1 else kind(tuple(flat))

    return join


def grown(queries):
    several = st.lists(queries, min_size=2, max_size=4)
    negated = queries.map(lambda query: query.item if isinstance(query, Not) else Not(query))
    return st.one_of(several.map(joined(And)), several.map(joined(Or)), negated)


@settings(max_examples=400, deadline=None)
@given(st.recursive(leaves(), grown, max_leaves=12))
def test_a_query_written_and_parsed_is_the_same(query):
    written = shown(query)
    assume(len(written) <= LONGEST)
    assert unplaced(parse(written)) == unplaced(query)


@pytest.mark.parametrize(
    "text",
    [
        "(" * LONGEST,
        "-(" * (LONGEST // 2),
        "who:',',',',',',',',',',',',',',',',','" * 50,
        "who:'" + "a'" * 990,
        "stance:" + "," * 1900,
        "a:b" * 600,
        "x" * 1000 + ":" + "y" * 900,
        "e\u0301" * 990 + " )",
        "since:" + "1" * 1900,
        "level:" + "1" * 1900,
        "event:" + "a+_:-" * 300,
        "\u0f73" * LONGEST,
    ],
)
def test_odd_text_comes_to_an_end(text):
    found = asked(text)
    assert str(found) if isinstance(found, QueryError) else shown(found)


# What people are told


def test_every_field_has_an_example_that_is_right():
    for field, (meaning, example) in FIELDS.items():
        assert meaning
        assert example.startswith(f"{field}:")
        assert parse(example)


def test_every_word_for_a_value_is_understood():
    for field, known in VALUES.items():
        for word, values in known.items():
            assert parse(f'{field}:"{word}"') == Equals(field, values, 0, len(field) + len(word) + 3)


def test_other_names_are_no_fields_and_lead_to_one():
    assert not OTHER_NAMES.keys() & FIELDS.keys()
    assert set(OTHER_NAMES.values()) <= FIELDS.keys()


@pytest.mark.parametrize("field", FIELDS)
def test_the_page_explains_the_field(field):
    assert f"| `{field}:` |" in DOCS.read_text(encoding="utf-8")


def test_the_examples_of_the_page_are_right():
    page = DOCS.read_text(encoding="utf-8")
    listed = re.search(r"```query\n(.*?)```", page, re.DOTALL)[1].splitlines()
    cells = re.findall(r"^\| `\w+:` \|[^|]*\| (.+?) \|", page, re.MULTILINE)
    queries = [line for line in listed if line] + [
        one for cell in cells for one in re.findall(r"`([^`]+)`", cell)
    ]
    assert len(queries) > 25
    for query in queries:
        assert parse(query)


def test_the_errors_of_the_page_are_right():
    page = DOCS.read_text(encoding="utf-8")
    shown_errors = re.findall(r"```error\n(.*?)\n```", page, re.DOTALL)
    assert shown_errors
    for text in shown_errors:
        with pytest.raises(QueryError) as caught:
            parse(text.splitlines()[2].strip())
        assert str(caught.value) == text


def test_the_page_lists_the_plain_words():
    page = DOCS.read_text(encoding="utf-8").casefold()
    missing = [word for word in VALUES["stance"] if f"`{word}`" not in page and f",{word}" not in page]
    assert missing == []
