import codecs

import pytest

from index.encoding import decode

ALBANIAN = "Zyrtari amerikan thotë se marrëveshja tregon se Rusia po vazhdon të vuajë mungesa të rënda."
SERBIAN = "Američki zvaničnik je rekao da će Rusija kupiti još oružja, što pokazuje nestašicu zaliha u vojsci."
CYRILLIC = "Амерички званичник је рекао да ће Русија купити још оружја, што показује несташицу залиха у војсци."
HUNGARIAN = "Oroszország kénytelen katonai felszereléseket vásárolni, mivel Moszkva nem tudja ellátni a hadseregét."
ITALIAN = "La Russia è in procinto di acquistare proiettili perché c’è scarsità, ha detto il funzionario. Così è."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(text, "utf-8") for text in (ALBANIAN, SERBIAN, CYRILLIC, HUNGARIAN, ITALIAN)],
        *[(text, "utf-8-sig") for text in (ALBANIAN, CYRILLIC)],
        *[(text, "utf-16") for text in (ALBANIAN, CYRILLIC, HUNGARIAN)],
        *[(text, "utf-16-le") for text in (SERBIAN, CYRILLIC)],
        *[(text, "utf-16-be") for text in (SERBIAN, CYRILLIC)],
        (ITALIAN, "utf-32"),
        (ALBANIAN, "cp1250"),
        (ALBANIAN, "cp1252"),
        (SERBIAN, "cp1250"),
        (CYRILLIC, "cp1251"),
        (HUNGARIAN, "cp1250"),
        (ITALIAN, "cp1252"),
        ("Ascii only.", "ascii"),
    ],
)
def test_a_text_comes_back_from_the_encodings_it_is_found_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\nbinary", "a PDF file"),
        (b"PK\x03\x04rest", "a zip, docx or epub file"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"{\\rtf1 text}", "an RTF file"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x00" * 1000, "binary data"),
        (b"text\x01\x02\x03\x04" * 50, "binary data"),
        (codecs.BOM_UTF16_LE + bytes(range(1, 31)) * 40, "text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, kind: str) -> None:
    if kind == "text":  # UTF-16 of odd characters is still characters
        assert decode(data)
        return
    with pytest.raises(ValueError, match=kind):
        decode(data)


def test_a_stray_byte_does_not_garble_the_rest() -> None:
    data = ALBANIAN.encode() + b"\xff" + ALBANIAN.encode()
    assert decode(data) == f"{ALBANIAN}\ufffd{ALBANIAN}"


def test_a_few_nuls_and_encoded_surrogates_are_left_to_cleaning() -> None:
    assert decode(b"good\x00 text\xed\xa0\x80 here") == "good\x00 text\ud800 here"


@pytest.mark.parametrize(
    "data", [b"\x01\x02\x03", b"\x08\x00\xc3\x28\x1f\x03", b"\xff\xfe" + bytes(range(1, 256)) * 8, b"\x03ab\x04" * 3]
)
def test_a_few_bytes_and_noise_behind_a_mark_are_no_text(data: bytes) -> None:
    """Seen: two control characters passed in any file, so in one that had little else."""
    with pytest.raises(ValueError, match="is binary data"):
        decode(data)
