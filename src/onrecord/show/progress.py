"""What people are told on standard error while articles are read."""

from collections.abc import Iterable, Iterator
from time import monotonic

from msgspec import Struct, field
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.reading import Reading
from onrecord.show.totals import counted
from onrecord.show.visible import one_line


class Tally(Struct):
    """What has gone by. ``interrupted`` is true once somebody has pressed Ctrl-C."""

    articles: int = 0
    words: int = 0
    unread: int = 0
    interrupted: bool = False
    started: float = field(default_factory=monotonic)

    def __str__(self) -> str:
        pace = self.words / max(monotonic() - self.started, 1e-6)
        parts = [counted(self.articles, "article"), counted(self.words, "word"), f"{pace:,.0f} words/s"]
        return " · ".join([*parts, f"{self.unread:,} not read"] if self.unread else parts)


def followed(
    items: Iterable[object], tally: Tally, *, bar: bool = False, total: int | None = None
) -> Iterator[Reading]:
    """The readings among ``items``; whatever else is there could not be read, and gets a line that says why.

    Ctrl-C ends the stream as its natural end would, so that an array is closed and a page is whole. With
    ``bar`` a progress bar is drawn from the second article on; it needs the ``total`` to be more than a
    counter.
    """
    console = Console(stderr=True, highlight=False)
    pace = [BarColumn(bar_width=24)] if total else [SpinnerColumn()]
    progress = Progress(
        *pace, TextColumn("{task.description}", markup=False), TimeElapsedColumn(), console=console
    )
    task = progress.add_task("", total=total)
    try:
        for item in items:
            if isinstance(item, Reading):
                tally.articles += 1
                tally.words += len(item.article.text.split())
            else:
                tally.unread += 1
                console.print(Text(f"onrecord: {one_line(str(item))}"), soft_wrap=True)
            if bar and tally.articles + tally.unread == 2:
                progress.start()
            progress.update(task, description=str(tally), completed=tally.articles + tally.unread)
            if isinstance(item, Reading):
                yield item
    except KeyboardInterrupt:
        tally.interrupted = True
    finally:
        if progress.live.is_started:
            progress.stop()
