"""From a spec and the environment to a language model: all that can be wrong with either is found here, at once."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.errors import UsageError
from index.settings import whole
from rag.llm import LanguageModel
from rag.llm.time_limits import Deadline, Patience, Retrying

if TYPE_CHECKING:
    from rag.llm.llama import EndpointModel

DEFAULT_CONTEXT_TOKENS = 8_192
_FORMS = "openai-like:MODEL@http://host/v1, ollama:MODEL, anthropic:MODEL, openai:MODEL, script:FILE or my.module:make"
_LONGEST_KEY = 4_096


@dataclass(frozen=True, slots=True)
class Provider:
    """What a provider needs: a module of an extra, an address unless the spec must name one, the variable of its key.

    `key_variable` is read only for the provider's own address, so that its key is never sent elsewhere.
    """

    module: str
    extra: str
    url: str = ""
    key_variable: str = ""


PROVIDERS = {
    "openai-like": Provider("llama_index.llms.openai_like", "openai"),
    "openai": Provider("llama_index.llms.openai_like", "openai", "https://api.openai.com/v1", "OPENAI_API_KEY"),
    "anthropic": Provider("llama_index.llms.anthropic", "anthropic", "https://api.anthropic.com", "ANTHROPIC_API_KEY"),
    "ollama": Provider("llama_index.llms.ollama", "ollama", "http://127.0.0.1:11434"),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Which model to ask where, with which key; `context_tokens` is 0 where the settings leave it to the endpoint."""

    provider: str
    model: str
    url: str
    key: str = field(default="", repr=False)
    context_tokens: int = 0

    @property
    def name(self) -> str:
        """Provider and model, without address and key."""
        return f"{self.provider}:{self.model}"

    @property
    def key_is_needed(self) -> bool:
        """Whether this is a provider's own service."""
        known = PROVIDERS[self.provider]
        return bool(known.key_variable) and self.url == known.url

    @property
    def place(self) -> str:
        """How an error line names it."""
        return f"the language model {self.model} at {self.url}"


def open_endpoint(spec: str, environ: Mapping[str, str]) -> LanguageModel:
    """Open any language model but a script; see `rag.llm.open_model`."""
    patience = Patience.from_env(environ)
    endpoint = read_spec(spec, environ)
    model: LanguageModel
    if endpoint is None:
        from rag.llm.own import OwnModel

        model, place = OwnModel(load_own(spec), spec, context_setting(environ)), f"the language model {spec}"
    else:
        model, place = endpoint_model(endpoint, patience), endpoint.place
    return bounded(model, place, patience)


def bounded(model: LanguageModel, place: str, patience: Patience) -> LanguageModel:
    """A model that is asked again where that helps, and left behind when it takes too long."""
    return Retrying(Deadline(model, place, patience), patience)


def endpoint_model(endpoint: Endpoint, patience: Patience) -> EndpointModel:
    """The model behind an endpoint, without deadline and retries."""
    from rag.llm.llama import EndpointModel

    return EndpointModel(endpoint, patience)


def read_spec(spec: str, environ: Mapping[str, str]) -> Endpoint | None:
    """The endpoint that a spec names; None where it is the place of a LlamaIndex LLM.

    :raises UsageError: it names neither, its address is none, or its extra or key is missing. The spec itself is not
        shown whole: it may hold a password.
    """
    name, _, rest = spec.partition(":")
    provider = PROVIDERS.get(name)
    if provider is None:
        if _own_place(spec):
            return None
        known = (
            f"knows no provider {name!r}"
            if re.fullmatch(r"[\w-]{1,30}:.*", spec)
            else "names no language model that can be found"
        )
        raise UsageError(f"CHORUS_LLM {known}; give {_FORMS}")
    model, at, address = rest.partition("@http")
    url = f"http{address}" if at else provider.url
    if not model.strip() or not url or ("@" in model and not at):
        raise UsageError(
            f"CHORUS_LLM does not name model and address; write {name}:MODEL@{provider.url or 'http://host:8080/v1'}"
        )
    url = _address(url)
    _require_extra(name, provider)
    return Endpoint(name, model, url, key_of(provider, url, environ)[0], context_setting(environ))


