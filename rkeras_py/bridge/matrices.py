"""Matrices of R's package Matrix: sparse ones become SciPy matrices, others arrays."""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import r_objects, rapi, to_python
from rkeras_py.bridge.rapi import SEXP


def _classes_of_matrix() -> list[str]:
    """The classes of the package Matrix: numeric, logical or pattern, for each structure."""
    forms = [form + storage for form in "gst" for storage in "CRT"] + ["di"]
    full = ["ge", "sy", "sp", "tr", "tp"]
    names = [f"{kind}{form}Matrix" for kind in "dln" for form in forms + full]
    names += ["dpoMatrix", "dppMatrix", "corMatrix", "copMatrix", "pMatrix", "indMatrix"]
    return names + [f"{kind}sparseVector" for kind in "dinlz"]


@to_python.of_classes(*_classes_of_matrix())
def _of_matrix(x: SEXP, arrays: bool) -> Any:
    """Another object of the package Matrix, converted by R to a dgCMatrix, matrix or vector."""
    with rapi.ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(r_objects.find("plain_matrix"), [x]))
        return to_python.to_python(scope.protect(rapi.evaluate(call)), arrays)


@to_python.of_classes("dgCMatrix", "dgRMatrix", "dgTMatrix")
def _sparse(x: SEXP, arrays: bool) -> Any:
    """The three sparse formats that SciPy also has; the slots are attributes."""
    from scipy import sparse

    def slot(name: str) -> Any:
        return to_python.to_python(rapi.get_attribute(x, name), arrays=True)

    kind = rapi.classes(x)[0]
    shape = tuple(int(extent) for extent in slot("Dim"))
    if kind[2] == "T":
        return sparse.coo_matrix((slot("x"), (slot("i"), slot("j"))), shape=shape)
    if kind[2] == "R":
        return sparse.csr_matrix((slot("x"), slot("j"), slot("p")), shape=shape)
    return sparse.csc_matrix((slot("x"), slot("i"), slot("p")), shape=shape)
