"""The settings of Sphinx for the documentation site."""

from rkeras_py import install

project = "rkeras-py"
author = "the developers of rkeras-py"
release = version = install.version()

extensions = ["myst_parser", "sphinx_copybutton"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
# What knitr prints has no language of its own.
highlight_language = "text"
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = f"rkeras-py {release}"
html_copy_source = False
