"""The corpora of syntax, names and coreference: their forms, and that nothing measured on is among them."""

import pytest

from evaluation import gum, litbank, silver, wikigold
from evaluation.annotated import Document, Token, Writer, detokenised, main_word
from evaluation.corpora import CORPORA, kept_apart
from onrecord import Span

needs_corpora = pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not beside this checkout")


def printed(words: str) -> str:
    out = Writer()
    for space, word in detokenised(words.split()):
        out.gap = " " if space else ""
        out.add(word)
    return out.text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("The pier , she said , is n't safe .", "The pier, she said, isn't safe."),
        ("Oke 's boat ( the Lumo ) sank !", "Oke's boat (the Lumo) sank!"),
        ('" No , " he said . " Never . "', '"No," he said. "Never."'),
        ("`` No , '' he said .", "“No,” he said."),
        ("“ No ’ said “ Bo ” .", "“No’ said “Bo”."),
        ("It cost $ 5 -- or so -- in all .", "It cost $5--or so--in all."),
        ("a _ very _ long day ...", "a _very_ long day..."),
        ("", ""),
        (".", "."),
    ],
)
def test_words_are_set_as_print_has_them(words: str, text: str) -> None:
    assert printed(words) == text


def test_the_main_word_hangs_on_none_of_the_others() -> None:
    words = [
        Token(0, 0, head=h, relation=r)
        for h, r in ((2, "det"), (0, "root"), (2, "punct"), (5, "x"), (2, "x"))
    ]
    assert main_word(words, range(2)) == 1
    assert main_word(words, range(2, 5)) == 4
    assert main_word(words, range(2, 3)) == 2


CONLLU = """\
# newdoc id = GUM_news_pier
# newpar
# sent_id = 1
1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\tEntity=(1-person-new-nnnnn-cf1-3-coref-Nela_Braun_%28mayor%29
2\tmayor\tmayor\tNOUN\tNN\t_\t3\tnmod:desc\t_\t_
3\tNela\tNela\tPROPN\tNNP\t_\t7\tnsubj\t_\t_
4\tBraun\tBraun\tPROPN\tNNP\t_\t3\tflat\t_\tEntity=1)
5-6\tisn’t\t_\t_\t_\t_\t_\t_\t_\t_
5\tis\tbe\tAUX\tVBZ\t_\t7\tcop\t_\t_
6\tn’t\tnot\tPART\tRB\t_\t7\tadvmod\t_\t_
7\tin\tin\tADP\tIN\t_\t0\troot\t_\t_
7.1\timplied\timply\tVERB\tVB\t_\t_\t_\t_\t_
8\tArdo\tArdo\tPROPN\tNNP\t_\t7\tobl\t_\tEntity=(2-place-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

# sent_id = 2
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(3-organization-new-nnnnn-cf1-2-coref
2\tBank\tBank\tPROPN\tNNP\t_\t6\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tLumo\tLumo\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(4-place-new-nnnnn-cf3-1-sgl)3)|SpaceAfter=No
5\t,\t,\tPUNCT\t,\t_\t2\tpunct\t_\t_
6\tpaid\tpay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# newpar
# sent_id = 3
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def words_of(document: Document) -> list[str]:
    return [document.text[t.start : t.end] for t in document.tokens]


def test_gum_gives_back_the_text_with_mentions_in_it() -> None:
    document = gum.document("GUM_news_pier", CONLLU)
    text = document.text
    assert text == "The mayor Nela Braun isn’t in Ardo. The Bank of Lumo, paid.\n\nShe left."
    assert words_of(document)[:9] == ["The", "mayor", "Nela", "Braun", "is", "n’t", "in", "Ardo", "."]
    assert [len(s) for s in document.sentences] == [9, 7, 3]
    assert document.tokens[3] == Token(15, 20, "NNP", 3, "flat", "PROPN", "Braun")
    rows = [
        (text[m.start : m.end], m.form, m.kind, m.head and m.head.of(text), m.name and m.name.of(text))
        for m in document.mentions
    ]
    assert rows == [
        ("The mayor Nela Braun", "name", "person", "Nela", "Nela Braun"),
        ("Ardo", "name", "place", "Ardo", "Ardo"),
        ("The Bank of Lumo", "name", "organization", "Bank", "Bank of Lumo"),
        ("Lumo", "name", "place", "Lumo", "Lumo"),
        ("She", "pronoun", "person", "She", None),
    ]
    assert [[text[m.start : m.end] for m in c] for c in document.clusters] == [
        ["The mayor Nela Braun", "She"],
        ["Ardo"],
        ["The Bank of Lumo"],
        ["Lumo"],
    ]
    assert len(document.entities) == 4


CONLL = """\
#begin document (d); part 0
d\t0\t0\tNela\t_\t_\t_\t_\t_\t_\t_\t_\t(1
d\t0\t1\tBraun\t_\t_\t_\t_\t_\t_\t_\t_\t1)
d\t0\t2\tsaw\t_\t_\t_\t_\t_\t_\t_\t_\t
d\t0\t3\ther\t_\t_\t_\t_\t_\t_\t_\t_\t(2|(1)
d\t0\t4\tbrother\t_\t_\t_\t_\t_\t_\t_\t_\t2)
d\t0\t5\t.\t_\t_\t_\t_\t_\t_\t_\t_\t

