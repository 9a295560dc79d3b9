"""A language model that replies from a file: to try a set-up without a model, and to test with.

A YAML or JSON file with a list of replies; the first whose pattern is found in the prompt is given:

    context_tokens: 8192                # optional
    replies:
      - when: who recogni[sz]ed         # regular expression, letter case ignored; a list: each must be found
        reply: "Syria did [1]."         # streamed word by word; a list of texts is streamed as it is
      - when: 'shells: "(?P<said>[^"]+)"'
        reply: "{{said}} [1]"           # a group of the pattern, by name or number
        times: 1                        # used so often, then passed over
      - when: slow
        delay_s: 2                      # before the reply
        reply: Half of an ans
        fail: broke off                 # after what was replied
      - reply: "I do not know."         # no pattern: any prompt
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import ModelFailed, UsageError
from rag.llm import Message

if TYPE_CHECKING:
    from rag.records import Usage

CONTEXT_TOKENS = 8_192
_KNOWN = frozenset({"when", "reply", "times", "delay_s", "fail"})
_GROUP = re.compile(r"\{\{(\w+)\}\}")
_PIECES = re.compile(r"\S+\s*|\s+")
_LONGEST_DELAY_S = 3_600


@dataclass(frozen=True, slots=True)
class Reply:
    """What a script says to a prompt in which every pattern is found; `fail` is how it ends, "" for well."""

    pieces: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...] = ()
    times: int = 0
    delay_s: float = 0.0
    fail: str = ""

    def match(self, prompt: str) -> dict[str, str] | None:
        """The groups of the patterns found, by name and number; None where one is not found."""
        groups: dict[str, str] = {}
        for pattern in self.patterns:
            found = pattern.search(prompt)
            if found is None:
                return None
            groups |= {str(number): text or "" for number, text in enumerate(found.groups(), start=1)}
            groups |= {name: text or "" for name, text in found.groupdict().items()}
        return groups


class ScriptedModel:
    """The replies of one script; safe to ask from several threads."""

    def __init__(self, replies: Sequence[Reply], source: str = "", context_tokens: int = CONTEXT_TOKENS) -> None:
        self.name = f"script:{source}"
        self.context_tokens = context_tokens
        self._replies = list(replies)
        self._used = [0] * len(self._replies)
        self._lock = threading.Lock()

    @classmethod
    def load(cls, path: str) -> ScriptedModel:
        """Read a script.

        :raises UsageError: the file cannot be read, or breaks a rule; names file and reply.
        """
        script = _read(path)
        replies = script.get("replies")
        if not isinstance(replies, list) or not replies:
            raise UsageError(f'{path}: no "replies:"; give a list of replies, as rag/llm/script.py shows')
        context = script.get("context_tokens", CONTEXT_TOKENS)
        if not isinstance(context, int) or isinstance(context, bool) or context < 1:
            raise UsageError(f"{path}: context_tokens: {context!r} is no whole number of tokens")
        parsed = [_reply(entry, f"{path}: reply {number}") for number, entry in enumerate(replies, start=1)]
        return cls(parsed, path, context)

    def __len__(self) -> int:
        """How many replies it has."""
        return len(self._replies)

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | Usage]:
        """Reply to a prompt; a reply longer than `max_tokens` words fails, as one that ran out of tokens does."""
        from rag.records import Usage

        prompt = "\n\n".join(message.text for message in messages)
        reply, groups = self._choose(prompt)
        time.sleep(reply.delay_s)
        words = 0
        for piece in reply.pieces:
            text = _GROUP.sub(lambda group: groups.get(group[1], group[0]), piece)
            words += len(text.split())
            if words > max_tokens:
                raise ModelFailed(f"the language model {self.name} ran out of its {max_tokens} tokens")
            yield text
        if reply.fail:
            raise ModelFailed(f"the language model {self.name} failed as written: {reply.fail}")
        yield Usage(len(prompt.split()), words, estimated=True)

    def _choose(self, prompt: str) -> tuple[Reply, dict[str, str]]:
        with self._lock:
            for number, reply in enumerate(self._replies):
                groups = reply.match(prompt)
                if groups is not None and not 0 < reply.times <= self._used[number]:
                    self._used[number] += 1
                    return reply, groups
        raise ModelFailed(f"the language model {self.name} has no reply to this prompt; add one without when:")


def _read(path: str) -> Mapping[str, Any]:
    import yaml

    try:
        script = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"script:{path}: {error.strerror}; give a YAML or JSON file of replies") from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: neither YAML nor JSON: {' '.join(str(error).split())[:200]}") from None
    return script if isinstance(script, dict) else {}


def _reply(entry: Any, place: str) -> Reply:
    if not isinstance(entry, dict) or not entry.keys() <= _KNOWN or not {"reply", "fail"} & entry.keys():
        raise UsageError(f'{place}: must have "reply" or "fail", and nothing but {", ".join(sorted(_KNOWN))}')
    reply, fail = entry.get("reply", ""), entry.get("fail", "")
    pieces = _PIECES.findall(reply) if isinstance(reply, str) else reply
    if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in [*pieces, fail]):
        raise UsageError(f'{place}: "reply" must be text or a list of texts, "fail" text; put them in quotes')
    return Reply(
        tuple(pieces),
        _patterns(entry.get("when", []), place),
        int(_number(entry, "times", 1_000_000, place)),
        _number(entry, "delay_s", _LONGEST_DELAY_S, place),
        fail,
    )


def _patterns(when: Any, place: str) -> tuple[re.Pattern[str], ...]:
    patterns = [when] if isinstance(when, str) else when
    if not isinstance(patterns, list) or not all(isinstance(pattern, str) for pattern in patterns):
        raise UsageError(f'{place}: "when" must be a regular expression or a list of them; put it in quotes')
    try:
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    except re.error as error:
        raise UsageError(f'{place}: "when" is no regular expression: {error}') from None


def _number(entry: Mapping[str, Any], name: str, at_most: float, place: str) -> float:
    value = entry.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= at_most:
        raise UsageError(f'{place}: "{name}" must be a number from 0 to {at_most:g}')
    return float(value)
