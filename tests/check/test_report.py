from __future__ import annotations

import json

from rkeras_py.check.finding import FileFindings, Finding
from rkeras_py.check.report import as_json, as_text

DEPRECATED = Finding(
    9, "deprecated", "predict_classes()", "use predict() instead", instead=("predict()",)
)
UNKNOWN = Finding(
    120, "unknown-function", "layer_dens()", "there is no such function", True, True,
    ("layer_dense", "layer_dot"),
)  # fmt: skip
PERHAPS = Finding(
    3, "unknown-path", "tf$lag", "it is not in TensorFlow 9", False, True, ("tf$log",)
)
FILES = [
    FileFindings("a.R", (DEPRECATED, UNKNOWN), ("fit", "fit", "layer_dense")),
    FileFindings("b.R", (), ()),
    FileFindings("c.R", (PERHAPS,), ("fit",)),
]


def test_the_text_has_a_line_for_each_finding() -> None:
    assert as_text(FILES) == (
        "a.R\n"
        "    9  deprecated    predict_classes(): use predict() instead\n"
        "  120  will not run  layer_dens(): there is no such function; "
        "did you mean layer_dense(), layer_dot()?\n"
        "\n"
        "c.R\n"
        "  3  may not run  tf$lag: it is not in TensorFlow 9; did you mean tf$log?\n"
        "\n"
        "  4 uses of 2 functions are supported. 1 problem, 2 notes."
    )


def test_the_text_where_nothing_was_found() -> None:
    quiet = [FileFindings("b.R", (), ("fit",))]
    assert as_text(quiet) == "1 use of 1 function is supported. 0 problems, 0 notes."


def test_the_json_has_the_form_that_is_documented() -> None:
    assert json.loads(as_json(FILES)) == {
        "format": 1,
        "files": [
            {
                "path": "a.R",
                "findings": [
                    {
                        "line": 9,
                        "kind": "deprecated",
                        "status": "note",
                        "what": "predict_classes()",
                        "message": "use predict() instead",
                        "instead": ["predict()"],
                    },
                    {
                        "line": 120,
                        "kind": "unknown-function",
                        "status": "problem",
                        "what": "layer_dens()",
                        "message": "there is no such function",
                        "instead": ["layer_dense", "layer_dot"],
                    },
                ],
            },
            {"path": "b.R", "findings": []},
            {
                "path": "c.R",
                "findings": [
                    {
                        "line": 3,
                        "kind": "unknown-path",
                        "status": "note",
                        "what": "tf$lag",
                        "message": "it is not in TensorFlow 9",
                        "instead": ["tf$log"],
                    }
                ],
            },
        ],
        "supported": {"uses": 4, "functions": 2},
        "problems": 1,
        "notes": 2,
    }
