"""What a page in a browser rests on in its text: the evidence of hops, stances, differences and dates."""

from collections.abc import Iterator

from onrecord.reading import Reading
from onrecord.show.claims import rests_on
from onrecord.show.entries import Chains
from onrecord.show.headline import Differs, Quote, Undated
from onrecord.show.pieces import Proof
from onrecord.show.segments import trimmed


def of_chains(chains: Chains, text: str) -> Iterator[Proof]:
    """The words that hops rest on: hop 2 of statement 5 links to ``s5h2``."""
    for number, chain in enumerate(chains, start=1):
        for hop, step in enumerate(chain, start=1):
            if step.evidence and (span := trimmed(text, step.evidence)):
                yield Proof(span, f"v{number}", f"s{number}h{hop}", f"h{number}")


def of_claims(reading: Reading) -> Iterator[Proof]:
    """The words that stances rest on: the first ones of claim 4 are ``c4e1``."""
    for number, claim in enumerate(reading.claims, start=1):
        for place, span in enumerate(rests_on(claim, reading.article.text), start=1):
            yield Proof(span, f"e{number}", f"c{number}e{place}", f"k{number}")


def of_headline(found: Differs | None) -> Iterator[Proof]:
    """The words of both sides of a difference: of the first one ``d1h1`` in the headline, ``d1b1`` below."""
    for number, difference in enumerate(found.differences if found else (), start=1):
        for side, quotes in (("h", difference.headline), ("b", difference.body)):
            for place, quote in enumerate(quotes, start=1):
                yield Proof(quote.place, f"d{number}", f"d{number}{side}{place}")


def of_date(guess: Undated | None) -> Iterator[Proof]:
    """The words that date an article without a date: ``g1`` and so on."""
    quotes: list[Quote | None] = [quote for quote, _ in guess.evidence] if guess else []
    for place, quote in enumerate(quotes, start=1):
        if quote:
            yield Proof(quote.place, "g", f"g{place}")
