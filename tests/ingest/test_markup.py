"""XML and HTML: what is read, what is refused, and the paragraphs that come out."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest import markup
from onrecord.ingest.markup import (
    MAX_ATTRIBUTES,
    MarkupError,
    name_of,
    paragraphs,
    paragraphs_of_html,
    parsed,
    slimmed,
    words_of,
)

calm = settings(deadline=None, max_examples=100)

NAMES = [
    (b"<nitf/>", "nitf"),
    (b'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"/>', "nitf"),
    (b'<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/"/>', "newsitem"),
]


@pytest.mark.parametrize(("data", "name"), NAMES)
def test_names(data, name):
    assert name_of(parsed(data)[0]) == name


def declared(encoding, text="<p>Café 日本</p>"):
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)


ENCODINGS = [
    (declared("utf-8"), "Café 日本", []),
    (declared("utf-16"), "Café 日本", []),
    (declared("gb18030"), "Café 日本", []),
    (declared("shift_jis", "<p>日本</p>"), "日本", []),
    (declared("iso-8859-1", "<p>Café</p>"), "Café", []),
    (declared("windows-1252", "<p>“Café”</p>"), "“Café”", []),
    ("\ufeff<p>Café</p>".encode(), "Café", []),
    (b"\n  <p>Caf\xc3\xa9</p>", "Café", []),
    (b"<p>Caf\xe9</p>", "Café", ["encoding"]),
    (b'<?xml version="1.0" encoding="utf-8"?><p>Caf\xe9</p>', "Café", ["encoding"]),
    (b'<?xml version="1.0" encoding="no-such"?><p>Cafe</p>', "Cafe", []),
    (b'<?xml version="1.0" encoding="punycode"?><p>Cafe</p>', "Cafe", []),
    (b"<p>a\x01b</p>", "a�b", ["control_character"]),
    (b'<!DOCTYPE p SYSTEM "nitf.dtd"><p>a&nbsp;&ldquo;b&rdquo;</p>', "a “b”", []),
]


@pytest.mark.parametrize(("data", "words", "kinds"), ENCODINGS)
def test_encodings(data, words, kinds):
    root, flaws = parsed(data)
    assert (words_of(root), [flaw.kind for flaw in flaws]) == (words, kinds)


BOMB = b"<!DOCTYPE p [%s]><p>&z;</p>" % b"".join(
    b'<!ENTITY %c "%s">' % (97 + step, (b"&%c;" % (96 + step) if step else b"ha") * 10) for step in range(26)
)
REFUSED = [
    (BOMB, "declares entities"),
    (b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>', "declares entities"),
    (b'<!DOCTYPE p [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><p/>', "declares entities"),
    (b"<p>&nbsp;</p>", "not well-formed"),
    (b"<p>", "not well-formed"),
    (b"", "not well-formed"),
    (b"cod", "not well-formed"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"<p>" * 300 + b"</p>" * 300, "nested too deeply"),
    (b"<p>" * 300_000, "nested too deeply"),
    (b"<p>" + b"<a/>" * 1_000_000 + b"</p>", "too many"),
    (b"<p " + b"".join(b'a%d=">" ' % number for number in range(500_000)) + b"/>", "too many or too large"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused(data, reason):
    with pytest.raises(MarkupError, match=reason):
        parsed(data)


def test_larger_than_the_limit(monkeypatch):
    monkeypatch.setattr(markup, "MAX_BYTES", 10)
    with pytest.raises(MarkupError, match="Split it"):
        parsed(b"<p>Norway cut its quota.</p>")


PROSE = [
    ("<p>One</p><p>Two</p>", ["One", "Two"]),
    ("One<p>Two</p>Three", ["One", "Two", "Three"]),
    ("<p>One <b>bold</b>, <i>still</i> one</p>", ["One bold, still one"]),
    ("<p>One<br/>line<br/><br/>Two</p>", ["One\nline", "Two"]),
    ("<p>\n  One\n  line\n</p>", ["One line"]),
    ("<ul><li>One</li><li><p>Two</p></li></ul>", ["One", "Two"]),
    ("<table><tr><td>Cod</td><td>12</td></tr><tr><td>Ling</td></tr></table>", ["Cod 12", "Ling"]),
    ("<p>One<script>var x</script> two</p><style>p {}</style>", ["One two"]),
    ("<figure><figcaption>The quay</figcaption></figure><p>One</p>", ["One"]),
    ("<pre>One\nTwo</pre>", ["One\nTwo"]),
    ("<h2>Head</h2><blockquote>Said</blockquote>", ["Head", "Said"]),
    ("<p>She said <q>No, <q>never</q></q>.</p>", ["She said “No, “never””."]),
    ("<p>She said <q>“No”</q>.</p><q/>", ["She said “No”."]),
    ("<p>Cod is <del>gone</del> <s>lost</s> there.</p>", ["Cod is there."]),
    ("<p> </p><div/>", []),
]


@pytest.mark.parametrize(("inner", "expected"), PROSE)
def test_paragraphs(inner, expected):
    assert paragraphs(parsed(f"<div>{inner}</div>".encode())[0]) == expected
    assert paragraphs_of_html(inner) == expected


HTML = [
    ("<p>One<p>Two &amp; &eacute;&nbsp;x", ["One", "Two & é x"]),
    ("no tags &lt;here&gt;", ["no tags <here>"]),
    ("<html><head><title>T</title></head><body><p>One</body></html>", ["One"]),
    ("<p>One<!-- <p>Two --></p>", ["One"]),
    ("<b>One<p>Two</b> three", ["One", "Two three"]),
    ("a\x00b\ud800c", ["a�b�c"]),
    ("", []),
]


@pytest.mark.parametrize(("html", "expected"), HTML)
def test_html(html, expected):
    assert paragraphs_of_html(html) == expected


@pytest.mark.parametrize("html", ["<div>x" * 100_000, "<i>" * 2_000_000, "x" * 12_000_000])
def test_html_that_would_be_cut_is_refused(html):
    with pytest.raises(MarkupError):
        paragraphs_of_html(html)


@pytest.mark.parametrize("piece", ["<!--", "<a ", "<p>", "&amp;", "<![CDATA[", "</p>", "&#", "<p a='"])
def test_much_of_the_same_html(piece):
    with suppress(MarkupError):
        assert isinstance(paragraphs_of_html(piece * 100_000), list)


pieces = st.sampled_from(
    ["<p>", "</p>", "<br/>", "<", ">", "&amp;", "&nbsp;", "<!--", "<?xml", "\x00", "é", "a "]
)
pages = st.lists(pieces | st.text(max_size=5), max_size=20).map("".join)


@calm
@given(pages)
def test_any_html_gives_paragraphs_without_blank_ones(page):
    assert all(paragraph.strip() == paragraph != "" for paragraph in paragraphs_of_html(page))


@calm
@given(st.binary(max_size=200) | pages.map(lambda page: f"<p>{page}</p>".encode(errors="replace")))
def test_any_bytes_are_a_tree_or_refused(data):
    with suppress(MarkupError):
        assert isinstance(paragraphs(parsed(data)[0]), list)


def test_a_tag_of_too_many_attributes_has_none():
    many = " ".join(f"a{number}='x > {number}'" for number in range(MAX_ATTRIBUTES + 1))
    assert slimmed(f"<p {many}>Cod</p>") == "<p>Cod</p>"
    assert slimmed(f'<p b="{many.replace(chr(39), "")}">Cod</p>').startswith("<p b=")  # one long value


@pytest.mark.parametrize("tag", ["<p ='", '<p a="<" ', "<p", "<", "= ", "<p ='=\"", "<p a "])
def test_slimming_comes_to_an_end_for_odd_tags(tag):
    assert len(slimmed(tag * (2**20 // len(tag)))) <= 2**20
