from pathlib import Path

from index.doctor import Examination, examine
from tests.test_index_faults import ARTICLES, flip, legs_files, settings
from tests.test_index_store import load


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
