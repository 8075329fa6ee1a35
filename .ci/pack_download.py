"""Script: put the folder that `.ci/recul.spec` makes into an archive: zip on Windows, elsewhere tar.gz.

python .ci/pack_download.py dist/recul dist/recul-v1.0.0-linux-x86_64
"""

import shutil
import sys
from pathlib import Path


def main() -> None:
    """Pack it."""
    folder, target = Path(sys.argv[1]), sys.argv[2]
    form = "zip" if sys.platform == "win32" else "gztar"
    print(shutil.make_archive(target, form, folder.parent, folder.name))


if __name__ == "__main__":
    main()
