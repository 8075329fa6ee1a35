"""The program's door: `recul`, `python -m journal`. It holds the terminal before anything else is read."""

import gc
import os
import sys

from journal.door_options import split
from journal.held_terminal import INTERRUPTED, HeldTerminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Do what was asked and return the exit code; one line on standard error tells what went wrong.

    As the whole of a process (`arguments` is None) it ends at once instead of returning: everything is durable and
    closed, and taking the interpreter apart would cost time, and waits for threads that nobody needs any more.
    """
    asked = list(sys.argv[1:] if arguments is None else arguments)
    gc.disable()  # until the journal is open: what is imported is no garbage, and looking through it takes its time
    try:
        with HeldTerminal() as held:
            _options, command = split(asked)
            if not command and "_RECUL_COMPLETE" not in os.environ:
                held.hold()
            from journal import program

            code = program.do(asked, held)
        if arguments is None:
            program.end(code)  # before garbage is looked for, which would be among all that was imported
    except KeyboardInterrupt:  # before the program could answer
        code = INTERRUPTED
    finally:
        gc.enable()
    return code


if __name__ == "__main__":
    sys.exit(main())
