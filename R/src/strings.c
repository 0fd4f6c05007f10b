/* Character vectors as one piece of bytes, and back: a call for each string would take longer than
   the work on it. */
#include <string.h>

#include "keras.h"

typedef struct {
  SEXP strings;
  R_xlen_t count;
  int *lengths; /* in bytes; -1 for NA */
  const char *bytes;
  char *into;
  int64_t size;
} pieces;

/* R cannot translate strings that are marked as bytes. */
static const char *utf8(SEXP string) {
  return getCharCE(string) == CE_BYTES ? CHAR(string) : translateCharUTF8(string);
}

static SEXP measure(void *with) {
  pieces *p = with;
  const void *before = vmaxget();
  for (R_xlen_t i = 0; i < p->count; i++) {
    SEXP string = STRING_ELT(p->strings, i);
    p->lengths[i] = string == NA_STRING ? -1 : (int)strlen(utf8(string));
    if (string != NA_STRING) p->size += p->lengths[i];
    vmaxset(before);
  }
  return R_NilValue;
}

static SEXP copy(void *with) {
  pieces *p = with;
  const void *before = vmaxget();
  for (R_xlen_t i = 0; i < p->count; i++) {
    if (p->lengths[i] > 0) memcpy(p->into, utf8(STRING_ELT(p->strings, i)), p->lengths[i]);
    if (p->lengths[i] > 0) p->into += p->lengths[i];
    vmaxset(before);
  }
  return R_NilValue;
}

static SEXP make(void *with) {
  pieces *p = with;
  SEXP strings = PROTECT(allocVector(STRSXP, p->count));
  const char *bytes = p->bytes;
  for (R_xlen_t i = 0; i < p->count; i++) {
    const int length = p->lengths[i];
    SET_STRING_ELT(strings, i, length < 0 ? NA_STRING : mkCharLenCE(bytes, length, CE_UTF8));
    if (length > 0) bytes += length;
  }
  UNPROTECT(1);
  return strings;
}

int64_t string_lengths(SEXP strings, int *lengths, int *slot_of_jump) {
  pieces p = {strings, XLENGTH(strings), lengths, NULL, NULL, 0};
  guarded(measure, &p, slot_of_jump);
  return p.size;
}

void string_bytes(SEXP strings, int *lengths, char *into, int *slot_of_jump) {
  pieces p = {strings, XLENGTH(strings), lengths, NULL, into, 0};
  guarded(copy, &p, slot_of_jump);
}

SEXP make_strings(const char *bytes, int *lengths, R_xlen_t count, int *slot_of_jump) {
  pieces p = {R_NilValue, count, lengths, bytes, NULL, 0};
  return guarded(make, &p, slot_of_jump);
}
