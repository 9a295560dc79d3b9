"""The login in a real browser, behind a proxy that serves the page under a path of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.browser import CHROMIUM, Visit, chromium
from tests.chat_app import PASSWORD, running

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")


def test_a_reader_logs_in_and_asks_under_the_policy_and_a_root_path(seeds_store: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_store, tmp_path / "store")
    with running(tmp_path, CHORUS_TEST_ROOT_PATH="/chorus") as served, chromium() as browser:
        context = browser.new_context(locale="hu-HU")
        page = context.new_page()
        visiting = Visit(page, f"{served.locked}/chorus/")
        page.goto(f"{served.locked}/chorus/")
        page.get_by_label("Név").fill("ana")
        page.get_by_label("Jelszó").fill("wrong password")
        page.get_by_role("button").click()
        page.get_by_role("alert").wait_for()
        visiting.complaints.clear()  # of the refused password, which is a 401
        page.get_by_label("Név").fill("ana")
        page.get_by_label("Jelszó").fill(PASSWORD)
        page.get_by_role("button").click()
        page.wait_for_selector(".ch-welcome")
        assert page.url == f"{served.locked}/chorus/"
        turn = visiting.ask("Kush i njohu Donjeckun dhe Luhanskun?")
        assert visiting.record(turn)["status"] == "answered"
        visiting.assert_quiet()
        context.close()
