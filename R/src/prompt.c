/*
 * Reads lines at a prompt exactly as they were typed: R's readline() removes spaces at both ends,
 * which are significant in Python.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include <R.h>
#include <Rinternals.h>

#define AT_ONCE 4096 /* R's own consoles return at most this many bytes of a line at a time */

typedef int (*console_reader)(const char *prompt, unsigned char *line, int length, int history);

/* Returns the line without the newline, or NULL at the end of the input. R's variable is the function
   that reads from the console; without a terminal there is none, or one of an editor. */
SEXP read_console(SEXP prompt) {
  console_reader *reader = (console_reader *)dlsym(RTLD_DEFAULT, "ptr_R_ReadConsole");
  if (!reader || !*reader) error("this R has no console");
  const char *shown = translateChar(STRING_ELT(prompt, 0));
  char *line = R_alloc(1, 1);
  size_t length = 0;
  for (;;) {
    char part[AT_ONCE + 1];
    memset(part, 0, sizeof part);
    if (!(*reader)(shown, (unsigned char *)part, AT_ONCE, 1)) {
      if (!length) return R_NilValue;
      break;
    }
    size_t added = strlen(part);
    char *longer = R_alloc(length + added + 1, 1);
    memcpy(longer, line, length);
    memcpy(longer + length, part, added + 1);
    line = longer;
    length += added;
    if (!added) break;
    if (line[length - 1] == '\n') {
      line[--length] = '\0';
      break;
    }
    shown = ""; /* the line is incomplete */
  }
  return ScalarString(mkCharLenCE(line, (int)length, CE_NATIVE));
}
