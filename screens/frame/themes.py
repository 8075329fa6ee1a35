"""The three looks: paper, ink, and the highest contrast. Colour means one thing; nothing is said by colour alone."""

from textual.theme import Theme

from journal.language import N_

# `quiet` is what stands back, `rule` the thin lines, `caution` the rare warning; audiences have a colour each.
# Contrast of text on background: papier 12.8 (quiet 5.2), encre 12.5 (quiet 5.8), contraste 21 (quiet 13.6; 14
# and 9.5 in a field): WCAG 2.2. The chosen row stands off its page by 1.5, 1.8 and 2.6; quiet words in it are as strong
# as the others, for on its ground they would fall below 4.5.
PAPIER = Theme(
    name="papier",
    dark=False,
    primary="#8a4b1f",
    accent="#8a4b1f",
    secondary="#6b6257",
    warning="#8f3d12",
    error="#8f3d12",
    success="#4c6337",
    foreground="#2e2a25",
    background="#f7f2e8",
    surface="#f7f2e8",
    panel="#ece4d4",
    variables={
        "quiet": "#6d6458",
        "rule": "#cfc4b0",
        "chosen": "#d9c49c",
        "chosen-style": "bold",
        "caution": "#8f3d12",
        "mine": "#2e2a25",
        "practitioner": "#1f5c6b",
        "group": "#4c6337",
        "sponsor": "#7a3b69",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#2e2a25",
        "input-cursor-foreground": "#f7f2e8",
        "input-selection-background": "#dcc9a3",
    },
)

ENCRE = Theme(
    name="encre",
    dark=True,
    primary="#d9a05b",
    accent="#d9a05b",
    secondary="#a39a8c",
    warning="#e2855e",
    error="#e2855e",
    success="#a8b98a",
    foreground="#e4dccf",
    background="#1e1c1a",
    surface="#1e1c1a",
    panel="#2a2724",
    variables={
        "quiet": "#a0968a",
        "rule": "#4a443d",
        "chosen": "#4d4335",
        "chosen-style": "bold",
        "caution": "#e2855e",
        "mine": "#e4dccf",
        "practitioner": "#86b8c4",
        "group": "#a8b98a",
        "sponsor": "#c9a0bd",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#e4dccf",
        "input-cursor-foreground": "#1e1c1a",
        "input-selection-background": "#5a4a33",
    },
)

CONTRASTE = Theme(
    name="contraste",
    dark=True,
    primary="#ffe14d",
    accent="#ffe14d",
    secondary="#ffffff",
    warning="#ffe14d",
    error="#ffe14d",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#282828",
    variables={
        "quiet": "#d0d0d0",
        "rule": "#ffffff",
        "chosen": "#505050",
        "chosen-style": "bold",
        "caution": "#ffe14d",
        "mine": "#ffffff",
        "practitioner": "#ffffff",
        "group": "#ffffff",
        "sponsor": "#ffffff",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#ffe14d",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#555500",
    },
)

THEMES = (ENCRE, PAPIER, CONTRASTE)
DEFAULT = ENCRE.name
THEME_NAMES = {"encre": N_("Ink, dark"), "papier": N_("Paper, light"), "contraste": N_("High contrast")}


def known(name: str) -> str:
    """Return the name of a theme that exists: the one asked for, or the default."""
    return name if name in THEME_NAMES else DEFAULT
