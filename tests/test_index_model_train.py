# ruff: noqa: E402 (what only the extra [train] brings must be there before the imports below)
import json
import lzma
import random
from pathlib import Path

import numpy as np
import pytest

for needed in ("torch", "scipy", "simplemma", "wordfreq", "tqdm"):
    pytest.importorskip(needed)

import torch
from tokenizers import Tokenizer, models, pre_tokenizers

from index.bundled import BundledEmbedder
from index.model.train.batches import Bags, as_kind, draw, stack
from index.model.train.dictionary import Dictionary
from index.model.train.fit import MeanOfTokens, Training, equal_pairs, fit, mean_matrix, translation_loss, turned
from index.model.train.mix import Mix, Stage, Taught
from index.model.train.pieces import broken, halves
from index.model.train.questions import join, thin
from index.model.train.ship import ship
from index.model.train.text import Group, normalised, read_forbidden, read_groups
from index.model.train.tokenizer import folding

WORDS = {"en": ["one", "two", "three", "four", "five", "six"], "it": ["uno", "due", "tre", "quattro", "cinque", "sei"]}


@pytest.fixture(autouse=True)
def one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # on matrices this small, two threads mostly wait for each other
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def tokenizer() -> Tokenizer:
    pieces = ["<unk>", "▁", *("▁" + word for words in WORDS.values() for word in words)]
    made = Tokenizer(models.Unigram([(piece, -1.0) for piece in pieces], unk_id=0))
    made.normalizer = folding()
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made


@pytest.fixture
def groups() -> list[Group]:
    pairs = [(a, b) for a in range(6) for b in range(6) if a < b]
    return [Group("sentences", {code: [f"{words[a]} {words[b]}"] for code, words in WORDS.items()}) for a, b in pairs]


