/*
 * Python in child processes of parallel::mclapply() and similar functions, in which R code continues.
 *
 * Only the thread that forked exists in the child. Python's lock is therefore held during such a
 * fork, and Python's functions for forks create its locks again in the child. Other forks, such as
 * those of processx, immediately run another program and do not need this; Python does the same for
 * its own forks.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#if defined __has_include
#if __has_include(<execinfo.h>)
#include <execinfo.h>
#define HAS_BACKTRACE
#endif
#endif

#include "keras.h"

static struct {
  int (*ensure)(void);
  void (*leave)(int);
  void (*before)(void), (*in_parent)(void), (*in_child)(void);
  void *(*import)(const char *);
  void *(*call)(void *, const char *, const char *, ...);
  void (*drop)(void *), (*clear)(void);
} of_python;

static pthread_t r_thread;
static int handled = 0, state = 0, in_child_of_parallel = 0;

/* Whether the fork comes from R's package parallel. */
static int parallel_forks(void) {
#ifdef HAS_BACKTRACE
  void *callers[16];
  int n = backtrace(callers, 16);
  for (int i = 0; i < n; i++) {
    Dl_info info;
    if (!dladdr(callers[i], &info) || !info.dli_fname) continue;
    const char *file = strrchr(info.dli_fname, '/');
    if (file && !strncmp(file, "/parallel.", 10)) return 1;
  }
#endif
  return 0;
}

/* A module that another thread is importing could not be used in the child. */
static void wait_for_imports(void) {
  void *loading = of_python.import("rkeras_py.bridge.loading");
  void *done = loading ? of_python.call(loading, "before_fork", NULL) : NULL;
  of_python.clear();
  if (done) of_python.drop(done);
  if (loading) of_python.drop(loading);
}

static void before_fork(void) {
  handled = pthread_equal(pthread_self(), r_thread) && parallel_forks();
  if (!handled) return;
  state = of_python.ensure();
  wait_for_imports();
  of_python.before();
}

static void after_fork_in_parent(void) {
  if (!handled) return;
  handled = 0;
  of_python.in_parent();
  of_python.leave(state);
}

static void after_fork_in_child(void) {
  if (!handled) return;
  handled = 0;
  in_child_of_parallel = 1;
  of_python.in_child();
  of_python.leave(state);
}

void handle_forks(void *(*symbol)(const char *)) {
  static int done = 0;
  if (done) return;
  done = 1;
  of_python.ensure = symbol("PyGILState_Ensure");
  of_python.leave = symbol("PyGILState_Release");
  of_python.before = symbol("PyOS_BeforeFork");
  of_python.in_parent = symbol("PyOS_AfterFork_Parent");
  of_python.in_child = symbol("PyOS_AfterFork_Child");
  of_python.import = symbol("PyImport_ImportModule");
  of_python.call = symbol("PyObject_CallMethod");
  of_python.drop = symbol("Py_DecRef");
  of_python.clear = symbol("PyErr_Clear");
  r_thread = pthread_self();
  pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
}

/* Whether this is a child process in which Python continues. */
SEXP python_goes_on(void) { return ScalarLogical(in_child_of_parallel); }
