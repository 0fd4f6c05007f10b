"""R's C API for the bridge: rpy2's compiled interface plus the R package's C functions.

Everything here runs on R's main thread only. A ``SEXP`` is rpy2's cffi pointer; it is not
protected from R's garbage collector unless it came from an argument, ``r_objects.Held`` or
``ProtectionScope``.
"""

from __future__ import annotations

import itertools
import threading
from types import TracebackType
from typing import Any

from rkeras_py.bridge.texts import excerpt, unfit

try:
    import _rinterface_cffi_api as _rpy2
except ImportError as problem:  # same message as `rkeras doctor`
    from rkeras_py import rpy2_pair

    raise ImportError(rpy2_pair.explain(problem)) from problem

ffi: Any = _rpy2.ffi
lib: Any = _rpy2.lib

SEXP = Any

NIL, CLO, ENV, LANG, LGL, INT, REAL, CPLX, STR, VEC, RAW = 0, 3, 4, 6, 10, 13, 14, 15, 16, 19, 24
FUNCTIONS = (CLO, 7, 8)

UTF8, BYTES = 1, 3  # cetype_t
LONGEST_STRING, LONGEST_NAME = 2**31 - 1, 10_000  # bytes
#: Up to so many strings or elements of a list are converted one by one.
FEW = 8


class Unwind(BaseException):
    """An R jump (restart, interrupt, condition) that passes through Python frames.

    Not an ``Exception``, so that Keras and TensorFlow do not catch it. The gate continues the jump.
    """

    def __init__(self, slot: int) -> None:
        super().__init__("an R jump")
        self.slot = slot


class _Entries:
    """The C functions of the R package, by their position in its table."""

    def __init__(self, address: int) -> None:
        table = ffi.cast("uintptr_t *", address)
        self.table = table

        def entry(place: int, signature: str) -> Any:
            return ffi.cast(signature, int(table[place]))

        self.hold = entry(1, "int(*)(SEXP)")
        self.held_at = entry(2, "SEXP(*)(int)")
        self.release = entry(3, "void(*)(int)")
        self.take_dropped = entry(4, "int(*)(int64_t *, int)")
        self.make_handle = entry(5, "SEXP(*)(int64_t, uintptr_t, int, SEXP)")
        self.handle_id = entry(6, "int64_t(*)(SEXP)")
        self.eval = entry(7, "SEXP(*)(SEXP, SEXP, int *)")
        self.alloc = entry(8, "SEXP(*)(unsigned int, R_xlen_t, int *)")
        self.own_interrupts = entry(9, "void(*)(int)")
        self.formals_of = entry(10, "SEXP(*)(SEXP)")
        self.is_object = entry(11, "int(*)(SEXP)")
        self.find = entry(12, "SEXP(*)(SEXP, SEXP, int *)")
        self.environment_of = entry(13, "SEXP(*)(SEXP)")
        self.held_count = entry(14, "int(*)()")
        self.make_callable = entry(15, "SEXP(*)(SEXP, SEXP, SEXP)")
        self.suspend_interrupts = entry(16, "int(*)(int)")
        self.hear_interrupts = entry(17, "int(*)(int)")
        self.restore_interrupts = entry(18, "void(*)(int)")
        self.watch_requests = entry(19, "void(*)(int)")
        self.string_lengths = entry(20, "int64_t(*)(SEXP, int *, int *)")
        self.string_bytes = entry(21, "void(*)(SEXP, int *, char *, int *)")
        self.make_strings = entry(22, "SEXP(*)(char *, int *, R_xlen_t, int *)")
        self.list_type = entry(23, "unsigned int(*)(SEXP, int *)")
        self.list_numbers = entry(24, "void(*)(SEXP, char *, int *)")
        self.make_list = entry(25, "SEXP(*)(unsigned int, char *, int *, R_xlen_t, int *)")


entries: _Entries
main_thread: int = 0
jump: Any = ffi.new("int *")  # set by the C functions if R jumped
_symbols: dict[str, SEXP] = {}


