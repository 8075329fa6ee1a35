"""Vaults made as the documentation of each program shows them: every word comes in, or what stays behind is said."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import ReculError
from journal.importing.notices import Notice
from journal.importing.reading import Reading
from tests.importing.conftest import lost

Reader = Callable[..., Reading]
Writer = Callable[[str, str | bytes], Path]

# https://help.obsidian.md/properties, /tags, /callouts, /daily-notes; https://help.obsidian.md/embeds
OBSIDIAN = {
    "Journal/2026-03-02.md": "---\ntags:\n  - codir\n  - projet/alpha\naliases:\n  - Lundi difficile\ncssclasses: []\n"
    'date: 2026-03-02T09:15:00\ndue: 2026-03-05\ndone: false\nnote: 4\nlien: "[[Camille Roux]]"\n---\n'
    "## Matin\n\nRéunion avec [[Camille Roux|Camille]] #budget/2026 ^bloc1\n\n- [ ] rappeler\n- [x] écrire\n",
    "Personnes/Camille Roux.md": "Directrice depuis %%secret%% 2019.\n\n> [!warning]- Attention\n> Ne pas brusquer.\n",
    "Idées/Déléguer mieux.md": "# Déléguer\n\n![[schéma.png]]\n\n```dataview\nTABLE file.ctime FROM #alpha\n```\n\n"
    "$$a^2$$\n",
    "Modèles/Vide.md": "",
    "schéma.png": b"\x89PNG",
    "Tableau.canvas": "{}",
    ".obsidian/app.json": "{}",
    ".trash/Jetée.md": "jetée",
}  # fmt: skip
# https://docs.logseq.com, "Properties", "Journals", "Tasks"
LOGSEQ = {
    "journals/2026_03_02.md": "- DOING préparer le [[CODIR]]\n  :LOGBOOK:\n  CLOCK: [2026-03-02 Mon 09:00:12]\n"
    "  :END:\n"
    "- {{query (task TODO)}}\n\tid:: 6424ab\n\tcollapsed:: true\n",
    "journals/2026_03_03.md": "humeur:: calme\n\n- Rien #[[Vie de bureau]]\n",
    "pages/Projet___Alpha.md": "alias:: Alpha, Le projet\ntags:: [[codir]], finances\ntype:: projet\n\n"
    "- Cadrage\n\t- Budget\n",
    "pages/R%26D.md": "- Une page\n",
    "logseq/config.edn": "{:meta/version 1}",
    "logseq/bak/pages/R%26D/2026.md": "- copie\n",
    "assets/image.png": b"\x89PNG",
}
# https://joplinapp.org/help/apps/import_export, "Markdown + Front Matter"
JOPLIN = {
    "Carnet/Réunion.md": '---\ntitle: "Réunion : suite"\nupdated: 2026-03-03 10:00:00Z\ncreated: 2026-03-02 08:00:00Z\n'
    "latitude: 48.85660000\nlongitude: 2.35220000\naltitude: 0.0000\ncompleted?: no\ndue: 2026-03-09 08:00:00Z\n"
    "tags:\n  - codir\n---\n\nTexte ![image](../_resources/ab.png)\n",
    "_resources/ab.png": b"\x89PNG",
}
# https://gohugo.io/content-management/front-matter, https://jekyllrb.com/docs/front-matter
HUGO = {
    "content/posts/premier/index.md": "+++\ntitle = 'Premier billet'\ndate = 2026-03-02T08:00:00-05:00\ndraft = true\n"
    "weight = 10\ntags = ['codir', 'budget']\n[params]\nauteur = 'Camille'\n+++\n"
    'Bonjour {{< figure src="a.png" >}}\n',
    "_posts/2026-03-03-retour-du-siege.md": '---\nlayout: post\ntitle:  "Retour"\ncategories: siege plan\n---\nSalut\n',
    "_posts/2026-03-04-sans-titre-aucun.md": "Texte nu\n",
}


@pytest.mark.parametrize(
    ("vault", "count", "notices"),
    [
        (OBSIDIAN, 4, {Notice.DAY_OF_FILE: 3, Notice.PICTURES: 1, Notice.OTHER_FILES: 2, Notice.TRASHED: 1}),
        (LOGSEQ, 4, {Notice.DAY_OF_FILE: 2, Notice.OTHER_FILES: 3}),
        (JOPLIN, 1, {Notice.PICTURES: 1, Notice.OTHER_FILES: 1}),
        (HUGO, 3, {}),
    ],
)
def test_no_word_of_a_vault_is_lost(
    read: Reader, write: Writer, tmp_path: Path, vault: dict[str, str | bytes], count: int, notices: dict[Notice, int]
) -> None:
    for name, content in vault.items():
        write(f"vault/{name}", content)
    reading = read(tmp_path / "vault")
    entries = reading.whole()
    assert len(entries) == count
    assert reading.notices == notices
    read_files = [name for name in vault if name.endswith(".md") and not name.startswith((".", "logseq/"))]
    for name in read_files:
        content = vault[name]
        assert isinstance(content, str)
        zone = re.sub(r"\d[\dT:.+-]*Z?", "", content)
        assert lost(zone, reading) - {"no", "true", "false"} == set(), name


def test_names_days_and_fields_of_each_program_are_where_they_belong(
    read: Reader, write: Writer, tmp_path: Path
) -> None:
    for vault, folder in ((OBSIDIAN, "o"), (LOGSEQ, "l"), (JOPLIN, "j"), (HUGO, "h")):
        for name, content in vault.items():
            write(f"{folder}/{name}", content)
    titles = {each.new.title: each.new for folder in "oljh" for each in read(tmp_path / folder).whole()}
    assert set(titles) == {
        "Matin", "Camille Roux", "Déléguer", "Vide", "DOING préparer le CODIR", "Rien #Vie de bureau", "Projet/Alpha",
        "R&D", "Réunion : suite", "Premier billet", "Retour", "sans titre aucun",
    }  # fmt: skip
    days = {title: f"{new.happened_at:%Y-%m-%d %H:%M %z}" for title, new in titles.items()}
    assert days["Matin"].startswith("2026-03-02 09:15")
    assert days["Réunion : suite"] == "2026-03-02 08:00 +0000"
    assert days["Premier billet"] == "2026-03-02 08:00 -0500"
    assert days["sans titre aucun"].startswith("2026-03-04")
    assert titles["Matin"].tags == ("codir", "projet/alpha", "budget/2026")
    assert titles["Rien #Vie de bureau"].tags == ("Vie de bureau",)
    assert titles["Projet/Alpha"].tags == ("codir", "finances")
    assert "- alias: Alpha, Le projet\n- type: projet" in titles["Projet/Alpha"].body
    assert "- due: 2026-03-05\n- done: false\n- note: 4\n- lien: [[Camille Roux]]" in titles["Matin"].body
    assert "- params: auteur: Camille" in titles["Premier billet"].body


def test_the_priority_of_a_task_is_no_tag(read: Reader, write: Writer) -> None:
    (only,) = read(write("a.md", "- TODO [#A] Rappeler #codir [#b]\n")).whole()
    assert only.new.tags == ("codir", "b")


@pytest.mark.skipif(os.name != "posix", reason="links and pipes with names are of POSIX")
def test_links_and_pipes_of_a_folder_are_counted_and_not_followed(read: Reader, write: Writer, tmp_path: Path) -> None:
    secret = write("ailleurs/secret.md", "secret")
    folder = write("vault/note.md", "Une note").parent
    (folder / "lien.md").symlink_to(secret)
    (folder / "dossier").symlink_to(secret.parent)
    os.mkfifo(folder / "tuyau.md")
    reading = read(folder)
    assert [each.new.title for each in reading.whole()] == ["note"]
    assert reading.notices[Notice.OTHER_FILES] == 3
    assert reading.others == {".md": 2, "dossier": 1}


def test_signs_of_rednotebook_become_those_of_markdown(read: Reader, write: Writer) -> None:
    text = '1:\n  text: |-\n    === Un titre ===\n    //penché//, **gras**, --barré--, [lien ""https://e.org//x""]\n'
    (only,) = read(write("2026-03.txt", text)).whole()
    assert only.new.title == "Un titre"
    assert only.new.body == "*penché*, **gras**, ~~barré~~, [lien](https://e.org//x)"


@pytest.mark.parametrize(
    ("name", "title", "at"),
    [
        ("2026-03-02 Réunion", "Réunion", "2026-03-02 00:00"), ("Réunion 2026-03-02", "Réunion", "2026-03-02 00:00"),
        ("2026-03-02-retour-du-siege", "retour du siege", "2026-03-02 00:00"),
        ("2026-03-02 2024 budget", "2024 budget", "2026-03-02 00:00"),
        ("2026-03-02 17h05 Point", "Point", "2026-03-02 17:05"), ("2026-03-02_17-05-09", "Texte.", "2026-03-02 17:05"),
        ("202603021705 Fiche", "Fiche", "2026-03-02 17:05"),
        ("Point du 20260302 au siège", "Point du 20260302 au siège", "2026-03-02 00:00"),
        ("2026-03-02-99-99 x", "99-99 x", "2026-03-02 00:00"), ("lundi 2 mars 2026", "Texte.", "2026-03-02 00:00"),
        ("2026-03-02-lundi", "Texte.", "2026-03-02 00:00"), ("2026-03-02 Monday", "Texte.", "2026-03-02 00:00"),
        ("Mar 2nd, 2026", "Texte.", "2026-03-02 00:00"), ("2026.03.02", "Texte.", "2026-03-02 00:00"),
    ],
)  # fmt: skip
def test_a_date_and_a_time_in_a_name_are_read_and_the_rest_is_the_title(
    read: Reader, write: Writer, name: str, title: str, at: str
) -> None:
    (only,) = read(write(f"{name}.md", "Texte.")).whole()
    assert (only.new.title, f"{only.new.happened_at:%Y-%m-%d %H:%M}") == (title, at)


def test_words_of_jekyll_are_tags_each_and_a_tag_that_is_too_long_stays_in_the_text(
    read: Reader, write: Writer
) -> None:
    jekyll = read(write("a.md", "---\nlayout: post\ndate: 2026-03-02\ntags: codir budget\n---\nx")).whole()[0]
    assert jekyll.new.tags == ("codir", "budget")
    reading = read(write("b.md", f"---\ndate: 2026-03-02\ntags: [codir, {'x' * 201}]\n---\nTexte #{'y' * 201}."))
    assert reading.whole()[0].new.tags == ()
    assert ("x" * 201 in reading.entries[0].new.body, reading.kept) == (True, {"tags": 1})


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", '{"metadata": {"version": "1.0"}, "entries": []}'), ("a.jsonl", "{}\n"), ("v/2026-03-02.md", "")],
)
def test_a_source_without_any_entry_is_refused(read: Reader, write: Writer, name: str, content: str) -> None:
    source = write(name, content)
    with pytest.raises(ReculError) as refused:
        read(source.parent if name.startswith("v/") else source).whole()
    assert refused.value.exit_code == 5


@pytest.mark.parametrize(
    "text",
    [
        "+33 2026 03 02 11",
        "04 2026.03.02.11",
        "Appel 0612120304",
        "réf 20269912-1",
        "v2.0.2026.01.02.3",
        "n° 120260302",
    ],
)
def test_figures_of_a_name_that_are_no_date_stay_figures(read: Reader, write: Writer, text: str) -> None:
    reading = read(write(f"{text}.md", "Texte."))
    assert reading.notices == {Notice.DAY_OF_FILE: 1}
    assert reading.whole()[0].new.title == text
