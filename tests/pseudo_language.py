"""A pseudo-language: every text of the English one in letters that no other text has, as a folder of data files.

It stands for a third language that somebody adds by data alone. What is read on a page in plain letters came by another
way than the language's data.
"""

import re
import runpy
import shutil
import tomllib
from pathlib import Path
from typing import Any

import tomlkit
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

CODE = "zz"
ROOT = Path(__file__).parents[1]
JOURNAL = ROOT / "journal"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = str.maketrans(_PLAIN, "áƀćđéƒǵĥíǰķĺɱńóṕɋŕśťúṽẃẋýźÁƁĆĐÉƑǴĤÍĴĶĹṀŃÓṔɊŔŚŤÚṼẂẊÝŹ")
_KEPT = re.compile(r"\{[^}]*\}|`[^`]*`|%\S|https?://\S+|--[a-z-]+")
_PLURALS = "nplurals=2; plural=(n != 1);"
_DATES = """
weekdays = "zeko zuva zami zola zeri zupo zano"
months = "mazo mazu maza mazi mazel mazor mazun mazap mazet mazok mazib mazud"
ago = "zik {}"
ahead = "zok {}"
hours = "u"
days = { zuvo = -1, zavo = 0, zevo = 1 }
parts = { zori = 9 }
numbers = { zun = 1, zud = 2 }
minutes = { zaj = 1440 }
month_counts = { zom = 1 }
"""


def said(text: str) -> str:
    """Return a text in the pseudo-language; what is filled in or typed as it is stays."""
    written, at = "", 0
    for kept in _KEPT.finditer(text):
        written += text[at : kept.start()].translate(_LETTERS) + kept.group()
        at = kept.end()
    return written + text[at:].translate(_LETTERS)


def build(folder: Path) -> None:
    """Write all files of the language into a folder that is laid out as `journal` is."""
    _write_catalogues(folder)
    facts = _toml("language/en.toml") | {"name": said("Pseudo"), "tag": "en-ZZ"}
    facts["terms"] = _all_said(facts["terms"])
    facts["in_words"] = {"en": "in Pseudo", "fr": "en pseudo", CODE: said("in Pseudo")}
    facts["dates"] = tomllib.loads(_DATES)
    _write(folder, f"language/{CODE}.toml", facts)
    for source, name in (("protocols/shipped", "protocols/in"), ("practice/countries", "practice/countries/in")):
        files = sorted((JOURNAL / source).glob("*.toml"))
        texts = {file.stem: _texts(_toml(f"{source}/{file.name}")) for file in files}
        _write(folder, f"{name}/{CODE}.toml", texts)
    families = _toml("protocols/families/en.toml")
    for family in families["families"].values():
        for case in (family, *family.get("more", ())):
            case["questions"] = _all_said(case["questions"])
    _write(folder, f"protocols/families/{CODE}.toml", families)
    shutil.copy(JOURNAL / "protocols/families/en.json.gz", folder / f"protocols/families/{CODE}.json.gz")
    for end in ("toml", "json.gz"):
        shutil.copy(JOURNAL / f"practice/care_turns/en.{end}", _place(folder, f"practice/care_turns/{CODE}.{end}"))
    words = (JOURNAL / "sharing/words/en.txt").read_text("utf-8")
    _place(folder, f"sharing/words/{CODE}.txt").write_text(said(words), "utf-8")
    english, french = (_toml(f"practice/fictitious/{code}.toml") for code in ("en", "fr"))
    _write(folder, f"practice/fictitious/{CODE}.toml", _lived(english, french))


def _write_catalogues(folder: Path) -> None:
    compiling = runpy.run_path(str(ROOT / ".ci" / "catalogues.py"))
    french = JOURNAL / "locale" / "fr"
    rule = compiling["plural_rule"](french)
    for name, known in (
        ("recul", compiling["merged"](french)),
        ("brief", compiling["read"](french / "brief.po", rule)),
    ):
        whole = Catalog(locale="en", domain="recul")
        whole.mime_headers = [("Plural-Forms", _PLURALS)]
        for message in known:
            if message.id:
                texts = (message.id,) if isinstance(message.id, str) else tuple(message.id)
                told = tuple(map(said, texts))
                whole.add(message.id, told[0] if len(told) == 1 else told, context=message.context)
        with _place(folder, f"locale/{CODE}/LC_MESSAGES/{name}.mo").open("wb") as file:
            write_mo(file, whole)


def _texts(value: Any) -> Any:
    """Return the texts of a data file as a further language brings them, found as journal/language/overlay.py tells."""
    if isinstance(value, list):
        named = {str(each.get("id", each.get("number"))): _texts(each) for each in value if isinstance(each, dict)}
        return {name: texts for name, texts in named.items() if texts}
    if not isinstance(value, dict):
        return None
    if "en" in value:
        return _all_said(value["en"])
    found = {name: _texts(each) for name, each in value.items()}
    return {name: texts for name, texts in found.items() if texts}


def _lived(english: Any, french: Any) -> Any:
    """Return the fictitious year with everything said that French says otherwise than English."""
    if isinstance(english, dict):
        other = french if isinstance(french, dict) else {}
        return {name: _lived(each, other.get(name)) for name, each in english.items()}
    if isinstance(english, list):
        others = french if isinstance(french, list) and len(french) == len(english) else [None] * len(english)
        return [_lived(each, other) for each, other in zip(english, others, strict=True)]
    return said(english) if isinstance(english, str) and english != french else english


def _all_said(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _all_said(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_all_said(each) for each in value]
    return said(value) if isinstance(value, str) else value


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((JOURNAL / name).read_text("utf-8"))


def _place(folder: Path, name: str) -> Path:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _write(folder: Path, name: str, value: dict[str, Any]) -> None:
    _place(folder, name).write_text(tomlkit.dumps(value), "utf-8")
