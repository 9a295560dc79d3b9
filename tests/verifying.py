"""A claim judged against one sentence, for the tests of what the verifier looks at."""

from __future__ import annotations

from rag.records import Citation
from rag.verify import Source, Verdict, Verifier


def judged(verifier: Verifier, claim: str, sentence: str, languages: str) -> Verdict:
    """What the verifier says.

    :param languages: of the claim and of the sentence: "en it".
    """
    language, of = languages.split()
    citation = Citation("a", "", "", of, 0, len(sentence), sentence)
    return verifier.check(claim, language, [Source(citation, sentence)])
