"""Compiles the tables of office holders beside the project into `offices/compiled.tsv`, and checks the rest.

    python -m training.knowledge CORPORA/knowledge            write the file
    python -m training.knowledge CORPORA/knowledge --check    say where hand-written terms and tables differ

What people wrote by hand is better than a dump: a compiled term is left out where the hand-written files
know that office of that country at that time. A dump that stops in 2022 does not know who holds an office
today, so an open end becomes "no earlier than".
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from onrecord.knowledge import Term, noun, shipped
from onrecord.knowledge.roles import named
from onrecord.knowledge.spelling import fold

DATA = Path("src/onrecord/knowledge/data")
WIKIDATA = DATA / "wikidata.tsv"
COMPILED = DATA / "offices" / "compiled.tsv"
SEEN_TO = {"office-holders-us.csv": "2022-08..", "office-holders-ru.csv": "2022-08..", "leaders": "2021-08.."}
CYRILLIC = re.compile("[Ѐ-ӿ]")
HANDOVER = 45  # days: an overlap as short is a slip of one of the dates
SHARED = {"supreme court justice"}  # held by several at once
HIGH = ("president", "prime minister")
EARLIEST = "1988"  # before that, news archives of text are thin

# Positions as the tables name them, and as the lexicon does; "{}" is the country or what follows "of"
POSITIONS = (
    (r"Governor of the Central Bank", "governor", "Bank of Russia"),
    (r"(?:Governor|governor) of (?:the )?(.+)", "governor", "{1}"),
    (r"Lieutenant Governor of (?:the )?(.+)", "lieutenant governor", "{1}"),
    (r"(?:Head|president|President) of (?:the )?(.+)", "head", "{1}"),
    (r"[Mm]ayor of (.+)", "mayor", "{1}"),
    (r"Secretary of State of (.+)", "secretary of state", "{1}"),
    (r"[Aa]mbassador to (?:the )?(.+)", "ambassador to {1}", ""),
    (r"Permanent Representative to (?:the )?(.+)", "ambassador to {1}", ""),
    (r"Director of the Federal Security Service", "director", "FSB"),
    (r"Director of the Foreign Intelligence Service", "director", "SVR"),
    (r"Director of the CIA", "director", "Central Intelligence Agency"),
    (r"Director of the FBI", "director", "Federal Bureau of Investigation"),
    (r"Chair of the Federal Reserve", "chair", "Federal Reserve"),
    (
        r"Administrator of the Environmental Protection Agency",
        "administrator",
        "Environmental Protection Agency",
    ),
    (r"White House Press Secretary", "spokesperson", "White House"),
    (r"White House Deputy Press Secretary", "deputy spokesperson", "White House"),
    (r"White House Communications Director", "communications director", "White House"),
    (r"White House Deputy Communications Director", "deputy communications director", "White House"),
    (r"White House Deputy Chief of Staff", "deputy chief of staff", "White House"),
    (r"White House Counsel", "counsel", "White House"),
    (r"White House Chief of Staff", "chief of staff", ""),
    (r"Chief of Staff of the Presidential Executive Office", "chief of staff", ""),
    (r"Deputy Kremlin Chief of Staff", "deputy chief of staff", "Kremlin"),
    (r"Foreign Ministry Spokeperson", "spokesperson", "Foreign Ministry of Russia"),
    (r"Chief Justice", "chief justice", ""),
)
PLACES = {"Republic of Crimea": "Crimea", "Chechen Republic": "Chechnya", "Respublic of Dagestan": "Dagestan"}
STATES = {"Georgia": "Georgia State", "Washington": "Washington State"}

# The states of the leaders' table by its codes, where the code is not the ISO one
STATE_CODES = """
BHM Bahamas|HAI Haiti|TRI Trinidad and Tobago|BAR Barbados|GRN Grenada|SLU Saint Lucia|HON Honduras|
SAL El Salvador|SVG Saint Vincent and the Grenadines|AAB Antigua and Barbuda|SKN Saint Kitts and Nevis|
GUA Guatemala|COS Costa Rica|PAR Paraguay|URU Uruguay|UKG United Kingdom|IRE Ireland|NTH Netherlands|
FRN France|SWZ Switzerland|SPN Spain|POR Portugal|GMY Germany|GFR Germany|GDR East Germany|AUS Austria|
CZE Czechoslovakia|CZR Czech Republic|SLO Slovakia|MNG Montenegro|MAC North Macedonia|CRO Croatia|
YUG Yugoslavia|BOS Bosnia and Herzegovina|SLV Slovenia|BUL Bulgaria|MLD Moldova|ROM Romania|LAT Latvia|
LIT Lithuania|GRG Georgia|SWD Sweden|DEN Denmark|ICE Iceland|CAP Cape Verde|GNB Guinea-Bissau|
EQG Equatorial Guinea|GAM Gambia|NIR Niger|CDI Ivory Coast|GUI Guinea|BFO Burkina Faso|SIE Sierra Leone|
TOG Togo|CAO Cameroon|NIG Nigeria|CEN Central African Republic|CHA Chad|CON Republic of the Congo|
DRC DR Congo|TAZ Tanzania|BUI Burundi|ANG Angola|MZM Mozambique|ZIM Zimbabwe|MAW Malawi|SAF South Africa|
LES Lesotho|BOT Botswana|SWA Eswatini|MAG Madagascar|MAS Mauritius|SEY Seychelles|MOR Morocco|
ALG Algeria|LIB Libya|SUD Sudan|LEB Lebanon|KUW Kuwait|BAH Bahrain|OMA Oman|TAJ Tajikistan|
KYR Kyrgyzstan|KZK Kazakhstan|MON Mongolia|ROK South Korea|BHU Bhutan|BNG Bangladesh|MYA Myanmar|
SRI Sri Lanka|MAD Maldives|NEP Nepal|THI Thailand|CAM Cambodia|DRV Vietnam|MAL Malaysia|SIN Singapore|
PHI Philippines|INS Indonesia|ETM East Timor|AUL Australia|NEW New Zealand|VAN Vanuatu|
SOL Solomon Islands|FIJ Fiji|MSI Marshall Islands|PAL Palau|WSM Samoa|DMA Dominica|
UAE United Arab Emirates|SSD South Sudan|KOS Kosovo|LBR Liberia|USA United States
"""


def main(folder: Path, check: bool) -> None:
    compiled = [*us_executive(folder), *tables(folder), *leaders(folder)]
    hand = hand_written()
    if check:
        report(compiled, hand)
    else:
        write(settled([term for term in compiled if not covered(term, hand)]))
        WIKIDATA.write_text(items(folder), encoding="utf-8")


def items(folder: Path) -> str:
    """The table of Wikidata ids: of persons whose name is one item's alone in the tables."""
    ids: dict[str, set[str]] = defaultdict(set)
    for name in ("office-holders-us.csv", "office-holders-ru.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                ids[row["person"]].add(row["personID"])
    known = shipped().terms_of_person
    found = {person: min(one) for person, one in ids.items() if person in known and len(one) == 1}
    head = "# Wikidata ids of persons in the tables: name, id. Made by training/knowledge.py: do not edit.\n"
    return head + "".join(f"{person}\t{id}\n" for person, id in sorted(found.items()))


def hand_written() -> dict[tuple[str, str], list[Term]]:
    """The terms of the files that people edit, by office and country."""
    mine = set(COMPILED.read_text(encoding="utf-8").splitlines()) if COMPILED.exists() else set()
    found: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in shipped().terms:
        if line_of(term) not in mine:
            found[term.office, term.of].append(term)
    return found


def settled(terms: list[Term]) -> list[Term]:
    """``terms`` without the impossible: two people at once in an office for one.

    A handover told twice within weeks is one, on the successor's day. Whoever was followed without an end of
    his own, and whoever overlaps for longer, is left out: a gap misleads nobody.
    """
    blocks: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in sorted(dict.fromkeys(terms), key=lambda term: (term.since, term.until)):
        blocks[term.office, term.of].append(term)
    kept = []
    for (office, _), block in blocks.items():
        kept += block if office.startswith("deputy") or office in SHARED else one_at_a_time(block)
    return kept


def one_at_a_time(block: list[Term]) -> list[Term]:
    kept: list[Term] = []
    for term in block:
        last = kept[-1] if kept else None
        if last and last.person == term.person and (overlap(last, term) or last.until == term.since):
            kept[-1] = replace(last, until=max(last.until, term.until) if term.until else "")
        elif last is None or not overlap(last, term):
            kept.append(term)
        elif last.until.endswith(".."):
            kept[-1] = term
        elif days_between(term.since, last.until) <= HANDOVER:
            kept[-1:] = [replace(last, until=term.since), term]
        else:
            kept.pop()
    return kept


def overlap(first: Term, second: Term) -> bool:
    size = min(len(first.until), len(second.since))
    return first.until[:size] > second.since[:size] or first.until.endswith("..")


def days_between(first: str, last: str) -> float:
    """Days from one date to another; endless where either is no full date."""
    try:
        return abs((date.fromisoformat(last) - date.fromisoformat(first)).days)
    except ValueError:
        return float("inf")


def tables(folder: Path) -> Iterator[Term]:
    for name, of in (("office-holders-us.csv", "United States"), ("office-holders-ru.csv", "Russia")):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found = office_of(row["position"], of)
                if found and row["start"] >= EARLIEST and not CYRILLIC.search(row["person"]):
                    office, whose = found
                    yield Term(
                        person_of(row["person"]), office, whose, row["start"], row["end"] or SEEN_TO[name]
                    )


def person_of(name: str) -> str:
    """A name as newspapers write it: "Joseph F. Dunford, Jr." keeps its order and loses the comma."""
    return " ".join(name.replace(",", "").split())


def office_of(position: str, of: str) -> tuple[str, str] | None:
    """The office of a position, and what it is of; None for a position that the lexicon does not know."""
    if position in {"President", "Vice President", "Acting President"}:
        return None  # by hand, or from the list of the executive
    for pattern, office, whose in POSITIONS:
        match = re.fullmatch(pattern, position)
        if match:
            what = PLACES.get(match[1], match[1]) if match.groups() else ""
            what = STATES.get(what, what) if of == "United States" and "{1}" in whose else what
            return office.replace("{1}", named(shipped(), what) or what), whose.replace("{1}", what) or of
    words = re.sub(r"^(?:First )?Deputy ", "", position)
    found = noun(words)
    if found is None:
        return None
    return (f"deputy {found.office}" if words != position else found.office), of


def us_executive(folder: Path) -> Iterator[Term]:
    """Presidents and vice-presidents from lines of YAML that are always laid out alike."""
    first = last = kind = start = ""
    for line in (folder / "us-executive.yaml").read_text(encoding="utf-8").splitlines():
        key, _, value = line.strip(" -").partition(":")
        value = value.strip(" '\"")
        if key == "first":
            first = value
        elif key == "last":
            last = value
        elif key == "type":
            kind = {"prez": "president", "viceprez": "vice president"}.get(value, "")
        elif key == "start":
            start = value
        elif key == "end" and kind:
            yield Term(
                known_as(first, last, start), kind, "United States", start, "" if value > "2026" else value
            )


def known_as(first: str, last: str, start: str) -> str:
    """The name that newspapers use."""
    if last == "Bush":
        return "George W. Bush" if start > "2000" else "George H. W. Bush"
    if last == "Adams" and start > "1820":
        return "John Quincy Adams"
    given = {
        "Biden": "Joe",
        "Carter": "Jimmy",
        "Clinton": "Bill",
        "Gore": "Al",
        "Cheney": "Dick",
        "Pence": "Mike",
        "Quayle": "Dan",
        "Vance": "JD",
    }.get(last, first)
    return f"{given} {last}"


def leaders(folder: Path) -> Iterator[Term]:
    """Effective leaders, by surname, from the month of their rise to the month of their fall."""
    codes = {place.code: place.name for place in shipped().places}
    states = dict(item.strip().split(" ", 1) for item in STATE_CODES.replace("\n", "").split("|"))
    iso3 = alpha3(folder)
    with (folder / "leaders-1945-2021.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            of = states.get(row["stateabb"]) or codes.get(iso3.get(row["stateabb"], "-"))
            name = leader_name(row["leader"])
            ended = f"{row['eyear']}-{int(row['emonth']):02d}" if row["eyear"] else SEEN_TO["leaders"]
            since = f"{row['syear']}-{int(row['smonth']):02d}-{int(row['sdate']):02d}"
            if of and of != "San Marino" and name.isascii() and ended >= EARLIEST and since[:7] <= ended[:7]:
                yield Term(name, "leader", of, since, ended)


def leader_name(name: str) -> str:
    """A leader's name without remarks, titles and turned order: "Banda, Joyce (f)"."""
    family, _, given = re.sub(r"\s*\(.*?\)|\bLyonpo ", "", name).strip().partition(", ")
    return f"{given} {family}".strip()


def alpha3(folder: Path) -> dict[str, str]:
    entries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    return {entry["alpha3"]: entry["alpha2"] for entry in entries}


def covered(term: Term, hand: dict[tuple[str, str], list[Term]]) -> bool:
    """Whether hand-written terms already know this office at that time."""
    known = hand.get((term.office, term.of), [])
    if term.office == "leader":
        tops = {place.name: place.top for place in shipped().places}
        for top in {tops.get(term.of, ""), *HIGH}:
            known = known + hand.get((top, term.of), [])
    return any(other.since < (term.until or "9999") for other in known)


def report(compiled: list[Term], hand: dict[tuple[str, str], list[Term]]) -> None:
    """Hand-written terms beside compiled ones of the same surname, where the months differ."""
    tops = {place.name: place.top for place in shipped().places}
    for term in compiled:
        office = tops.get(term.of, "") if term.office == "leader" else term.office
        for other in hand.get((office, term.of), []):
            if fold(term.person).split()[-1] in fold(other.person).split() and apart(term, other):
                print(f"{other.person}: {other} | {term.person}: {term.since} {term.until}")


def apart(term: Term, other: Term) -> bool:
    same_time = (
        term.since[:4] <= (other.until or "9999")[:4] and other.since[:4] <= (term.until or "9999")[:4]
    )
    differ = term.since[:7] != other.since[:7]
    if term.until and other.until and not term.until.endswith(".."):
        differ = differ or term.until[:7] != other.until[:7]
    return same_time and differ


def line_of(term: Term) -> str:
    cells = [term.of, term.office, term.since, term.until, term.person, *(["acting"] if term.acting else [])]
    return "\t".join(cells)


def write(terms: list[Term]) -> None:
    blocks: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        blocks[term.of].append(line_of(term))
    lines = [
        "# Made by `python -m training.knowledge` from the tables that SOURCES.md names; do not edit it.",
        "# What is wrong is put right in a file beside this one: what people wrote there is left out here.",
    ]
    for of in sorted(blocks):
        lines += ["", *sorted(dict.fromkeys(blocks[of]))]
    COMPILED.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{COMPILED}: {len(terms)} terms")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--check" in sys.argv)
