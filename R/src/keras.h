/* What the C files of this package share. */
#ifndef RKERAS_KERAS_H
#define RKERAS_KERAS_H

#include <Rinternals.h>

SEXP lock_releases(SEXP path); /* reticulate.c */

/* Starts Python unless it runs already, and attaches the bridge to the table of C functions at
   `entries`. Gives NULL, or the text of what went wrong. (start.c) */
SEXP start_python(SEXP libpython, SEXP executable, void *entries);

/* Which language's code runs on R's thread, for the signal handlers in signals.c. */
enum { R_CODE, PYTHON_CODE };

/* Notes which code runs from now on; gives which ran until now. */
int now_runs(int code);

/* Handles SIGPIPE and SIGXFSZ from now on, where nobody else does; called on R's thread. `started`:
   whether Python was started here, so that what these signals do is not a Python program's choice. */
void handle_write_signals(int started);

#endif
