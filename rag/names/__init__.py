"""Which words of a text are names, and which names of a claim its sources do not hold, across languages.

A country, its people and many cities are known in many locales from CLDR (`rag.names.places`); other names are compared
by their sound (`rag.names.sounds`), and common words that languages capitalise and translate, as in "White House", by a
table of concepts (`rag.names.common_words`).
"""

from rag.names.common_words import concepts
from rag.names.forms import is_adjective_of
from rag.names.licences import Licence, licence
from rag.names.persons import other_persons
from rag.names.spotted import Name, names
from rag.names.strange import strange_peoples, unlicensed

__all__ = [
    "Licence",
    "Name",
    "concepts",
    "is_adjective_of",
    "licence",
    "names",
    "other_persons",
    "strange_peoples",
    "unlicensed",
]
