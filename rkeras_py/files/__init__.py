"""Replaces files atomically: at any time, either the old or the new content exists.

Everything that this package writes for a user uses these functions. New content is written to a
hidden folder on the same file system (``work_folders.py``), and renamed when it is complete. If
several renames are needed, they are recorded first (``renames.py``), and the next call completes
them if the process is killed. Only one process renames at a time.
"""

from rkeras_py.files.elsewhere import when_written, write_elsewhere
from rkeras_py.files.folders import (
    finish_files,
    finish_folder,
    remove,
    replacing_files,
    replacing_folder,
)
from rkeras_py.files.renames import Parts
from rkeras_py.files.single_files import (
    append_text,
    kind,
    replacing_file,
    require_replaceable,
    write_bytes,
    write_text,
)

__all__ = [
    "Parts",
    "append_text",
    "finish_files",
    "finish_folder",
    "kind",
    "remove",
    "replacing_file",
    "replacing_files",
    "replacing_folder",
    "require_replaceable",
    "when_written",
    "write_bytes",
    "write_elsewhere",
    "write_text",
]
