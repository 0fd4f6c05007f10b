/*
 * The C side of the bridge. It gives rkeras_py.bridge the few operations that
 * need C: calling R and allocating without long jumps across Python's frames,
 * handles with a finalizer, and a table of the R objects that Python
 * references. Python is started in start.c.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <R.h>
#include <Rinternals.h>
#include <Rversion.h>
#include <R_ext/Rdynload.h>
#include <R_ext/eventloop.h>

#include "keras.h"

/* --- R objects referenced by Python, by slot ------------------------------ */

static SEXP held_objects = NULL; /* a list; a free slot contains the next free one */
static int free_slot = -1;
static int n_held = 0;

static void grow_held_objects(void) {
  int old = held_objects ? LENGTH(held_objects) : 0;
  int size = old ? 2 * old : 256;
  SEXP bigger = PROTECT(allocVector(VECSXP, size));
  for (int i = 0; i < old; i++) SET_VECTOR_ELT(bigger, i, VECTOR_ELT(held_objects, i));
  for (int i = old; i < size; i++) SET_VECTOR_ELT(bigger, i, ScalarInteger(i + 1 < size ? i + 1 : -1));
  R_PreserveObject(bigger);
  if (held_objects) R_ReleaseObject(held_objects);
  held_objects = bigger;
  free_slot = old;
  UNPROTECT(1);
}

static int hold(SEXP object) {
  if (free_slot < 0) {
    PROTECT(object);
    grow_held_objects();
    UNPROTECT(1);
  }
  int slot = free_slot;
  free_slot = INTEGER(VECTOR_ELT(held_objects, slot))[0];
  SET_VECTOR_ELT(held_objects, slot, object);
  n_held++;
  return slot;
}

static SEXP held_at(int slot) { return VECTOR_ELT(held_objects, slot); }

static void release(int slot) {
  SET_VECTOR_ELT(held_objects, slot, ScalarInteger(free_slot));
  free_slot = slot;
  n_held--;
}

static int held_count(void) { return n_held; }

/* --- Handles: Python objects referenced by R ------------------------------ */

/* A handle is an environment in reticulate's format: `pyobj` points to the Python object,
   `convert` is whether its attributes and items are converted to R. The object id, with which
   rkeras_py keeps the object alive, is stored with the pointer. A callable handle is a function
   with such an environment as its attribute `py_object`. */
static SEXP handle_tag = NULL, object_symbol = NULL, pointer_symbol = NULL, convert_symbol = NULL;

static int64_t object_id_of(SEXP pointer) {
  /* R does not save addresses: a handle that was loaded from a file has none */
  if (R_ExternalPtrAddr(pointer) == NULL) return 0;
  return (int64_t)asReal(R_ExternalPtrProtected(pointer));
}

/* Finalizers run inside R's garbage collector: they only record the object id. */
static int64_t *dropped = NULL;
static size_t n_dropped = 0, dropped_size = 0;

static void drop_handle(SEXP pointer) {
  int64_t id = object_id_of(pointer);
  if (id == 0) return;
  R_ClearExternalPtr(pointer);
  if (n_dropped == dropped_size) {
    size_t size = dropped_size ? 2 * dropped_size : 1024;
    int64_t *bigger = realloc(dropped, size * sizeof(int64_t));
    if (bigger == NULL) return; /* the object stays alive: a leak, not a crash */
    dropped = bigger;
    dropped_size = size;
  }
  dropped[n_dropped++] = id;
}

static int take_dropped(int64_t *into, int most) {
  int n = 0;
  while (n < most && n_dropped > 0) into[n++] = dropped[--n_dropped];
  return n;
}

static SEXP make_handle(int64_t id, void *object, int convert, SEXP classes) {
  SEXP number = PROTECT(ScalarReal((double)id));
  SEXP pointer = PROTECT(R_MakeExternalPtr(object, handle_tag, number));
  R_RegisterCFinalizerEx(pointer, drop_handle, FALSE);
  SEXP handle = PROTECT(R_NewEnv(R_EmptyEnv, FALSE, 0));
  defineVar(pointer_symbol, pointer, handle);
  defineVar(convert_symbol, ScalarLogical(convert), handle);
  setAttrib(handle, handle_tag, pointer);
  setAttrib(handle, R_ClassSymbol, classes);
  UNPROTECT(3);
  return handle;
}

