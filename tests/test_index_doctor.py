import sqlite3
from pathlib import Path

import pytest

from index.build import sync
from index.doctor import Examination, examine
from index.errors import StoreDamaged
from index.repair import examine_and_mend
from tests.test_index_faults import ARTICLES, flip, legs_files, settings
from tests.test_index_store import article, load, parts


def test_flipped_bytes_in_any_index_file_are_found_by_the_full_look(tmp_path: Path) -> None:
    """D5: what keeps its size is found by the doctor, which never hangs or crashes."""
    load(tmp_path, *ARTICLES)
    assert examine(settings(tmp_path)) == Examination()
    missed = []
    for path in legs_files(tmp_path):
        whole = path.read_bytes()
        flip(path)
        if whole and not examine(settings(tmp_path)).indexes:
            missed.append(path.name)
        path.write_bytes(whole)
    assert missed == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("passages", "text", "Story 3 of place4.\n\n"),
        ("articles", "outlet", "AP"),
        ("articles", "published", "2022-09-06"),
    ],
)
def test_text_or_metadata_altered_inside_the_catalogue_is_named_and_refused(
    table: str, column: str, value: str, tmp_path: Path
) -> None:
    """A quote is verbatim only while the stored text is the text that was read."""
    load(
        tmp_path,
        *ARTICLES,
        article("undeclared", "Rain fell.", title="Rain"),
        article("declared", "Snow.", language="hu"),
    )
    assert examine(settings(tmp_path)) == Examination()
    key = (
        "article_key = (SELECT key FROM articles WHERE id = 'n3') AND number = 0"
        if table == "passages"
        else "id = 'n3'"
    )
    db = sqlite3.connect(tmp_path / "store" / "catalogue.sqlite3")
    assert db.execute(f"UPDATE {table} SET {column} = ? WHERE {key}", (value,)).rowcount == 1
    db.commit()
    db.close()
    assert examine(settings(tmp_path)).catalogue == "not the text or metadata that was stored: 'n3'"
    with pytest.raises(StoreDamaged, match=r"'n3'.*sync FOLDER --rebuild") as told:
        examine_and_mend(settings(tmp_path))
    assert "\n" not in str(told.value)
    sync([*ARTICLES], parts(tmp_path), root="news", rebuild=True)
    assert examine(settings(tmp_path)) == Examination()
