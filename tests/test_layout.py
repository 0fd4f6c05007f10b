"""Tests are found by the names of the modules that they test."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
PACKAGE = TESTS.parent / "rkeras_py"

#: Modules with fewer lines are tested with those that use them.
LONG = 64

#: Modules without a test file of their own, and why.
EXCEPTIONS = {
    # These have one function for each export of the companion of reticulate, and little between.
    **dict.fromkeys(
        (
            "bridge/items.py",
            "bridge/iterators.py",
            "bridge/reticulate_code.py",
            "bridge/reticulate_help.py",
            "bridge/reticulate_modules.py",
            "bridge/reticulate_python.py",
            "bridge/users_methods.py",
        ),
        "tests/companions/test_reticulate_exports.py",
    ),
    "bridge/model_files.py": "tests/r/test-model-files.R, in both hosts",
    "bridge/r_sources.py": "tests/r/test-sources.R, in both hosts",
    # These classes are tested by what the functions make of them.
    "compat/files/graph_models.py": "tests/api/models/test_saving.py",
    "compat/files/saved_models.py": "tests/api/models/test_saving.py",
    "compat/layers/augmentation.py": "tests/api/layers/test_augmentation.py",
    "compat/layers/cudnn.py": "tests/api/layers/test_cudnn.py",
    "compat/layers/dense_features.py": "tests/api/layers/test_features.py",
    "compat/layers/locally_connected.py": "tests/api/layers/test_locally_connected.py",
    "compat/models/custom_models.py": "tests/r/test-class-methods.R",
    "compat/models/subclassing.py": "tests/bridge/test_custom.py",
    "compat/models/nodes.py": "tests/api/models/test_nodes.py",
    # What workers compute together takes several processes.
    "engine/workers/backups.py": "tests/faults/test_launch.py",
    "engine/workers/collectives.py": "tests/launch/test_equality.py",
    "engine/workers/steps.py": "tests/launch/test_equality.py",
    "engine/workers/strategy.py": "tests/launch/test_equality.py",
    "engine/workers/written.py": "tests/launch/test_equality.py and tests/faults/test_launch.py",
    "launch/joining.py": "tests/launch/test_equality.py",
    "launch/workers.py": "tests/launch/test_supervisor.py and tests/launch/test_hosts.py",
    "exports.py": "generated: tests/generate/test_python_names.py",
    "keras_private/jax_state.py": "tests/backends/test_state.py, on JAX",
    "keras_private/file_probes.py": "probes, which the self-test calls",
    "keras_private/probes.py": "probes, which the self-test calls",
    "keras_private/slashes.py": "tests/r/test-names.R and tests/compat/files/test_configs.py",
    "piping.py": "tests/test_pipe.py",
    "keras_private/samples.py": "what the probes are called on",
}


def long_modules() -> list[Path]:
    return sorted(
        path.relative_to(PACKAGE)
        for path in PACKAGE.rglob("*.py")
        if len(path.read_text(encoding="utf-8").splitlines()) >= LONG
    )


def file_of(module: Path) -> Path:
    """``tests/a/test_b.py`` for ``a/b.py``; that of a package bears the package's name."""
    folder = TESTS / module.parent
    if module.name == "__init__.py":
        return folder / f"test_{(PACKAGE / module.parent).name}.py"
    return folder / f"test_{module.name}"


def test_every_long_module_has_a_test_file_by_its_name() -> None:
    without = {str(module) for module in long_modules() if not file_of(module).exists()}
    assert without - set(EXCEPTIONS) == set()
    assert set(EXCEPTIONS) - without == set(), "exceptions that are none any more"
