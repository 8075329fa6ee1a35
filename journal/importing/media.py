"""Pictures, recordings and documents that a text shows; another note shown in it is none."""

import re
from collections import Counter
from pathlib import PurePosixPath

from journal.importing.notices import Notice

_SHOWN = re.compile(r"!\[\[(?P<link>[^\[\]\n]{1,300})\]\]|!\[[^\[\]\n]{0,300}\]\((?P<path>[^()\n]{1,1000})\)")
_RECORDINGS = (".mp3", ".m4a", ".wav", ".ogg", ".opus", ".flac", ".3gp", ".aac", ".mp4", ".mov", ".mkv", ".webm",
               ".avi", ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".zip")  # fmt: skip
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".webp", ".avif", ".heic", ".tif", ".tiff", ".excalidraw")


def counted(text: str) -> Counter[Notice]:
    """Return how many of each a text shows."""
    found = Counter[Notice]()
    for match in _SHOWN.finditer(text) if "![" in text else ():
        target = (match["link"] or match["path"]).partition("|")[0].partition("#")[0].strip().strip("<>")
        ending = PurePosixPath(target.partition("?")[0]).suffix.lower()
        if ending in _RECORDINGS:
            found[Notice.RECORDINGS] += 1
        elif ending in _PICTURES or (match["path"] and ending != ".md"):
            found[Notice.PICTURES] += 1
    return found
