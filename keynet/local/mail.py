"""The sink where every letter of this machine ends, as a program of a run."""

import socket

from keynet.local.machine import free_port
from keynet.local.places import PYTHON, ROOT, Places
from keynet.local.processes import Program


class Sink:
    """An SMTP server that files every mail, and with a reading port a web page that shows them."""

    def __init__(self, places: Places, *, reading_port: int = 0) -> None:
        self.port = free_port()
        self.reading_address = f"http://127.0.0.1:{reading_port}" if reading_port else None
        self.folder = places.mail
        self.program = Program(
            "mail",
            [PYTHON, "-m", "keynet.local.mail_sink", self.folder, str(self.port), str(reading_port)],
            places,
            marker=self.folder,
            cwd=ROOT,
        )

    @property
    def url(self) -> str:
        """The EMAIL_URL of the site."""
        return f"smtp://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it takes mail."""
        self.program.start()
        self.program.wait_until(self.answers)

    def stop(self, seconds: float = 2.0) -> None:
        """Stop it; what it took is on the disk already."""
        self.program.stop(seconds)

    def answers(self) -> bool:
        """Return whether somebody listens on its port."""
        with socket.socket() as line:
            line.settimeout(1)
            return line.connect_ex(("127.0.0.1", self.port)) == 0
