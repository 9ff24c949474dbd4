"""Which addresses of the internet are public, so that a link in a report cannot reach into a private network.

A feed is written by others, and so are the links in it. One that names this machine, a router or a cloud's
key store would be fetched with the rights of whoever runs onrecord (server-side request forgery, CWE-918).
Only addresses that anybody may reach are therefore connected to, judged by number and never by name: a
name is whatever its owner says it is at the moment.

Python's ``is_global`` alone does not do: it passes multicast, IPv6 blocks that nobody was given, and IPv6
addresses that a gateway turns into private IPv4 ones.
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# The registries of special addresses (IANA, RFC 6890). Written out, for Python's own differ by release.
NOT_PUBLIC_4 = tuple(
    (IPv4Network(block), kind)
    for block, kind in (
        ("0.0.0.0/8", "this network itself"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "a provider's own network"),
        ("127.0.0.0/8", "this machine itself"),
        ("168.63.129.16/32", "a cloud's own service"),  # public by number, answered inside Azure alone
        ("169.254.0.0/16", "a local link, where clouds keep their keys"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "a protocol's own"),
        ("192.0.2.0/24", "for examples in manuals"),
        ("192.88.99.0/24", "a relay that was given up"),
        ("192.168.0.0/16", "a private network"),
        ("198.18.0.0/15", "for measuring networks"),
        ("198.51.100.0/24", "for examples in manuals"),
        ("203.0.113.0/24", "for examples in manuals"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
NOT_PUBLIC_6 = tuple(
    (IPv6Network(block), kind)
    for block, kind in (
        ("::/128", "this network itself"),
        ("::1/128", "this machine itself"),
        ("64:ff9b:1::/48", "a network's own translation to IPv4"),  # which IPv4 only that network knows
        ("2001::/32", "a Teredo tunnel"),
        ("2001::/23", "a protocol's own"),
        ("2001:db8::/32", "for examples in manuals"),
        ("3fff::/20", "for examples in manuals"),
        ("fc00::/7", "a private network"),
        ("fe80::/10", "a local link"),
        ("fec0::/10", "a private network"),
        ("ff00::/8", "multicast"),
    )
)
GIVEN_OUT = IPv6Network("2000::/3")
"""All that was ever given out of IPv6 for hosts that anybody may reach (RFC 4291)."""

TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): a gateway connects to the IPv4 address in the last 32 bits."""

ISATAP = frozenset({0x00005EFE, 0x02005EFE})
"""RFC 5214: an interface of these 32 bits, then the IPv4 address that a tunnel leads to."""


def why_not(address: str) -> str | None:
    """Why ``address`` must not be connected to, in words that follow "it is"; None where it is public.

    What an IPv6 address wraps is judged too: IPv4-mapped, NAT64, 6to4 and ISATAP.

    >>> why_not("93.184.216.34")
    >>> why_not("64:ff9b::a00:1")
    '64:ff9b::a00:1, which leads to 10.0.0.1, a private network'
    """
    try:
        found = ip_address(address)
    except ValueError:
        return f"{address[:60]!r}, which is no address"
    if isinstance(found, IPv4Address):
        kind = _kind_4(found)
        return f"{found}, {kind}" if kind else None
    for inner in _wrapped(found):
        if kind := _kind_4(inner):
            return f"{found}, which leads to {inner}, {kind}"
    kind = _kind_6(found)
    return f"{found}, {kind}" if kind else None


def _kind_4(address: IPv4Address) -> str | None:
    """What the address is for instead of the public, or None."""
    special = next((kind for block, kind in NOT_PUBLIC_4 if address in block), None)
    return special or (None if address.is_global else "reserved")


def _kind_6(address: IPv6Address) -> str | None:
    """The same; an address that is only another way to write an IPv4 one is as public as that is."""
    if address.ipv4_mapped or address in TRANSLATED:
        return None
    special = next((kind for block, kind in NOT_PUBLIC_6 if address in block), None)
    if special is None and address not in GIVEN_OUT:
        return "not given out"
    if special is None and address.sixtofour is None and not address.is_global:
        return "reserved"
    return special


def _wrapped(address: IPv6Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses that a packet to this one may end at: none, one or two."""
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    if address in TRANSLATED or (int(address) >> 32) & 0xFFFFFFFF in ISATAP:
        yield last
    if inner := address.ipv4_mapped or address.sixtofour:
        yield inner
