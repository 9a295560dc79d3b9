"""The Gradio page: which parts it has, and which function each of them calls."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.web.desk import Desk
from rag.web.handlers import Handlers, reader_of
from rag.web.parcels import take_only_uploads
from rag.web.talk import Talk
from rag.web.texts import told, translations

if TYPE_CHECKING:
    from fastapi import FastAPI
    from gradio import Blocks

    from rag.web.settings import ChatSettings

_HERE = Path(__file__).parent
_SCRIPT = '<script src="chorus/page.js"></script>'
_SPEAK = "chorus.speak(element); watch('value', () => chorus.speak(element))"
_TOLD_S = 10
_MOST_PASTED = 300_000  # characters, which is under the bound of a request whatever the script
# For what is done at once and belongs to the page alone: no waiting line, no spinner, no entry among its endpoints.
_PLAIN: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
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
    # Without these Gradio makes a pandas table of its last 10,000 events after each one, and nobody asks for it.
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(1 << 40)
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    # Where matplotlib is installed, Gradio asks what it draws with before the first answer: a second of imports.
    os.environ.setdefault("MPLBACKEND", "agg")
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


def page_script(started: str) -> str:
    """The page's own script, which it asks for as chorus/page.js.

    :param started: what chorus/started answers as long as this server runs.
    """
    return (_HERE / "page.js").read_text(encoding="utf-8").replace("{started}", started)


def _blocks(desk: Desk, settings: ChatSettings) -> Blocks:
    import gradio as gr

    blocks: Blocks
    with gr.Blocks(title="Chorus", analytics_enabled=False, fill_width=True) as blocks:
        _Page(gr, desk, settings).build(blocks)
    # Answers wait for one another only where there are more of them than processors can work on at once.
    # The page shows no place in line: else everybody in it is sent theirs whenever anybody's question begins.
    blocks.queue(status_update_rate=_TOLD_S, default_concurrency_limit=settings.at_once, max_size=settings.waiting)
    take_only_uploads(blocks)
    return blocks


class _Page:
    """The parts of one page and what they do; every text comes from the desk."""

    def __init__(self, gr: Any, desk: Desk, settings: ChatSettings) -> None:
        self._gr = gr
        self._on = Handlers(gr, desk)
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
            # Which of the two is there is told by page.css, from whether an answer is coming: to have Gradio show and
            # hide them takes it as long as a tenth of an answer.
            self._ask = gr.Button(self._text("ask"), variant="primary", scale=0, min_width=84, elem_classes="ch-ask")
            self._stop = gr.Button(self._text("stop"), variant="stop", scale=0, min_width=84, elem_classes="ch-stop")
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
            self._pasted = [gr.Textbox(label=self._text("paste"), lines=5, max_lines=14, max_length=_MOST_PASTED)]
            with gr.Row():
                self._pasted += [
                    gr.Textbox(label=self._text(name), min_width=140, max_length=300)
                    for name in ("title", "outlet", "language", "published")
                ]
            self._add = gr.Button(self._text("add"), variant="primary")

    def _join_asking(self) -> None:
        gr = self._gr
        shown = [self._thread, self._live, self._question]
        asking = gr.on(
            [self._question.submit, self._ask.click],
            self._on.asked,
            [self._talk, self._question, *self._filters],
            shown,
            show_progress="hidden",
            trigger_mode="multiple",
        )
        again = self._thread.retry(
            self._on.asked_again,
            [self._talk, *self._filters],
            shown,
            show_progress="hidden",
            trigger_mode="multiple",
        )
        self._stop.click(self._on.stopped, self._talk, shown, cancels=[asking, again], **_PLAIN)
        self._thread.edit(self._on.edited, self._talk, [self._thread, self._question], **_PLAIN)
        self._thread.rate(self._on.rated, self._talk, self._thread, **_PLAIN)
        self._thread.note(self._on.rated, self._talk, self._thread, **_PLAIN)
        self._history.restore(self._on.restored, self._talk, [*shown, self._source], cancels=[asking, again], **_PLAIN)
        for part in (self._thread, self._live):
            part.open(self._on.opened, None, self._source, **_PLAIN)
        self._source.close(self._on.closed, None, self._source, **_PLAIN)

    def _join_filters(self) -> None:
        for part in self._filters:
            part.change(self._on.filtered, self._filters, [self._filter_line, self._shelf], **_PLAIN)
        self._filter_line.clear(lambda: ([], [], "", ""), None, self._filters, **_PLAIN)

    def _join_library(self) -> None:
        self._search.change(self._on.searched, [self._search, *self._filters], self._shelf, **_PLAIN)
        self._shelf.open(self._on.opened, None, self._reading, **_PLAIN)
        self._reading.close(self._on.closed, None, self._reading, **_PLAIN)
        if self._settings.allow_uploads:
            outputs = [self._added, self._files, self._shelf, self._languages, self._outlets]
            # One at a time: there is one writer of an index.
            self._add.click(self._on.add_all, [self._files, *self._pasted], outputs, concurrency_limit=1)

    def _join_start(self, blocks: Blocks) -> None:
        # Gradio 6.31 follows a browser only to languages of its own, which Albanian, Serbian, Italian and Hungarian are
        # not: their readers get the texts with everything else that is filled in at the start.
        texts = self._texts(blocks)
        filled = [self._head, self._history, self._thread, self._source, self._reading, self._shelf, self._report]

        def started(talk: Talk, kept: str, request: Any) -> list[Any]:
            reader = reader_of(request)
            named = [
                self._gr.update(**{name: told(key, reader) for name, key in keys.items()}) for keys in texts.values()
            ]
            chosen_from = dict(zip([self._languages, self._outlets], self._on.choices(reader), strict=True))
            for place, part in enumerate(texts):
                named[place] |= chosen_from.get(part, {})
            return [*self._on.filled(talk, kept, reader), *named]

        blocks.load(
            self._on.hinted(started), [self._talk, self._kept], [*filled, *texts], js=_KEPT_HERE,
            **_PLAIN,
        )  # fmt: skip
