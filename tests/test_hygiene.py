"""What must not get into the project: paths of one machine, addresses of a package index, empty names."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Put together here, so that this file does not hold what it looks for.
INDEX = re.compile(r"\bpypi" + r"\.org|python" + "hosted")
MACHINE = re.compile(r"(?<![\w.}/)])/(?:wo" + "rk|tm" + "p|ro" + "ot)/")
LOCK_LINE = re.compile(r"[a-z0-9-]+==[^ ]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        return []
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [file for file in files if file.is_file()]


@cache
def texts() -> list[tuple[Path, str]]:
    found = []
    for file in tracked():
        data = file.read_bytes()
        if b"\0" not in data:
            found.append((file.relative_to(ROOT), data.decode("utf-8", "replace")))
    if not found:
        pytest.skip("not a git checkout")
    return found


@pytest.mark.parametrize("banned", [MACHINE, INDEX], ids=["a path of one machine", "a package index"])
def test_no_file_names(banned):
    places = [
        f"{file}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for file, text in texts()
        for match in banned.finditer(text)
    ]
    assert places == []


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.lock")), ids=lambda lock: lock.stem)
def test_lock_is_versions_and_hashes_only(lock):
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not LOCK_LINE.fullmatch(line)] == []
    assert not [line for line in lines if line.startswith(("torch==", "nvidia-"))]


def test_no_file_or_folder_has_a_name_that_says_nothing():
    empty = {"base", "common", "core", "helpers", "manager", "misc", "utils"}
    assert [file for file, _ in texts() if empty & {Path(part).stem for part in file.parts}] == []
