/*
 * For use with the R package reticulate in one interpreter. This bridge lets Python's threads run
 * while R code runs, so R's thread does not hold the GIL. reticulate acquires the GIL at all entry
 * points except one: it releases objects in R's garbage collector without it. Here it gets a release
 * function that acquires the GIL.
 */
#define _GNU_SOURCE
#include <dlfcn.h>

#include <R.h>
#include <Rinternals.h>

#include "keras.h"

typedef void (*release_function)(void *);

static release_function release_object = NULL;
static int (*take_lock)(void) = NULL;
static void (*give_lock)(int) = NULL;

static void release_locked(void *object) {
  int state = take_lock();
  release_object(object);
  give_lock(state);
}

/* Returns whether it worked: other versions of reticulate may have no such entry, and no need for it. */
SEXP lock_releases(SEXP path) {
  ignore_write_signals(); /* from now on, Python code runs without this bridge */
  void *library = dlopen(translateChar(STRING_ELT(path, 0)), RTLD_LAZY | RTLD_NOLOAD);
  if (!library) return ScalarLogical(FALSE);
  release_function *place = dlsym(library, "_ZN10reticulate9libpython9Py_DecRefE");
  take_lock = (int (*)(void))dlsym(RTLD_DEFAULT, "PyGILState_Ensure");
  give_lock = (void (*)(int))dlsym(RTLD_DEFAULT, "PyGILState_Release");
  int found = place && *place && take_lock && give_lock;
  if (found && *place != release_locked) {
    release_object = *place;
    *place = release_locked;
  }
  dlclose(library);
  return ScalarLogical(found);
}
