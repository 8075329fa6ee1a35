# What `.ci/run` and `.ci/newest` share; to be sourced. `root` is the tree, `work` a folder that goes when they end.
export LC_ALL=C.UTF-8 PIP_DISABLE_PIP_VERSION_CHECK=1
unset PYTHONDONTWRITEBYTECODE  # each process of the tests would compile every test anew
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step() { printf '\n== %s\n' "$1"; }

# Copy what is or may be committed into a folder, as a fresh clone would hold it.
clean_copy() {
    mkdir "$1"
    if git -C "$root" rev-parse --git-dir >/dev/null 2>&1; then
        (cd "$root" && git ls-files -z --cached --others --exclude-standard \
            | while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done \
            | tar --null -T - -cf -) | tar -xf - -C "$1"
    else
        tar -C "$root" --exclude .venv -cf - . | tar -xf - -C "$1"
    fi
}

# Install the uv that the lock names, and nothing else, into a folder of its own.
install_uv() {
    local version
    version=$(sed -n '/^name = "uv"$/{n;s/^version = "\(.*\)"$/\1/p}' "$root/uv.lock")
    python3 -m venv "$work/uv" && "$work/uv/bin/pip" install --quiet "uv==$version"
}
uv() { "$work/uv/bin/uv" "$@"; }
