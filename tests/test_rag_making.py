"""Objects that are made once and live as long as the process."""

from __future__ import annotations

import gc

import pytest

from rag.making import made_to_stay


def test_what_is_made_to_stay_is_not_searched_for_garbage_and_what_comes_after_is() -> None:
    before = gc.get_freeze_count()
    with made_to_stay():
        assert not gc.isenabled()
        kept = [[number] for number in range(1_000)]
    assert gc.isenabled() and gc.get_freeze_count() >= before + len(kept)
    with pytest.raises(ValueError, match="no store"), made_to_stay():
        raise ValueError("no store")
    assert gc.isenabled()
