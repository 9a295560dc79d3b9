"""Bytes of a text file to text, or the reason why they are none."""

from __future__ import annotations

import re

# The first bytes of files that are renamed, exported or downloaded as .txt by mistake.
_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip, docx or epub file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"7z\xbc\xaf": "a 7-Zip file",
    b"Rar!": "a RAR file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "an SQLite database",
}
# UTF-32 first: its little-endian mark starts with that of UTF-16.
_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
# Which Windows code page a language is written in. Albanian has its letters at the same places of both.
_WESTERN = "en it fr es pt de nl ca gl sv da no nb nn fi is ga eu"
_CENTRAL = "sr hr bs hu pl cs sk sl ro"
_CODE_PAGES = dict.fromkeys(_WESTERN.split(), "cp1252") | dict.fromkeys(_CENTRAL.split(), "cp1250")
_MOST_CONTROLS = 0.02  # a share of control characters that no text has
_CHARACTERS_A_SLIP = 100  # of a short text, how many characters have a control among them by a slip
_UNUSED = re.compile("[\ue000-\uf8ff\ufffe\uffff]")  # a tenth of all two-byte characters, and of no text


def decode(data: bytes) -> str:
    """Decode a file: by its mark, as UTF-8, as UTF-16 without a mark, or as Windows-1250, -1251 or -1252.

    :raises ValueError: it is no text; says what it is, as in "is a PDF file, not text".
    """
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise ValueError(f"is {kind}, not text")
    text = _marked(data)
    if text is None:
        text = _utf8(data)
    if text is None or "\x00" in text:
        text = _utf16(data) or text
    if text is None:
        text = _code_page(data)
    if text is None or _controls(text) > _MOST_CONTROLS * len(text) + min(2, len(text) // _CHARACTERS_A_SLIP):
        raise ValueError("is binary data, not text in UTF-8, UTF-16 or Windows-1250/1251/1252")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _utf8(data: bytes) -> str | None:
    """Decode UTF-8; a stray byte in a text that is otherwise UTF-8 shows as "�" and does not garble the rest."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(byte >= 0xC2 for byte in data[:1_000_000]) - broken
    return text if whole > 4 * broken else None


def _utf16(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: its spaces and line ends have their zero byte always on the same side."""
    zeros = [data[side::2][:500_000].count(0) for side in (0, 1)]
    if max(zeros) < max(2, len(data) // 100) or max(zeros) < 20 * min(zeros):
        return None
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    try:
        return data[: len(data) // 2 * 2].decode(encoding)
    except UnicodeDecodeError:
        return None


def _code_page(data: bytes) -> str | None:
    """Let charset-normalizer choose among the code pages of Europe's Windows; the language then corrects it.

    Short Italian texts came out as Windows-1250 (19 of 37 single sentences), with ŕ for à.
    """
    from charset_normalizer import from_bytes

    from index.language import detect

    best = from_bytes(data[:200_000], cp_isolation=["cp1250", "cp1252", "cp1251"]).best()
    if best is None:
        return None
    encoding = best.encoding
    if encoding != "cp1251":
        language = detect(data[:10_000].decode(encoding, "replace")).code
        encoding = _CODE_PAGES.get(language, encoding)
    return data.decode(encoding, "replace")


def _controls(text: str) -> int:
    """Count characters that no text holds; a page break, ESC and a few NULs are left to cleaning."""
    controls = sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
    return controls + max(0, text.count("\x00") - 8) + sum(1 for _ in _UNUSED.finditer(text))