def connect(address: int) -> None:
    """Use the table of C functions at ``address``; the calling thread is R's thread."""
    global entries, main_thread
    entries = _Entries(address)
    main_thread = threading.get_ident()


def on_main_thread() -> bool:
    return threading.get_ident() == main_thread


def take_interrupt() -> bool:
    """Whether the user has interrupted R. The caller must act on it. Only on R's thread.

    While Python code runs on its thread, R only records an interrupt.
    """
    if not on_main_thread() or not lib.R_interrupts_pending:
        return False
    lib.R_interrupts_pending = 0
    return True


class ProtectionScope:
    """Protects R objects while Python uses them; unprotects all of them at the end."""

    __slots__ = ("count",)

    def __init__(self) -> None:
        self.count = 0

    def __enter__(self) -> ProtectionScope:
        return self

    def protect(self, sexp: SEXP) -> SEXP:
        lib.Rf_protect(sexp)
        self.count += 1
        return sexp

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        lib.Rf_unprotect(self.count)


def symbol(name: str) -> SEXP:
    found = _symbols.get(name)
    if found is None:
        with ProtectionScope() as scope:  # charsxp() checks that it can be an R string
            length = lib.Rf_xlength(scope.protect(charsxp(name)))
        if not 0 < length <= LONGEST_NAME:
            raise ValueError(
                f"R names have 1 to {LONGEST_NAME} bytes, {excerpt(name)} has {length}"
            )
        found = _symbols[name] = lib.Rf_install(name.encode("utf-8", "surrogateescape"))
    return found


def checked(value: SEXP) -> SEXP:
    if jump[0] >= 0:
        raise Unwind(jump[0])
    return value


def alloc(kind: int, length: int) -> SEXP:
    """A new R vector; lack of memory is an R error as usual."""
    return checked(entries.alloc(kind, length, jump))


def evaluate(call: SEXP, env: SEXP | None = None) -> SEXP:
    """Evaluate an R call with R's handler stack; a jump out of it raises ``Unwind``."""
    return checked(entries.eval(call, lib.R_GlobalEnv if env is None else env, jump))


def evaluate_at_top(call: SEXP, env: SEXP | None = None) -> SEXP:
    """Evaluate before the C functions are available; an R error raises ``RuntimeError``.

    ``Rf_eval`` is not safe, even for a symbol: R checks for interrupts there, and jumps.
    """
    failed = ffi.new("int *")
    value = lib.R_tryEval(call, lib.R_GlobalEnv if env is None else env, failed)
    if failed[0]:
        text = evaluate_at_top(make_call(base_function("geterrmessage"), []))
        raise RuntimeError((string(lib.STRING_ELT(text, 0)) or "").strip())
    return value


def make_call(function: SEXP, args: list[SEXP], names: list[str | None] | None = None) -> SEXP:
    """An unevaluated call; the arguments must be protected by the caller."""
    tags = [symbol(name) if name else None for name in names or ()]  # may allocate: first
    call = lib.Rf_allocList(len(args) + 1)
    call.sxpinfo.type = LANG
    lib.SETCAR(call, function)
    cell = call
    for i, arg in enumerate(args):
        cell = lib.CDR(cell)
        lib.SETCAR(cell, arg)
        if tags and tags[i] is not None:
            lib.SET_TAG(cell, tags[i])
    return call


def typeof(sexp: SEXP) -> int:
    kind: int = sexp.sxpinfo.type
    return kind


def is_object(sexp: SEXP) -> bool:
    """Whether an R object has a class attribute. (In rpy2's header the bit is misplaced.)"""
    return bool(entries.is_object(sexp))


def get_attribute(sexp: SEXP, name: str) -> SEXP:
    return lib.Rf_getAttrib(sexp, symbol(name))


def set_attribute(sexp: SEXP, name: str, value: SEXP) -> None:
    """``value`` must be protected by the caller."""
    lib.Rf_setAttrib(sexp, symbol(name), value)


