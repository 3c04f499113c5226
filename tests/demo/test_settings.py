"""A demonstration cannot be pointed at a real mail server."""

import os
import subprocess
import sys


def test_a_demonstration_refuses_a_mail_server_elsewhere() -> None:
    environment = {**os.environ, "DEMO": "1", "EMAIL_URL": "smtp://mail.hospital.example:25"}
    command = [sys.executable, "-c", "import keynet.settings"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "local sink only" in done.stderr
