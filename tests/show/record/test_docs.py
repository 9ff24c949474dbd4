"""docs/asking.md shows what the commands really print, of the answers in `sample`."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.show.cli import main
from onrecord.show.record_cli import COMMANDS
from tests.show.record.conftest import stand_in

DOCS = Path(__file__).parents[3] / "docs/asking.md"
EXAMPLE = re.compile(r"```console\n\$ (.+)\n([^`]*)```")
WIDTH = "80"


def shown(command: str) -> str:
    """What a command prints on a terminal of 80 columns, blank edges cut off."""
    program, *arguments = shlex.split(command)
    assert program == "onrecord"
    told = stand_in()
    # Not `patch.dict`, which takes away what was imported meanwhile, so that there are two of each class.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "onrecord.records", told)
        patch.setattr("onrecord.records", told, raising=False)
        done = CliRunner(env={"COLUMNS": WIDTH}).invoke(main, arguments)
    assert done.exit_code == 0, done.output
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join(lines).strip("\n")


def examples() -> list[tuple[str, str]]:
    return EXAMPLE.findall(DOCS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("command", "told"), examples(), ids=lambda text: text[:30])
def test_an_example(command, told):
    assert shown(command) == told.rstrip("\n")


def test_every_command_has_one():
    shown_of = {command.split()[1] for command, _ in examples()}
    assert shown_of == {command.name for command in COMMANDS}
