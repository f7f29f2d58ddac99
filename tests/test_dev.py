"""The door: dev.py and .ci/run, tried in a small project whose .venv holds a stand-in that notes what it is asked."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
needs_posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

PYTHON = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
    *"ruff check"*) exit "${LINT:-0}" ;;
    *"-m mypy"*) echo "types are looked at" ;;
    *self-test*) mkdir out && : > out/slip.pdf && exit "${SELF_TEST:-0}" ;;
    *bench_a*) echo '{"work": "start", "limit_ms": 96, "ours_ms": 120, "ratio": 1.25, "aim": 1.5, "ok": true}' ;;
    *bench_b*) echo '{"work": "slip", "limit_ms": 6, "ours_ms": 18, "ratio": 3.0, "aim": 2, "ok": false}' ;;
    *bench_c*) exit 3 ;;
    *"-m pytest"*) echo "5 passed in 0.01s" && exit "${TESTS:-0}" ;;
esac
"""


class Project:
    """A copy of the door in a folder of an awkward name, with a .venv that has been made ready before."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "客服 台"
        self.calls = folder / "calls.txt"
        self.bin = folder / "bin"
        python = self.root / ".venv" / "bin" / "python"
        for made in (python.parent, self.root / "src", self.root / ".ci", self.root / "tests" / "bench", self.bin):
            made.mkdir(parents=True)
        for name in ("dev.py", ".ci/run", "requirements.lock", "pyproject.toml", "hatch_build.py"):
            (self.root / name).write_bytes((ROOT / name).read_bytes())
        python.write_text(PYTHON)
        python.chmod(0o755)
        for program in ("sh", "bash", "mkdir", "dirname"):
            (self.bin / program).symlink_to(
                f"/bin/{program}" if Path(f"/bin/{program}").exists() else f"/usr/bin/{program}"
            )
        (self.bin / "python3").symlink_to(sys.executable)
        (self.root / ".venv" / "packages.stamp").write_text("another lock")

    def do(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """`dev.py words`, without a screen, apt-get or CI; the notes of the stand-in start anew."""
        return self.start(sys.executable, "dev.py", *words, **more)

    def start(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        self.calls.write_text("")
        told = {"PATH": str(self.bin), "CALLS": str(self.calls), "PYTHONUTF8": "1", **more}
        return subprocess.run(
            command,
            cwd=self.root,
            env=told,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
        )

    def asked(self) -> str:
        """What the stand-in for .venv's Python was asked since the last `do`."""
        return self.calls.read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


# --- commands -------------------------------------------------------------------------------------------------------


@needs_posix
def test_packages_are_installed_by_their_hashes_once(project: Project) -> None:
    assert project.do("check", "lint").returncode == 0
    assert "--require-hashes -r" in project.asked()
    assert "--no-deps --no-build-isolation -e" in project.asked()
    assert project.do("check", "lint").returncode == 0
    assert "-m pip" not in project.asked()
    (project.root / "requirements.lock").write_text("a==2\n")
    project.do("check", "lint")
    assert "--require-hashes -r" in project.asked()


@needs_posix
def test_all_checks_are_run_and_named_even_when_one_fails(project: Project) -> None:
    ended = project.do("check", LINT="1")
    assert ended.returncode == 1
    assert "types are looked at" in ended.stdout
    assert "FAILED  lint" in ended.stdout
    assert [line.split()[-1] for line in ended.stdout.splitlines() if line.startswith("passed")] == [
        "format",
        "types",
        "contracts",
        "translations",
    ]
    assert project.do("check").returncode == 0
    assert "No check is called" in project.do("check", "spelling").stderr


@needs_posix
def test_the_tests_exit_code_comes_through_and_their_last_line_is_the_last(project: Project) -> None:
    ended = project.do("test", "-k", "money", TESTS="3")
    assert ended.returncode == 3
    assert ended.stdout.splitlines()[-1] == "5 passed in 0.01s"
    assert "--dist worksteal -k money" in project.asked()
    project.do("test", "-s")
    assert "--dist" not in project.asked()


@needs_posix
def test_without_a_display_the_self_test_runs_and_its_files_are_listed(project: Project) -> None:
    ended = project.do("run", SELF_TEST="4")
    assert ended.returncode == 4
    assert "no display" in ended.stdout
    assert "  out/slip.pdf" in ended.stdout
    assert "self-test --out" in project.asked()


@needs_posix
def test_with_a_display_the_window_opens_on_sample_data_or_on_none(project: Project) -> None:
    project.do("run", DISPLAY=":9")
    assert "-m qualitydesk --sample\n" in project.asked()
    project.do("run", "--empty", "--language", "en", DISPLAY=":9")
    assert "-m qualitydesk --language en\n" in project.asked()


