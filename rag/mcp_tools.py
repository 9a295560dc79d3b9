"""What a program may do with the articles: ask, search, read one. Each gives text for a model and the same as data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from index.errors import ChorusError
from index.records import Filter
from index.show import as_json
from rag.answer_json import hit_json, to_json
from rag.filters import make_filter, spelt_as_stored
from rag.render import to_text

if TYPE_CHECKING:
    from rag.pipeline import Pipeline

MOST_PASSAGES = 50
READS_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Codes = Annotated[tuple[str, ...], Field(description='Use only articles in these languages, such as ["sr", "en"].')]
Outlets = Annotated[tuple[str, ...], Field(description="Use only articles of these outlets.")]
Since = Annotated[str, Field(description="Use only articles published on this day or later, as 2022-09-06.")]
Until = Annotated[str, Field(description="Use only articles published on this day or earlier, as 2022-09-06.")]
"""An article without a date is left out as soon as a date is asked for."""


class Tools:
    """The tools over one pipeline; safe to call from several threads."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    def ask(
        self,
        question: Annotated[str, Field(description="A question in any language, in at most 2,000 characters.")],
        languages: Codes = (),
        outlets: Outlets = (),
        since: Since = "",
        until: Until = "",
    ) -> CallToolResult:
        """Answer a question from the indexed articles, in the question's language where an article says it so.

        Every sentence is quoted or checked against the article that it cites; [n] refers to the sources under the
        answer. "status" is answered, partial or refused: a refusal means that the articles do not say it, not that it
        is false. Sentences in other languages than the question's are quoted in the original.
        """
        with _worded():
            answer = self._pipeline.ask(question, where=self._where(languages, outlets, since, until))
        return _result(to_text(answer), to_json(answer))

    def search(  # noqa: PLR0917 - the client names them
        self,
        query: Annotated[str, Field(description="What to look for, in any language.")],
        passages: Annotated[int, Field(ge=1, le=MOST_PASSAGES, description="How many passages at most.")] = 10,
        languages: Codes = (),
        outlets: Outlets = (),
        since: Since = "",
        until: Until = "",
    ) -> CallToolResult:
        """Find the passages nearest to a query, best first, in all languages of the index.

        Nothing here says that a passage answers the query; `ask` judges that. `start` and `end` count characters of
        the article's text.
        """
        with _worded():
            where = self._where(languages, outlets, since, until)
            hits = self._pipeline.retriever.retrieve(self._pipeline.query(query), passages, where)
        found = [hit_json(hit) | {"outlet": hit.article.outlet, "text": hit.passage.text} for hit in hits]
        shown = [f"{one['passage_id']} ({one['outlet'] or '?'}, {one['language']}): {one['text']}" for one in found]
        return _result("\n\n".join(shown) or "no passage", {"passages": found})

    def article(
        self, article_id: Annotated[str, Field(description="An id as citations and passages name it.")]
    ) -> CallToolResult:
        """Give one article whole, as indexed, with its title, outlet, language, date and address as far as known."""
        with _worded(), self._pipeline.store.reading() as view:
            view.check([article_id])
            found = view.article(article_id)
        if found is None:
            raise ToolError(f"no article has the id {article_id!r}; take one from ask or search")
        record = as_json(found)
        del record["source"]  # a path of the server
        return _result(f"{found.title}\n{found.outlet} ({found.language})\n\n{found.text}", record)

    def _where(self, languages: Codes, outlets: Outlets, since: str, until: str) -> Filter:
        """Read a filter, with the outlets as the store spells them.

        :raises UsageError: as `make_filter`; or the store lacks an outlet.
        """
        return spelt_as_stored(make_filter(languages, outlets, since, until), self._pipeline.store)


@contextmanager
def _worded() -> Iterator[None]:
    """What went wrong in the words of Chorus, which hold no path but the one at fault."""
    try:
        yield
    except ChorusError as error:
        raise ToolError(str(error)) from None


def _result(text: str, record: dict[str, Any]) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=record)
