"""Load the national list of medical institutions, so that clerks find theirs by a part of its name."""

import resource
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from facilities.institution_file import MOST_REPORTED, BadRows, Loaded, load


class Command(BaseCommand):
    """Reads a CSV file (UTF-8 or CP932) or a ZIP of one; a second run updates."""

    help = "医療機関の一覧（CSV、またはCSVを1つ入れたZIP）を読み込みます。2回目からは更新します。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the file."""
        parser.add_argument("file", type=Path, help="CSVファイルかZIPファイル")
        parser.add_argument(
            "--skip-bad", action="store_true", help="読めない行を飛ばして、残りを読み込みます"
        )

    def handle(self, *args: Any, file: Path, skip_bad: bool, **options: Any) -> None:
        """Load, or say what is wrong with which line; nothing of a broken file is kept."""
        started = time.monotonic()
        try:
            loaded = load(file, skip_bad=skip_bad)
        except FileNotFoundError as error:
            raise CommandError(f"ファイルがありません：{file}") from error
        except OSError as error:
            raise CommandError(f"{file} を読めません。場所と名前を確かめてください。") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        except BadRows as error:
            self._report(error.rows)
            raise CommandError(
                f"読めない行が{len(error.rows)}行あるため、何も読み込みませんでした。"
            ) from error
        self._report(loaded.bad)
        self._sum_up(loaded, time.monotonic() - started)

    def _report(self, rows: list[tuple[int, str]]) -> None:
        for number, sentence in rows[:MOST_REPORTED]:
            self.stderr.write(f"{number}行目：{sentence}")
        if len(rows) > MOST_REPORTED:
            self.stderr.write(f"ほか{len(rows) - MOST_REPORTED}行")

    def _sum_up(self, loaded: Loaded, seconds: float) -> None:
        unchanged = loaded.read - loaded.added - loaded.updated - len(loaded.bad)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.stdout.write(
            f"{loaded.read:,}行を読みました：追加{loaded.added:,}、更新{loaded.updated:,}、"
            f"変更なし・重複{unchanged:,}、読めない行{len(loaded.bad):,}"
        )
        rate = loaded.read / seconds if seconds else 0
        self.stdout.write(f"{seconds:.1f}秒（毎秒{rate:,.0f}行）、最大メモリ{peak:,.0f}MB")
