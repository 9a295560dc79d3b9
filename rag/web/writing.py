"""An answer as text that only ever grows: what a front end has shown cannot be taken back."""

from __future__ import annotations

from dataclasses import replace

from rag.records import Answer, Claim, Status
from rag.render import claim_lines, source_lines, to_text


class Writing:
    """Turns the items of a stream into text, piece by piece.

    An answer that holds other claims than those before, as when a language model broke off, is added to them: each of
    them was checked.
    """

    def __init__(self, question: str, language: str) -> None:
        self._shown = Answer(question, language, Status.ANSWERED)
        self.answer = self._shown
        """The whole answer, once the last item was read."""

    def text(self, item: Claim | Answer) -> str:
        """The text that an item adds."""
        if isinstance(item, Claim):
            return self._add(item)
        self.answer = item
        if not self._shown.claims:
            return to_text(item).rstrip("\n")
        lines = [self._add(claim).rstrip("\n") for claim in item.claims if claim.text not in self._texts()]
        whole = replace(item, claims=self._shown.claims if lines else item.claims)
        told = [line for line in (item.notice, item.reason) if line]
        return "\n".join([*lines, *told, *source_lines(whole)])

    def _add(self, claim: Claim) -> str:
        self._shown = replace(self._shown, claims=(*self._shown.claims, claim))
        return claim_lines(self._shown)[-1] + "\n"

    def _texts(self) -> set[str]:
        return {claim.text for claim in self._shown.claims}
