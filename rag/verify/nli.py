"""A cross-encoder trained for entailment as one more check of a claim."""

from __future__ import annotations

from typing import Any

import numpy as np

from index.errors import ModelUnavailable
from index.local_model import ModelPlace

_PLACE = ModelPlace("the entailment model", "CHORUS_NLI_MODEL", "to check claims without it")


class EntailmentModel:
    """Says how far a premise entails a hypothesis.

    :param model: name or path of a sentence-transformers CrossEncoder with a label for entailment.
    :raises ModelUnavailable: the model is not on disk and cannot be had, or none of its labels is entailment.
    """

    def __init__(self, model: str) -> None:
        from huggingface_hub.constants import HF_HUB_OFFLINE

        self._model = _PLACE.load(model, HF_HUB_OFFLINE, _cross_encoder)
        self._label = _entailment(self._model.model.config.id2label, model)

    def entailed(self, premise: str, hypothesis: str) -> float:
        """Probability in [0, 1] that the premise entails the hypothesis."""
        logits = self._model.predict(
            [(premise, hypothesis)], activation_fn=_identity(), show_progress_bar=False, convert_to_numpy=True
        )
        row = np.asarray(logits, dtype=np.float64)[0]
        shares = np.exp(row - row.max())
        return float(shares[self._label] / shares.sum())


def _cross_encoder(place: str, local_only: bool) -> Any:
    from sentence_transformers import CrossEncoder

    return CrossEncoder(place, local_files_only=local_only, trust_remote_code=False)


def _identity() -> Any:
    from torch.nn import Identity

    return Identity()


def _entailment(labels: dict[int, str], model: str) -> int:
    """The number of the label that means entailment, as the model's own configuration names it."""
    names = {int(number): str(name).lower().replace("-", "_") for number, name in labels.items()}
    found = [number for number, name in names.items() if name.startswith("entail")]
    if len(found) != 1 or len(names) < 2:
        raise ModelUnavailable(
            f"the entailment model {model} has no label for entailment among {sorted(labels.values())}; "
            "name a cross-encoder trained for it in CHORUS_NLI_MODEL, or unset it"
        )
    return found[0]
