"""The Gradio page: which parts it has, and which function each of them calls."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.records import Filter
from rag.web.desk import Desk, whole
from rag.web.filters import chosen
from rag.web.parcels import take_only_uploads
from rag.web.talk import Talk
from rag.web.texts import language_name, reader_language, told, translations
from rag.web.uploads import Pasted

if TYPE_CHECKING:
    from fastapi import FastAPI
    from gradio import Blocks

    from rag.web.settings import ChatSettings

_HERE = Path(__file__).parent
_SCRIPT = '<script src="chorus/page.js"></script>'
_SPEAK = "watch('value', () => chorus.speak(element.querySelector('[data-speaks]').dataset.speaks))"
_THREAD_EVENTS = ["open", "retry", "edit", "rate", "note"]
# How Gradio writes a text down of which the browser chooses the language.
_MARKED_TEXT = re.compile(r'__i18n__\{.*"key": "(\w+)"')
# Before any function of ours runs: the conversation that this tab held when it was left or loaded again.
_KEPT_HERE = """(talk) => {
  try {
    const kept = JSON.parse(localStorage.getItem("chorus.talk." + sessionStorage.getItem("chorus.talk")) || "{}");
    return [talk, JSON.stringify(kept.turns || [])];
  } catch { return [talk, "[]"]; }
}"""


def mount_page(app: FastAPI, desk: Desk, settings: ChatSettings) -> None:
    """Serve the page at the root of an app; routes that are added to the app later are hidden by it."""
    # Read when gradio is imported: nothing may leave this machine, and no run may be kept.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_RUN_HISTORY"] = "False"
    import gradio as gr

    fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"]
    theme = gr.themes.Base(primary_hue="blue", font=fonts, font_mono=["ui-monospace", "monospace"])
    theme.set(button_primary_background_fill="*primary_700", button_primary_background_fill_dark="*primary_700")
    gr.mount_gradio_app(
        app,
        _blocks(desk, settings),
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        root_path=settings.root_path or None,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        max_file_size="20mb",
        i18n=gr.I18n(**translations()),
        theme=theme,
        css=(_HERE / "page.css").read_text(encoding="utf-8"),
    )


def page_script() -> str:
    """The page's own script, which it asks for as chorus/page.js."""
    return (_HERE / "page.js").read_text(encoding="utf-8")


def _blocks(desk: Desk, settings: ChatSettings) -> Blocks:
    import gradio as gr

    blocks: Blocks
    with gr.Blocks(title="Chorus", analytics_enabled=False, fill_width=True) as blocks:
        _Page(gr, desk, settings).build(blocks)
    # Answers wait for one another only where there are more of them than processors can work on at once.
    blocks.queue(default_concurrency_limit=settings.at_once, max_size=settings.waiting)
    take_only_uploads(blocks)
    return blocks


