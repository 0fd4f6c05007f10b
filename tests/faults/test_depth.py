"""Calls that nest deeply, and values that are large, empty or odd."""

from __future__ import annotations

import pytest
from faults.both import run_in_both
from r_process import HOSTS

DEEP = """
s <- callback_learning_rate_scheduler(function(epoch, lr) {
  if (epoch == 0) 0 else s(epoch - 1, 0) + 1
})$schedule
stopifnot(s(500, 0) == 500)
stopifnot(s(500, 0) == 500) # and what it took was given back
"""

ENDLESS = """
endless <- callback_learning_rate_scheduler(function(epoch, lr) endless(epoch, lr))$schedule
for (i in 1:3) {
  problem <- tryCatch({ endless(1, 1); NULL }, error = identity)
  stopifnot(inherits(problem, "error"))
  cat(class(problem)[1], substr(conditionMessage(problem), 1, 60), "\\n")
}
# inside a training call, where R's functions serve another thread
model <- small_model()
callback <- callback_lambda(on_epoch_end = function(epoch, logs) endless(1, 1))
problem <- tryCatch({ fit(model, data_x, data_y, verbose = 0, callbacks = list(callback)); NULL },
                    error = identity)
stopifnot(inherits(problem, "error"))
# where R calls methods of one object without end, too
loop <- function(object) loop(object$optimizer$name)
problem <- tryCatch({ loop(model); NULL }, error = identity)
stopifnot(inherits(problem, "error"))
"""


def test_500_nested_calls() -> None:
    run_in_both(DEEP)


@pytest.mark.parametrize(
    "options", ["", "options(expressions = 500000)\n"], ids=["", "expressions"]
)
def test_unbounded_recursion_is_an_error(options: str) -> None:
    for host, outcome in run_in_both(options + ENDLESS).items():
        print(host, outcome.stdout.splitlines()[0])


STRINGS = r"""
back <- function(x) keras:::call_python(".same", list(x))
latin <- "caf\xe9"; Encoding(latin) <- "latin1"
bytes <- "\xff\xfe"; Encoding(bytes) <- "bytes"
cases <- list("caf\u00e9", "\u65e5\u672c\u8a9e", "\U1F600", "a\U0001F468\u200D\U0001F469b", "",
              " ", "\n\t\\\"", strrep("\U1F600", 1e5), c("\u00e9", NA, "\U1F600"))
for (case in cases) {
  stopifnot(identical(back(case), case), identical(Encoding(back(case)), Encoding(case)))
}
stopifnot(identical(back(latin), "caf\u00e9")) # the same text; R calls them identical
stopifnot(identical(charToRaw(back(bytes)), as.raw(c(0xff, 0xfe))))
named <- list(1, 2); names(named) <- c("caf\u00e9", "\U1F600")
stopifnot(identical(back(named), named))
name <- "d\u00e9j\u00e0_\U1F600"
problem <- tryCatch(layer_dense(units = name), error = conditionMessage)
stopifnot(grepl(name, problem, fixed = TRUE))
stopifnot(keras_model_sequential(name = "mod\u00e8le")$name == "mod\u00e8le")
"""


def test_strings() -> None:
    run_in_both(STRINGS)


SIZES = """
back <- function(x) keras:::call_python(".same", list(x))
for (extents in list(0, c(0, 2), c(2, 0), c(3, 0, 2), c(0, 0))) {
  for (zero in list(numeric(), integer(), logical(), complex(), character(), list())) {
    empty <- array(zero, extents)
    stopifnot(identical(back(empty), empty))
  }
}
stopifnot(identical(dim(as.array(k_constant(array(0, c(0, 2))))), c(0L, 2L)))
problem <- tryCatch(predict(small_model(), matrix(0, 0, 2), verbose = 0), error = identity)
stopifnot(inherits(problem, "error") || identical(dim(problem), c(0L, 1L)))

long <- as.list(1:1e6)
long[[7]] <- "not like the others"
started <- Sys.time()
stopifnot(identical(back(long), long))
names(long) <- paste0("n", seq_along(long))
stopifnot(identical(back(long), long))
cat("two lists of 1e6 there and back:", format(Sys.time() - started), "\\n")
deep <- NULL
for (i in 1:200) deep <- list(deep, i)
stopifnot(identical(back(deep), deep))
deep <- NULL
for (i in 1:20000) deep <- list(deep)
stopifnot(inherits(tryCatch({ back(deep); stop("it fitted") }, error = identity), "error"))
"""


def test_sizes() -> None:
    for host, outcome in run_in_both(SIZES, timeout=100).items():
        print(host, outcome.stdout.splitlines()[0])


LARGE = """
resident <- function() {
  line <- grep("VmRSS", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("\\\\D", "", line)) / 1024
}
one <- k_constant(1) # TensorFlow is there
large <- matrix(0.5, 2^15, 2^13) # 2 GiB
large[2^15, 2^13] <- 7
invisible(gc())
before <- resident()
of_array <- function(name) keras:::call_python(".get_attribute", list(large, name))
bytes <- of_array("nbytes")
shape <- of_array("shape")
flags <- of_array("flags") # the array lives as long as its flags, which say that it is a view
grown <- resident() - before
cat("2 GiB to Python: resident memory grows by", round(grown, 1), "MB\\n")
stopifnot(bytes == 2^31, shape == c(2^15, 2^13), !flags$owndata, flags$f_contiguous, grown < 50)
row <- keras:::call_python(".get_item", list(large, 2^15 - 1)) # counted from 0
stopifnot(identical(dim(row), 2L^13L) || length(row) == 2^13, row[2^13] == 7)
"""


@pytest.mark.timeout(200)
def test_2_gib_to_python_without_a_copy() -> None:
    for host in HOSTS:  # one after the other: memory
        outcome = run_in_both(LARGE, timeout=60, hosts=(host,))[host]
        print(host, outcome.stdout.splitlines()[0])
