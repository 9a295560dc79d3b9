"""Pairs of short news texts: with one thing changed, without a change, and about another event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from eval.yaml_file import read_yaml
from index.errors import FactFileError

FOLDER = Path(__file__).parent
SPLITS = ("dev", "test", "unseen", "last")
KINDS = ("figure", "date", "name", "stage", "attribution", "negation")
SAME, RELATED = "same", "related"
_LANGUAGES = ("en", "sq", "sr", "it", "hu")


@dataclass(frozen=True, slots=True)
class Text:
    """A short news text; `id` is unique in its split."""

    id: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts set against each other.

    `kind` is what was changed, or "same" for none, or "related" for a text on another event; `there` is what was put
    in, in its words. `others` are texts of other stories, which the two stand among.
    """

    story: str
    kind: str
    one: Text
    other: Text
    there: str = ""
    others: tuple[Text, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the two differ."""
        return self.kind in KINDS


def load(split: str, folder: Path = FOLDER) -> list[Case]:
    """Read the cases of a split.

    :raises FactFileError: the file cannot be read, or names a text, kind or language that there is none of.
    """
    path = folder / f"{split}.yaml"
    stories = read_yaml(path).get("stories", {})
    among = {
        name: Text(f"{name}/among", story["texts"][language], language)
        for (name, story), language in zip(stories.items(), cycle(_LANGUAGES), strict=False)
    }
    cases: list[Case] = []
    for name, story in stories.items():
        others = tuple(text for other, text in among.items() if other != name)
        try:
            cases += _cases(name, story, others)
        except (KeyError, ValueError) as error:
            raise FactFileError(f"{path}: story {name!r}: {error}") from None
    return cases


def _cases(name: str, story: dict[str, Any], others: tuple[Text, ...]) -> Iterator[Case]:
    texts = {key: Text(f"{name}/{key}", text, key[:2]) for key, text in story["texts"].items()}
    for one, other in story["same"]:
        yield Case(name, SAME, texts[one], texts[other], others=others)
    for number, changed in enumerate(story["changed"]):
        if changed["kind"] not in KINDS or changed["language"] not in _LANGUAGES:
            raise ValueError(f"changed {number + 1} has an unknown kind or language")
        if not isinstance(changed["there"], str):
            raise ValueError(f"changed {number + 1}: what was put in is no text; write it in quotes")
        text = Text(f"{name}/changed/{number}", changed["text"], changed["language"])
        yield Case(name, changed["kind"], texts[changed["against"]], text, changed["there"], others)
    for number, related in enumerate(story["related"]):
        text = Text(f"{name}/related/{number}", related["text"], related["language"])
        yield Case(name, RELATED, texts[related["against"]], text, others=others)
