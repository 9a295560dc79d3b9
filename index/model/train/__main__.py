"""From the text to the shipped files in one command:

    python -m index.model.train --text ../shared/parallel --held-out ../shared/dev seeds

Each step leaves its result in the work folder and is skipped when it is there; training saves itself every few
hundred steps. Interrupt it and run it again: it goes on where it was, and ends at the same weights.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from tokenizers import Tokenizer
from tqdm import tqdm

from index.bundled import MODEL_FOLDER
from index.model.train import teacher
from index.model.train.batches import Kind, as_kind
from index.model.train.dictionary import dictionaries, inflected_forms, pseudo_parallel, words_of
from index.model.train.fit import DIM, Training, fit
from index.model.train.mix import STAGES, Mix, Taught
from index.model.train.ship import ship
from index.model.train.text import Group, Sentence, read_forbidden, read_groups, read_sentences
from index.model.train.tokenizer import train_tokenizer

SAVE_EVERY = 500
Made = TypeVar("Made")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all steps."""
    options = _options(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    groups, sentences = _once(options.work / "text.pickle", lambda: _read(options))
    made = _once(options.work / "made.pickle", lambda: list(_made(groups, sentences, options.seed)))
    tokenizer = _tokenizer(options.work / "tokenizer.json", groups, sentences, options.seed)
    kinds = _once(options.work / "kinds.pickle", lambda: _kinds(groups + made, tokenizer))
    taught = _once(options.work / "taught.pickle", lambda: _taught(groups, tokenizer, options.seed))
    table = _train(options.work, Mix(kinds, taught, tokenizer), tokenizer.get_vocab_size(), options.seed)
    ship(table, tokenizer, options.out)
    _say(f"wrote {options.out}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m index.model.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--text", type=Path, required=True, help="folder of groups.jsonl.xz and monolingual.jsonl.xz")
    parser.add_argument(
        "--held-out", type=Path, nargs="*", default=[], help="folders whose texts must not be trained on"
    )
    parser.add_argument("--work", type=Path, default=Path("build/train"), help="what is made on the way (3 GB)")
    parser.add_argument("--out", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(arguments)


def _once(path: Path, make: Callable[[], Made]) -> Made:
    """What a file holds, or what is made now and kept there."""
    if not path.exists():
        _say(f"making {path.name}")
        made = make()
        aside = path.with_suffix(".part")
        with aside.open("wb") as file:
            pickle.dump(made, file, pickle.HIGHEST_PROTOCOL)
        aside.replace(path)
        return made
    with path.open("rb") as file:
        kept: Made = pickle.load(file)
    return kept


def _read(options: argparse.Namespace) -> tuple[list[Group], list[Sentence]]:
    forbidden = read_forbidden(options.held_out)
    groups, measured = read_groups(options.text / "groups.jsonl.xz", forbidden)
    sentences = read_sentences(options.text / "monolingual.jsonl.xz", forbidden)
    _say(f"left out, as they are measured on: {dict(forbidden.found)} of {len(forbidden.texts)} forbidden texts")
    with (options.work / "tatoeba-held-out.jsonl").open("w", encoding="utf-8") as file:
        for group in measured:
            file.write(json.dumps(group.texts, ensure_ascii=False) + "\n")
    return groups, sentences


def _made(groups: Sequence[Group], sentences: Sequence[Sentence], seed: int) -> Iterator[Group]:
    into_english, from_english = dictionaries(groups)
    yield from pseudo_parallel(tqdm(sentences, "Gloss"), into_english, "pseudo", seed)
    english = [Sentence("en", group.texts["en"][0]) for group in groups if group.kind == "english" and group.texts]
    yield from pseudo_parallel(tqdm(english, "Gloss English"), from_english, "pseudo-english", seed, glosses=1)
    seen = words_of(groups, sentences)
    for (language, _), dictionary in into_english.items():
        yield from inflected_forms(dictionary, language, seen)


def _tokenizer(path: Path, groups: Sequence[Group], sentences: Sequence[Sentence], seed: int) -> Tokenizer:
    if not path.exists():
        _say("training the tokenizer")
        parallel = ((code, text) for group in groups for code, texts in group.texts.items() for text in texts)
        single = ((sentence.language, sentence.text) for sentence in sentences)
        train_tokenizer((*parallel, *single), seed=seed).save(str(path))
    return Tokenizer.from_file(str(path))


def _kinds(groups: Sequence[Group], tokenizer: Tokenizer) -> dict[str, Kind]:
    by_kind: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_kind[group.kind].append(group)
    by_kind.pop("english", None)  # one text a group: nothing to pair
    return {name: as_kind(of_kind, tokenizer) for name, of_kind in tqdm(by_kind.items(), "Tokenize")}


def _taught(groups: Sequence[Group], tokenizer: Tokenizer, seed: int) -> Taught:
    picked = teacher.pick(groups, seed)
    with tqdm(total=len(picked), desc="Ask the teacher") as bar:
        targets = teacher.teach([group.texts["en"][0] for group in picked], DIM, bar.update)
    return Taught(as_kind(picked, tokenizer), targets)


def _train(work: Path, mix: Mix, vocabulary: int, seed: int) -> np.ndarray:
    """All stages, each from the last one's vectors with a fresh optimiser; the table, float32."""
    training = Training.begin(vocabulary, seed)
    for number, stage in enumerate(STAGES, start=1):
        path = work / f"stage-{number}.pt"
        training = Training.load(path) if path.exists() else training.again(stage, mix.taught)
        with tqdm(total=stage.steps, initial=training.done, desc=f"Stage {number}") as bar:
            for loss in fit(training, mix, stage):
                bar.set_postfix(loss=f"{loss:.2f}", refresh=False)
                bar.update()
                if training.done % SAVE_EVERY == 0 or training.done == stage.steps:
                    training.save(path)
    table: np.ndarray = training.table.detach().numpy()
    return table


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
