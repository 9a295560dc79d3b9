import pytest

from rag.asked import (
    Asked,
    asked,
    counted,
    heads,
    holds,
    is_about_the_answer,
    is_counter,
    leaves_unsaid,
    names_a_sort,
)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Why did the bridge fall?", Asked.REASON),
        ("Pse ra ura?", Asked.REASON),
        ("Зашто је пао мост?", Asked.REASON),
        ("Perché è caduto il ponte?", Asked.REASON),
        ("Miért dőlt le a híd?", Asked.REASON),
        ("When does it open?", Asked.TIME),
        ("Kur hapet?", Asked.TIME),
        ("Kada se otvara?", Asked.TIME),
        ("Quando apre?", Asked.TIME),
        ("Mikor nyílik?", Asked.TIME),
        ("How many died?", Asked.NUMBER),
        ("Sa vetë vdiqën?", Asked.NUMBER),
        ("Koliko ih je?", Asked.NUMBER),
        ("How much did the bridge cost?", Asked.MONEY),
        ("Sa kushtoi ura?", Asked.MONEY),
        ("Koliko košta?", Asked.MONEY),
        ("Quanto è costato il ponte?", Asked.MONEY),
        ("Mennyibe került a híd?", Asked.MONEY),
        ("Qual è il prezzo del biglietto?", Asked.MONEY),
        ("What is the name of the architect?", Asked.NAME),
        ("Si e ka emrin arkitekti?", Asked.NAME),
        ("Kako se zove arhitekta?", Asked.NAME),
        ("Come si chiama l'architetto?", Asked.NAME),
        ("Hogy hívják az építészt?", Asked.NAME),
        ("On which day does it open?", Asked.DAY),
        ("Melyik napon nyílik?", Asked.DAY),
        ("In che data apre?", Asked.DAY),
        ("How long did it take?", Asked.DURATION),
        ("Koliko dugo je trajalo?", Asked.DURATION),
        ("Who did he call when the bridge fell?", None),
        ("Quanti sono?", Asked.NUMBER),
        ("Hányan haltak meg?", Asked.NUMBER),
        ("Who opened it?", None),
        ("What share of the bridges is old?", Asked.SHARE),
        ("Sa përqind e urave janë të vjetra?", Asked.SHARE),
        ("Koliko je odsto mostova staro?", Asked.SHARE),
        ("Che percentuale dei ponti è vecchia?", Asked.SHARE),
        ("A hidak mekkora része régi?", Asked.SHARE),
        ("How old is the architect?", Asked.AGE),
        ("Sa vjeç është arkitekti?", Asked.AGE),
        ("Колико година има архитекта?", Asked.AGE),
        ("Quanti anni ha l'architetto?", Asked.AGE),
        ("Hány éves az építész?", Asked.AGE),
        ("At what time did it fall?", Asked.CLOCK),
        ("Në çfarë ore ra?", Asked.CLOCK),
        ("U koliko sati je pao?", Asked.CLOCK),
        ("A che ora è caduto?", Asked.CLOCK),
        ("Hány órakor dőlt le?", Asked.CLOCK),
        ("For how many years was it closed?", Asked.DURATION),
        ("Për sa vite u mbyll?", Asked.DURATION),
        ("Na koliko godina je zatvoren?", Asked.DURATION),
        ("Колико су трајали радови?", Asked.DURATION),
        ("Per quanti anni è rimasto chiuso?", Asked.DURATION),
        ("Hány évre zárták le?", Asked.DURATION),
        ("durata dei lavori", Asked.DURATION),
        ("How long is the bridge?", Asked.SIZE),
        ("Sa i gjatë është ura?", Asked.SIZE),
        ("Колико је дугачак мост?", Asked.SIZE),
        ("Quanto è lungo il ponte?", Asked.SIZE),
        ("Milyen hosszú a híd?", Asked.SIZE),
        ("the number of bridges", Asked.NUMBER),
        ("numri i urave", Asked.NUMBER),
        ("broj mostova", Asked.NUMBER),
        ("numero di ponti", Asked.NUMBER),
        ("a hidak száma", Asked.NUMBER),
        ("vlera e kontratës", Asked.MONEY),
        ("Sa vlen ura?", Asked.MONEY),
        ("Na koliko je procenjen most?", Asked.MONEY),
        ("Quanto costerebbe un ponte?", Asked.MONEY),
        ("Mennyiért építik?", Asked.MONEY),
        ("Hány euróba kerül?", Asked.MONEY),
        ("Hány híd kerülne víz alá?", Asked.NUMBER),
        ("Sa do të kushtojë ura?", Asked.MONEY),
        ("Che cifra chiedono?", Asked.MONEY),
        ("How big is the loan?", Asked.MONEY),
        ("A quanto ammonta il prestito?", Asked.MONEY),
        ("Koliki je dug?", Asked.MONEY),
        ("What is the value of the bridge?", Asked.MONEY),
        ("costo totale", Asked.MONEY),
        ("Who paid the price of the bridge?", None),
        ("Who announced the number of bridges?", None),
        ("Ko je izračunao koliko je dana izgubljeno?", None),
        ("Për sa vite vlen kontrata?", Asked.DURATION),
        ("Koliko godina vredi ugovor?", Asked.DURATION),
        ("Ko je govorio u ime kompanije?", None),
        ("By how much did the price rise?", Asked.NUMBER),
        ("Në ç'orë ra ura?", Asked.CLOCK),
        ("Sa ka zgjatur puna?", Asked.DURATION),
        ("Mennyi ideig tartott?", Asked.DURATION),
        ("Koliko je starih mostova palo?", Asked.NUMBER),
        ("Quanti anni ha preso l'architetto?", Asked.DURATION),
        ("What's the old bridge called?", Asked.NAME),
        ("What is the architect's name?", Asked.NAME),
        ("bridge name", Asked.NAME),
        ("", None),
    ],
)
def test_a_question_word_tells_what_is_asked_for(question: str, kind: Asked | None) -> None:
    assert asked(question) is kind