def context_setting(environ: Mapping[str, str]) -> int:
    """`CHORUS_LLM_CONTEXT` in tokens, 0 where it is not set."""
    if not environ.get("CHORUS_LLM_CONTEXT"):
        return 0
    return whole(environ, "CHORUS_LLM_CONTEXT", DEFAULT_CONTEXT_TOKENS, at_least=512, at_most=10_000_000)


def key_of(provider: Provider, url: str, environ: Mapping[str, str]) -> tuple[str, str]:
    """The key for an address, and where it comes from; "" where none is needed and none is set.

    :raises UsageError: none is set and the provider needs one, its file cannot be read, or it cannot be sent.
    """
    for variable in ("CHORUS_LLM_API_KEY", "CHORUS_LLM_KEY_FILE", provider.key_variable if url == provider.url else ""):
        if variable and environ.get(variable):
            value = environ[variable]
            key = _from_file(value) if variable == "CHORUS_LLM_KEY_FILE" else value.strip()
            if not key or not key.isascii() or not key.isprintable() or " " in key or len(key) > _LONGEST_KEY:
                raise UsageError(f"{variable} holds no key that could be sent; set it anew")
            return key, variable
    if provider.key_variable and url == provider.url:  # the provider's own service
        raise UsageError(f"{url} needs a key; set {provider.key_variable}, or CHORUS_LLM_KEY_FILE to a file with it")
    return "", ""


def key_origin(endpoint: Endpoint, environ: Mapping[str, str]) -> str:
    """The variable that the key of an endpoint comes from, "" for no key."""
    return key_of(PROVIDERS[endpoint.provider], endpoint.url, environ)[1]


def _from_file(name: str) -> str:
    try:
        with Path(name).open(encoding="utf-8") as file:
            return file.read(2 * _LONGEST_KEY).strip()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no text"
        raise UsageError(f"CHORUS_LLM_KEY_FILE={name}: {reason}; name a file that holds the key") from None


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket that is not closed, a port that is none
        usable = False
    if not usable or parts.username or parts.password or parts.query or parts.fragment or re.search(r"\s", url):
        raise UsageError(
            "CHORUS_LLM must name a plain address such as http://host:8080/v1; a key goes into CHORUS_LLM_API_KEY"
        )
    return url.rstrip("/")


def _require_extra(name: str, provider: Provider) -> None:
    if not _there(provider.module):
        raise UsageError(
            f"CHORUS_LLM={name}:… needs a package that is not installed; run: "
            f".venv/bin/python -m pip install -c constraints.txt -e '.[{provider.extra}]'"
        )


def _there(module: str) -> bool:
    """Whether a module can be imported; its parents are, which for LlamaIndex's integrations are empty."""
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _own_place(spec: str) -> tuple[str, str] | None:
    """Module and attribute of "my.module:make" or "package.Class"; None where there is no such module."""
    if not re.fullmatch(r"[^\W\d]\w*(\.[^\W\d]\w*)*(:[^\W\d]\w*)?", spec):
        return None
    module, separator, attribute = spec.partition(":") if ":" in spec else spec.rpartition(".")
    return (module, attribute) if separator and _there(module) else None


def load_own(spec: str) -> object:
    """The LlamaIndex LLM at a place: the object there, or what it makes when called without arguments.

    :raises UsageError: there is none, or it cannot be made.
    """
    place = _own_place(spec)
    assert place is not None
    module, attribute = place
    try:
        found = getattr(importlib.import_module(module), attribute)
        made = found if hasattr(found, "stream_chat") and not isinstance(found, type) else found()
    except Exception as error:
        raise UsageError(
            f"CHORUS_LLM={spec} cannot be made ({type(error).__name__}); call it yourself to see why"
        ) from None
    if not hasattr(made, "stream_chat"):
        raise UsageError(f"CHORUS_LLM={spec} is no LlamaIndex LLM; name one, or a function that makes one")
    return made
