"""One stylesheet for visitors, many small ones for readers: joins `css/site.css` while static files are collected."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/site.css"
IMPORT = re.compile(r'^@import url\("([^"]+)"\);$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class OneStylesheetStorage(CompressedManifestStaticFilesStorage):
    """Puts the parts that `css/site.css` imports into it, in their order, before names are hashed.

    Uncollected (a developer's server, tests) the imports work as they stand, only with more requests.
    """

    def post_process(
        self, paths: dict[str, tuple[Any, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Join, store the joined sheet as if it were the source, then hash and compress as always."""
        if SHEET in paths and not dry_run:
            storage, name = paths[SHEET]
            sheet = IMPORT.sub(lambda part: self._part(paths, part[1]), _read(storage, name))
            self.delete(SHEET)
            self._save(SHEET, ContentFile(COMMENT.sub("", sheet).encode()))
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run, **options)

    def _part(self, paths: dict[str, tuple[Any, str]], address: str) -> str:
        storage, name = paths[str(PurePosixPath(SHEET).parent / address)]
        return _read(storage, name)


def _read(storage: Any, name: str) -> str:
    with storage.open(name) as file:
        return str(file.read().decode())
