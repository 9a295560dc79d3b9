"""Every error of the product.

    ChorusError                 one clear line: what is at fault and the next step
    ├── UsageError              the call itself is wrong: an option, a setting, a question over the limit
    ├── LoadError               a file or a record cannot be read as an article
    ├── ModelUnavailable        an embedding or reranking model, or its endpoint, cannot be had
    ├── ModelFailed             a language model did not answer, or not as it must; the extractive answer stands in
    ├── FactFileError           a fact file of the evaluation breaks a rule: a line for each problem
    ├── CannotMeasure           an evaluation that cannot be judged: no answers, or not the ones to compare with
    └── StoreError              the index cannot be used as it is
        ├── StoreMissing        nothing was indexed at this place yet
        ├── StoreDamaged        the catalogue, which is the record, is damaged or not ours
        ├── StoreBusy           another process is writing and did not finish in time
        └── IndexMismatch       built with another embedder, splitter or newer version than asked for

An entry point catches ChorusError once, prints its line and exits 1 (UsageError: 2).
"""


class ChorusError(Exception):
    """Base of all: its text is one line for the reader, naming the thing at fault and the next step."""


class UsageError(ChorusError):
    """An option, a setting or a question that cannot be accepted."""


class LoadError(ChorusError):
    """A file or a record that cannot be read as an article; names file and line."""


class ModelUnavailable(ChorusError):
    """A model that is not on disk, is damaged, or whose endpoint does not answer."""


class ModelFailed(ChorusError):
    """A language model that did not answer, or not as it must: one line naming the endpoint, never its words or a key.

    `retry_after_s` is what asking again takes: seconds to wait, 0 for a pause of one's own choice, None where it is of
    no use.
    """

    def __init__(self, text: str, retry_after_s: float | None = None) -> None:
        super().__init__(text)
        self.retry_after_s = retry_after_s


class FactFileError(ChorusError):
    """Fact files that cannot be used; one line for each problem, with file, id and reason."""


class CannotMeasure(ChorusError):
    """No verdict is possible: no answers, or too few, or others than those of the baseline."""


class StoreError(ChorusError):
    """The index cannot be used as it is."""


class StoreMissing(StoreError):
    """Nothing was indexed at this place yet."""


class StoreDamaged(StoreError):
    """The catalogue cannot be trusted; Chorus refuses to answer from it."""


class StoreBusy(StoreError):
    """Another process holds the writer's lock."""


class IndexMismatch(StoreError):
    """The index was built with something else than what the settings ask for."""
