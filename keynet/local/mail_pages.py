"""Pages that show the mails of the sink: the people of a demonstration read their letters here."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LINK = re.compile(r"https?://[^\s<>\"'）」]+")
NEWEST = 200


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return the web server of this folder; it reads only, and answers only to this machine."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.strip("/")
            mail = folder / f"{name}.eml"
            if not name:
                self.answer(200, index(folder))
            elif re.fullmatch(r"[0-9-]+", name) and mail.exists():
                self.answer(200, page(mail))
            else:
                self.answer(404, frame("見つかりません", "<p><a href='/'>一覧へ戻る</a></p>"))

        def answer(self, status: int, html: str) -> None:
            body = html.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing: nobody reads an access log of mails."""

    return ThreadingHTTPServer(("127.0.0.1", port), Pages)


def index(folder: Path) -> str:
    """Return the list of the newest mails."""
    mails = sorted(folder.glob("*.eml"), reverse=True)[:NEWEST]
    rows = "".join(
        f"<tr><td>{escape(mail['Date'] or '')}</td><td>{escape(mail['X-Envelope-To'] or '')}</td>"
        f"<td><a href='/{path.stem}'>{escape(mail['Subject'] or '（件名なし）')}</a></td></tr>"
        for path in mails
        if (mail := read(path))
    )
    table = f"<table><tr><th>日時</th><th>宛先</th><th>件名</th></tr>{rows}</table>"
    return frame("届いたメール", table if mails else "<p>メールはまだありません。</p>")


def page(path: Path) -> str:
    """Return one mail: its head, its text with links to follow, and the names of what is attached."""
    mail = read(path)
    names = ("From", "X-Envelope-To", "Date", "Reply-To", "List-Unsubscribe")
    head = "".join(f"<tr><th>{name}</th><td>{linked(mail[name])}</td></tr>" for name in names if mail[name])
    body = mail.get_body(("plain", "html"))
    text = body.get_content() if body else ""
    attached = "".join(f"<li>{escape(part.get_filename() or '')}</li>" for part in mail.iter_attachments())
    content = f"<p><a href='/'>一覧へ戻る</a></p><table>{head}</table><pre>{linked(text)}</pre>"
    return frame(str(mail["Subject"] or "（件名なし）"), f"{content}<ul>{attached}</ul>")


def read(path: Path) -> EmailMessage:
    """Return the mail in this file."""
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def linked(text: str) -> str:
    """Return the text as HTML with its addresses as links."""
    pieces = []
    rest = 0
    for found in LINK.finditer(text):
        address = escape(found.group())
        pieces += [escape(text[rest : found.start()]), f"<a href='{address}'>{address}</a>"]
        rest = found.end()
    return "".join([*pieces, escape(text[rest:])])


def frame(title: str, content: str) -> str:
    """Return a whole page."""
    style = (
        "body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.7}"
        "table{border-collapse:collapse}"
        "th,td{border-bottom:1px solid #ccc;padding:.4rem .8rem;text-align:left}"
        "pre{white-space:pre-wrap;font:inherit}"
    )
    return (
        f"<!DOCTYPE html><html lang='ja'><head><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<meta name='viewport' content='width=device-width'><style>{style}</style></head>"
        f"<body><h1>{escape(title)}</h1>{content}</body></html>"
    )