def string(charsxp: SEXP) -> str | None:
    """The text of one R string; ``None`` for ``NA``."""
    if charsxp == lib.R_NaString:
        return None
    # R cannot translate strings that are marked as bytes
    marked_bytes = lib.Rf_getCharCE(charsxp) == BYTES
    raw = lib.R_CHAR(charsxp) if marked_bytes else lib.Rf_translateCharUTF8(charsxp)
    text: str = ffi.string(raw).decode("utf-8", "surrogateescape")
    return text


def strings(sexp: SEXP) -> list[str | None]:
    """The texts of a character vector; ``None`` for ``NA``."""
    count = lib.Rf_xlength(sexp)
    return _many_strings(sexp, count) if count > FEW else _few_strings(sexp, count)


def _few_strings(sexp: SEXP, count: int) -> list[str | None]:
    return [string(lib.STRING_ELT(sexp, i)) for i in range(count)]


def _many_strings(sexp: SEXP, count: int) -> list[str | None]:
    """From one copy of all bytes, which saves several calls of C for each string."""
    measured = ffi.new("int[]", count)
    size = entries.string_lengths(sexp, measured, jump)
    checked(sexp)
    memory = ffi.new("char[]", size + 1)
    entries.string_bytes(sexp, measured, memory, jump)
    checked(sexp)
    raw = ffi.buffer(memory, size)[:]
    lengths = ffi.unpack(measured, count)
    sizes = [max(length, 0) for length in lengths]
    found: list[str | None]
    if raw.isascii():
        found = pieces(raw.decode("ascii"), sizes)
    else:
        found = [piece.decode("utf-8", "surrogateescape") for piece in pieces(raw, sizes)]
    if min(lengths) < 0:
        found = [None if length < 0 else text for length, text in zip(lengths, found, strict=True)]
    return found


def pieces(whole: Any, lengths: list[int]) -> list[Any]:
    """Parts of a sequence that follow each other, of these lengths."""
    ends = list(itertools.accumulate(lengths))
    starts = itertools.chain((0,), ends)
    return [whole[start:end] for start, end in zip(starts, ends, strict=False)]


def make_strings(texts: list[str | None]) -> SEXP:
    """A new character vector, not protected; ``None`` becomes ``NA``."""
    present = [text for text in texts if text is not None]
    together = "".join(present)
    try:
        raw = together.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = b"\0"
    lengths = [len(text) for text in present]
    if len(raw) > len(together):
        lengths = [len(text.encode("utf-8", "surrogateescape")) for text in present]
    if b"\0" in raw or max(lengths, default=0) > LONGEST_STRING:
        for text in present:
            charsxp(text)  # raises the error for the first that is not valid in R
    if len(present) < len(texts):
        known = iter(lengths)
        lengths = [-1 if text is None else next(known) for text in texts]
    return checked(entries.make_strings(raw, lengths, len(lengths), jump))


def charsxp(text: str) -> SEXP:
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise unfit(text, LONGEST_STRING) from None
    if b"\0" in raw or len(raw) > LONGEST_STRING:  # R's function would jump out of Python
        raise unfit(text, LONGEST_STRING)
    return lib.Rf_mkCharLenCE(raw, len(raw), UTF8)


def names(sexp: SEXP) -> list[str] | None:
    """The names of a vector, or ``None``; a missing name is ''."""
    found = get_attribute(sexp, "names")
    if typeof(found) != STR:
        return None
    return [name or "" for name in strings(found)]


def classes(sexp: SEXP) -> list[str]:
    """The class attribute; [] if there is none."""
    if not entries.is_object(sexp):
        return []
    found = get_attribute(sexp, "class")
    return [name or "" for name in strings(found)] if typeof(found) == STR else []


def base_function(name: str) -> SEXP:
    """A function of R's base package, before the C functions are available."""
    return evaluate_at_top(symbol(name), lib.R_BaseEnv)