/* The object id of a handle; 0 if it outlived its session, -1 if it is not a handle. */
static int64_t handle_id(SEXP x) {
  if (TYPEOF(x) == CLOSXP) x = getAttrib(x, object_symbol);
  if (TYPEOF(x) == ENVSXP) x = getAttrib(x, handle_tag);
  if (TYPEOF(x) != EXTPTRSXP || R_ExternalPtrTag(x) != handle_tag) return -1;
  return object_id_of(x);
}

/* --- Calling R from Python ------------------------------------------------- */

/* Every jump (error, restart, interrupt) is stopped here and becomes a status,
   with a token to continue the jump after Python's frames have unwound. */
typedef struct {
  SEXP call, env;
  unsigned int type;
  R_xlen_t length;
} request;

static void stop_jump(void *buffer, Rboolean jump) {
  if (jump) longjmp(*(jmp_buf *)buffer, 1);
}

SEXP guarded(SEXP (*what)(void *), void *with, int *slot_of_jump) {
  jmp_buf buffer;
  SEXP token = PROTECT(R_MakeUnwindCont());
  *slot_of_jump = -1;
  const code_state before = now_runs(R_CODE);
  if (setjmp(buffer)) {
    runs_again(before);
    *slot_of_jump = hold(token);
    UNPROTECT(1);
    return R_NilValue;
  }
  SEXP value = R_UnwindProtect(what, with, stop_jump, &buffer, token);
  runs_again(before);
  *slot_of_jump = -1; /* a call inside may have used it */
  UNPROTECT(1);
  return value;
}

static SEXP do_eval(void *with) { return eval(((request *)with)->call, ((request *)with)->env); }

static SEXP eval_guarded(SEXP call, SEXP env, int *slot_of_jump) {
  request with = {call, env, 0, 0};
  return guarded(do_eval, &with, slot_of_jump);
}

/* New memory is slow mainly because of its pages; Linux can use a few large ones on request. */
static void ask_for_large_pages(void *memory, size_t bytes) {
#ifdef MADV_HUGEPAGE
  const size_t large = 2 << 20, page = 4096;
  if (bytes < 4 * large) return;
  uintptr_t first = ((uintptr_t)memory + page - 1) / page * page;
  madvise((void *)first, ((uintptr_t)memory + bytes - first) / page * page, MADV_HUGEPAGE);
#endif
}

static SEXP do_alloc(void *with) {
  unsigned int type = ((request *)with)->type;
  R_xlen_t length = ((request *)with)->length;
  SEXP vector = allocVector(type, length);
  if (type == REALSXP) ask_for_large_pages(REAL(vector), length * sizeof(double));
  if (type == INTSXP) ask_for_large_pages(INTEGER(vector), length * sizeof(int));
  if (type == LGLSXP) ask_for_large_pages(LOGICAL(vector), length * sizeof(int));
  return vector;
}

static SEXP alloc_guarded(unsigned int type, R_xlen_t length, int *slot_of_jump) {
  request with = {R_NilValue, R_NilValue, type, length};
  return guarded(do_alloc, &with, slot_of_jump);
}

static SEXP continue_jump(SEXP slot) {
  SEXP token = PROTECT(held_at(asInteger(slot)));
  release(asInteger(slot));
  R_ContinueUnwind(token);
  return R_NilValue; /* not reached */
}

static SEXP formals_of(SEXP closure) {
#if R_VERSION >= R_Version(4, 5, 0)
  return R_ClosureFormals(closure);
#else
  return FORMALS(closure);
#endif
}

static SEXP environment_of(SEXP closure) {
#if R_VERSION >= R_Version(4, 5, 0)
  return R_ClosureEnv(closure);
#else
  return CLOENV(closure);
#endif
}

/* The closure `like`, as the R function that created it would create it for another `object`. */
static SEXP make_callable(SEXP like, SEXP object, SEXP namespace) {
  SEXP env = PROTECT(R_NewEnv(namespace, FALSE, 0));
  defineVar(install("object"), object, env);
#if R_VERSION >= R_Version(4, 5, 0)
  SEXP closure = PROTECT(R_mkClosure(R_ClosureFormals(like), R_ClosureBody(like), env));
#else
  SEXP closure = PROTECT(allocSExp(CLOSXP));
  SET_FORMALS(closure, FORMALS(like));
  SET_BODY(closure, BODY(like));
  SET_CLOENV(closure, env);
#endif
  setAttrib(closure, object_symbol, object);
  setAttrib(closure, R_ClassSymbol, getAttrib(object, R_ClassSymbol));
  UNPROTECT(2);
  return closure;
}

