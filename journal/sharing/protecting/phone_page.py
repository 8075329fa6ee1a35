"""The page for the phone: one HTML file that can only seal, with a public key and nothing secret in it.

Its policy allows our script and our style by their hashes and forbids every request; nothing is stored. What it says
about where it works stands in it as text, for places that run no script.
"""

import base64
from html import escape

from journal.language import Language, _, speaking
from journal.model import sealed_note
from journal.model.prompt import Prompt, PromptKind
from journal.protocols.library import HEAT, shipped
from journal.sharing.protecting.html_page import part
from journal.sharing.rendering.html import page

_SCRIPTS = ("hpke.js", "phone.js")
_STYLES = ("answering.css", "phone.css")


def heat_questions() -> list[Prompt]:
    """Return the four short questions that the page asks: the short ones of “in the heat” that always come."""
    return [each for each in shipped().get(HEAT).prompts if each.short and each.show_if is None]


def made(number: bytes, public: bytes, words: str, language: Language) -> bytes:
    """Return a page by its random number and its public key."""
    with speaking(language):
        body = _body(number, public, words, language)
        look = "\n".join(map(part, _STYLES))
        script = "\n".join(map(part, _SCRIPTS))
        return page(_("Recul, sealed notes"), language, body, script=script, more_style=look).encode()


def _body(number: bytes, public: bytes, words: str, language: Language) -> str:
    title = escape(_("A note for your journal"))
    told = escape(_("The four words of this page: {words}. Recul shows the same ones.").format(words=words))
    return (
        f'<main><header><h1>{title}</h1><p class="about" id="words">{told}</p></header>\n{_elsewhere()}\n'
        f"{_form(language)}\n{_result()}\n{_about()}\n"
        f'<div id="sealing" hidden {_data(number, public)}></div></main>\n<p role="status" aria-live="polite"></p>'
    )


def _elsewhere() -> str:
    """Return what is shown until the script has sealed something to try: where nothing runs, it stays."""
    here = escape(
        _(
            "Nothing to write in here? Then this place cannot seal: the preview of a mail or of a file app, a browser "
            "without scripts, or a file that was opened from another app."
        )
    )
    instead = escape(
        _(
            "Save the file on the device and open it from a browser itself: on a computer, or on Android. On an "
            "iPhone a saved page stays a preview; it seals once it stands at an https address of your own."
        )
    )
    mail = escape(
        _(
            "Or write yourself a mail and save it as an .eml file: Recul takes it in. It is not sealed; whoever can "
            "read your mails can read it."
        )
    )
    return f'<div id="inert"><p>{here}</p><p>{instead}</p><p>{mail}</p></div>'


def _form(language: Language) -> str:
    keyboard = escape(_("Keyboards and dictation can send on what you type or say."))
    asleep = escape(_("What you write is only in the memory of this tab: a tab that falls asleep may lose it."))
    what = escape(_("What happened? The first line is the title."))
    when, now = escape(_("When?")), escape(_("now, or for example: yesterday 6 pm"))
    heat, seal = escape(_("In the heat: four short questions")), escape(_("Seal the note"))
    asked = "\n".join(_question(each, language) for each in heat_questions())
    return (
        f'<form autocomplete="off" hidden>\n<p class="note">{keyboard} {asleep}</p>\n'
        f'<label for="text">{what}</label>\n<textarea id="text" rows="8" maxlength="20000" {_QUIET}></textarea>\n'
        f'<label for="when">{when}</label>\n<input id="when" maxlength="100" placeholder="{now}" {_QUIET}>\n'
        f"<details><summary>{heat}</summary>\n{asked}\n</details>\n<button>{seal}</button>\n</form>"
    )


_QUIET = 'autocomplete="off" autocorrect="off" spellcheck="false"'


def _question(prompt: Prompt, language: Language) -> str:
    name, words = escape(prompt.id), escape(prompt.question.in_(language))
    field = (
        f'<input id="heat-{name}" data-heat="{name}" inputmode="numeric" maxlength="2" {_QUIET}>'
        if prompt.kind is PromptKind.SCALE
        else f'<textarea id="heat-{name}" data-heat="{name}" rows="3" maxlength="4000" {_QUIET}></textarea>'
    )
    return f'<label for="heat-{name}">{words}</label>\n{field}'


def _result() -> str:
    gone = escape(_("The note is sealed, and its text is gone from this page. Take the sealed note along now."))
    block = escape(_("The sealed note, to paste whole into a mail to yourself"))
    share, save = escape(_("Share the file…")), escape(_("Save as a file"))
    copy, more = escape(_("Copy as a block for a mail")), escape(_("Write another note"))
    return (
        f'<section id="result" hidden><p id="gone" tabindex="-1">{gone}</p>\n'
        f'<button id="share" type="button" hidden>{share}</button>\n<button id="save" type="button">{save}</button>\n'
        f'<button id="copy" type="button">{copy}</button>\n<label for="block">{block}</label>\n'
        f'<textarea id="block" rows="6" readonly {_QUIET}></textarea>\n'
        f'<button id="more" type="button" class="quiet">{more}</button></section>'
    )


def _about() -> str:
    told = escape(
        _(
            "This page can only seal: nothing it makes can be opened here. It sends nothing and stores nothing. What "
            "you save or mail shows that it is a sealed note, when, and about how long it is."
        )
    )
    return f"<footer><p>{told}</p></footer>"


def _data(number: bytes, public: bytes) -> str:
    """Return what the script needs, as data: two numbers that anybody may see, and words."""
    told = {
        "page": base64.b64encode(number).decode(),
        "key": base64.b64encode(public).decode(),
        "purpose": sealed_note.PURPOSE.decode(),
        "begin": sealed_note.BEGIN,
        "end": sealed_note.END,
        "before": _("A sealed note. To be opened in Recul."),
        "file": _("recul-note-{id}.txt"),
        "nothing": _("Write something first."),
        "scale": _("A number from 0 to 10, or nothing."),
        "failed": _("Sealing did not work here; the text is still on the page."),
        "copied": _("Copied: paste it into a mail to yourself."),
        "byhand": _("Select the block and copy it into a mail to yourself."),
        "saved": _("Saved with your downloads."),
        "shared": _("Handed on."),
    }
    return " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