d\t0\t0\tHe\t_\t_\t_\t_\t_\t_\t_\t_\t(2)
d\t0\t1\tleft\t_\t_\t_\t_\t_\t_\t_\t_
#end document
"""


def test_litbank_is_set_again() -> None:
    document = litbank.document("d", CONLL)
    text = document.text
    assert text == "Nela Braun saw her brother. He left"
    assert [[(text[m.start : m.end], m.form) for m in c] for c in document.clusters] == [
        [("Nela Braun", "name"), ("her", "pronoun")],
        [("her brother", "nominal"), ("He", "pronoun")],
    ]
    assert [m.start for m in document.mentions] == [0, 15, 15, 28]
    assert [len(s) for s in document.sentences] == [6, 2]


def test_wikigold_is_set_again() -> None:
    first = "Nela I-PER\nBraun I-PER\nof O\nArdo I-ORG\nBank I-ORG\n. O"
    conll = f"\n\n{first}\n\nShe O\nleft O\nTirana I-LOC\n. O\n\n"
    document = wikigold.document("w", conll)
    assert document.text == "Nela Braun of Ardo Bank. She left Tirana."
    assert [(document.text[m.start : m.end], m.kind) for m in document.entities] == [
        ("Nela Braun", "person"),
        ("Ardo Bank", "organization"),
        ("Tirana", "place"),
    ]


def test_silver_has_forms_by_the_main_word() -> None:
    text = "The mayor Braun left. She did."
    raw = {
        "id": "s",
        "sentences": [
            [
                [0, 3, "DT", "O", 3, "det"],
                [4, 9, "NN", "O", 3, "compound"],
                [10, 15, "NNP", "PERSON", 4, "nsubj"],
                [16, 20, "VBD", "O", 0, "root"],
                [20, 21, ".", "DATE", 4, "punct"],
            ],
            [[22, 25, "PRP", "O", 2, "nsubj"], [26, 29, "VBD", "O", 0, "root"]],
        ],
        "coreference": [[[22, 25], [0, 15]]],
    }
    document = silver.document(text, raw)
    ((name, she),) = document.clusters
    assert (name.form, name.head, she.form) == ("name", Span(10, 15), "pronoun")
    assert [(text[m.start : m.end], m.kind) for m in document.mentions] == [("Braun", "person")]
    assert document.tokens[2].entity == "PERSON"


@needs_corpora
def test_nothing_that_is_measured_on_is_among_what_is_trained_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gum, "document", lambda id_, _: Document(id_, ""))
    monkeypatch.setattr(silver, "document", lambda text, raw: Document(raw["id"], text))
    named = {"GUM_news_korea", "GUM_news_questionnaire", "GUM_news_taxes", "GUM_news_iodine"}
    assert named <= kept_apart()
    train, dev = ({d.id for d in gum.gum(part)} for part in ("train", "dev"))
    assert (len(train), len(dev)) == (125, 19)
    assert not (train | dev) & kept_apart()
    assert {d.id for part in ("train", "dev") for d in gum.gum(part, whole=True)} == train | dev | named
    news = {d.id for d in silver.silver()}
    assert len(news) == 794
    assert not news & kept_apart()


@needs_corpora
@pytest.mark.parametrize("corpus", ["gum", "litbank", "wikigold"])
def test_whole_corpora_hold_together(corpus: str) -> None:
    documents = {
        "gum": lambda: gum.gum("dev", whole=True),
        "litbank": litbank.litbank,
        "wikigold": wikigold.wikigold,
    }
    least = {"gum": 20, "litbank": 100, "wikigold": 145}
    found = list(documents[corpus]())
    assert len(found) >= least[corpus]
    for document in found:
        text = document.text
        assert text == text.strip()
        assert all(text[t.start : t.end].strip() for t in document.tokens)
        assert all(text[m.start : m.end] == text[m.start : m.end].strip() != "" for m in document.mentions)
        assert sum(map(len, document.clusters)) == len(document.mentions) * (corpus != "wikigold")
        assert all(0 <= t.head <= len(s) for s in document.sentences for t in s)
