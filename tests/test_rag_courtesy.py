"""Greetings, thanks and asking to be told are no part of what is asked."""

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.courtesy import without_courtesy
from rag.records import Status


@pytest.mark.parametrize(
    ("language", "question", "plain"),
    [
        ("en", "Good morning! Could you kindly tell me why the ferry sank?", "Why the ferry sank?"),
        ("en", "I would like to know who the captain was.", "Who the captain was"),
        ("en", "Do you know how many people died, please?", "How many people died?"),
        ("en", "What did he say? Thank you very much!", "What did he say?"),
        ("sq", "Përshëndetje, a mund të më tregoni pse u mbyt trageti? Faleminderit!", "Pse u mbyt trageti?"),
        ("sr", "Poštovani, da li biste mogli da mi kažete zašto je potonuo? Hvala unapred.", "Zašto je potonuo?"),
        ("sr", "Да ли знате ко је био капетан?", "Ко је био капетан?"),
        ("it", "Buongiorno, potrebbe dirmi perché è affondato? Grazie mille", "Perché è affondato?"),
        ("hu", "Jó napot! Megtudhatnám, kérem, hogy miért süllyedt el? Köszönöm!", "Miért süllyedt el?"),
        # Who asks, whom, what for, and where they heard of it.
        ("en", "I would be most grateful if you could tell me: did it sink?", "Did it sink?"),
        ("en", "Sorry to bother you again, but in which port was it?", "In which port was it?"),
        ("en", "I have a cousin on that coast, so when did it sink?", "When did it sink?"),
        ("en", "I read about this yesterday. Who was the captain? I need it for school.", "Who was the captain?"),
        ("en", "What do the articles say: how many drowned?", "How many drowned?"),
        ("en", "When did it sink, do you know?", "When did it sink?"),
        ("sq", "Do t'ju isha shumë mirënjohës nëse do të më thoshit kur u mbyt.", "Kur u mbyt"),
        ("sq", "Më falni që ju shqetësoj, por deri në cilin port arriti?", "Deri në cilin port arriti?"),
        ("sq", "Kush ishte kapiteni? Përgjigju me një fjali.", "Kush ishte kapiteni?"),
        ("sq", "A e dini nëse trageti u mbyt?", "Trageti u mbyt?"),
        ("sr", "Bio bih Vam veoma zahvalan ako biste mi rekli kada je potonuo.", "Kada je potonuo"),
        ("sr", "Извините што сметам, али у којој луци је био?", "У којој луци је био?"),
        ("sr", "Juče sam čitao o ovome. Ko je bio kapetan?", "Ko je bio kapetan?"),
        ("sr", "Zanima me da li je trajekt potonuo.", "Da li je trajekt potonuo"),
        ("it", "Le sarei molto grato se potesse dirmi in quale porto era.", "In quale porto era"),
        ("it", "Un amico mi ha chiesto se il traghetto è affondato.", "Il traghetto è affondato"),
        ("it", "Chi era il comandante? Mi serve per la scuola.", "Chi era il comandante?"),
        ("hu", "Elnézést, hogy megint zavarom, de mikor süllyedt el?", "Mikor süllyedt el?"),
        ("hu", "Lenne szíves megmondani, hogy hívják a kapitányt?", "Hogy hívják a kapitányt?"),
        ("hu", "Tegnap olvastam erről. Ki volt a kapitány? Egy mondatban válaszoljon!", "Ki volt a kapitány?"),
        # Every question is to articles, and every answer as exact as they are.
        ("en", "When exactly did it sink, according to the articles?", "When did it sink?"),
        ("sq", "Sipas artikujve, kur saktësisht u mbyt?", "Kur u mbyt?"),
        ("sr", "Kada je tačno potonuo prema člancima?", "Kada je potonuo?"),
        ("it", "Quando esattamente è affondato, secondo gli articoli?", "Quando è affondato?"),
        ("hu", "A cikkek szerint pontosan mikor süllyedt el?", "Mikor süllyedt el?"),
        # What is to be confirmed is asked as it is.
        ("en", "Is it true that the captain fled?", "The captain fled?"),
        ("en", "I read that the captain fled. Is it true?", "The captain fled?"),
        ("en", "The captain fled, didn't he?", "The captain fled?"),
        ("sq", "A është e vërtetë se kapiteni iku?", "Kapiteni iku?"),
        ("sq", "Kapiteni iku, apo jo?", "Kapiteni iku?"),
        ("sr", "Da li je istina da je kapetan pobegao?", "Je kapetan pobegao?"),
        ("sr", "Kapetan je pobegao, zar ne?", "Kapetan je pobegao?"),
        ("it", "È vero che il comandante è fuggito?", "Il comandante è fuggito?"),
        ("it", "Ho letto che il comandante è fuggito. È vero?", "Il comandante è fuggito?"),
        ("hu", "Igaz, hogy a kapitány elmenekült?", "A kapitány elmenekült?"),
        ("hu", "A kapitány elmenekült, ugye?", "A kapitány elmenekült?"),
    ],
)
def test_what_is_asked_is_left(language: str, question: str, plain: str) -> None:
    assert without_courtesy(question, language) == plain


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Why did the ferry sank?"),
        ("en", "If it is true, why did he leave?"),
        ("en", "Can the captain say why he left?"),
        ("en", "Whom did he thank?"),
        ("en", "How do I say please?"),
        ("en", "thank you very much"),
        ("en", "What can you tell me?"),
        ("de", "Guten Tag, warum?"),
        ("en", "Who asked why the alarm was off?"),
        ("en", "What happened at St. Camillus?"),
        ("en", "Is St. Camillus open?"),
        ("en", "Did the minister say when he would resign?"),
        ("en", "What did the sources of the ministry say?"),
        ("it", "Che cosa ha detto secondo i media di stato coreani?"),
        ("hu", "Mit mondott a phenjani állami média szerint?"),
        ("sr", "Da li se fabrika seli? Šta kaže koji list?"),
        ("en", ""),
    ],
)
def test_a_question_without_courtesy_stays(language: str, question: str) -> None:
    assert without_courtesy(question, language) == question


def test_a_courteous_question_is_answered_as_the_plain_one_and_shown_as_written() -> None:
    """Seen: refused, since no sentence speaks of being grateful."""
    text = "The ferry Astra sank off Bari because its steering failed. Eleven people died in the accident."
    courteous = "Good evening, I would be very grateful if you could explain to me why the ferry sank. Thank you!"
    with pipeline_over([Article(id="a", text=text, language="en", outlet="Post")]) as pipeline:
        answer, plain = pipeline.ask(courteous), pipeline.ask("Why the ferry sank")
        talk = pipeline.chat()
        talk.ask(courteous)
        followed = talk.ask("Could you please tell me how many died?")
    assert answer.status is Status.ANSWERED and answer.question == courteous
    assert [claim.text for claim in answer.claims] == [claim.text for claim in plain.claims]
    assert "Eleven" in followed.claims[0].text