static int is_object(SEXP x) { return isObject(x); }

static SEXP do_find(void *with) {
  SEXP name = ((request *)with)->call, env = ((request *)with)->env;
#if R_VERSION >= R_Version(4, 5, 0)
  return R_existsVarInFrame(env, name) ? R_getVar(name, env, FALSE) : R_UnboundValue;
#else
  SEXP found = findVarInFrame(env, name);
  return TYPEOF(found) == PROMSXP ? eval(found, env) : found;
#endif
}

/* The value of a variable in an environment itself; NULL if there is none.
   Even a forced promise is evaluated, during which R checks for interrupts. */
static SEXP find(SEXP name, SEXP env, int *slot_of_jump) {
  request with = {name, env, 0, 0};
  SEXP found = guarded(do_find, &with, slot_of_jump);
  return found == R_UnboundValue ? NULL : found;
}

/* --- Interrupts ------------------------------------------------------------ */

extern int R_interrupts_pending;
extern Rboolean R_interrupts_suspended;
static struct sigaction others_action;
static code_state outside;
static int request_pipe = -1;

static void note_interrupt(int number) {
  (void)number;
  R_interrupts_pending = 1;
}

/* While a Python program runs R code, Ctrl-C interrupts R; afterwards the old handler is restored. */
static void own_interrupts(int mine) {
  if (mine) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note_interrupt;
    sigaction(SIGINT, &action, &others_action);
    R_interrupts_suspended = FALSE;
    outside = now_runs(PYTHON_CODE);
  } else {
    runs_again(outside);
    sigaction(SIGINT, &others_action, NULL);
  }
}

/* While user Python code runs on R's thread, Ctrl-C raises KeyboardInterrupt, even during a blocking
   system call. In R code it interrupts R as usual. */
static struct sigaction r_action;
static volatile sig_atomic_t python_hears = 0;
static int handler_is_ours = 0;
static void (*interrupt_python)(void) = NULL;

static void on_interrupt(int number) {
  if (python_hears && code_that_runs() == PYTHON_CODE) interrupt_python();
  else if (r_action.sa_handler != SIG_DFL && r_action.sa_handler != SIG_IGN) r_action.sa_handler(number);
}

/* Returns the previous state. */
static int hear_interrupts(int python) {
  const int before = python_hears;
  if (!interrupt_python) interrupt_python = (void (*)(void))dlsym(RTLD_DEFAULT, "PyErr_SetInterrupt");
  if (python && !handler_is_ours && interrupt_python) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt; /* without SA_RESTART, so that blocking calls return */
    sigaction(SIGINT, NULL, &r_action);
    if (!(r_action.sa_flags & SA_SIGINFO)) handler_is_ours = sigaction(SIGINT, &action, NULL) == 0;
  }
  python_hears = python && handler_is_ours;
  return before;
}

/* When the outermost such code has ended, R's handler is restored. */
static void restore_interrupts(int before) {
  python_hears = before;
  if (!before && handler_is_ours) {
    sigaction(SIGINT, &r_action, NULL);
    handler_is_ours = 0;
  }
}

/* --- Other threads ----------------------------------------------------------- */

static SEXP call_gate(SEXP name, SEXP args);

static void on_request(void *data) {
  char bytes[64];
  (void)data;
  while (read(request_pipe, bytes, sizeof bytes) == sizeof bytes) {}
  SEXP name = PROTECT(mkString(".serve"));
  SEXP args = PROTECT(allocVector(VECSXP, 0));
  call_gate(name, args);
  UNPROTECT(2);
}

/* R's event loop serves requests of other threads when there is something to read here. */
static void watch_requests(int descriptor) {
  request_pipe = descriptor;
  addInputHandler(R_InputHandlers, descriptor, on_request, 71);
}

/* Returns the previous state. */
static int suspend_interrupts(int suspended) {
  int before = R_interrupts_suspended;
  R_interrupts_suspended = suspended ? TRUE : FALSE;
  return before;
}

/* --- The gate -------------------------------------------------------------- */

typedef SEXP (*gate_function)(SEXP, SEXP);

