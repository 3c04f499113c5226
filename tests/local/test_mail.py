import smtplib
import time
from email.message import EmailMessage
from pathlib import Path
from urllib.request import urlopen

import pytest

from keynet.local import places
from keynet.local.machine import free_port
from keynet.local.mail import Sink

pytestmark = pytest.mark.processes


def test_every_mail_is_filed_and_can_be_read_with_its_links(folder: Path) -> None:
    port = free_port()
    sink = Sink(places.at(folder), reading_port=port)
    sink.start()
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = (
        "【Key-Net】ご確認のお願い",
        "key-net@example.jp",
        "sato@example.jp",
    )
    mail.set_content("こちらから: http://127.0.0.1:8000/registration/?a=1&b=2\n<script>")
    with smtplib.SMTP("127.0.0.1", sink.port) as line:
        line.send_message(mail)
    [filed] = folder.glob("mail/*.eml")
    index, page = (read(f"http://127.0.0.1:{port}/{name}") for name in ("", filed.stem))
    sink.stop()
    assert "sato@example.jp" in index
    assert "【Key-Net】ご確認のお願い" in index
    assert "<a href='http://127.0.0.1:8000/registration/?a=1&amp;b=2'>" in page
    assert "&lt;script&gt;" in page


def read(address: str) -> str:
    for _ in range(50):
        try:
            with urlopen(address, timeout=2) as answer:
                return str(answer.read().decode())
        except ConnectionError:
            time.sleep(0.05)
    raise AssertionError(f"{address} does not answer")
