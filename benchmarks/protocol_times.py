"""Benchmark: how long protocols take, long and short, in both languages, at 200 typed characters a minute.

Run: python benchmarks/protocol_times.py
A virtual person reads what is asked at 1,000 characters a minute, thinks for a while, and types answers of a middling
length; a timed writing takes its whole time, what is asked again is answered three times. Nothing sleeps: the minutes
are counted. What a protocol says of itself must not be less than the longer of the two languages.
"""

from dataclasses import replace
from datetime import UTC, datetime

from journal.language import Language, languages
from journal.model.protocol import Answer, Prompt, PromptKind, Protocol, Role
from journal.practice import questioning
from journal.practice.run import Run
from journal.protocols.library import shipped

TYPED = 200  # characters a minute
READ = 1000
THOUGHT = {PromptKind.SCALE: 3, PromptKind.CHOICE: 5}  # seconds before an answer; 10 for one that is written
WRITTEN = 10
ANSWER, CLOSING, LINE = 110, 70, 30  # characters of a text, of an if-then line or a learning, of one line of several
_REPEATS = 3


def minutes_of(protocol: Protocol, language: Language, *, short: bool) -> float:
    """Return the minutes that a run takes in one form, to its end."""
    run = Run(protocol, language, "reflection:x", protocol.asked_with({}, short=short)[0].id, datetime.now(UTC))
    run = replace(run, short=short)
    spent = 0.0
    while run.prompt is not None:
        prompt = run.prompt
        again = prompt.again is not None and protocol.place(prompt.id)[1] > _REPEATS
        given: Answer = "" if again else _given(prompt)
        spent += _seconds(prompt, language, given)
        run = questioning.answer(run, given)
    return spent / 60


def _given(prompt: Prompt) -> Answer:
    match prompt.kind:
        case PromptKind.SCALE:
            return 5
        case PromptKind.CHOICE:
            return prompt.choices[0].id
        case PromptKind.LIST:
            return ("x" * LINE,) * 3
        case PromptKind.FIELDS:
            return ("x" * LINE,) * len(prompt.fields)
    return "x" * (CLOSING if prompt.role in (Role.IF_THEN, Role.LEARNING) else ANSWER)


def _seconds(prompt: Prompt, language: Language, given: Answer) -> float:
    read = len(prompt.question.in_(language)) + (len(prompt.hint.in_(language)) if prompt.hint else 0)
    reading = read / READ * 60
    if prompt.seconds is not None:
        return reading + prompt.seconds
    if isinstance(given, int) or prompt.kind is PromptKind.CHOICE:
        return reading + THOUGHT[prompt.kind]
    typed = len("".join(given)) if isinstance(given, tuple) else len(given)
    return reading + (WRITTEN if typed else 2) + typed / TYPED * 60


def main() -> None:
    """Print a table."""
    print(f"{'protocol':16}{'says':>6}{'fr':>7}{'en':>7}{'short':>8}{'fr':>7}{'en':>7}")
    for protocol in shipped().protocols:
        whole = [minutes_of(protocol, language, short=False) for language in languages()]
        row = f"{protocol.code:16}{protocol.minutes:>6}" + "".join(f"{each:7.1f}" for each in whole)
        if protocol.short_minutes is not None:
            brief = [minutes_of(protocol, language, short=True) for language in languages()]
            row += f"{protocol.short_minutes:>8}" + "".join(f"{each:7.1f}" for each in brief)
        print(row)


if __name__ == "__main__":
    main()
