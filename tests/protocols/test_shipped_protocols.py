"""The protocols that ship: complete, in both languages, asked as the practice asks."""

import re
import textwrap

import pytest

from journal.model.pattern import Pattern
from journal.model.protocol import Closure, Family, Prompt, PromptKind, Protocol, Role, Theme
from journal.model.reason import Reason
from journal.practice.following_up import follow_ups
from journal.protocols.library import SHIPPED, shipped
from journal.protocols.loading import read

SHIPPED_CODES = {
    "heat", "three-times", "zoom-out", "posture", "managers", "alone", "slow-motion", "loop", "resources", "certainty",
    "team", "let-go", "peer-case", "closing",
    "hundred-days", "actors", "difficult-talk", "delegation", "week", "vision", "decision-back", "after-session",
    "my-role", "values", "energy", "letter", "consultant",
    "baseline-way", "baseline-network", "baseline-energy", "baseline-objective",
    "halfway-work", "halfway-objective", "closing-objective", "later",
}  # fmt: skip
PROTOCOLS = shipped().protocols
PROMPTS = [(protocol, prompt) for protocol in PROTOCOLS for prompt in protocol.prompts]
each_protocol = pytest.mark.parametrize("protocol", PROTOCOLS, ids=lambda protocol: protocol.code)


def texts(prompt: Prompt) -> list[tuple[str, str]]:
    parts = [prompt.question, prompt.hint, prompt.daily, *prompt.choices]
    return [(part.by_language["fr"], part.by_language["en"]) for part in parts if part is not None]


def test_exactly_these_ship_in_the_order_that_they_name() -> None:
    assert {protocol.code for protocol in PROTOCOLS} == SHIPPED_CODES
    assert {path.stem for path in SHIPPED.glob("*.toml")} == SHIPPED_CODES
    places = [protocol.order for protocol in PROTOCOLS]
    assert places == sorted(set(places))


@each_protocol
def test_a_protocol_passes_the_schema_and_is_named_as_its_file(protocol: Protocol) -> None:
    again = read(SHIPPED / f"{protocol.code}.toml")
    assert again == protocol


@each_protocol
def test_a_title_leaves_room_for_its_place_and_its_minutes_at_80_columns(protocol: Protocol) -> None:
    beside = {
        "fr": " · 10 sur 11   encore 13 minutes · gardé 17 h 42",
        "en": " · 10 of 11   about 13 minutes left · saved 12:42",
    }
    of_few = 1 if len(protocol.prompts) < 10 else 0
    for language, rest in beside.items():
        assert len(protocol.title.in_(language)) + len(rest) - 2 * of_few - (protocol.minutes < 10) <= 80


@each_protocol
def test_no_question_is_longer_than_two_lines(protocol: Protocol) -> None:
    for prompt in protocol.prompts:
        for part in (prompt.question, prompt.hint, prompt.daily):
            for text in (part.by_language["fr"], part.by_language["en"]) if part else ():
                assert len(textwrap.wrap(text, 72)) <= 2, text


@each_protocol
def test_no_prompt_asks_why(protocol: Protocol) -> None:
    for prompt in protocol.prompts:
        for french, english in texts(prompt):
            assert not re.search(r"pourquoi|pour quelle raison", french, re.IGNORECASE)
            assert not re.search(r"\bwhy\b|how come|what for\b", english, re.IGNORECASE)


@each_protocol
def test_both_languages_differ_and_one_question_is_asked_at_a_time(protocol: Protocol) -> None:
    for prompt in protocol.prompts:
        for french, english in texts(prompt):
            assert french != english
        assert prompt.question.by_language["fr"].count("?") == 1
        assert prompt.question.by_language["en"].count("?") == 1


@each_protocol
def test_french_says_vous_and_is_typeset(protocol: Protocol) -> None:
    for prompt in protocol.prompts:
        for french, english in texts(prompt):
            assert not re.search(r"\b(tu|toi|tes|te)\b", french, re.IGNORECASE)
            assert "'" not in french
            assert "'" not in english
            assert not re.search(r"(?<!\u202f)[?!;]", french), french
            assert not re.search(r"(?<!\u00a0):|«(?!\u00a0)|(?<!\u00a0)»", french), french


@each_protocol
def test_nothing_advises(protocol: Protocol) -> None:
    for prompt in protocol.prompts:
        for french, english in texts(prompt):
            assert not re.search(r"vous devriez|il faut que vous|il vaut mieux", french, re.IGNORECASE)
            assert not re.search(r"you should|you must|you ought", english, re.IGNORECASE)


@each_protocol
def test_a_protocol_ends_on_its_closure(protocol: Protocol) -> None:
    closing = max(number for number, prompt in enumerate(protocol.prompts) if prompt.role == protocol.closure.value)
    # After it only the second look at the intensity may come, and what one needs when it stayed high.
    for prompt in protocol.prompts[closing + 1 :]:
        assert prompt.role is Role.INTENSITY_AFTER or prompt.show_if is not None


@each_protocol
def test_if_then_lines_read_as_if_then(protocol: Protocol) -> None:
    if protocol.closure is Closure.IF_THEN:
        last = next(prompt for prompt in protocol.prompts if prompt.role is Role.IF_THEN)
        # The question names what it is about; the sentence that begins the answer, or an example, stands below it.
        # French says « si…, alors… » but « quand…, je… »: after “when” its “then” is dropped, in English too.
        assert last.hint is not None
        assert re.search(r"«.(Si\b.*…?, alors |(Quand\b|Le…)(?!.*alors))", last.hint.by_language["fr"])
        assert re.search(r"“(If\b.*, then |(When\b|On…)(?!.*then))", last.hint.by_language["en"])


