"""A small fact set and answers to it, worked out by hand."""

from eval.parse import parse_case, parse_fact
from eval.records import FactSet, Source
from eval.replies import Place, Quote, Reply, Sentence

RAIN = "Rain fell in Oslo on Monday."
HURT = "Three people were hurt."
PIOVUTO = "Lunedì a Oslo ha piovuto."
SOURCES = {
    "rain.txt": Source("rain.txt", "en", f"{RAIN} {HURT}"),
    "pioggia.txt": Source("pioggia.txt", "it", PIOVUTO),
}
FACTS = {
    "rain": {
        "desc": "It rained in Oslo",
        "match": {"en": [r"rain\w*.{0,20}Oslo"], "it": [r"Oslo.{0,20}piov\w+"]},
        "support": [{"file": "rain.txt", "sentence": RAIN}, {"file": "pioggia.txt", "sentence": PIOVUTO}],
    },
    "hurt": {
        "desc": "Three people were hurt",
        "match": {"en": ["three.{0,20}hurt"], "it": ["tre.{0,20}ferit"]},
        "support": [{"file": "rain.txt", "sentence": HURT}],
    },
}
CASES = [
    {
        "id": "en1",
        "lang": "en",
        "kind": "common",
        "question": "What fell?",
        "vital": ["rain"],
        "okay": ["hurt"],
        "pair": "it1",
    },
    {"id": "it1", "lang": "it", "kind": "cross_lingual", "question": "Quanti feriti?", "vital": ["hurt"]},
    {
        "id": "en2",
        "lang": "en",
        "kind": "unanswerable",
        "question": "Who won?",
        "must_not": ["won by"],
        "reason": "off_topic",
    },
]


def fact_set(cases=CASES) -> FactSet:
    return FactSet(
        facts={id: parse_fact(id, row, "facts.yaml") for id, row in FACTS.items()},
        cases=tuple(parse_case(row["id"], row, "facts.yaml") for row in cases),
        sources=SOURCES,
        hash="0",
    )


def place(file: str, text: str) -> Place:
    start = SOURCES[file].text.index(text)
    return Place(file, start, start + len(text))


def sentence(text: str, file: str = "", quote: str = "", language: str = "en") -> Sentence:
    return Sentence(text, language, (Quote(place(file, quote), quote),) if file else ())


def reply(id: str, *sentences: Sentence, status: str = "answered", hits=(), **changes) -> Reply:
    return Reply(id, status, sentences, hits=tuple((hit,) for hit in hits), **changes)


BOTH = (place("rain.txt", f"{RAIN} {HURT}"), place("pioggia.txt", PIOVUTO))
RIGHT = {
    "en1": reply("en1", sentence("Rain fell in Oslo.", "rain.txt", RAIN), hits=BOTH),
    "it1": reply("it1", sentence(HURT, "rain.txt", HURT), hits=BOTH),
    "en2": reply("en2", status="refused", reason="The articles do not say who won.", hits=BOTH),
}


def detect(text: str) -> str:
    return "it" if "piov" in text or "ferit" in text else "en"