@pytest.mark.parametrize(
    ("kind", "holding", "lacking"),
    [
        (Asked.REASON, "Ura ra për shkak të ujit.", "Ura ra."),
        (Asked.REASON, "Most je pao zbog vode.", "Most je pao."),
        (Asked.REASON, "A híd a víz miatt dőlt le.", "A híd ledőlt."),
        (Asked.TIME, "Il ponte apre a settembre.", "Il ponte apre."),
        (Asked.TIME, "Мост се отвара у уторак.", "Мост се отвара."),
        (Asked.TIME, "It opens in 2024.", "It opens."),
        (Asked.NUMBER, "Most će koštati četrnaest miliona evra.", "Most je skup."),
        (Asked.NUMBER, "It cost 14 euros.", "It was dear."),
        (Asked.NUMBER, "Több ezer ember jött.", "Sok ember jött."),
    ],
)
def test_a_sentence_holds_an_answer_of_the_kind_or_not(kind: Asked, holding: str, lacking: str) -> None:
    assert holds(holding, kind) and not holds(lacking, kind)


def test_a_serbian_with_is_no_albanian_how_many() -> None:
    assert asked("Sa kim se sastao?", "sr") is None and asked("Sa vetë erdhën?", "sq") is Asked.NUMBER


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("How many old bridges fell?", "en", ("old", "bridges", "fell")),
        ("Sa ura ranë?", "sq", ("ura", "rane")),
        ("Sa do të rriten pagat?", "sq", ()),
        ("Koliko je mostova palo?", "sr", ("mostova", "palo")),
        ("Quanti ponti sono caduti?", "it", ("ponti", "caduti")),
        ("How many people did the old bridge kill?", "en", ("people",)),
        ("How many of the bridges have fallen?", "en", ("bridges", "fallen")),
        ("Hány híd dőlt le?", "hu", ("hid", "dolt")),
        ("Why did it fall?", "en", ()),
    ],
)
def test_what_is_counted_follows_how_many(question: str, language: str, words: tuple[str, ...]) -> None:
    assert counted(question, language) == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Through which port did it go?", ("port", "did")),
        ("Melyik gyárban készült?", ("gyarban", "keszult")),
        ("Which newspaper wrote it?", ()),
        ("What did he say?", ()),
        ("What became of him?", ()),
        ("Who came?", ()),
    ],
)
def test_the_noun_after_which_is_asked_for_unless_the_answer_takes_its_place(
    question: str, words: tuple[str, ...]
) -> None:
    assert heads(question) == words


def test_a_noun_for_a_sort_of_thing_need_not_stand_in_the_answer() -> None:
    assert all(names_a_sort(word) for word in ("town", "firme", "preduzece", "aziendale", "ceg", "animal", "sostanze"))
    assert not names_a_sort("port")


def test_a_word_beside_a_figure_may_stand_for_whoever_is_spoken_of() -> None:
    assert all(is_counter(word) for word in ("them", "veta", "ljudi", "persone", "fo"))
    assert not is_counter("trucks")


@pytest.mark.parametrize("word", ["outlets", "articles", "according", "lapok", "testate", "mediji", "članci", "gazeta"])
def test_words_about_the_answer_are_told_from_what_it_is_about(word: str) -> None:
    assert is_about_the_answer(word)


@pytest.mark.parametrize("word", ["bridge", "journalist", "novinar", "giornalista", "gazetar", "újságíró"])
def test_a_journalist_is_no_word_about_the_answer(word: str) -> None:
    assert not is_about_the_answer(word)


@pytest.mark.parametrize(
    "sentence",
    [
        "He did not say how many came.",
        "Zyrtari nuk tha sa vetë erdhën.",
        "Zvaničnik nije precizirao koliko ih je došlo.",
        "Il funzionario non ha precisato quanti fossero.",
        "A hivatalnok nem közölte, hányan jöttek.",
    ],
)
def test_a_sentence_that_says_a_figure_is_not_told_answers_how_many(sentence: str) -> None:
    assert leaves_unsaid(sentence) and not leaves_unsaid(sentence.split(maxsplit=1)[0])
