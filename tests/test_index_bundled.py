import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import bundled
from index.bundled import MODEL_FOLDER, BundledEmbedder
from index.errors import ModelUnavailable

FILES = ("model.safetensors", "tokenizer.json")


@pytest.fixture(scope="module")
def embedder() -> BundledEmbedder:
    return BundledEmbedder()


def likeness(embedder: BundledEmbedder, left: str, right: str) -> float:
    return float(embedder.embed_query(left) @ embedder.embed_query(right))


def test_a_sentence_is_nearer_to_its_translation_than_to_another_sentence(embedder):
    # "The president met the farmers on Tuesday." / "Snow closed two airports in the north."
    translations = [
        ("The president met the farmers on Tuesday.", "Snow closed two airports in the north."),
        ("Presidenti u takua me fermerët të martën.", "Bora mbylli dy aeroporte në veri."),
        ("Predsednik se u utorak sastao sa poljoprivrednicima.", "Sneg je zatvorio dva aerodroma na severu."),
        ("Председник се у уторак састао са пољопривредницима.", "Снег је затворио два аеродрома на северу."),
        ("Az elnök kedden találkozott a gazdákkal.", "A hó miatt két repülőteret zártak be északon."),
        ("Il presidente ha incontrato gli agricoltori martedì.", "La neve ha chiuso due aeroporti nel nord."),
    ]
    met = embedder.embed_passages([pair[0] for pair in translations])
    snow = embedder.embed_passages([pair[1] for pair in translations])
    assert (met @ met.T).min() > (met @ snow.T).max()


def test_serbian_gets_the_same_vector_in_both_alphabets(embedder):
    assert likeness(embedder, "Ђоковић је у Нишу", "Đoković je u Nišu") == pytest.approx(1, abs=1e-6)


def test_case_and_missing_diacritics_do_not_matter(embedder):
    assert likeness(embedder, "PERCHÉ IL PROCESSO È FALLITO", "perche il processo e fallito") == pytest.approx(
        1, abs=1e-6
    )


def test_vectors_are_float32_unit_rows_in_input_order(embedder):
    texts = [f"Article number {n} of the paper" for n in range(600)]
    vectors = embedder.embed_passages(texts)
    assert vectors.dtype == np.float32 and vectors.shape == (600, embedder.dim)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors[599], embedder.embed_query(texts[599]))


def test_no_texts_give_no_rows(embedder):
    assert embedder.embed_passages([]).shape == (0, embedder.dim)


@pytest.mark.parametrize("text", ["", "   \n", "漢字だけ", "\0"])
def test_text_without_a_known_token_gets_the_zero_vector(embedder, text):
    assert not embedder.embed_query(text).any()


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "snow \udfff in Oslo", "🙂", "\u202e" * 50, "ё\u0301" * 400])
def test_odd_characters_give_a_unit_or_zero_vector_and_no_nan(embedder, text):
    length = np.linalg.norm(embedder.embed_query(text))
    assert length == pytest.approx(1, abs=1e-5) or length == 0


def test_an_unknown_character_does_not_move_a_sentence(embedder):
    assert likeness(embedder, "Snow in Oslo", "Snow in Oslo \ud800 漢") == pytest.approx(1, abs=1e-6)


def test_a_line_of_a_million_characters_is_near_what_it_repeats(embedder):
    line = "Snow closed two airports. " * 40_000
    assert likeness(embedder, line, "Snow closed two airports.") > 0.99
    assert np.isfinite(embedder.embed_query("x" * 1_000_000)).all()


def test_tokens_are_counted_as_the_tokenizer_cuts_them(embedder):
    assert embedder.count_tokens("") == 0
    assert embedder.count_tokens("Snow in Oslo. " * 100) == 100 * embedder.count_tokens("Snow in Oslo.")


