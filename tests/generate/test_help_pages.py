from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rkeras_py.convert.objects import Composable, Model
from rkeras_py.convert.scalars import FlagOrNA, Size
from rkeras_py.convert.several import Inputs
from rkeras_py.generate import docstrings, help_pages
from rkeras_py.registry import argument_texts
from rkeras_py.registry.define import Function, export

HAND_WRITTEN = """#' Measure `x`
#'
#' @param object What to measure.
#' @param ... For methods.
#' @export
measure <- function(object, ...) UseMethod("measure")

#' @export
generics::fit

#' @export
magrittr::`%>%`

#' Put values into names
#'
#' Several at once.
#'
#' More of it, 100% sure.
#' @param x,value Names, and
#'   their values.
#' @return The value
#' @examples
#' c(a, b) %<-% list(1, 2)
#' @keywords utilities
#' @export
`%<-%` <- function(x, value) NULL

#' @rdname grapes
#' @export
first <- function(x) x

#' Of the same page
#' @rdname grapes
#' @param x Anything.
#' @export
second <- function(x, n = 1L) x

#' Draw a history
#' @param x A history.
#' @export
plot.history <- function(x) x

#' @export
undocumented <- function(x) x
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "R").mkdir()
    (tmp_path / "R" / "hand.R").write_text(HAND_WRITTEN, encoding="utf-8")
    return tmp_path


def test_a_page_from_a_docstring(registry: dict[str, Function], tmp_path: Path) -> None:
    @export
    def f(x: Any, name: Size | None = None, flag: FlagOrNA = None, *more: Any) -> None:
        """Does a thing: ``a %% b``. For 100%.

        Args:
            x: The data.
            flag: ``TRUE``, ``FALSE`` or ``NA``
            more: not used

        Returns: a number

        Example:
            f(1) %>% print()
        """

    object.__setattr__(registry["f"], "module", "rkeras_py.api.data")
    assert help_pages.rd_files(list(registry.values()), tmp_path) == {
        "man/f.Rd": r"""% Generated from rkeras_py/api/data.py by `make generate`; edit there.
\name{f}
\alias{f}
\title{Does a thing: \code{a \%\% b}}
\description{
For 100\%.
}
\usage{
f(x, name = NULL, flag = NA, ...)
}
\arguments{
\item{x}{The data.}
\item{name}{Name of the object; \code{NULL} for an automatic name. A whole number of at least 1 or
  \code{NULL} (the default).}
\item{flag}{\code{TRUE}, \code{FALSE} or \code{NA}. Default: \code{NA}.}
\item{\dots}{Not used.}
}
\value{
A number.
}
\examples{
f(1) \%>\% print()
}
\keyword{manip}
"""
    }


def test_a_layer_says_what_it_composes_with(registry: dict[str, Function], tmp_path: Path) -> None:
    @export(family="layer")
    def layer_x(object: Composable | None, name: str | None = None, **options: Any) -> None:
        """Does nothing.

        Returns: the shape of the input
        """

    text = help_pages.rd_files(list(registry.values()), tmp_path)["man/layer_x.Rd"]
    assert "\\usage{\nlayer_x(object, name = NULL, ...)\n}" in text
    assert "\\item{object}{A sequential model to add the layer to," in text
    assert "\\item{name}{Name of the layer; \\code{NULL} for an automatic name. A string or" in text
    assert "\\item{\\dots}{Arguments of any layer: \\code{input_shape}," in text
    assert "\n\nOutput shape: the shape of the input.\n}" in text


def test_a_layer_of_several_tensors_has_no_model_to_be_added_to(
    registry: dict[str, Function], tmp_path: Path
) -> None:
    @export(family="layer")
    def layer_x(inputs: Inputs | None, *more: Any, **options: Any) -> None:
        """Merges.

        Returns: one tensor
        """

    text = help_pages.rd_files(list(registry.values()), tmp_path)["man/layer_x.Rd"]
    value = "The output of the layer, or the layer itself if \\code{inputs} is missing."
    assert f"\\value{{\n{value}\n\nOutput shape: one tensor.\n}}" in text


def test_methods_take_over_their_generics(registry: dict[str, Function], root: Path) -> None:
    @export(method=("fit", "some.Model"))
    def fit(object: Model, **more: Any) -> None:
        """Trains a model, unlike ``measure()`` and ``fit()``."""

    @export(method=("measure", "some.Model"))
    def measure(object: Model, **more: Any) -> None:
        """Measures a model; see ``fit()`` and ``other()``."""

    files = help_pages.rd_files(list(registry.values()), root)
    assert "man/measure.Rd" not in files
    fit_page, measure_page = files["man/fit.some.Model.Rd"], files["man/measure.some.Model.Rd"]
    assert "\\alias{fit.some.Model}\n\\alias{fit}\n" in fit_page
    assert "\\usage{\n\\method{fit}{some.Model}(object, ...)\n}" in fit_page
    assert "\\title{Trains a model, unlike \\code{measure()} and \\code{fit()}}" in fit_page
    assert "unlike \\code{\\link{measure}()} and \\code{fit()}.\n" in fit_page
    assert (
        "\\usage{\nmeasure(object, ...)\n\n\\method{measure}{some.Model}(object, ...)\n}"
        in measure_page
    )
    assert "see \\code{\\link{fit}()} and \\code{other()}.\n" in measure_page


def test_pages_of_functions_written_by_hand(root: Path) -> None:
    files = help_pages.rd_files([], root)
    assert sorted(files) == [
        "man/grapes.Rd",
        "man/infix-assign.Rd",
        "man/measure.Rd",
        "man/plot.history.Rd",
        "man/reexports.Rd",
    ]
    assert files["man/infix-assign.Rd"] == (
        r"""% Generated from R/R/hand.R by `make generate`; edit there.
