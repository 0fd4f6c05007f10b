/* Lists of plain vectors of numbers as one piece of memory, and back: a call for each element would
   take longer than the work on it. */
#include <limits.h>
#include <string.h>

#include "keras.h"

typedef struct {
  SEXP list;
  R_xlen_t count;
  unsigned int type;
  const int *lengths;
  const char *numbers;
  char *into;
} pieces;

static size_t size_of(unsigned int type) { return type == REALSXP ? sizeof(double) : sizeof(int); }

static char *memory_of(SEXP x) {
  switch (TYPEOF(x)) {
  case REALSXP: return (char *)REAL(x);
  case INTSXP: return (char *)INTEGER(x);
  default: return (char *)LOGICAL(x);
  }
}

unsigned int list_type(SEXP list, int *lengths) {
  const R_xlen_t count = XLENGTH(list);
  const unsigned int type = count ? TYPEOF(VECTOR_ELT(list, 0)) : NILSXP;
  if (type != REALSXP && type != INTSXP && type != LGLSXP) return NILSXP;
  for (R_xlen_t i = 0; i < count; i++) {
    SEXP x = VECTOR_ELT(list, i);
    if ((unsigned int)TYPEOF(x) != type || ATTRIB(x) != R_NilValue || XLENGTH(x) > INT_MAX)
      return NILSXP;
    lengths[i] = (int)XLENGTH(x);
  }
  return type;
}

/* A compact sequence such as 1:3 gets its memory only here. */
static SEXP copy(void *with) {
  pieces *p = with;
  for (R_xlen_t i = 0; i < p->count; i++) {
    SEXP x = VECTOR_ELT(p->list, i);
    const size_t bytes = XLENGTH(x) * size_of(TYPEOF(x));
    if (bytes) memcpy(p->into, memory_of(x), bytes);
    p->into += bytes;
  }
  return R_NilValue;
}

static SEXP make(void *with) {
  pieces *p = with;
  SEXP list = PROTECT(allocVector(VECSXP, p->count));
  const char *numbers = p->numbers;
  for (R_xlen_t i = 0; i < p->count; i++) {
    const size_t bytes = p->lengths[i] * size_of(p->type);
    SET_VECTOR_ELT(list, i, allocVector(bytes ? p->type : VECSXP, p->lengths[i]));
    if (bytes) memcpy(memory_of(VECTOR_ELT(list, i)), numbers, bytes);
    numbers += bytes;
  }
  UNPROTECT(1);
  return list;
}

void list_numbers(SEXP list, char *into, int *slot_of_jump) {
  pieces p = {list, XLENGTH(list), NILSXP, NULL, NULL, into};
  guarded(copy, &p, slot_of_jump);
}

SEXP make_list(unsigned int type, const char *numbers, const int *lengths, R_xlen_t count,
               int *slot_of_jump) {
  pieces p = {R_NilValue, count, type, lengths, numbers, NULL};
  return guarded(make, &p, slot_of_jump);
}
