#!/usr/bin/env python3
"""The one door to the project. Plain Python 3.11 or newer; `python3 dev.py` lists the commands.

Each command first sees to .venv, the hash-locked packages, the system libraries and the translations, then acts.
What cannot be had is told in a sentence; details of the last installation stand in build/dev.log.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
LOG = ROOT / "build" / "dev.log"
RUN_DATA = ROOT / "build" / "run-data"  # a trial never touches the real data of whoever tries
TRANSLATIONS = ROOT / "resources" / "i18n" / "zh_CN"
OUT = ROOT / "out"
LANGUAGES = ("-source-language", "en", "-target-language", "zh_CN")  # without them lupdate may pass a file over
MEMORY = Path("/dev/shm")
ENOUGH_MEMORY = 4 * 1024**3  # bytes; the tests use about half of it
PATIENTLY = ("-o", "DPkg::Lock::Timeout=300")  # another apt-get may be at work


class Stop(Exception):  # noqa: N818 - an expected end, told in one sentence
    """Something outside the project is missing; the text says what to do."""


# What the operating system must have: a library Qt loads, or a program, and the Debian package that brings it.
# Found by trying in a bare Debian 12. A new service of the tests is one more line in FOR_TESTS.
# fmt: off
FOR_QT = {
    "libglib-2.0.so.0": "libglib2.0-0", "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1", "libdbus-1.so.3": "libdbus-1-3", "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2", "libcups.so.2": "libcups2",
}
FOR_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-xkb.so.1": "libxcb-xkb1", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1", "libxcb-xfixes.so.0": "libxcb-xfixes0", "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-glx.so.0": "libxcb-glx0", "libwayland-cursor.so.0": "libwayland-cursor0",
}
# fmt: on
FOR_TESTS = {
    "initdb": "postgresql",  # the store tests start a private cluster of their own
    "cupsd": "cups",  # the printing tests, a print server of their own
    "lpadmin": "cups-client",
}


def is_there(need: str) -> bool:
    """Whether a library loads, or a program stands on the path or where Debian keeps PostgreSQL's."""
    if not need.startswith("lib"):
        places = [os.environ.get("PATH", ""), "/usr/sbin", *map(str, Path("/usr/lib/postgresql").glob("*/bin"))]
        return shutil.which(need, path=os.pathsep.join(places)) is not None
    try:
        ctypes.CDLL(need)
    except OSError:
        return False
    return True


def say(text: str) -> None:
    print(text, flush=True)


def has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return False
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- running things -------------------------------------------------------------------------------------------------