def test_every_pattern_has_at_least_three_protocols_but_each_at_least_one_of_its_own() -> None:
    first = {
        Pattern.OPERATIONS: "zoom-out",
        Pattern.POSTURE: "posture",
        Pattern.RELATIONS: "managers",
        Pattern.SOLITUDE: "alone",
    }
    by_code = {protocol.code: protocol for protocol in PROTOCOLS}
    for pattern, code in first.items():
        assert pattern in by_code[code].patterns
        assert sum(pattern in protocol.patterns for protocol in PROTOCOLS) >= 3


def test_every_reason_to_start_leads_somewhere_and_every_protocol_stands_under_a_heading() -> None:
    for reason in Reason:
        assert sum(reason in protocol.reasons for protocol in PROTOCOLS) >= 2
    for theme in Theme:
        assert 4 <= sum(protocol.theme is theme for protocol in PROTOCOLS if protocol.review is None) <= 9
    assert all(protocol.theme for protocol in PROTOCOLS)


def test_every_family_of_follow_ups_has_a_prompt_that_allows_it() -> None:
    assert {family for _protocol, prompt in PROMPTS for family in prompt.families} == set(Family)


def test_only_written_answers_allow_follow_ups() -> None:
    written = {PromptKind.TEXT, PromptKind.RETELLING}
    assert all(prompt.kind in written for _protocol, prompt in PROMPTS if prompt.families)


def test_heat_measures_before_and_after_and_tells_again() -> None:
    heat = next(protocol for protocol in PROTOCOLS if protocol.code == "heat")
    assert heat.prompts[0].role is Role.INTENSITY_BEFORE
    assert any(prompt.role is Role.INTENSITY_AFTER for prompt in heat.prompts)
    assert any(prompt.retells == "facts" for prompt in heat.prompts)
    assert heat.starts_short
    assert heat.short_minutes == 2
    assert sum(prompt.short and prompt.show_if is None for prompt in heat.prompts) == 4


@pytest.mark.parametrize("code", ["heat", "let-go", "certainty", "difficult-talk", "values"])
def test_what_may_weigh_is_measured_before_and_after(code: str) -> None:
    roles = [prompt.role for protocol in PROTOCOLS if protocol.code == code for prompt in protocol.prompts]
    assert roles.index(Role.INTENSITY_BEFORE) < roles.index(Role.INTENSITY_AFTER)


def test_an_explicitation_asks_consent_and_then_again_without_any_counterfactual() -> None:
    slow = next(protocol for protocol in PROTOCOLS if protocol.code == "slow-motion")
    assert slow.prompts[0].question.by_language["fr"].startswith("Si vous êtes d’accord")
    assert slow.prompts[0].question.by_language["en"].startswith("If you are willing")
    assert any(prompt.again and prompt.again.by_language["fr"].startswith("Et ensuite") for prompt in slow.prompts)
    for prompt in slow.prompts:
        assert not re.search(r"auriez|aurait", prompt.question.by_language["fr"])
        assert not re.search(r"could you have|would have", prompt.question.by_language["en"])


@each_protocol
def test_what_invites_a_guess_is_never_reproached_for_guessing(protocol: Protocol) -> None:
    for prompt in protocol.prompts:
        invites = "suppos" in "".join(french for french, _english in texts(prompt)) or prompt.id in (
            "reaction",
            "their-story",
        )
        assert not (invites and Family.MIND_READING in prompt.families)
        asks_for_causes = prompt.id in ("system", "conditions", "causes", "in-the-way", "holds")
        assert not (asks_for_causes and Family.OUTSIDE_CAUSE in prompt.families)


def test_an_answer_that_a_hint_invites_is_never_questioned() -> None:
    asked_of_it = [
        (protocol.code, prompt.id, said, offered.family)
        for protocol, prompt in PROMPTS
        for language, text in (prompt.hint.by_language.items() if prompt.hint else ())
        for said in re.findall(r"[«“]\s?(.+?)\s?[»”]", text)
        for offered in follow_ups(said, language, allowed=prompt.families)
    ]
    assert asked_of_it == []


@each_protocol
def test_nothing_is_taken_as_an_answer_where_a_hint_offers_it(protocol: Protocol) -> None:
    for prompt in protocol.prompts:
        hint = prompt.hint.by_language["fr"] if prompt.hint else ""
        if re.search(r"peut-être (rien|aucun|nulle|jamais|personne)|ou (rien|aucun)|«.rien", hint, re.IGNORECASE):
            assert Family.ABSOLUTES not in prompt.families


@each_protocol
def test_a_short_form_stands_on_its_own(protocol: Protocol) -> None:
    if protocol.code == "let-go":  # eight minutes of writing have no shorter form
        return
    assert protocol.short_minutes is not None
    assert protocol.short_minutes < protocol.minutes
    short = {prompt.id for prompt in protocol.prompts if prompt.short}
    for prompt in protocol.prompts:
        if prompt.short:
            assert {prompt.retells, prompt.show_if.prompt if prompt.show_if else None} - {None} <= short


def test_letting_go_is_veiled_writing_against_a_clock_with_three_ends() -> None:
    let_go = next(protocol for protocol in PROTOCOLS if protocol.code == "let-go")
    (writing,) = [prompt for prompt in let_go.prompts if prompt.kind is PromptKind.TIMER]
    assert writing.veiled
    assert [choice.id for choice in let_go.prompts[-1].choices] == ["keep", "seal", "destroy"]


def test_there_are_daily_questions_for_more_than_two_weeks() -> None:
    assert sum(prompt.daily is not None for _protocol, prompt in PROMPTS) > 15
