"""What CI servers are given: the action, the hooks and the recipes do what the docs say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from refkit.cli import main
from tests.documents import ROOT

PAPER = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
WRONG = PAPER.replace("١٩٩٥، ص", "١٩٩٤، ص")
#: What a clone of the repository needs for an installation.
SOURCES = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


def test_the_files_are_valid_by_the_schemas_of_their_readers() -> None:
    for schema, path in (
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "examples/ci/github-workflow.yml"),
        ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml"),
    ):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    manifest = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    subprocess.run(manifest, check=True)


def action() -> dict[str, Any]:
    return YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))  # type: ignore[no-any-return]  # YAML gives Any


def run_action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's last step, as GitHub runs it, with refkit on the path."""
    step = action()["runs"]["steps"][-1]
    defaults = {name: found.get("default", "") for name, found in action()["inputs"].items()}
    values = defaults | inputs
    given = {name: values[text.split("inputs.")[1].split()[0]] for name, text in step["env"].items()}
    binaries = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=os.environ | given | {"PATH": binaries},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_annotates_findings_and_fails(tmp_path: Path) -> None:
    (tmp_path / "wrong.md").write_text(WRONG, "utf-8")
    (tmp_path / "right.md").write_text(PAPER, "utf-8")
    done = run_action(tmp_path, files="wrong.md\nright.md", sarif="log.sarif")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=wrong.md,line=3")
    assert (tmp_path / "log.sarif").exists()
    assert run_action(tmp_path, files="right.md").returncode == 0
    assert run_action(tmp_path, files="wrong.md", arguments="--ignore RK3").returncode == 0


def test_our_own_library_and_example_pass_our_own_hooks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    config = YAML(typ="safe").load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    for hook in config["repos"][0]["hooks"]:
        files = hook["files"].strip("^$").replace("\\", "")
        assert main([*hook["entry"].split()[1:], files]) == 0
        # Nothing of the baseline is out of date either.
        assert "gone" not in capsys.readouterr().err


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as people install from it."""
    if not os.environ.get("REFKIT_NETWORK"):
        pytest.skip("REFKIT_NETWORK is not set (.ci/run sets it)")
    folder = tmp_path_factory.mktemp("refkit")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    git = ["git", "-c", "user.name=test", "-c", "user.email=test@example.org", "-C", str(folder)]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *arguments], check=True)


@pytest.mark.network
def test_pre_commit_runs_the_hook(clone: Path, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "بحث.md").write_text(WRONG, "utf-8")
    (tmp_path / "README.md").write_text("# Papers\n", "utf-8")
    commit(tmp_path)
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(clone), "refkit", "--files", "papers/بحث.md"]
    cache = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    done = subprocess.run(command, cwd=tmp_path, env=cache, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "RK301 year-differs" in done.stdout
    (papers / "بحث.md").write_text(PAPER, "utf-8")
    done = subprocess.run(command, cwd=tmp_path, env=cache, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.network
def test_the_shell_recipe_installs_and_checks(clone: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.md").write_text(WRONG, "utf-8")
    done = subprocess.run(
        ["sh", str(ROOT / "examples" / "ci" / "check.sh"), "wrong.md"],
        cwd=tmp_path,
        env=os.environ | {"REFKIT_SOURCE": clone.as_uri()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "RK301 year-differs" in done.stdout
    assert "RK301" in (tmp_path / "refkit.xml").read_text("utf-8")
