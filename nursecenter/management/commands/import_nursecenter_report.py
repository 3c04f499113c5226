"""manage.py import_nursecenter_report FILE: the cumulative table of the 47 nurse centers, checked before it is kept."""

from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.mistakes import Mistake
from nursecenter.columns import COLUMNS
from nursecenter.facts import read_facts
from nursecenter.importing import Imported, Refused, import_report


@dataclass(frozen=True)
class CommandLine:
    """Whoever runs a command on the server; an explicit actor, like the clock."""

    actor_key: str = "command"


class Command(BaseCommand):
    """Keeps the table as a draft, or publishes it; a table that does not add up is refused and nothing is kept."""

    help = "Imports the table of the nurse centers (TSV or CSV) after checking every sum; see --facts and --publish."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument(
            "file", type=Path, help="TSV or CSV in UTF-8 or Shift_JIS (an Excel workbook is not read)"
        )
        parser.add_argument(
            "--facts", type=Path, help="TOML with title, periods and notes (default: same name .toml)"
        )
        parser.add_argument("--publish", action="store_true", help="show it to everyone at once")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run; exit with 1 when the table is refused."""
        file: Path = options["file"]
        facts = options["facts"] or file.with_suffix(".toml")
        try:
            imported = import_report(file.read_bytes(), read_facts(facts.read_text(encoding="utf-8")))
        except OSError as error:
            raise CommandError(f"{error.filename} を読めません。場所と名前を確かめてください。") from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{facts} をUTF-8で保存し直してください。") from error
        except Mistake as mistake:
            raise CommandError(mistake.sentence) from mistake
        except Refused as refused:
            reasons = "\n".join(f"✘ {sentence}" for sentence in refused.sentences)
            raise CommandError(f"{reasons}\n何も取り込みませんでした。") from refused
        self._tell(imported)
        if options["publish"]:
            imported.report.publish(by=CommandLine())
            self.stdout.write("公開しました。")

    def _tell(self, imported: Imported) -> None:
        report = imported.report
        for column, total in zip(COLUMNS, report.totals, strict=True):
            against = "" if report.totals_are_sums else "が、計と一致しました"
            self.stdout.write(f"✔ {column.header}：47都道府県の合計{total:,}{against}")
        self.stdout.write(f"注意 {len(report.warnings)}件")
        for sentence in report.warnings:
            self.stdout.write(f"・{sentence}")
        what = "取り込みました（下書き）" if imported.is_new else "このファイルは取り込み済みです"
        self.stdout.write(f"{date_ja(report.as_of)}までの集計表：{what}。")
