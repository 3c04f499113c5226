import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from keynet.local import places
from keynet.local.console import Refusal
from keynet.local.processes import Program, is_running, stop_orphans
from keynet.local.watch import Watch


def sleeper(folder: Path, name: str = "sleeper", script: str = "sleep 60") -> Program:
    return Program(name, ["/bin/sh", "-c", f"{script}; : {folder}"], places.at(folder), marker=folder)


def test_a_program_is_known_by_its_pid_file_until_it_is_stopped(folder: Path) -> None:
    program = sleeper(folder)
    program.start()
    assert is_running(program.pid, str(folder))
    assert program.pid_file.exists()
    program.stop()
    assert not program.is_alive()
    assert not program.pid_file.exists()


def test_what_ignores_the_request_to_stop_is_killed_with_its_children(folder: Path) -> None:
    program = sleeper(folder, script="trap '' TERM; sleep 60 & echo $!; wait; sleep 60")
    program.start()
    while not program.last_words():
        time.sleep(0.01)
    started = time.monotonic()
    program.stop(0.2)
    assert time.monotonic() - started < 2
    child = int(program.last_words())
    until = time.monotonic() + 2
    while is_running(child, "sleep") and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_running(child, "sleep")


def test_orphans_of_a_killed_launcher_are_stopped(folder: Path) -> None:
    program = sleeper(folder)
    program.start()
    stop_orphans(places.at(folder))
    assert program.process and program.process.wait(3) == -signal.SIGTERM
    assert not list(places.at(folder).pids.iterdir())


def test_a_number_that_belongs_to_another_program_by_now_is_left_alone(folder: Path) -> None:
    stranger = subprocess.Popen(["/bin/sleep", "60"])
    (places.at(folder).pids / "web").write_text(f"{stranger.pid}\n{folder}")
    stop_orphans(places.at(folder))
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_what_dies_is_started_again(folder: Path) -> None:
    program = sleeper(folder)
    program.start()
    watch = Watch([(program, program.start)])
    os.kill(program.pid, signal.SIGKILL)
    assert program.process
    program.process.wait()
    watch.look()
    assert program.is_alive()
    program.stop()


def test_what_keeps_dying_is_given_up_with_its_last_words(folder: Path) -> None:
    program = sleeper(folder, script="echo 口座がありません; exit 3")
    watch = Watch([(program, program.start)])
    with pytest.raises(Refusal, match=r"(?s)keeps stopping.*exit status 3.*口座がありません"):
        for _ in range(10):
            if program.process:
                program.process.wait()
            watch.look()
    program.kill()