static struct {
  gate_function gate; /* set by Python */
  int (*hold)(SEXP);
  SEXP (*held_at)(int);
  void (*release)(int);
  int (*take_dropped)(int64_t *, int);
  SEXP (*make_handle)(int64_t, void *, int, SEXP);
  int64_t (*handle_id)(SEXP);
  SEXP (*eval)(SEXP, SEXP, int *);
  SEXP (*alloc)(unsigned int, R_xlen_t, int *);
  void (*own_interrupts)(int);
  SEXP (*formals_of)(SEXP);
  int (*is_object)(SEXP);
  SEXP (*find)(SEXP, SEXP, int *);
  SEXP (*environment_of)(SEXP);
  int (*held_count)(void);
  SEXP (*make_callable)(SEXP, SEXP, SEXP);
  int (*suspend_interrupts)(int);
  int (*hear_interrupts)(int);
  void (*restore_interrupts)(int);
  void (*watch_requests)(int);
  int64_t (*string_lengths)(SEXP, int *, int *);
  void (*string_bytes)(SEXP, int *, char *, int *);
  SEXP (*make_strings)(const char *, int *, R_xlen_t, int *);
  unsigned int (*list_type)(SEXP, int *);
  void (*list_numbers)(SEXP, char *, int *);
  SEXP (*make_list)(unsigned int, const char *, const int *, R_xlen_t, int *);
} entry = {NULL,        hold,      held_at,      release,       take_dropped,
           make_handle, handle_id, eval_guarded, alloc_guarded, own_interrupts,
           formals_of,  is_object, find,         environment_of,
           held_count, make_callable, suspend_interrupts, hear_interrupts, restore_interrupts,
           watch_requests, string_lengths, string_bytes, make_strings, list_type,
           list_numbers, make_list};

static Rboolean suspended_before;

/* Whether this is the first signal of work that continues in Python (see call_python() in R). */
static int begins_work(SEXP answer, SEXP name) {
  if (!inherits(answer, "python_signal")) return 0;
  const char *gate = CHAR(STRING_ELT(name, 0));
  if (strcmp(gate, ".pump") == 0 || strcmp(gate, ".reply") == 0) return 0;
  SEXP names = getAttrib(answer, R_NamesSymbol);
  for (int i = 0; i < LENGTH(names); i++)
    if (strcmp(CHAR(STRING_ELT(names, i)), "level") == 0) return 1;
  return 0;
}

/* No interrupt may come between the start of work in Python and on.exit() in R. */
static SEXP call_gate(SEXP name, SEXP args) {
  if (entry.gate == NULL) error("the bridge to Python is not attached");
  const code_state before = now_runs(PYTHON_CODE);
  const int heard = python_hears;
  python_hears = 0; /* until it is known what will run */
  SEXP answer = entry.gate(name, args);
  python_hears = heard;
  runs_again(before);
  if (answer == NULL) error("Python could not answer: the calls are nested too deeply");
  PROTECT(answer);
  if (begins_work(answer, name)) {
    suspended_before = R_interrupts_suspended;
    R_interrupts_suspended = TRUE;
  }
  UNPROTECT(1);
  return answer;
}

static SEXP allow_interrupts(void) {
  R_interrupts_suspended = suspended_before;
  if (R_interrupts_pending && !R_interrupts_suspended) R_CheckUserInterrupt();
  return R_NilValue;
}

static SEXP is_live_handle(SEXP x) { return ScalarLogical(handle_id(x) > 0); }

static SEXP start_and_attach(SEXP libpython, SEXP executable) {
  return start_python(libpython, executable, &entry);
}

/* --- Registration ---------------------------------------------------------- */

static const R_CallMethodDef routines[] = {
    {"allow_interrupts", (DL_FUNC)&allow_interrupts, 0},
    {"call_gate", (DL_FUNC)&call_gate, 2},
    {"continue_jump", (DL_FUNC)&continue_jump, 1},
    {"is_live_handle", (DL_FUNC)&is_live_handle, 1},
    {"lock_releases", (DL_FUNC)&lock_releases, 1},
    {"python_goes_on", (DL_FUNC)&python_goes_on, 0},
    {"read_console", (DL_FUNC)&read_console, 1},
    {"start_python", (DL_FUNC)&start_and_attach, 2},
    {NULL, NULL, 0},
};

void R_init_keras(DllInfo *dll) {
  handle_tag = install("python_handle");
  object_symbol = install("py_object");
  pointer_symbol = install("pyobj");
  convert_symbol = install("convert");
  R_registerRoutines(dll, NULL, routines, NULL, NULL);
  R_useDynamicSymbols(dll, FALSE);
  R_forceSymbols(dll, TRUE);
}