def surroundings(**more: str) -> dict[str, str]:
    """The environment of every child: UTF-8, and nothing of another Python or of a shell's own module path."""
    kept = {key: value for key, value in os.environ.items() if key not in {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"}}
    return {**kept, "PYTHONUTF8": "1", **more}


def act(*command: object, **more: str) -> int:
    """Run in the project's folder, output as it comes; the exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=surroundings(**more), check=False).returncode


def logged(wish: str, *command: object, **more: str) -> None:
    """Run with the output in the log; on failure stop with `wish` and the log's last lines."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("ab") as log:
        start = log.tell()
        line = [str(part) for part in command]
        ended = subprocess.run(
            line, cwd=ROOT, env=surroundings(**more), stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False
        )
    if ended.returncode:
        with LOG.open("rb") as log:
            log.seek(start)
            tail = log.read().decode("utf-8", "replace").strip().splitlines()[-12:]
        raise Stop(f"{wish}\nThe last lines of {LOG.relative_to(ROOT)}:\n  " + "\n  ".join(tail))


# --- the ground: system libraries, .venv, packages, translations ---------------------------------------------------


def can_install() -> bool:
    """Whether this is Debian (or a child of it) and we may install there."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str], why: str) -> None:
    """Install Debian packages, or raise Stop with the one command that does."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not can_install():
        raise Stop(f"{why[0].upper()}{why[1:]} needs system packages. On Debian or Ubuntu:\n  sudo {' '.join(line)}")
    say(f"Installing for {why}: {' '.join(packages)}")
    fetch_package_lists()
    failed = f"The system packages could not be installed. The command was:\n  {' '.join(line)}"
    with without_a_main_cluster() if "postgresql" in packages else nullcontext():
        logged(failed, *line, *PATIENTLY, DEBIAN_FRONTEND="noninteractive", RUNLEVEL="1")  # 1: starts no service


@cache
def fetch_package_lists() -> None:
    logged("The list of system packages could not be fetched. Is there a network?", "apt-get", "update", *PATIENTLY)


def see_to_system(needs: Mapping[str, str], why: str) -> tuple[str, ...]:
    """Install what is missing, or tell the command and go on; what is missing still."""
    if not sys.platform.startswith("linux"):
        return ()
    lacking = [need for need in needs if not is_there(need)]
    if not lacking:
        return ()
    try:
        install([needs[need] for need in lacking], why)
    except Stop as reason:
        say(f"{reason}\nGoing on without {', '.join(lacking)}.")
    return tuple(need for need in lacking if not is_there(need))


@contextmanager
def without_a_main_cluster() -> Iterator[None]:
    """Keeps Debian from starting a database server of its own when PostgreSQL is installed; the tests start theirs."""
    wish = Path("/etc/postgresql-common/createcluster.d/qualitydesk.conf")
    wish.parent.mkdir(parents=True, exist_ok=True)
    wish.write_text("create_main_cluster = false\n", encoding="utf-8")
    try:
        yield
    finally:
        wish.unlink(missing_ok=True)


def stamp(name: str) -> Path:
    return VENV / f"{name}.stamp"


def once(name: str, key: bytes, do: Callable[[], None]) -> None:
    """Do it unless it was done for this very key; so a second start is instant."""
    seal = hashlib.sha256(key).hexdigest()
    if stamp(name).exists() and stamp(name).read_text(encoding="utf-8") == seal:
        return
    do()
    stamp(name).write_text(seal, encoding="utf-8")


def make_venv() -> None:
    if PYTHON.exists() and (stamp("packages").exists() or has_pip()):
        return
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install([f"python3.{sys.version_info.minor}-venv"], "a virtual environment")
    say("Making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    logged("The virtual environment could not be made.", sys.executable, "-m", "venv", VENV)


def has_pip() -> bool:
    return subprocess.run([str(PYTHON), "-c", "import pip"], capture_output=True, check=False).returncode == 0


def make_ready() -> None:
    """.venv with the locked packages, and the project in it; nothing when it is so already."""
    make_venv()
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--no-deps"]

    def packages() -> None:
        say("Installing the locked packages (about 150 MB, once)")
        failed = "The packages could not be installed. Is there a network?"
        logged(failed, *pip, "--only-binary=:all:", "--require-hashes", "-r", LOCK)

    def project() -> None:
        logged("The project could not be installed into .venv.", *pip, "--no-build-isolation", "-e", ROOT)

    once("packages", LOCK.read_bytes(), packages)
    described = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "hatch_build.py").read_bytes()
    once("project", described + str(ROOT).encode(), project)
    # Without .pyc files the first start is many times slower.
    act(PYTHON, "-m", "compileall", "-q", ROOT / "src")


def see_to_qt() -> None:
    """The libraries Qt loads and the compiled translations; Stop when Qt cannot be imported after all."""
    see_to_system({**FOR_QT, **(FOR_A_SCREEN if has_screen() else {})}, "Qt")
    failed = "Qt cannot start here: a system library is missing."
    once("qt", b"", lambda: logged(failed, PYTHON, "-c", "import PySide6.QtWidgets"))
    logged("The translations could not be compiled.", PYTHON, ROOT / "hatch_build.py")


# --- the commands ---------------------------------------------------------------------------------------------------


def run(rest: list[str]) -> int:
    """open the program on sample data (--empty: on none); without a display, the self-test"""
    make_ready()
    see_to_qt()
    empty = "--empty" in rest
    rest = [word for word in rest if word != "--empty"]
    home = RUN_DATA.with_name("run-data-empty") if empty else RUN_DATA
    home.mkdir(parents=True, exist_ok=True)
    if has_screen():
        say(f"Opening QualityDesk. Its data stand in {home.relative_to(ROOT)}, apart from any real ones.")
        return act(PYTHON, "-m", "qualitydesk", *([] if empty else ["--sample"]), *rest, QUALITYDESK_HOME=str(home))
    say("There is no display here, so the self-test runs instead and writes its papers and pictures to out/.")
    before = {path: path.stat().st_mtime_ns for path in written()}
    command = (PYTHON, "-m", "qualitydesk", "self-test", "--out", OUT, *rest)
    code = act(*command, QT_QPA_PLATFORM="offscreen", QUALITYDESK_HOME=str(home))
    for path in written():
        if before.get(path) != path.stat().st_mtime_ns:
            say(f"  {path.relative_to(ROOT)}")
    say("The self-test passed." if code == 0 else f"The self-test failed (exit code {code}).")
    return code


def written() -> list[Path]:
    return sorted(path for path in OUT.rglob("*") if path.is_file())


def test(rest: list[str]) -> int:
    """run the tests on all cores; further words go to pytest"""
    make_ready()
    see_to_qt()
    lacking = see_to_system(FOR_TESTS, "the test run")
    if lacking and os.environ.get("CI") == "true":
        raise Stop(f"CI must run every test, and {', '.join(lacking)} is missing.")
    # One more than there are processors: tests with windows wait for them a third of their time.
    spread = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal"]
    if {"-n", "-s", "--pdb"} & set(rest) or any(word.startswith("-n") for word in rest):
        spread = []
    with room_in_memory() as surroundings_of_tests:
        # Tests start hundreds of programs: whoever keeps no compiled files would have each compile all of it anew.
        surroundings_of_tests["PYTHONDONTWRITEBYTECODE"] = ""
        return act(PYTHON, "-m", "pytest", *spread, *rest, QT_QPA_PLATFORM="offscreen", **surroundings_of_tests)


@contextmanager
def room_in_memory() -> Iterator[dict[str, str]]:
    """Where the tests put their thousands of small databases: in memory where the system offers enough of it,
    else where temporary files always go. A disk makes each commit of each test wait."""
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY):
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="qualitydesk-tests-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # the database server of the tests runs as a user of its own
        yield {"TMPDIR": folder}


def check(rest: list[str]) -> int:
    """format, lint, types, import contracts, translations; all are run, each is told by name"""
    make_ready()
    see_to_qt()
    code = ["src", "tests", "dev.py", "hatch_build.py"]
    contracts = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    checks: dict[str, Callable[[], int]] = {
        "format": lambda: act(PYTHON, "-m", "ruff", "format", "--check", *code),
        "lint": lambda: act(PYTHON, "-m", "ruff", "check", *code),
        "types": lambda: act(PYTHON, "-m", "mypy", "src", "dev.py", "hatch_build.py"),
        "import contracts": lambda: act(PYTHON, "-c", contracts, "--no-logo"),
        "translations": translations_complete,
    }
    if unknown := set(rest) - set(checks):
        raise Stop(f"No check is called {', '.join(sorted(unknown))}. There are: {', '.join(checks)}.")
    outcome = {}
    for name in rest or checks:
        say(f"== {name}")
        outcome[name] = checks[name]() == 0
    say("")
    for name, passed in outcome.items():
        say(f"{'passed' if passed else 'FAILED'}  {name}")
    return 0 if all(outcome.values()) else 1


def screens(rest: list[str]) -> int:
    """every page and dialog as a picture in out/screens"""
    make_ready()
    see_to_qt()
    where = OUT / "screens"
    code = act(PYTHON, "-m", "qualitydesk.app.gallery", "--out", where, *rest, QT_QPA_PLATFORM="offscreen")
    say(f"{len(list(where.rglob('*.png')))} pictures stand in {where.relative_to(ROOT)}.")
    return code


def bench(rest: list[str]) -> int:
    """measure against the limits, side by side; further words choose the benches by name"""
    make_ready()
    see_to_qt()
    modules = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    chosen = [module for module in modules if not rest or any(word in module.stem for word in rest)]
    if not chosen:
        raise Stop(f"No bench of that name. There are: {', '.join(module.stem for module in modules) or 'none'}.")
    rows, failed = [], []
    for module in chosen:
        command = [str(PYTHON), "-m", f"tests.bench.{module.stem}"]
        told = surroundings(QT_QPA_PLATFORM="offscreen")
        ended = subprocess.run(command, cwd=ROOT, env=told, stdout=subprocess.PIPE, encoding="utf-8", check=False)
        say(ended.stdout.rstrip())
        rows += [json.loads(line) for line in ended.stdout.splitlines() if line.startswith('{"work"')]
        failed += [module.stem] if ended.returncode else []
    say(f"\n{'work':<44}{'limit ms':>12}{'ours ms':>12}{'ratio':>9}{'aim':>8}")
    for row in rows:
        verdict = "" if row["ok"] else "  MISSED"
        numbers = f"{row['limit_ms']:>12.3f}{row['ours_ms']:>12.3f}{row['ratio']:>9.2f}{row['aim']:>8}"
        say(f"{row['work']:<44}{numbers}{verdict}")
    for name in failed:
        say(f"{name} failed.")
    return 0 if rows and not failed and all(row["ok"] for row in rows) else 1


def i18n(_: list[str]) -> int:
    """take the texts of the screens into the .ts files, compile, tell what waits for its Chinese"""
    make_ready()
    see_to_qt()
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    lupdate = [PYTHON, "-c", "from PySide6.scripts.pyside_tool import lupdate; lupdate()"]
    for part in sorted(folder.parent for folder in (ROOT / "src/qualitydesk").glob("*/__init__.py")):
        ts = TRANSLATIONS / f"{part.name}.ts"
        sources = sorted(part.rglob("*.py"))
        logged("lupdate failed.", *lupdate, "-no-obsolete", "-locations", "none", *LANGUAGES, *sources, "-ts", ts)
        if "<message" not in ts.read_text(encoding="utf-8"):  # a part without screens
            ts.unlink()
    logged("The translations could not be compiled.", PYTHON, ROOT / "hatch_build.py")
    return translations_complete()


def translations_complete() -> int:
    return act(PYTHON, "-m", "pytest", "-p", "no:cacheprovider", "tests/test_translations.py")


def lock(rest: list[str]) -> int:
    """make requirements.lock anew from pyproject.toml; --upgrade takes the newest versions"""
    make_venv()
    with tempfile.TemporaryDirectory() as aside:
        there = Path(aside)
        logged("The resolver could not be installed.", PYTHON, "-m", "pip", "install", "--target", there / "uv", "uv")
        fresh = there / LOCK.name
        shutil.copy(LOCK, fresh)  # what is pinned stays pinned, unless --upgrade
        uv = [there / "uv" / "bin" / ("uv.exe" if os.name == "nt" else "uv"), "pip", "compile", "pyproject.toml"]
        uv += ["--extra", "dev", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
        uv += ["--no-emit-index-url", "--no-emit-find-links", "--output-file", fresh, *rest]
        logged("The packages could not be resolved.", *uv)
        for line in fresh.read_text(encoding="utf-8").splitlines():
            if "/" in line or "http" in line or "file:" in line:
                raise Stop(f"The new lock names a place, so the old one stays: {line.strip()}")
        shutil.copy(fresh, LOCK)
    say(f"{LOCK.name} is made anew.")
    return 0


def wheel(_: list[str]) -> int:
    """build the wheel into dist/"""
    make_ready()
    see_to_qt()
    command = [PYTHON, "-m", "pip", "--disable-pip-version-check", "wheel", "--no-deps", "--no-build-isolation"]
    logged("The wheel could not be built.", *command, "-w", ROOT / "dist", ROOT)
    for path in sorted((ROOT / "dist").glob("*.whl")):
        say(f"  {path.relative_to(ROOT)}")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    **{verb.__name__: verb for verb in (run, test, check, screens, bench, i18n, lock, wheel)},
    "package": wheel,
}


def main(words: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - started by whatever python3 there is
        raise Stop(f"QualityDesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not words or words[0] not in COMMANDS:
        for name, verb in COMMANDS.items():
            say(f"  python3 dev.py {name:<8} {verb.__doc__}")
        return 0 if words in (["-h"], ["--help"]) else 2
    return COMMANDS[words[0]](words[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as reason:
        sys.exit(f"{reason}")
    except OSError as reason:
        sys.exit(f"The system refused: {reason}")
    except KeyboardInterrupt:
        sys.exit(130)
