#!/bin/sh
# Find a Python of at least 3.11 and let it run keynet.local, which needs nothing but the standard library.
# -P: modules come from this checkout, not from the directory that the person happens to be in.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P) || exit 1
for python in "$root/.venv/bin/python" python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        PYTHONPATH=$root exec "$python" -P -m keynet.local "$@"
    fi
done
echo "Python 3.11 or newer was not found: install it (Debian, Ubuntu: sudo apt-get install python3 python3-venv) and start this command again." >&2
exit 1
