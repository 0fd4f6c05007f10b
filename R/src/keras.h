/* What the C files of this package share. */
#ifndef RKERAS_KERAS_H
#define RKERAS_KERAS_H

#include <Rinternals.h>

SEXP lock_releases(SEXP path); /* reticulate.c */
SEXP read_console(SEXP prompt); /* prompt.c */

/* Starts Python unless it is already running, and attaches the bridge to the table of C functions at
   `entries`. Returns NULL, or an error message. (start.c) */
SEXP start_python(SEXP libpython, SEXP executable, void *entries);

/* Which language's code runs on R's thread. (signals.c)

   R also checks for interrupts at the end of each garbage collection, that is in any function that
   allocates, and jumps to its handler. In Python code such a jump would cross Python's frames, so
   interrupts are suspended there and stay pending until R code runs again. */
enum { R_CODE, PYTHON_CODE };

typedef struct {
  int code;
  Rboolean suspended, suspended_in_r;
} code_state;

/* Records which code runs from now on; returns the state to pass to runs_again() when it ends. */
code_state now_runs(int code);
void runs_again(code_state before);
int code_that_runs(void);

/* Handles SIGPIPE and SIGXFSZ from now on, unless there are other handlers; called on R's thread.
   `started`: whether Python was started here, so that a Python program has not chosen the handlers. */
void handle_write_signals(int started);

/* Makes them ignored in R code, too. */
void ignore_write_signals(void);

/* Lets Python continue in child processes that R's package parallel forks; called on R's thread.
   `symbol` finds Python's functions. (fork.c) */
void handle_forks(void *(*symbol)(const char *));
SEXP python_goes_on(void);

#endif
