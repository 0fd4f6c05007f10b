"""R in IPython and Jupyter: ``%load_ext rkeras_py``, then ``%%R`` cells and ``%R`` lines.

They are used like rpy2's magics with the same names, but use this package's bridge: rpy2 cannot
convert models, and may release R objects on any thread.
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

# Options come first; everything after them is R code.
_LINE = re.compile(
    r"((?:\s*(?:-[iowhur]|--(?:input|output|width|height|units|res))(?:\s+|=)\S+)*)\s*(.*)",
    re.DOTALL,
)


def show_models(shell: Any) -> None:
    """Make cells show the summary of a model and the table of a history.

    Keras has no HTML representation for them; a notebook would show a memory address.
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
              help="Python variables to pass to R, separated by commas")  # fmt: skip
    @argument("-o", "--output", action="append", default=[], metavar="NAMES",
              help="R variables to return to Python, separated by commas")  # fmt: skip
    @argument("-w", "--width", type=float, default=640, help="width of plots")
    @argument("-h", "--height", type=float, default=480, help="height of plots")
    @argument("-u", "--units", choices=["px", "in", "cm", "mm"], default="px",
              help="units of width and height")  # fmt: skip
    @argument("-r", "--res", type=int, default=96, help="resolution of plots in pixels per inch")
    @line_cell_magic
    def R(self, line: str, cell: str | None = None) -> Any:  # noqa: N802
        """Run R code in the same process as the Python cells, with access to their models.

        ``%R code`` returns the value of the code. A ``%%R`` cell prints like R's prompt and shows
        plots.
        """
        from rkeras_py.bridge import inside

        __tracebackhide__ = True  # IPython shows only the cell
        options, code = _LINE.match(line).groups()  # type: ignore[union-attr]  # always matches
        args = parse_argstring(self.R, options)
        variables = {name: self._variable(name) for name in _names(args.input)}
        whole = code if cell is None else f"{code}\n{cell}"  # so that line 1 is that of the magic
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
            except RError as error:  # the frames are internal; R's message is enough
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
            raise NameError(f"there is no Python variable `{name}` to pass to R") from None


def _names(lists: list[str]) -> list[str]:
    """``["a,b", "c"]`` as ``["a", "b", "c"]``."""
    return [name for names in lists for name in names.split(",") if name]
