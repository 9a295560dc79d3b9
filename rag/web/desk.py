"""What the page does for a visitor, in plain values: the parts of the page call this, and it knows none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from index.errors import ChorusError
from index.records import Filter
from index.terminal import say
from rag.web import uploads
from rag.web.answer import conversation_html, live_html
from rag.web.evaluation import evaluation_html, last_report
from rag.web.feedback import MOST_NOTE_CHARACTERS, note_down
from rag.web.filters import filter_html
from rag.web.library import Shelf, look, shelf_html, welcome_html
from rag.web.settings import ChatSettings
from rag.web.source import empty_html, gone_html, source_html
from rag.web.talk import Talk
from rag.web.texts import told

if TYPE_CHECKING:
    from rag.pipeline import Pipeline


class Desk:
    """Answers what the page asks for; every text it gives is safe HTML in the reader's language."""

    def __init__(self, pipeline: Pipeline, settings: ChatSettings) -> None:
        self._pipeline = pipeline
        self._settings = settings

    def shelf(self, wanted: str = "", where: Filter = Filter()) -> Shelf:
        """The articles of the index, those that hold a word of `wanted` where it asks for any."""
        return look(self._pipeline.store, wanted, where)

    def head(self, reader: str) -> str:
        """The name of the page."""
        # Read by the script: the language of the page, and what a button says for a moment.
        about = f'data-speaks="{reader}" data-copied="{told("copied", reader)}"'
        return f'<div class="ch-head" {about}><h1>Chorus</h1><p>{told("tagline", reader)}</p></div>'

    def history(self, reader: str) -> str:
        """The place where the browser lists the conversations that it keeps."""
        texts = f'data-empty="{told("history_empty", reader)}" data-delete="{told("delete", reader)}"'
        return (
            f'<div class="ch-history ch-bar-top"><details><summary>{told("history", reader)}</summary>'
            f'<p class="ch-more">{told("history_note", reader)}</p><ul class="ch-kept" {texts}></ul></details>'
            f'<button type="button" class="ch-tool" data-do="new">{told("new_talk", reader)}</button></div>'
        )

    def thread(self, talk: Talk, reader: str) -> str:
        """A conversation, or what the index holds where nothing was asked yet."""
        if talk.turns:
            return conversation_html(talk.turns, reader)
        return welcome_html(self.shelf(), reader)

    def thread_before(self, talk: Talk, reader: str) -> str:
        """A conversation while its next question is being answered."""
        return conversation_html(talk.turns, reader)

    def waiting(self, question: str, where: Filter, reader: str) -> str:
        """A question that was just asked."""
        return live_html(question, (), where, reader, written=self._pipeline.writes)

    def ask(self, talk: Talk, question: str, where: Filter, reader: str) -> Iterator[str]:
        """Ask a question; gives the answer so far, each time more of it came, and "" when it stands in the thread.

        Nothing is given in between where the claims come all at once: each thing given costs the page milliseconds.
        """
        # Made anew each time: what a follow-up leans on is whatever turns the reader kept.
        conversation = self._pipeline.chat()
        conversation.resume(turn.answer for turn in talk.turns)
        for live in talk.ask(conversation, question, where, reader):
            if live.claims and self._pipeline.writes:
                yield live_html(live.question, live.claims, live.where, reader, written=True)
        yield ""

    def source(self, data: Mapping[str, Any], reader: str) -> str:
        """The article that a citation names, with the cited sentence marked."""
        article_id, quote = data.get("article"), data.get("quote")
        if not isinstance(article_id, str):
            return empty_html(reader)
        with self._pipeline.store.reading() as view:
            article = view.article(article_id)
        if article is None:
            return gone_html(reader)
        cited = quote if isinstance(quote, str) and quote else None
        return source_html(article, whole(data.get("start")), whole(data.get("end")), cited, reader)

    def rate(self, talk: Talk, data: Mapping[str, Any]) -> bool:
        """Write down what a reader thinks of an answer; False where that was not possible."""
        note, rating = data.get("note"), data.get("rating")
        noted = isinstance(note, str)
        number = whole(data.get("turn"), -1)
        turn = talk.rate(number, rating if isinstance(rating, str) else "", noted)
        said = note[:MOST_NOTE_CHARACTERS] if isinstance(note, str) else ""
        return turn is not None and note_down(self._settings.feedback, turn, turn.rating, said)

    def filters(self, where: Filter, since: str, until: str, reader: str) -> str:
        """The filters that apply to the next question, and the dates that were typed and are none."""
        return filter_html(where, since, until, reader)

    def library(self, wanted: str, where: Filter, reader: str) -> str:
        """The articles of the index as a list."""
        return shelf_html(self.shelf(wanted, where), reader)

    def evaluation(self, reader: str) -> str:
        """The last regression run."""
        return evaluation_html(last_report(self._settings.reports), reader)

    def add(self, files: Sequence[str], pasted: uploads.Pasted, reader: str) -> Iterator[str]:
        """Put files and a pasted text into the index; tells how far it is, and at last what became of each."""
        if not self._settings.allow_uploads:
            return
        paths = [Path(file) for file in files]
        counts: SimpleQueue[int | None] = SimpleQueue()

        def work() -> str:
            try:
                added = uploads.add(paths, pasted, self._settings.uploads, self._settings.rag.index, counts.put)
                return uploads.added_html(added, len(paths) - uploads.MOST_FILES, reader)
            except (ChorusError, OSError) as error:
                say(f"error: {error}")
                return uploads.failure(reader)
            finally:
                counts.put(None)

        with ThreadPoolExecutor(max_workers=1) as pool:
            working = pool.submit(work)
            count: int | None = 0
            while count is not None:
                yield uploads.adding_html(count, reader)
                count = counts.get()
            yield working.result()

    def nothing_open(self, reader: str) -> str:
        """The source panel before a citation was chosen."""
        return empty_html(reader)


def whole(given: object, default: int = 0) -> int:
    """A number that came from a browser, as a number or as its digits."""
    if isinstance(given, str) and given.isascii() and given.isdigit():
        return int(given[:9])
    return given if isinstance(given, int) and not isinstance(given, bool) and abs(given) < 1 << 31 else default
