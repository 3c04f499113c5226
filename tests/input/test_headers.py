"""Every header that the product or its libraries read may be anything, on pages of every kind and on forms."""

import pytest
from gunicorn.config import Config
from gunicorn.http.errors import InvalidHeader
from gunicorn.http.parser import RequestParser

from tests.input.corpus import Dealer, encodings, request_headers
from tests.input.entries import Entry, entries
from tests.input.scene import Page, Scene
from tests.input.sending import Sender

pytestmark = pytest.mark.django_db

READ = (
    "postings:search",
    "postings:feed",
    "postings:saved",
    "postings:sheet",
    "facility:home",
    "inbox:applications",
    "mine:home",
    "account_login",
)
FORMS = (
    "applications:apply",
    "registration:facility",
    "mfa_add_webauthn",
    "office_recruiters:add",
    "prefecture:desk",
)
FORM = "application/x-www-form-urlencoded"


def _pages(scene: Scene) -> list[Page]:
    return list({page.route: page for page in reversed(scene.pages()) if page.route in READ}.values())


def test_every_header_may_be_anything(sender: Sender, scene: Scene) -> None:
    asked = Dealer().asked
    pages, headers = _pages(scene), list(request_headers.headers())
    for turn, (name, text) in enumerate(headers if asked else headers[::3]):
        value = text.encode().decode("latin-1")  # as WSGI hands it over
        for page in pages if asked else [pages[turn % len(pages)]]:
            browser, what = scene.browser(page.who), f"{name} {value[:60]!r}"
            sender.send(browser, "get", page.path, what, **{name: value})
            if asked or turn % 9 == 0:
                sender.send(browser, "post", page.path, what, data={"x": "y"}, **{name: value})


def test_a_body_may_say_anything_of_itself(sender: Sender, scene: Scene) -> None:
    asked, forms = Dealer().asked, _forms(scene)
    bodies = (
        b"text=%E7%9C%8B",
        "text=看護".encode("cp932"),
        b"--x\r\nContent-Disposition: form-data; name=text\r\n\r\nx\r\n--x--",
    )
    kinds = list(encodings.content_types())
    for turn, kind in enumerate(kinds if asked else kinds[::4]):
        for form in forms if asked else [forms[turn % len(forms)]]:
            for body in bodies if asked else [bodies[turn % len(bodies)]]:
                browser = scene.browser(form.who)
                sender.send_bytes(browser, form.path, repr(kind[:80]), body, kind)
                sender.send(browser, "get", form.path, repr(kind[:80]), CONTENT_TYPE=kind)


@pytest.mark.parametrize("sign", [b"\0", b"\r", b"\n", b"\x01", b"\x7f"])
def test_a_control_in_a_header_ends_at_the_server(sign: bytes) -> None:
    """Django would break at a NUL in a Content-Type before any of our code runs."""
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain; charset=a" + sign + b"b\r\n\r\n"
    with pytest.raises(InvalidHeader):
        next(RequestParser(Config(), iter([head]), ("127.0.0.1", 1)))


def test_a_body_may_hold_any_bytes(sender: Sender, scene: Scene) -> None:
    asked = Dealer().asked
    forms, pieces = _forms(scene), list(encodings.pieces())
    for turn, form in enumerate(forms):
        for piece in pieces if asked else pieces[turn % 29 :: 29]:
            quoted = b"".join(b"%%%02X" % byte for byte in piece)
            names = [name.encode() for name in form.typed]
            for body in (
                b"&".join(name + b"=" + quoted for name in names),
                quoted + b"=x",
                b"&".join(n + b"=" + piece for n in names),
            ):
                sender.send_bytes(scene.browser(form.who), form.path, repr(piece), body, FORM)
        for name, body in _multiparts(form):
            sender.send_bytes(
                scene.browser(form.who), form.path, name, body, "multipart/form-data; boundary=x"
            )


def _forms(scene: Scene) -> list[Entry]:
    """Return one long form of each audience."""
    forms = {entry.route: entry for entry in entries(scene, FORMS)}
    return [entry for route, entry in forms.items() if route in FORMS]


def _multiparts(form: Entry) -> list[tuple[str, bytes]]:
    """Return broken parts, files where words are asked for, and file names that lead elsewhere."""
    field = next(iter(form.typed))
    part = 'Content-Disposition: form-data; name="{}"'
    bodies = {
        "no end": f"--x\r\n{part.format(field)}\r\n\r\nabc",
        "no head": "--x\r\n\r\n\r\n--x--",
        "no name": "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--",
        "base64": f"--x\r\n{part.format(field)}\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!\r\n--x--",
        "charset": f"--x\r\n{part.format(field)}\r\nContent-Type: text/plain; charset=zlib\r\n\r\nabc\r\n--x--",
        "long head": f"--x\r\n{part.format('x' * 9000)}\r\n\r\nabc\r\n--x--",
        "many parts": "".join(f"--x\r\n{part.format(n)}\r\n\r\n1\r\n" for n in range(600)) + "--x--",
    }
    names = (
        "../../etc/passwd",
        "a\x00.csv",
        "a" * 255,
        "\u202efdp.exe",
        "CON",
        "a/b\\c",
        "=1+1.csv",
        "a\r\nX: y",
        "",
        ".",
        "看護.csv",
    )
    for file in names:
        bodies[f"file {file[:20]!r}"] = (
            f'--x\r\n{part.format(field)}; filename="{file}"\r\nContent-Type: text/csv\r\n\r\na,b\r\n--x--'
        )
    return [(name, body.encode("utf-8", "surrogatepass")) for name, body in bodies.items()]
