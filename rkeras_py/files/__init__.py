"""Files that are replaced as a whole: at every moment the old content or the new one is there.

Everything this package writes for a user goes through here. New content is written to a hidden
folder on the same file system (``work_folders.py``), and renamed into place when it is complete.
What takes several renames is recorded first (``renames.py``), and finished by the next call if the
process is killed. Of several processes, one renames at a time.
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
