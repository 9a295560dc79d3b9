"""The twins of `eval/twins.yaml`: questions that the seed articles answer, and neighbours that they do not answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from eval.records import Split

TWINS = Path(__file__).with_name("twins.yaml")


@dataclass(frozen=True, slots=True)
class Twin:
    """One question of a topic; `reason` says why it is unanswerable, "" where it is answerable."""

    topic: str
    split: Split
    language: str
    question: str
    reason: str

    @property
    def answerable(self) -> bool:
        """Whether the articles answer it."""
        return not self.reason


def load_twins(path: Path = TWINS) -> Sequence[Twin]:
    """Every question of the file, in order."""
    return [
        Twin(topic["id"], Split(topic["split"]), language, question, topic["reason"] if twin else "")
        for topic in yaml.safe_load(path.read_text(encoding="utf-8"))["topics"]
        for twin in ("", "un")
        for language, question in topic[f"{twin}answerable"].items()
    ]
