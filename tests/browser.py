"""A real Chromium, and a page in it that may neither reach out nor complain."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@contextmanager
def chromium() -> Iterator[Browser]:
    assert CHROMIUM is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visit:
    """One tab on the page, and what a reader does there."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._address = address
        page.set_default_timeout(30_000)  # a machine that does other things besides
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def open(self) -> Visit:
        self.page.goto(self._address)
        self.page.wait_for_selector(".ch-welcome, .ch-turn")
        return self

    @property
    def box(self) -> Any:
        return self.page.locator(".ch-asking textarea")

    @property
    def turns(self) -> Any:
        return self.page.locator(".ch-turn[data-record]")

    def ask(self, question: str) -> Any:
        """Ask and wait for the whole answer; gives its element."""
        before = self.turns.count()
        self.box.fill(question)
        self.box.press("Enter")
        self.turns.nth(before).wait_for()
        return self.turns.nth(before)

    def record(self, turn: Any) -> Any:
        return json.loads(turn.get_attribute("data-record"))

    def tab(self, number: int) -> None:
        self.page.get_by_role("tab").nth(number).click()

    def marked(self) -> str:
        """The sentence that is lit up in the source panel."""
        self.page.locator(".ch-source mark:visible").wait_for()
        return str(self.page.locator(".ch-source mark:visible").text_content())

    def assert_quiet(self) -> None:
        """Nothing left this machine, and the browser had nothing to complain of."""
        outside = [url for url in self.requests if not url.startswith((self._address, "data:", "blob:"))]
        assert not outside, outside
        assert not self.complaints, self.complaints


@contextmanager
def visit(browser: Browser, address: str, **options: Any) -> Iterator[Visit]:
    """A browser of its own, in English on a desktop unless told otherwise; asserts at the end that it was quiet."""
    context = browser.new_context(**{"locale": "en-US", "viewport": DESKTOP, **options})
    visiting = Visit(context.new_page(), address)
    try:
        yield visiting.open()
        visiting.assert_quiet()
    finally:
        context.close()


def picture(visiting: Visit, folder: Path, name: str) -> None:
    """Save what the tab shows, in 256 colours, which a page of text does not miss."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    taken = visiting.page.screenshot(animations="disabled", caret="hide")
    with Image.open(BytesIO(taken)) as image:
        image.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(folder / f"{name}.png", optimize=True)
