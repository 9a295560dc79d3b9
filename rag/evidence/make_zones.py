"""Write `zones.txt` from CLDR: `python -m rag.evidence.make_zones`. Run by hand; babel is a development dependency.

A line is a country, a tab, and the exemplar cities of its time zones as `places.txt` codes them, "|" between them.
"""

from __future__ import annotations

from pathlib import Path

PATH = Path(__file__).with_name("zones.txt")


def main() -> None:
    """Write the file."""
    from babel.core import get_global

    cities: dict[str, set[str]] = {}
    for zone, country in get_global("zone_territories").items():
        cities.setdefault(str(country), set()).add("/" + zone.rpartition("/")[2])
    del cities["001"]
    lines = (f"{country}\t{'|'.join(sorted(some))}\n" for country, some in sorted(cities.items()))
    PATH.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
