/*
 * Starts Python inside R, unless it is already running.
 *
 * Python is found at run time with dlopen(), so its headers are not needed. The assumptions about its
 * structures have been valid since Python 3.8.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <R.h>
#include <Rinternals.h>

#include "keras.h"

static void *python = NULL; /* libpython, or the process itself */

static void *symbol(const char *name) {
  void *found = python ? dlsym(python, name) : NULL;
  if (!found) found = dlsym(RTLD_DEFAULT, name);
  if (!found) error("%s is not in Python's shared library", name);
  return found;
}

static int python_runs(void) {
  int (*initialized)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "Py_IsInitialized");
  if (!initialized && python) initialized = (int (*)(void))dlsym(python, "Py_IsInitialized");
  return initialized && initialized();
}

/* --- The environment while Python starts ----------------------------------- */

/* Variables that are hidden from our Python, or set for it, while it starts: those about the location
   of another Python, which would stop this one; and those about what R decides in its process, such as
   the locale and the standard streams. */
static struct {
  const char *name, *value;
  char *users;
} variables[] = {
    {"PYTHONHOME", NULL, NULL},       {"PYTHONPLATLIBDIR", NULL, NULL}, {"PYTHONEXECUTABLE", NULL, NULL},
    {"PYTHONIOENCODING", NULL, NULL}, {"PYTHONUNBUFFERED", NULL, NULL}, {"PYTHONCOERCECLOCALE", "0", NULL},
    {"PYTHONUTF8", "0", NULL},
};

enum { N_VARIABLES = sizeof variables / sizeof *variables };

static void set_variable(const char *name, const char *value) {
  if (value) setenv(name, value, 1);
  else unsetenv(name);
}

static void hide_variables(void) {
  for (int i = 0; i < N_VARIABLES; i++) {
    const char *value = getenv(variables[i].name);
    variables[i].users = value ? strdup(value) : NULL;
    set_variable(variables[i].name, variables[i].value);
  }
}

/* Child processes get the user's environment. */
static void show_variables(void) {
  for (int i = 0; i < N_VARIABLES; i++) set_variable(variables[i].name, variables[i].users);
}

/* The same in os.environ, which Python created while these variables were hidden. */
static void show_variables_to_python(void) {
  void *(*import)(const char *) = symbol("PyImport_ImportModule");
  void *(*attribute)(void *, const char *) = symbol("PyObject_GetAttrString");
  void *(*call)(void *, const char *, const char *, ...) = symbol("PyObject_CallMethod");
  void (*clear)(void) = symbol("PyErr_Clear");
  void *os = import("os");
  void *environ = os ? attribute(os, "environb") : NULL;
  for (int i = 0; environ && i < N_VARIABLES; i++) {
    if (variables[i].users) call(environ, "__setitem__", "yy", variables[i].name, variables[i].users);
    else call(environ, "pop", "yy", variables[i].name, "");
  }
  clear();
}

/* --- Starting --------------------------------------------------------------- */

/* PyStatus */
typedef struct {
  enum { FINE, FAILED, EXIT } kind;
  const char *function, *message;
  int exit_code;
} status;

/* Python installs handlers as it starts; R keeps its own. */
static const int signals_of_python[] = {SIGINT, SIGPIPE, SIGXFSZ};

enum { N_SIGNALS = sizeof signals_of_python / sizeof *signals_of_python };

static status initialize(const char *executable) {
  void (*configure)(void *) = symbol("PyConfig_InitPythonConfig");
  status (*set_arguments)(void *, intptr_t, char *const *) = symbol("PyConfig_SetBytesArgv");
  status (*start)(const void *) = symbol("Py_InitializeFromConfig");
  void (*clear)(void *) = symbol("PyConfig_Clear");
  static int64_t config[2048]; /* PyConfig, whose size depends on the version: a few hundred bytes */
  char *const arguments[] = {(char *)executable};

  configure(config);
  status done = set_arguments(config, 1, arguments);
  if (done.kind == FINE) done = start(config);
  clear(config);
  return done;
}

static char failure[1024] = ""; /* a failed Python may be partly started, so it is not tried again */

/* Returns whether Python started. Py_Initialize() would end the process on failure. */
static int start(const char *executable) {
  struct sigaction handlers[N_SIGNALS];
  sigset_t interrupt, blocked;
  hide_variables();
  for (int i = 0; i < N_SIGNALS; i++) sigaction(signals_of_python[i], NULL, &handlers[i]);
  /* Python raises KeyboardInterrupt only if there was no other SIGINT handler when it started; see
       hear_interrupts(). An interrupt that comes now waits. */
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupt, &blocked);
  signal(SIGINT, SIG_DFL);
  status done = initialize(executable);
  for (int i = 0; i < N_SIGNALS; i++) sigaction(signals_of_python[i], &handlers[i], NULL);
  pthread_sigmask(SIG_SETMASK, &blocked, NULL);
  show_variables();
  if (done.kind != FINE) {
    snprintf(failure, sizeof failure, "It cannot start: %s\nFix this, and start R again.",
             done.message ? done.message : "it gives no reason");
    return 0;
  }
  show_variables_to_python();
  return 1;
}

/* Text of the pending Python exception: its type and message. */
static SEXP python_error(void) {
  void (*fetch)(void **, void **, void **) = symbol("PyErr_Fetch");
  void *(*str)(void *) = symbol("PyObject_Str");
  void *(*attribute)(void *, const char *) = symbol("PyObject_GetAttrString");
  const char *(*utf8)(void *) = symbol("PyUnicode_AsUTF8");
  void *type = NULL, *value = NULL, *trace = NULL;
  fetch(&type, &value, &trace);
  void *name = type ? attribute(type, "__name__") : NULL;
  void *text = value ? str(value) : NULL;
  const char *said = text ? utf8(text) : NULL;
  char message[4096];
  snprintf(message, sizeof message, "%s: %s", name ? utf8(name) : "Error", said ? said : "");
  return mkString(message);
}

SEXP start_python(SEXP libpython, SEXP executable, void *entries) {
  int started = 0;
  if (failure[0]) return mkString(failure);
  if (!python_runs()) {
    const char *path = translateChar(STRING_ELT(libpython, 0));
    python = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (!python) return mkString(dlerror());
  }
  if (!python_runs()) {
    started = start(translateChar(STRING_ELT(executable, 0)));
    if (!started) return mkString(failure);
  }
  handle_write_signals(started);
  int (*ensure)(void) = symbol("PyGILState_Ensure");
  void (*leave)(int) = symbol("PyGILState_Release");
  void *(*save)(void) = symbol("PyEval_SaveThread");
  void *(*import)(const char *) = symbol("PyImport_ImportModule");
  void *(*call)(void *, const char *, const char *, ...) = symbol("PyObject_CallMethod");

  const code_state before = now_runs(PYTHON_CODE);
  int state = ensure();
  void *hosts = import("rkeras_py.bridge.hosts");
  void *done = hosts ? call(hosts, "attach", "K", (unsigned long long)(uintptr_t)entries) : NULL;
  SEXP problem = PROTECT(done ? R_NilValue : python_error());
  leave(state);
  if (started) save(); /* other Python threads run while R runs */
  runs_again(before);
  if (done) handle_forks(symbol);
  UNPROTECT(1);
  return problem;
}