@given(st.lists(st.text(st.sampled_from("aBž ё\u0301\u00a0\n\x1c\u2003´½.,1ﬁ가ᄀ漢_")), max_size=4))
def test_words_looked_up_are_cut_as_the_tokenizer_cuts_the_whole_text(embedder, texts):
    whole = [embedder._tokenizer.encode(text, add_special_tokens=False).ids for text in texts]
    assert list(embedder._token_ids(texts)) == whole


def test_a_full_memo_of_words_starts_anew(embedder, monkeypatch):
    monkeypatch.setattr(bundled, "_MOST_WORDS", 3)
    counts = [embedder.count_tokens(f"Snow in Oslo {n}") for n in range(9)]
    assert len(set(counts)) == 1 and len(embedder._known) < 8


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "noise"])
def test_a_missing_or_damaged_file_is_named(tmp_path: Path, name: str, damage: str):
    for file in FILES:
        shutil.copy(MODEL_FOLDER / file, tmp_path / file)
    broken = tmp_path / name
    whole = broken.read_bytes()
    broken.unlink()
    if damage != "missing":
        broken.write_bytes({"empty": b"", "cut": whole[: len(whole) // 2], "noise": bytes(range(256)) * 9}[damage])
    with pytest.raises(ModelUnavailable, match=name):
        BundledEmbedder(tmp_path)


def test_a_tokenizer_of_another_model_is_named(tmp_path: Path):
    for file in FILES:
        shutil.copy(MODEL_FOLDER / file, tmp_path / file)
    tokenizer = json.loads((tmp_path / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["model"]["vocab"].pop()
    (tmp_path / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    with pytest.raises(ModelUnavailable, match=r"tokenizer\.json"):
        BundledEmbedder(tmp_path)


def test_the_fingerprint_changes_with_the_weights(embedder, tmp_path: Path):
    from safetensors.numpy import load_file, save_file

    shutil.copy(MODEL_FOLDER / "tokenizer.json", tmp_path / "tokenizer.json")
    tensors = load_file(MODEL_FOLDER / "model.safetensors")
    save_file({**tensors, "scales": tensors["scales"] * 2}, tmp_path / "model.safetensors")
    assert BundledEmbedder(tmp_path).fingerprint != embedder.fingerprint
    assert BundledEmbedder().fingerprint == embedder.fingerprint


def test_the_files_are_at_most_20_megabytes():
    assert sum((MODEL_FOLDER / name).stat().st_size for name in FILES) <= 20_000_000


def test_embedding_loads_no_torch():
    code = (
        "import sys; from index.bundled import BundledEmbedder; before = set(sys.modules); "
        "BundledEmbedder().embed_query('snow'); "
        "print('numpy' in before, 'tokenizers' in before, 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "False"]


def test_a_model_that_was_opened_before_is_not_read_again_unless_its_file_was_changed(tmp_path: Path) -> None:
    for name in FILES:
        shutil.copy(MODEL_FOLDER / name, tmp_path / name)
    first, again = BundledEmbedder(tmp_path), BundledEmbedder(tmp_path)
    assert again._weights is first._weights and again.fingerprint == first.fingerprint
    (tmp_path / FILES[0]).write_bytes(b"torn")
    with pytest.raises(ModelUnavailable, match=FILES[0]):
        BundledEmbedder(tmp_path)


def test_a_word_is_known_by_a_piece_of_four_letters(embedder) -> None:
    known = ["dronet", "weapons", "granate"]
    assert embedder.known([*known, "putyin", "asdfgh", ""]) == [True] * len(known) + [False] * 3


def test_a_word_has_the_tokens_that_it_has_alone_whatever_stands_beside_it(embedder) -> None:
    words = [
        "Пјонгјанг",
        "￣x",
        "½",
        "\u0301a",
        "a</s>b",
        "a\nb\tc",
        "▁",
        "x" * 15_000,
        "kísérlet",
        "¨",
        "",
        "a\u3000b",
        "end",
    ]
    alone = [[token for ids in embedder._ids_of([word]) for token in ids] for word in words]
    assert list(embedder._ids_of(words)) == alone
    assert embedder._tokenizer.encode("kísérlet", add_special_tokens=False).ids == alone[8]