\name{\%<-\%}
\alias{\%<-\%}
\title{Put values into names}
\description{
Several at once.

More of it, 100\% sure.
}
\usage{
x \%<-\% value
}
\arguments{
\item{x}{Names, and their values.}
\item{value}{Names, and their values.}
}
\value{
The value.
}
\examples{
c(a, b) \%<-\% list(1, 2)
}
\keyword{utilities}
"""
    )


def test_functions_may_share_a_page(root: Path) -> None:
    assert help_pages.rd_files([], root)["man/grapes.Rd"] == (
        r"""% Generated from R/R/hand.R by `make generate`; edit there.
\name{grapes}
\alias{first}
\alias{second}
\title{Of the same page}
\description{
Of the same page.
}
\usage{
first(x)

second(x, n = 1L)
}
\arguments{
\item{x}{Anything.}
}
"""
    )


def test_methods_written_by_hand_are_shown_as_methods(root: Path) -> None:
    text = help_pages.rd_files([], root)["man/plot.history.Rd"]
    assert "\\usage{\n\\method{plot}{history}(x)\n}" in text


def test_functions_of_other_packages_have_one_page(root: Path) -> None:
    text = help_pages.rd_files([], root)["man/reexports.Rd"]
    assert "\\alias{reexports}\n\\alias{fit}\n\\alias{\\%>\\%}\n" in text
    assert "From generics: \\code{fit}.\n\nFrom magrittr: \\code{\\%>\\%}.\n" in text


def test_docstrings_describe_no_argument_that_is_not_there() -> None:
    import rkeras_py.api  # noqa: F401
    from rkeras_py.registry.define import REGISTRY

    wrong = [
        f"{function.name}({word})"
        for function in REGISTRY.values()
        for word in docstrings.parse(function.doc).args
        if word not in {p.name for p in function.parameters.values()}
    ]
    assert wrong == []


def test_every_function_says_what_it_does() -> None:
    import rkeras_py.api  # noqa: F401
    from rkeras_py.registry.define import REGISTRY

    assert [function.name for function in REGISTRY.values() if not function.doc] == []


def test_the_longest_beginning_counts() -> None:
    table = {"layer_": "a layer", "layer_input": "an input", "": "anything"}
    assert argument_texts.by_beginning(table, "layer_input_x") == "an input"
    assert argument_texts.by_beginning(table, "layer_dense") == "a layer"
    assert argument_texts.by_beginning(table, "fit") == "anything"
    assert argument_texts.by_beginning({"layer_": "a layer"}, "fit") is None
