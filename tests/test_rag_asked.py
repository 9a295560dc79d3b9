import pytest

from rag.asked import Asked, asked, holds


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
        ("Koliko košta?", Asked.NUMBER),
        ("Quanti sono?", Asked.NUMBER),
        ("Hányan haltak meg?", Asked.NUMBER),
        ("Who opened it?", None),
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
