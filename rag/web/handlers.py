"""What the page does when something happens on it: called by Gradio, answered by the desk.

Gradio hands over the values of the page's parts by position, and gives what comes back to others in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from index.records import Filter
from rag.web.desk import Desk, whole
from rag.web.filters import bad_dates, chosen
from rag.web.talk import Talk
from rag.web.texts import language_name, reader_language, told
from rag.web.uploads import Pasted


class Handlers:
    """The functions of one page; `gr` is Gradio, which only the file that lays the page out imports."""

    def __init__(self, gr: Any, desk: Desk) -> None:
        self._gr = gr
        self._desk = desk
        for function in (
            self.asked, self.asked_again, self.stopped, self.restored, self.edited, self.rated, self.opened,
            self.closed, self.filtered, self.searched, self.add_all,
        ):  # fmt: skip
            self.hinted(function)

    def hinted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Gradio hands a function what its annotations ask for, and they can only name Gradio once it is imported."""
        kinds = {"request": self._gr.Request, "event": self._gr.EventData}
        hints = getattr(function, "__func__", function).__annotations__
        hints.update({name: kind for name, kind in kinds.items() if name in hints})
        return function

    def filled(self, talk: Talk, kept: str, reader: str) -> list[str]:
        """Everything that is shown when the page is opened, in the order of its parts."""
        desk = self._desk
        talk.restore(kept)
        empty = desk.nothing_open(reader)
        library, report = desk.library("", Filter(), reader), desk.evaluation(reader)
        return [desk.head(reader), desk.history(reader), desk.thread(talk, reader), empty, empty, library, report]

    def choices(self, reader: str) -> list[Any]:
        """What may be filtered by: the languages and the outlets of the index."""
        shelf = self._desk.shelf()
        languages = [(language_name(code, reader), code) for code in shelf.languages]
        return [self._gr.update(choices=languages), self._gr.update(choices=shelf.outlets)]

    def asked(
        self, talk: Talk, question: str, languages: list[str], outlets: list[str], since: str, until: str, request: Any
    ) -> Iterator[tuple[Any, ...]]:
        """Answer a question as it comes: the thread, the answer so far, and the question."""
        gr, desk, reader = self._gr, self._desk, reader_of(request)
        if talk.live is not None:
            gr.Info(told("busy", reader))
        if talk.live is not None or not question.strip():
            yield (gr.skip(),) * 3
            return
        if faults := bad_dates(since, until, reader):
            gr.Warning(faults[0])
            yield (gr.skip(),) * 3
            return
        where = chosen(languages, outlets, since, until)
        yield desk.thread_before(talk, reader), desk.waiting(question, where, reader), ""
        for so_far in desk.ask(talk, question, where, reader):
            if so_far:
                yield gr.skip(), so_far, gr.skip()
        yield desk.thread(talk, reader), "", gr.skip()

    def asked_again(
        self, talk: Talk, languages: list[str], outlets: list[str], since: str, until: str, event: Any, request: Any
    ) -> Iterator[tuple[Any, ...]]:
        """Take a turn and all after it back, and ask its question anew."""
        sound = not bad_dates(since, until, reader_of(request))
        # With a date that is none, nothing is asked, and so nothing may be taken back.
        question = talk.back_to(whole(_data(event).get("turn"), -1)) if sound else "?"
        yield from self.asked(talk, question, languages, outlets, since, until, request)

    def stopped(self, talk: Talk, request: Any) -> tuple[Any, ...]:
        """End the answer that is coming."""
        talk.stop()
        return self._shown(talk, request)

    def restored(self, talk: Talk, event: Any, request: Any) -> tuple[Any, ...]:
        """Open a conversation that the browser kept, or a new one."""
        kept = _data(event).get("kept")
        talk.restore(kept if isinstance(kept, str) else "")
        return *self._shown(talk, request), self._desk.nothing_open(reader_of(request))

    def _shown(self, talk: Talk, request: Any) -> tuple[Any, ...]:
        return self._desk.thread(talk, reader_of(request)), "", self._gr.skip()

    def edited(self, talk: Talk, event: Any, request: Any) -> tuple[str, str]:
        """Take a turn and all after it back, and put its question into the box."""
        question = talk.back_to(whole(_data(event).get("turn"), -1))
        return self._desk.thread(talk, reader_of(request)), question

    def rated(self, talk: Talk, event: Any, request: Any) -> str:
        """Write down what a reader thinks of an answer."""
        reader = reader_of(request)
        if not self._desk.rate(talk, _data(event)):
            self._gr.Warning(told("not_noted", reader))
        return self._desk.thread(talk, reader)

    def opened(self, event: Any, request: Any) -> str:
        """Show an article, at the sentence that was asked for."""
        return self._desk.source(_data(event), reader_of(request))

    def closed(self, request: Any) -> str:
        """Empty the source panel."""
        return self._desk.nothing_open(reader_of(request))

    def filtered(self, languages: list[str], outlets: list[str], since: str, until: str, request: Any) -> list[str]:
        """Show the filters that apply, and the articles that pass them."""
        reader, where = reader_of(request), chosen(languages, outlets, since, until)
        return [self._desk.filters(where, since, until, reader), self._desk.library("", where, reader)]

    def searched(
        self, wanted: str, languages: list[str], outlets: list[str], since: str, until: str, request: Any
    ) -> str:
        """Search the articles."""
        return self._desk.library(wanted, chosen(languages, outlets, since, until), reader_of(request))

    def add_all(
        self, files: list[str] | None, text: str, title: str, outlet: str, language: str, published: str, request: Any
    ) -> Iterator[list[Any]]:
        """Put files and a pasted text into the index, telling how far it is."""
        gr, reader = self._gr, reader_of(request)
        pasted = Pasted(text or "", title or "", outlet or "", language or "", published or "")
        said = ""
        for said in self._desk.add(files or [], pasted, reader):
            yield [said, *[gr.skip()] * 4]
        yield [said, None, self._desk.library("", Filter(), reader), *self.choices(reader)]


def reader_of(request: Any) -> str:
    """The language of the interface for whoever sent a request."""
    return reader_language(request.headers.get("accept-language", "") if request else "")


def _data(event: Any) -> dict[str, Any]:
    """What the browser sent with an event: anybody's values."""
    return event._data if isinstance(event._data, dict) else {}
