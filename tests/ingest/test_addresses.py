"""Only addresses that anybody may reach: a line each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.addresses import why_not

PUBLIC = """
1.1.1.1
8.8.8.8
93.184.216.34
9.255.255.255
11.0.0.0
100.63.255.255
100.128.0.0
126.255.255.255
128.0.0.1
169.253.255.255
169.255.0.0
172.15.255.255
172.32.0.0
192.167.255.255
192.169.0.0
198.17.255.255
198.20.0.0
223.255.255.255
2606:4700:4700::1111
2a00:1450:4001:82a::200e
2001:4860:4860::8888
2001:200::1
::ffff:93.184.216.34
::ffff:5db8:d822
64:ff9b::93.184.216.34
64:ff9b::5db8:d822
2002:5db8:d822::1
2606:4700::5efe:5db8:d822
"""

NOT_PUBLIC = """
0.0.0.0 | this network
0.1.2.3 | this network
10.0.0.1 | private
10.255.255.255 | private
100.64.0.1 | provider
100.100.100.200 | provider
127.0.0.1 | this machine
127.1.2.3 | this machine
127.255.255.255 | this machine
168.63.129.16 | cloud
169.254.0.1 | local link
169.254.169.254 | local link
172.16.0.1 | private
172.31.255.255 | private
192.0.0.1 | protocol
192.0.0.192 | protocol
192.0.2.1 | examples
192.88.99.1 | given up
192.168.0.1 | private
198.18.0.1 | measuring
198.19.255.255 | measuring
198.51.100.1 | examples
203.0.113.1 | examples
224.0.0.1 | multicast
239.255.255.255 | multicast
240.0.0.1 | reserved
255.255.255.255 | reserved
:: | this network
::1 | this machine
::10.0.0.1 | not given out
::93.184.216.34 | not given out
::ffff:0:10.0.0.1 | not given out
::ffff:10.0.0.1 | 10.0.0.1
::ffff:127.0.0.1 | 127.0.0.1
::ffff:a9fe:a9fe | 169.254.169.254
::ffff:224.0.0.1 | multicast
64:ff9b::10.0.0.1 | 10.0.0.1
64:ff9b::127.0.0.1 | 127.0.0.1
64:ff9b::a9fe:a9fe | 169.254.169.254
64:ff9b::e000:1 | multicast
64:ff9b:1::10.0.0.1 | own translation
64:ff9b:1::93.184.216.34 | own translation
64:ff9b:1:a00:1:: | own translation
64:ff9b:2::1 | not given out
100::1 | not given out
2001::1 | Teredo
2001:0:4136:e378:8000:63bf:3fff:fdd2 | Teredo
2001:2::1 | protocol
2001:10::1 | protocol
2001:20::1 | protocol
2001:db8::1 | examples
2002:a00:1:: | 10.0.0.1
2002:7f00:1::1 | 127.0.0.1
2002:a9fe:a9fe::1 | 169.254.169.254
2002:c0a8:101::1 | 192.168.1.1
2606:4700::5efe:a00:1 | 10.0.0.1
2606:4700::200:5efe:c0a8:101 | 192.168.1.1
2002:5db8:d822::5efe:a00:1 | 10.0.0.1
2002:a00:1::5efe:5db8:d822 | 10.0.0.1
3fff::1 | examples
4000::1 | not given out
5f00::1 | not given out
fc00::1 | private
fd00:ec2::254 | private
fe80::1 | local link
fe80::1%eth0 | local link
fe80::5efe:93.184.216.34 | local link
fec0::1 | private
ff02::1 | multicast
 | no address
localhost | no address
127.1 | no address
0x7f000001 | no address
2130706433 | no address
010.0.0.1 | no address
"""


@pytest.mark.parametrize("address", PUBLIC.strip().splitlines())
def test_public(address):
    assert why_not(address) is None


@pytest.mark.parametrize("line", NOT_PUBLIC.strip("\n").splitlines())
def test_not_public(line):
    address, _, kind = line.partition(" | ")
    why = why_not(address.strip())
    assert why and kind in why


@given(st.ip_addresses(v=4))
def test_what_wraps_an_address_is_as_public_as_it_is(address):
    high, low = int(address) >> 16, int(address) & 0xFFFF
    public = why_not(str(address)) is None
    for wrapping in (f"::ffff:{address}", f"64:ff9b::{address}", f"2002:{high:x}:{low:x}::1"):
        assert (why_not(wrapping) is None) == public


@given(st.ip_addresses())
def test_none_passes_that_python_holds_for_special(address):
    if why_not(str(address)) is None and address.version == 4:
        assert address.is_global and not address.is_multicast


@given(st.text())
def test_text_never_raises(text):
    assert why_not(text) is None or isinstance(why_not(text), str)