@needs_posix
def test_a_missed_aim_or_a_broken_bench_fails_and_the_table_says_which(project: Project) -> None:
    for name in "abc":
        (project.root / "tests" / "bench" / f"bench_{name}.py").touch()
    assert project.do("bench", "bench_a").returncode == 0
    ended = project.do("bench", "bench_a", "bench_b")
    assert ended.returncode == 1
    assert [line.split()[0] for line in ended.stdout.splitlines() if line.endswith("MISSED")] == ["slip"]
    ended = project.do("bench", "bench_a", "bench_c")
    assert ended.returncode == 1
    assert "bench_c failed." in ended.stdout
    assert project.do("bench", "no_such").returncode == 1


@needs_posix
@pytest.mark.parametrize(("lint", "tests", "code"), [("0", "0", 0), ("1", "0", 1), ("0", "3", 3), ("1", "3", 3)])
def test_ci_runs_checks_and_tests_and_ends_with_the_last_line_of_pytest(
    project: Project, lint: str, tests: str, code: int
) -> None:
    ended = project.start(str(project.bin / "bash"), ".ci/run", LINT=lint, TESTS=tests)
    assert ended.returncode == code
    assert ended.stdout.splitlines()[-1] == "5 passed in 0.01s"
    assert "  lint" in ended.stdout


@needs_posix
def test_what_cannot_be_done_is_told_in_a_sentence(project: Project) -> None:
    (project.root / "requirements.lock").unlink()
    ended = project.do("test")
    assert ended.returncode == 1
    assert "requirements.lock" in ended.stderr
    assert "Traceback" not in ended.stderr


@needs_posix
def test_a_file_the_system_refuses_is_told_in_a_sentence(project: Project) -> None:
    (project.root / ".venv" / "project.stamp").mkdir()
    ended = project.do("check", "lint")
    assert ended.returncode == 1
    assert "The system refused" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_commands_are_listed() -> None:
    ended = subprocess.run(
        [sys.executable, ROOT / "dev.py", "--help"], capture_output=True, encoding="utf-8", check=True
    )
    assert all(f"dev.py {name} " in ended.stdout for name in ("run", "test", "check", "screens", "bench", "lock"))
    assert subprocess.run([sys.executable, ROOT / "dev.py", "fly"], capture_output=True, check=False).returncode == 2


# --- system packages and lock ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    described = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert described is not None
    assert described.loader is not None
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    return module


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux asks for system packages")
def test_libraries_and_programs_of_the_system_are_seen(dev: ModuleType) -> None:
    assert dev.is_there("libc.so.6")
    assert dev.is_there("sh")
    assert not dev.is_there("libno-such-thing.so.9")
    assert not dev.is_there("no-such-program")


def test_every_need_is_a_library_or_program_with_its_package(dev: ModuleType) -> None:
    needs = {**dev.FOR_QT, **dev.FOR_A_SCREEN, **dev.FOR_TESTS}
    assert all(re.fullmatch(r"[a-z0-9.+-]+", package) for package in needs.values())
    assert all(".so." in need for need in needs if need.startswith("lib"))


def test_a_thing_is_done_once_for_a_key_and_again_for_another(project: Project) -> None:
    described = importlib.util.spec_from_file_location("copied_dev", project.root / "dev.py")
    assert described is not None
    assert described.loader is not None
    copied = importlib.util.module_from_spec(described)
    described.loader.exec_module(copied)
    done: list[str] = []
    for key in (b"1", b"1", b"2", b"1"):
        copied.once("thing", key, lambda: done.append("x"))
    assert len(done) == 3
    assert copied.stamp("thing").read_text() == hashlib.sha256(b"1").hexdigest()


def lock_entries() -> dict[str, str]:
    """Package → its block of the lock."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    return {block.split("==")[0]: block for block in blocks if block.strip()}


def test_the_lock_names_no_place() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert [word for word in ("http", "file:", "/", "@", "--index", "--find") if word in text] == []


def test_every_locked_package_has_one_version_and_its_hashes() -> None:
    entries = lock_entries()
    assert len(entries) > 30
    for name, block in entries.items():
        assert re.match(rf"{re.escape(name)}==[0-9][0-9a-z.]*( ;[^\n]*)? \\\n", block), name
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}(?= |\n)", block), name


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    entries = lock_entries()
    for wish in asked:
        name, pinned = re.match(r"([A-Za-z0-9._-]+)(?:\[\w+\])?(?:==([\w.]+))?", wish).groups()  # type: ignore[union-attr]
        block = entries[re.sub(r"[-_.]+", "-", name).lower()]
        assert pinned is None or f"=={pinned} " in block, wish
