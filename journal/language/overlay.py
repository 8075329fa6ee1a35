"""Texts of further languages, put into data that is written in those of the program.

Such data holds its texts beside each other (`title.fr`, `title.en`). A further language brings one file that is laid
out alike and holds its texts alone; what stands in a list is found by the `id` or `number` it has.
"""

import tomllib
from functools import cache
from typing import Any

from journal.language import SOURCE, Language, data_file, languages


def completed(data: dict[str, Any], file: str, part: str) -> dict[str, Any]:
    """Return data with what further languages have for a part of it in their files, as “protocols/in/es.toml”."""
    for language in languages():
        if told := _read(f"{file}/{language}.toml").get(part):
            _complete(data, told, language)
    return data


def text_in(texts: dict[str, Any], language: Language) -> Any:
    """Return what is told in a language, and in that of the program where there is nothing (`gaps.py` tells it)."""
    return texts.get(language, texts[SOURCE])


@cache
def _read(name: str) -> dict[str, Any]:
    file = data_file(name)
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


def _complete(value: Any, told: Any, language: Language) -> None:
    if isinstance(value, list):
        for each in value:
            if isinstance(each, dict) and isinstance(told, dict):
                _complete(each, told.get(str(each.get("id", each.get("number")))), language)
    elif isinstance(value, dict) and told is not None:
        if SOURCE in value:
            value[language] = told
        elif isinstance(told, dict):
            for name, each in value.items():
                _complete(each, told.get(name), language)
