"""The forms of a page as a browser reads them, and a page as a tree of elements without its words."""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

PRESSED = ("submit", "image")


@dataclass
class Control:
    """One field; `options` are the values one can choose of a list or of radios."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass
class PageForm:
    """What a browser would send, and where to; `buttons` are the named ones, each another way of sending it."""

    action: str
    method: str
    controls: dict[str, Control] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def typed(self) -> dict[str, list[str]]:
        """Return what stands in the form."""
        return {control.name: control.values for control in self.controls.values() if control.values}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[PageForm] = []
        self.named: dict[str, PageForm] = {}
        self.open: PageForm | None = None
        self.outside: list[tuple[str, str, dict[str, str]]] = []
        self.area: tuple[Control, list[str]] | None = None
        self.list: Control | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = PageForm(facts.get("action", ""), facts.get("method", "get").lower())
            self.forms.append(self.open)
            self.named[facts.get("id", "")] = self.open
        elif tag == "option" and self.list:
            value = facts.get("value", "")
            self.list.options.append(value)
            if "selected" in facts:
                self.list.values.append(value)
        elif tag in ("input", "textarea", "select", "button"):
            self.outside.append((facts.get("form", ""), tag, facts)) if "form" in facts else None
            if form := (None if "form" in facts else self.open):
                self._control(form, tag, facts)

    def _control(self, form: PageForm, tag: str, facts: dict[str, str]) -> None:
        kind = facts.get("type", "submit" if tag == "button" else tag if tag != "input" else "text")
        name = facts.get("name", "")
        if kind in PRESSED:
            form.buttons.append((name, facts.get("value", ""), facts.get("formaction", "")))
            return
        if not name or "disabled" in facts:
            return
        control = form.controls.setdefault(name, Control(name, kind, attributes=facts))
        if kind in ("checkbox", "radio"):
            control.options.append(facts.get("value", "on"))
            if "checked" in facts:
                control.values.append(facts.get("value", "on"))
        elif tag == "textarea":
            self.area = (control, [])
        elif tag == "select":
            self.list = control
        else:
            control.values.append(facts.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select" and self.list:
            self.list.values = self.list.values or self.list.options[:1]
            self.list = None
        elif tag == "textarea" and self.area:
            control, pieces = self.area
            # A browser drops the first line break after the tag; Django writes one there.
            control.values.append("".join(pieces).removeprefix("\r\n").removeprefix("\n"))
            self.area = None

    def handle_data(self, data: str) -> None:
        if self.area:
            self.area[1].append(data)

    def finish(self) -> list[PageForm]:
        for owner, tag, facts in self.outside:
            if owner in self.named:
                self._control(self.named[owner], tag, facts)
        return self.forms


def forms_of(html: str) -> list[PageForm]:
    """Return the forms of a page; one with several named buttons once for each."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    ways: list[PageForm] = []
    for form in reader.finish():
        for name, value, action in form.buttons or [("", "", "")]:
            pressed = {name: Control(name, "submit", [value])} if name else {}
            ways.append(replace(form, action=action or form.action, controls={**form.controls, **pressed}))
    return ways


NEVER = {
    "iframe",
    "object",
    "embed",
    "base",
    "style",
    "marquee",
    "math",
    "isindex",
    "video",
    "audio",
    "template",
}
LINKS = {"href", "src", "action", "formaction", "xlink:href", "data"}
DATA_BLOCKS = {"application/ld+json", "application/json"}
DRAWN_HERE = "data:image/svg+xml;base64,"  # the QR code of a login app
LED_ASTRAY = ("javascript:", "vbscript:", "data:", "//")


class _Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: (value or "") for name, value in attrs}
        is_ours = facts.get("src", "").startswith("/static/") or facts.get("type", "") in DATA_BLOCKS
        if tag in NEVER or (tag == "script" and not is_ours):
            self.found.add(f"<{tag}>")
        for name, value in facts.items():
            address = "".join(value.split()).lower().removeprefix(DRAWN_HERE)
            if name.startswith("on") or name == "style" or (name in LINKS and address.startswith(LED_ASTRAY)):
                self.found.add(f"{name}={value[:40]}")


def dangers(html: str) -> set[str]:
    """Return what no page of ours has, so that a value must have brought it: scripts, handlers, styles, frames."""
    reader = _Dangers()
    reader.feed(html)
    reader.close()
    return reader.found