class _Page:
    """The parts of one page and what they do; every text comes from the desk."""

    def __init__(self, gr: Any, desk: Desk, settings: ChatSettings) -> None:
        self._gr = gr
        self._desk = desk
        self._settings = settings

    def build(self, blocks: Blocks) -> None:
        """Lay the parts out and join them."""
        gr = self._gr
        self._talk = gr.State(Talk())
        self._kept = gr.Textbox(visible=False)
        self._head = gr.HTML(apply_default_css=False, head=_SCRIPT, js_on_load=_SPEAK)
        with gr.Tabs():
            with gr.Tab(self._text("ask_tab"), id="ask"):
                self._lay_out_asking()
            with gr.Tab(self._text("library_tab"), id="library"):
                self._lay_out_library()
            with gr.Tab(self._text("evaluation_tab"), id="evaluation"):
                self._report = self._html()
        self._join_asking()
        self._join_filters()
        self._join_library()
        self._join_start(blocks)

    def _text(self, key: str) -> Any:
        """A text of the interface, of which the browser chooses the language."""
        return self._gr.I18n()(key)

    def _texts(self, blocks: Blocks) -> dict[Any, dict[str, str]]:
        """The parts that have texts: which of their properties holds which."""
        found: dict[Any, dict[str, str]] = {}
        for part in blocks.blocks.values():
            for name in ("label", "placeholder", "value"):
                marked = _MARKED_TEXT.match(str(getattr(part, name, "")))
                if marked:
                    found.setdefault(part, {})[name] = marked.group(1)
        return found

    def _html(self, script: str = "") -> Any:
        return self._gr.HTML(apply_default_css=False, head=_SCRIPT, js_on_load=script or None)

    def _lay_out_asking(self) -> None:
        gr = self._gr
        with gr.Row(elem_classes="ch-columns"):
            with gr.Column(scale=3, min_width=300):
                self._history = self._html("chorus.history(element, trigger); // 'restore'")
                self._thread = self._html(f"chorus.thread(element, trigger, watch, {_THREAD_EVENTS})")
                self._live = self._html("chorus.wire(element, trigger, ['open'])")
                with gr.Column(elem_classes="ch-composer"):
                    self._lay_out_composer()
            with gr.Column(scale=2, min_width=300, elem_classes="ch-side"):
                self._source = self._html("chorus.panel(element, trigger, watch); // 'close'")

    def _lay_out_composer(self) -> None:
        gr = self._gr
        self._filter_line = self._html("chorus.wire(element, trigger, ['clear'])")
        with gr.Row(elem_classes="ch-asking"):
            self._question = gr.Textbox(
                label=self._text("question"), placeholder=self._text("placeholder"), lines=1, max_lines=6, scale=5,
                min_width=160, container=False,
            )  # fmt: skip
            self._ask = gr.Button(self._text("ask"), variant="primary", scale=0, min_width=84)
            self._stop = gr.Button(self._text("stop"), variant="stop", scale=0, min_width=84, visible=False)
        with gr.Accordion(self._text("filters"), open=False, elem_classes="ch-filter-box"):
            self._lay_out_filters()

    def _lay_out_filters(self) -> None:
        gr = self._gr
        self._languages = gr.CheckboxGroup(label=self._text("languages"))
        self._outlets = gr.Dropdown(label=self._text("outlets"), multiselect=True)
        with gr.Row():
            self._since = gr.Textbox(label=self._text("since"), max_length=40, min_width=140)
            self._until = gr.Textbox(label=self._text("until"), max_length=40, min_width=140)
        self._filters = [self._languages, self._outlets, self._since, self._until]

    def _lay_out_library(self) -> None:
        gr = self._gr
        with gr.Row(elem_classes="ch-columns"):
            with gr.Column(scale=3, min_width=300):
                self._search = gr.Textbox(label=self._text("search"), max_length=500)
                self._shelf = self._html("chorus.wire(element, trigger, ['open'])")
            with gr.Column(scale=2, min_width=300, elem_classes="ch-side"):
                self._reading = self._html("chorus.panel(element, trigger, watch); // 'close'")
        self._added = self._html()
        if self._settings.allow_uploads:
            self._lay_out_adding()

    def _lay_out_adding(self) -> None:
        gr = self._gr
        with gr.Accordion(self._text("add_articles"), open=False):
            self._files = gr.File(
                label=self._text("files"), file_count="multiple", file_types=[".txt", ".md", ".jsonl"], height=140
            )
            self._pasted = [gr.Textbox(label=self._text("paste"), lines=5, max_lines=14)]
            with gr.Row():
                self._pasted += [
                    gr.Textbox(label=self._text(name), min_width=140, max_length=300)
                    for name in ("title", "outlet", "language", "published")
                ]
            self._add = gr.Button(self._text("add"), variant="primary")

    def _join_asking(self) -> None:
        gr = self._gr
        shown = [self._thread, self._live, self._question, self._ask, self._stop]
        asking = gr.on(
            [self._question.submit, self._ask.click],
            self._hinted(self._asked),
            [self._talk, self._question, *self._filters],
            shown,
            show_progress="hidden",
            trigger_mode="multiple",
        )
        again = self._thread.retry(
            self._hinted(self._asked_again),
            [self._talk, *self._filters],
            shown,
            show_progress="hidden",
            trigger_mode="multiple",
        )
        self._stop.click(
            self._hinted(self._stopped), self._talk, shown, cancels=[asking, again], queue=False, show_progress="hidden"
        )
        plain = {"queue": False, "show_progress": "hidden"}
        self._thread.edit(self._hinted(self._edited), self._talk, [self._thread, self._question], **plain)
        self._thread.rate(self._hinted(self._rated), self._talk, self._thread, **plain)
        self._thread.note(self._hinted(self._rated), self._talk, self._thread, **plain)
        self._history.restore(
            self._hinted(self._restored), self._talk, [*shown, self._source], cancels=[asking, again], **plain
        )
        for part in (self._thread, self._live):
            part.open(self._hinted(self._opened), None, self._source, **plain)
        self._source.close(self._hinted(self._closed), None, self._source, **plain)

    def _join_filters(self) -> None:
        plain = {"queue": False, "show_progress": "hidden"}
        for part in self._filters:
            part.change(self._hinted(self._filtered), self._filters, [self._filter_line, self._shelf], **plain)
        self._filter_line.clear(lambda: ([], [], "", ""), None, self._filters, **plain)

    def _join_library(self) -> None:
        plain = {"queue": False, "show_progress": "hidden"}
        self._search.change(self._hinted(self._searched), [self._search, *self._filters], self._shelf, **plain)
        self._shelf.open(self._hinted(self._opened), None, self._reading, **plain)
        self._reading.close(self._hinted(self._closed), None, self._reading, **plain)
        if self._settings.allow_uploads:
            outputs = [self._added, self._files, self._shelf, self._languages, self._outlets]
            # One at a time: there is one writer of an index.
            self._add.click(self._hinted(self._add_all), [self._files, *self._pasted], outputs, concurrency_limit=1)

    def _join_start(self, blocks: Blocks) -> None:
        # Gradio 6.31 follows a browser only to languages of its own, which Albanian, Serbian, Italian and Hungarian are
        # not: their readers get the texts with everything else that is filled in at the start.
        texts = self._texts(blocks)
        filled = [self._head, self._history, self._thread, self._source, self._reading, self._shelf, self._report]

        def started(talk: Talk, kept: str, request: Any) -> list[Any]:
            reader = _reader(request)
            named = [
                self._gr.update(**{name: told(key, reader) for name, key in keys.items()}) for keys in texts.values()
            ]
            chosen_from = dict(zip([self._languages, self._outlets], self._choices(reader), strict=True))
            for place, part in enumerate(texts):
                named[place] |= chosen_from.get(part, {})
            return [*self._filled(talk, kept, reader), *named]

        blocks.load(
            self._hinted(started), [self._talk, self._kept], [*filled, *texts], js=_KEPT_HERE,
            queue=False, show_progress="hidden",
        )  # fmt: skip

    def _filled(self, talk: Talk, kept: str, reader: str) -> list[str]:
        desk = self._desk
        talk.restore(kept)
        empty = desk.nothing_open(reader)
        library, report = desk.library("", Filter(), reader), desk.evaluation(reader)
        return [desk.head(reader), desk.history(reader), desk.thread(talk, reader), empty, empty, library, report]

    def _choices(self, reader: str) -> list[Any]:
        shelf = self._desk.shelf()
        languages = [(language_name(code, reader), code) for code in shelf.languages]
        return [self._gr.update(choices=languages), self._gr.update(choices=shelf.outlets)]

    def _asked(
        self, talk: Talk, question: str, languages: list[str], outlets: list[str], since: str, until: str, request: Any
    ) -> Iterator[tuple[Any, ...]]:
        gr, desk, reader = self._gr, self._desk, _reader(request)
        if talk.live is not None:
            gr.Info(told("busy", reader))
        if talk.live is not None or not question.strip():
            yield (gr.skip(),) * 5
            return
        busy = gr.update(visible=False), gr.update(visible=True)
        ready = gr.update(visible=True), gr.update(visible=False)
        where = chosen(languages, outlets, since, until)
        yield desk.thread_before(talk, reader), desk.waiting(question, where, reader), "", *busy
        for so_far in desk.ask(talk, question, where, reader):
            if so_far:
                yield gr.skip(), so_far, gr.skip(), *busy
        yield desk.thread(talk, reader), "", gr.skip(), *ready

    def _asked_again(
        self, talk: Talk, languages: list[str], outlets: list[str], since: str, until: str, event: Any, request: Any
    ) -> Iterator[tuple[Any, ...]]:
        question = talk.back_to(whole(_data(event).get("turn"), -1))
        yield from self._asked(talk, question, languages, outlets, since, until, request)

    def _stopped(self, talk: Talk, request: Any) -> tuple[Any, ...]:
        talk.stop()
        return self._shown(talk, request)

    def _restored(self, talk: Talk, event: Any, request: Any) -> tuple[Any, ...]:
        kept = _data(event).get("kept")
        talk.restore(kept if isinstance(kept, str) else "")
        return *self._shown(talk, request), self._desk.nothing_open(_reader(request))

    def _shown(self, talk: Talk, request: Any) -> tuple[Any, ...]:
        gr = self._gr
        thread = self._desk.thread(talk, _reader(request))
        return thread, "", gr.skip(), gr.update(visible=True), gr.update(visible=False)

    def _edited(self, talk: Talk, event: Any, request: Any) -> tuple[str, str]:
        question = talk.back_to(whole(_data(event).get("turn"), -1))
        return self._desk.thread(talk, _reader(request)), question

    def _rated(self, talk: Talk, event: Any, request: Any) -> str:
        reader = _reader(request)
        if not self._desk.rate(talk, _data(event)):
            self._gr.Warning(told("not_noted", reader))
        return self._desk.thread(talk, reader)

    def _opened(self, event: Any, request: Any) -> str:
        return self._desk.source(_data(event), _reader(request))

    def _closed(self, request: Any) -> str:
        return self._desk.nothing_open(_reader(request))

    def _filtered(self, languages: list[str], outlets: list[str], since: str, until: str, request: Any) -> list[str]:
        reader, where = _reader(request), chosen(languages, outlets, since, until)
        return [self._desk.filters(where, since, until, reader), self._desk.library("", where, reader)]

    def _searched(
        self, wanted: str, languages: list[str], outlets: list[str], since: str, until: str, request: Any
    ) -> str:
        return self._desk.library(wanted, chosen(languages, outlets, since, until), _reader(request))

    def _add_all(
        self, files: list[str] | None, text: str, title: str, outlet: str, language: str, published: str, request: Any
    ) -> Iterator[list[Any]]:
        gr, reader = self._gr, _reader(request)
        pasted = Pasted(text or "", title or "", outlet or "", language or "", published or "")
        said = ""
        for said in self._desk.add(files or [], pasted, reader):
            yield [said, *[gr.skip()] * 4]
        yield [said, None, self._desk.library("", Filter(), reader), *self._choices(reader)]

    def _hinted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Gradio hands a function what its annotations ask for, and they can only name Gradio once it is imported."""
        kinds = {"request": self._gr.Request, "event": self._gr.EventData}
        hints = getattr(function, "__func__", function).__annotations__
        hints.update({name: kind for name, kind in kinds.items() if name in hints})
        return function


def _reader(request: Any) -> str:
    return reader_language(request.headers.get("accept-language", "") if request else "")


def _data(event: Any) -> dict[str, Any]:
    """What the browser sent with an event: anybody's values."""
    return event._data if isinstance(event._data, dict) else {}