def test_a_text_that_is_measured_on_is_left_out_and_counted(tmp_path: Path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Rain. Snow fell in Óslo! More rain.", encoding="utf-8")
    with lzma.open(tmp_path / "groups.xz", "wt", encoding="utf-8") as file:
        for text in ("snow fell, in Oslo", "Rain fell in Oslo."):
            file.write(json.dumps({"source": "ddtp", "texts": {"en": [text], "it": ["x"]}}) + "\n")
    forbidden = read_forbidden([tmp_path / "seeds"])
    train, _ = read_groups(tmp_path / "groups.xz", forbidden)
    assert [group.texts.get("en") for group in train] == [None, ["Rain fell in Oslo."]]
    assert dict(forbidden.found) == {"ddtp": 1}


def test_a_held_out_sentence_is_trained_on_in_no_language(tmp_path: Path):
    with lzma.open(tmp_path / "groups.xz", "wt", encoding="utf-8") as file:
        for number in range(200):
            for code in ("it", "hu"):
                record = {"source": "tatoeba", "texts": {"en": [f"Text {number}"], code: [f"{code} {number % 150}"]}}
                file.write(json.dumps(record) + "\n")
    train, held_out = read_groups(tmp_path / "groups.xz", read_forbidden([]))
    texts = [{normalised(t) for group in side for ts in group.texts.values() for t in ts} for side in (train, held_out)]
    assert train and held_out and not texts[0] & texts[1]


def test_a_word_is_glossed_by_its_lemma_and_a_name_stays():
    dictionary = Dictionary([Group("words", {"it": ["casa"], "en": ["house"]})], "it", "en")
    assert dictionary.gloss("Le case Rossi", random.Random(0))[0].split() == ["Le", "house", "Rossi"]


def test_every_pair_is_in_two_languages(groups, tokenizer):
    kind = as_kind(groups, tokenizer)
    batch = draw(kind, 10, np.random.default_rng(0))
    italian = {tokenizer.token_to_id("▁" + word) for word in WORDS["it"]}
    for row in range(len(batch.left)):
        sides = [set(bags.take(np.array([row])).tokens) <= italian for bags in (batch.left, batch.right)]
        assert sorted(sides) == [False, True]


def test_bags_join_and_stack_row_by_row():
    left, right = Bags(np.array([1, 2, 3]), np.array([0, 1, 3])), Bags(np.array([4, 5]), np.array([0, 2, 2]))
    assert join([left, right]).tokens.tolist() == [1, 4, 5, 2, 3]
    assert stack(left, right).starts.tolist() == [0, 1, 3, 5, 5]


def test_a_thinned_question_keeps_at_least_one_token():
    bags = Bags(np.arange(300), np.arange(301))
    assert np.diff(thin(bags, np.random.default_rng(0)).starts).tolist() == [1] * 300


def test_a_broken_token_is_two_that_spell_it():
    made = Tokenizer(
        models.Unigram([("<unk>", 0.0), ("▁", -9.0), ("▁case", -2.0), ("▁cas", -3.0), ("e", -1.0)], unk_id=0)
    )
    bags = Bags(np.array([4, 2, 3]), np.array([0, 2, 3]))
    parts = broken(bags, halves(made), 1.0, np.random.default_rng(0))
    assert parts.tokens.tolist() == [4, 3, 4, 3] and parts.starts.tolist() == [0, 3, 4]


def test_turning_the_table_to_the_teacher_changes_no_cosine(groups, tokenizer):
    kind = as_kind(groups, tokenizer)
    table = torch.randn(tokenizer.get_vocab_size(), 256, generator=torch.Generator().manual_seed(0))
    after = turned(table, Taught(kind, np.eye(15, 256, dtype=np.float32)))
    assert torch.allclose(table @ table.T, after @ after.T, atol=1e-3)
    assert not torch.allclose(table, after, atol=1e-1)


def test_the_gradient_of_the_table_is_that_of_an_embedding_bag():
    bags = Bags(np.array([0, 1, 1, 2]), np.array([0, 3, 4]))
    ours, theirs = (torch.ones(4, 2, requires_grad=True) for _ in range(2))
    pull = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    (MeanOfTokens.apply(ours, mean_matrix(bags, 4)) * pull).sum().backward()
    bag = torch.nn.functional.embedding_bag(torch.tensor([0, 1, 1, 2]), theirs, torch.tensor([0, 3]), mode="mean")
    (bag * pull).sum().backward()
    assert torch.allclose(ours.grad, theirs.grad)


def test_the_loss_of_pairs_that_are_told_apart_is_small_and_of_alike_ones_the_log_of_their_number():
    none = (torch.zeros(0, dtype=torch.long), torch.zeros(0, dtype=torch.long))
    assert translation_loss(torch.eye(4), torch.eye(4), none).item() == pytest.approx(0, abs=1e-6)
    assert translation_loss(torch.ones(4, 2), torch.ones(4, 2), none).item() == pytest.approx(np.log(4), abs=0.1)


def test_rows_with_the_same_text_are_not_each_others_wrong_answers(groups, tokenizer):
    batch = draw(as_kind([*groups[:3], groups[0]], tokenizer), 4, np.random.default_rng(0))
    rows, columns = equal_pairs(batch)
    assert len(rows) == 2 and (rows != columns).all()


def test_training_goes_on_after_a_stop_as_if_it_had_not_stopped(groups, tokenizer, tmp_path: Path):
    kind = as_kind(groups, tokenizer)
    mix = Mix({"sentences": kind}, Taught(kind, np.eye(15, 256, dtype=np.float32)), tokenizer)
    stage = Stage(steps=30, rate=0.05, teacher=0.1)
    whole = Training.begin(tokenizer.get_vocab_size(), seed=0)
    losses = list(fit(whole, mix, stage))
    stopped = Training.begin(tokenizer.get_vocab_size(), seed=0)
    steps = fit(stopped, mix, stage)
    for _ in range(12):
        next(steps)
    stopped.save(tmp_path / "stage.pt")
    list(fit(Training.load(tmp_path / "stage.pt"), mix, stage))
    again = Training.load(tmp_path / "stage.pt")
    list(fit(again, mix, stage))
    assert torch.allclose(whole.table, again.table)
    assert losses[-1] < losses[0] / 2


def test_what_is_learned_is_what_is_shipped(groups, tokenizer, tmp_path: Path):
    kind = as_kind(groups, tokenizer)
    mix = Mix({"sentences": kind}, Taught(kind, np.eye(15, 256, dtype=np.float32)), tokenizer)
    training = Training.begin(tokenizer.get_vocab_size(), seed=0)
    list(fit(training, mix, Stage(steps=60, rate=0.05)))
    ship(training.table.detach().numpy(), tokenizer, tmp_path)
    embedder = BundledEmbedder(tmp_path)
    english, italian = (embedder.embed_passages([group.texts[code][0] for group in groups]) for code in ("en", "it"))
    assert ((english @ italian.T).argmax(axis=1) == np.arange(len(groups))).all()
    assert not embedder.embed_query("漢字").any()
