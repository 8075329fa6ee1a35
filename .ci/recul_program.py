"""Script: `recul` as a program with Python inside; what the command of that name does where it is installed."""

from journal.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
