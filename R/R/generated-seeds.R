# Generated from rkeras_py/api/seeds.py by `make generate`; edit there.

set_random_seed <- function(seed, disable_gpu = TRUE) {
  args <- list(seed = seed, disable_gpu = disable_gpu)
  result <- call_python("set_random_seed", args)
  invisible(result)
}

use_session_with_seed <- function(
  seed, disable_gpu = TRUE, disable_parallel_cpu = TRUE, quiet = FALSE
) {
  args <- list(
    seed = seed, disable_gpu = disable_gpu, disable_parallel_cpu = disable_parallel_cpu,
    quiet = quiet
  )
  result <- call_python("use_session_with_seed", args)
  invisible(result)
}
