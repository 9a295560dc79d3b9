import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import sentence_spans


def sentences(text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sr", ["Do 2019. godine su vratili radnike.", "Zatim su stali."]),
        ("sr", ["До 2019. године су вратили раднике.", "Затим су стали."]),
        ("en", ["The U.S. official said so.", "He left."]),
        ("hu", ["A 2022. évi csúcs elmaradt.", "Szept. 5-én pótolják."]),
        ("it", ["Vedi il n. 6 della rivista.", "È già uscito."]),
        ("sq", ["Ai tha se nuk është.", "Pastaj doli."]),
    ],
)
def test_abbreviations_and_ordinals_do_not_end_a_sentence(language: str, expected: list[str]) -> None:
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sr", ["Ухапшен је мађарски држављанин Г. Т. (38), за кога се сумња да је крао.", "Други беже."]),
        ("sr", ["Svedok M. Lj. S. rekao je da je u ul. Kneza Miloša video vozilo.", "Sud je to prihvatio."]),
        ("sr", ["Пљачка у ул. Кнеза Милоша трајала је пет минута.", "Полиција ћути."]),
        ("it", ["Il tribunale, sez. Lavoro, ha deciso.", "La sede di via G. Verdi è chiusa.", "Apre domani."]),
        ("it", ["La Rossi S.p.A. ha chiuso.", "Il dott. G. Bianchi e l'avv. M. Neri tacciono."]),
        ("sq", ["Av. A. B. tha se klienti i tij është i pafajshëm.", "Gjyqi vazhdon."]),
        ("sq", ["P.sh. Tirana u mbyll.", "Z. Hoxha nuk komentoi."]),
        ("hu", ["A riasztás 9 ó.-kor érkezett a Fő tér 3.-ba.", "Pl. Kovács B. Anna hallotta."]),
        ("en", ["Police met George W. Bush.", "They chose plan B.", "He left."]),
    ],
)
def test_initials_and_abbreviations_of_streets_and_titles_do_not_end_a_sentence(
    language: str, expected: list[str]
) -> None:
    assert sentences(" ".join(expected), language) == expected


def test_a_list_without_full_stops_is_split_at_its_lines() -> None:
    assert sentences("i punti:\n- Uno e due\n\n- Tre", "it") == ["i punti:", "- Uno e due", "- Tre"]


def test_a_missing_space_after_a_full_stop_still_ends_the_sentence() -> None:
    assert sentences("razvija oružje.Severna Koreja je ispalila rakete.", "sr") == [
        "razvija oružje.",
        "Severna Koreja je ispalila rakete.",
    ]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_character_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
