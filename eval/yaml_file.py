"""Read YAML with a line number for each problem, and without PyYAML's habit of dropping the first of two equal keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from index.errors import FactFileError


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in keys:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the id or key {key!r} stands twice", key_node.start_mark
                )
            keys.add(key)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> dict[str, Any]:
    """Read one file that is a mapping; an empty one is {}.

    :raises FactFileError: it cannot be read or is no YAML mapping; names the file and the line.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        raise FactFileError(f"{path}: cannot be read: {error}") from None
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise FactFileError(f"{path}{line}: {error.problem}") from None
    except yaml.YAMLError as error:
        raise FactFileError(f"{path}: is no YAML: {error}") from None
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise FactFileError(f"{path}: must be a mapping with version, facts and questions")
    return content
