"""R in IPython and Jupyter: ``%load_ext rkeras_py``, then ``%%R`` cells and ``%R`` lines.

They are used as rpy2's magics of these names, and run R through this package's own bridge: rpy2's
tables of conversion know no models, and rpy2 may release R's objects on any thread.
"""

from __future__ import annotations

import html
import re
import tempfile
from pathlib import Path
from typing import Any

from IPython.core.magic import Magics, line_cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
from IPython.display import Image, display

from rkeras_py.errors import RError
from rkeras_py.keras_private.places import places

# Options come first; all that follows is R's, as it stands.
_LINE = re.compile(
    r"((?:\s*(?:-[iowhur]|--(?:input|output|width|height|units|res))(?:\s+|=)\S+)*)\s*(.*)",
    re.DOTALL,
)


def show_models(shell: Any) -> None:
    """Have cells show the summary of a model and the table of a history.

    Keras has neither as HTML; a notebook would show an address in memory.
    """
    formatter = shell.display_formatter.formatters["text/html"]
    for name, shown in (("Model", _model_html), ("History", _history_html)):
        formatter.for_type_by_name(*places()[name], shown)


def _model_html(model: Any) -> str:
    from rkeras_py.compat.models.summaries import summary_lines

    return f"<pre>{html.escape(chr(10).join(summary_lines(model)))}</pre>"


def _history_html(history: Any) -> str:
    import pandas as pd

    table = pd.DataFrame(history.history)
    table.index = pd.Index(range(1, len(table) + 1), name="epoch")
    return str(table.to_html(max_rows=20, float_format="{:.4f}".format))


@magics_class
class RMagics(Magics):
    """``%R`` and ``%%R``."""

    @magic_arguments()
    @argument("-i", "--input", action="append", default=[], metavar="NAMES",
              help="Python variables that the R code finds, separated by commas")  # fmt: skip
    @argument("-o", "--output", action="append", default=[], metavar="NAMES",
              help="R variables that Python has afterwards, separated by commas")  # fmt: skip
    @argument("-w", "--width", type=float, default=640, help="width of plots")
    @argument("-h", "--height", type=float, default=480, help="height of plots")
    @argument("-u", "--units", choices=["px", "in", "cm", "mm"], default="px",
              help="units of width and height")  # fmt: skip
    @argument("-r", "--res", type=int, default=96, help="resolution of plots in pixels per inch")
    @line_cell_magic
    def R(self, line: str, cell: str | None = None) -> Any:  # noqa: N802
        """Run R code, in the process and on the models of the Python cells.

        ``%R code`` gives the value of the code. A ``%%R`` cell prints what R's prompt would, and
        shows its plots.
        """
        from rkeras_py.bridge import inside

        __tracebackhide__ = True  # IPython shows the cell alone
        options, code = _LINE.match(line).groups()  # type: ignore[union-attr]  # it always does
        args = parse_argstring(self.R, options)
        variables = {name: self._variable(name) for name in _names(args.input)}
        whole = code if cell is None else f"{code}\n{cell}"  # so that lines count from the magic's
        with tempfile.TemporaryDirectory() as folder:
            plots = {
                "filename": f"{folder}/%04d.png",
                "width": args.width,
                "height": args.height,
                "units": args.units,
                "res": args.res,
            }
            try:
                value, found = inside.run_cell(
                    whole, cell is None, variables, _names(args.output), plots
                )
            except RError as error:  # what R says is enough: the frames are this package's own
                raise error.with_traceback(None) from None
            finally:
                for path in sorted(Path(folder).iterdir()):
                    display(Image(path.read_bytes()))
        self.shell.user_ns.update(found)
        return value

    def _variable(self, name: str) -> Any:
        try:
            return self.shell.user_ns[name]
        except KeyError:
            raise NameError(f"there is no Python variable `{name}` to hand to R") from None


def _names(lists: list[str]) -> list[str]:
    """``["a,b", "c"]`` as ``["a", "b", "c"]``."""
    return [name for names in lists for name in names.split(",") if name]
