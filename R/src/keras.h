/* What the C files of this package share. */
#ifndef RKERAS_KERAS_H
#define RKERAS_KERAS_H

#include <stdint.h>

#include <Rinternals.h>

SEXP lock_releases(SEXP path); /* reticulate.c */
SEXP read_console(SEXP prompt); /* prompt.c */

/* Calls `what`; a jump of R's out of it (error, restart, interrupt) is stopped, and the slot of its
   token is set, by which Python continues the jump. Otherwise the slot is -1. (keras.c) */
SEXP guarded(SEXP (*what)(void *), void *with, int *slot_of_jump);

/* The UTF-8 lengths of strings, in bytes (-1 for NA), and their sum; their bytes; strings of such
   lengths. (strings.c) */
int64_t string_lengths(SEXP strings, int *lengths, int *slot_of_jump);
void string_bytes(SEXP strings, int *lengths, char *into, int *slot_of_jump);
SEXP make_strings(const char *bytes, int *lengths, R_xlen_t count, int *slot_of_jump);

/* The type of the elements of a list, with their lengths, if all are vectors of numbers or truth
   values of one type without attributes; otherwise NILSXP. Their numbers; a list of such vectors, in
   which an empty one is a list. (lists.c) */
unsigned int list_type(SEXP list, int *lengths);
void list_numbers(SEXP list, char *into, int *slot_of_jump);
SEXP make_list(unsigned int type, const char *numbers, const int *lengths, R_xlen_t count,
               int *slot_of_jump);

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
