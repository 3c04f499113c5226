"""A person in front of a browser: presses, fills and reads what is visible, by its words."""

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from playwright.sync_api import ConsoleMessage, Download, Locator, Page, Response, expect

Inspect = Callable[[Page], None]
Role = Literal["link", "button"]
NEED = r"\s*(?:※必須|※任意)?"


class Visitor:
    """One person's browser. Every page that it shows is inspected; nothing may be said in its console."""

    def __init__(self, page: Page, inspect: Inspect) -> None:
        """Begin at an empty page; `inspect` looks at each page that is shown."""
        self.page, self.inspect = page, inspect
        self.status = 0
        self.refused: set[str] = set()
        self.said: list[str] = []
        page.on("response", self._note_answer)
        page.on("console", self._note_words)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, path: str, *, status: int = 200) -> None:
        """Type an address, or open a link from a mail."""
        self.page.goto(path)
        self._look(status)

    def follow(self, words: str, *, inside: Locator | None = None, status: int = 200) -> None:
        """Click the first visible link of these words."""
        self._click("link", words, inside, status)

    def press(self, words: str, *, inside: Locator | None = None, status: int = 200) -> None:
        """Click the first visible button of these words."""
        self._click("button", words, inside, status)

    def unfold(self, words: str) -> None:
        """Open what is folded under these words."""
        self.page.locator("summary").filter(has_text=words).filter(visible=True).first.click()

    def download(self, words: str, role: Role = "link") -> Download:
        """Click what leads to a file, and return the file."""
        with self.page.expect_download() as found:
            self.the(role, words).click()
        return found.value

    def fill(self, label: str, text: str | int) -> None:
        """Type into the question of this label, over what stands there."""
        self.question(label).fill(str(text))

    def pick(self, label: str, option: str) -> None:
        """Choose from a list."""
        self.question(label).select_option(label=option)

    def choose(self, question: str, *answers: str) -> None:
        """Tick or choose answers of a question that shows all of them."""
        for answer in answers:
            exactly = re.compile(rf"^\s*{re.escape(answer)}(?:\s*\d+)?\s*$")
            self.group(question).get_by_label(exactly).check()

    def choose_containing(self, question: str, words: str) -> None:
        """Tick the answer of a question that holds these words among others."""
        self.group(question).get_by_label(words).check()

    def tick(self, statement: str) -> None:
        """Agree to a sentence."""
        self.page.get_by_label(statement).check()

    def fill_day(self, question: str, day: date) -> None:
        """Type year, month and day."""
        for part, number in (("年", day.year), ("月", day.month), ("日", day.day)):
            self.group(question).get_by_label(part, exact=True).fill(str(number))

    def sees(self, *words: str) -> None:
        """Wait until each of these can be read somewhere."""
        for text in words:
            expect(self.page.locator("body")).to_contain_text(text)

    def does_not_see(self, *words: str) -> None:
        """Fail when one of these can be read."""
        for text in words:
            expect(self.page.locator("body")).not_to_contain_text(text)

    def reads_heading(self, words: str) -> None:
        """Fail unless the page's heading holds these words."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words)

    def question(self, label: str) -> Locator:
        """Return the control of a label, with or without its ※必須."""
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}{NEED}\s*$"))

    def group(self, question: str) -> Locator:
        """Return the questions with several controls: a date, choices."""
        return self.page.get_by_role("group", name=re.compile(rf"^{re.escape(question)}(?:\s*[※（]|$)"))

    def row(self, words: str) -> Locator:
        """Return the lines of tables that hold these words."""
        return self.page.get_by_role("row").filter(has_text=words)

    def the(self, role: Role, words: str, inside: Locator | None = None) -> Locator:
        """Return the first visible control of exactly these words; else the first that has them among others."""
        place = inside or self.page
        exact = place.get_by_role(role, name=words, exact=True).filter(visible=True)
        return (
            exact.first if exact.count() else place.get_by_role(role, name=words).filter(visible=True).first
        )

    def _click(self, role: Role, words: str, inside: Locator | None, status: int) -> None:
        with self.page.expect_navigation():
            self.the(role, words, inside).click()
        self._look(status)

    def _look(self, status: int) -> None:
        assert self.status == status, f"{self.page.url} answered {self.status}"
        self.inspect(self.page)

    def _note_answer(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.status = response.status
            if 400 <= response.status < 500:
                self.refused.add(response.url)

    def _note_words(self, message: ConsoleMessage) -> None:
        """Keep what the browser complains of; that it was refused a page is the journey's own business."""
        if message.type in ("error", "warning") and message.location.get("url") not in self.refused:
            self.said.append(f"{message.text} ({message.location.get('url')})")
