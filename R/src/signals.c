/*
 * The signals of failed writes: SIGPIPE (nobody reads the pipe) and SIGXFSZ (the file size limit is
 * reached).
 *
 * R's handler of SIGPIPE raises an R error: it jumps out of the running code. In Python code, or on
 * another thread than R's, such a jump leaves Python in an inconsistent state or ends the process.
 * CPython ignores both signals, so that the write fails with an ordinary error. Here they are ignored
 * in Python code and on other threads; in R code they work as in R. If the R package reticulate is
 * loaded, which runs Python code without this bridge, they are always ignored, as reticulate does
 * with SIGPIPE.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>

#include <R.h>
#include <Rinternals.h>

#include "keras.h"

#ifdef ENABLE_NLS
#include <libintl.h>
#define OF_R(text) dgettext("R", text)
#else
#define OF_R(text) text
#endif

static pthread_t r_thread;
static volatile sig_atomic_t running = R_CODE;
static int pipe_errors = 0; /* whether SIGPIPE is an error in R code, as with R's own handler */

extern Rboolean R_interrupts_suspended;
static Rboolean suspended_in_r = FALSE; /* whether R code had suspended interrupts */

code_state now_runs(int code) {
  const code_state before = {running, R_interrupts_suspended, suspended_in_r};
  if (code == PYTHON_CODE && running == R_CODE) suspended_in_r = R_interrupts_suspended;
  R_interrupts_suspended = code == PYTHON_CODE ? TRUE : suspended_in_r;
  running = code;
  return before;
}

void runs_again(code_state before) {
  running = before.code;
  R_interrupts_suspended = before.suspended;
  suspended_in_r = before.suspended_in_r;
}

int code_that_runs(void) { return running; }

static volatile sig_atomic_t always_ignored = 0;

void ignore_write_signals(void) { always_ignored = 1; }

static void on_failed_write(int number) {
  if (always_ignored || !pthread_equal(pthread_self(), r_thread) || running == PYTHON_CODE) return;
  if (number == SIGPIPE && pipe_errors) error("%s", OF_R("ignoring SIGPIPE signal"));
  signal(number, SIG_DFL);
  raise(number); /* ends the process when this handler returns */
}

/* Whether a handler is R's own: it is in the same library as R's functions. */
static int is_of_r(void (*handler)(int)) {
  Dl_info its, of_r;
  return dladdr((void *)handler, &its) && dladdr((void *)error, &of_r) && its.dli_fbase == of_r.dli_fbase;
}

/* Replaces R's handler, and the default unless it was chosen; other handlers are kept. */
static void handle(int number, int replace_default) {
  struct sigaction action;
  if (sigaction(number, NULL, &action) != 0 || (action.sa_flags & SA_SIGINFO) || action.sa_handler == SIG_IGN) return;
  const int of_r = action.sa_handler != SIG_DFL && number == SIGPIPE && is_of_r(action.sa_handler);
  if (!of_r && !(action.sa_handler == SIG_DFL && replace_default)) return;
  pipe_errors |= of_r;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_failed_write;
  action.sa_flags = SA_RESTART;
  sigaction(number, &action, NULL);
}

void handle_write_signals(int started) {
  r_thread = pthread_self();
  handle(SIGPIPE, started);
  handle(SIGXFSZ, started);
}
