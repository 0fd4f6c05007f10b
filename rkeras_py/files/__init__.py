"""Files that are replaced as a whole: at every moment the old content or the new one is there."""

from rkeras_py.files.work_folders import (
    Parts,
    append_text,
    finish_files,
    finish_folder,
    kind,
    remove,
    replacing_file,
    replacing_files,
    replacing_folder,
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
    "write_bytes",
    "write_text",
]
