"""The cases of the verification measure: a claim, what it cites, and whether it is true to it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from index.errors import FactFileError


@dataclass(frozen=True, slots=True)
class Case:
    """A claim that cites a sentence.

    `kind` is "" for a claim that is true to it, else what was changed; `sentence` is "" where nothing is cited. `also`
    are further sentences that it cites, each with its language; `passage` holds the first where no article does.
    """

    id: str
    split: str
    language: str
    claim: str
    article: str
    sentence: str
    source_language: str
    kind: str = ""
    also: tuple[tuple[str, str], ...] = ()
    passage: str = ""

    def mutant(self, kind: str, claim: str, **changed: Any) -> Case:
        """The case with another claim or another sentence; `kind` may end in a number that tells siblings apart."""
        return replace(self, id=f"{self.id}/{kind}", kind=re.sub(r"\d+$", "", kind), claim=claim, **changed)


def load(path: Path, languages: dict[str, str]) -> list[Case]:
    """Read a file of cases, one JSON object a line.

    :param languages: the language of each article; a line may state its own as `source_language`.
    :raises FactFileError: a line that is no case, with its number.
    """
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            row.setdefault("source_language", languages.get(row["article"], ""))
            row["also"] = tuple((sentence, language) for sentence, language in row.get("also", ()))
            cases.append(Case(**row))
        except (ValueError, TypeError, KeyError) as error:
            raise FactFileError(f"{path}:{number}: {error}") from None
    return cases
