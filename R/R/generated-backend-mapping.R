# Generated from rkeras_py/api/backend/mapping.py by `make generate`; edit there.

k_map_fn <- function(fn, elems, name = NULL, dtype = NULL) {
  args <- list(fn = fn, elems = elems, name = name, dtype = dtype)
  call_python("k_map_fn", args)
}

k_foldl <- function(fn, elems, initializer = NULL, name = NULL) {
  args <- list(fn = fn, elems = elems, initializer = initializer, name = name)
  call_python("k_foldl", args)
}

k_foldr <- function(fn, elems, initializer = NULL, name = NULL) {
  args <- list(fn = fn, elems = elems, initializer = initializer, name = name)
  call_python("k_foldr", args)
}

k_rnn <- function(
  step_function, inputs, initial_states, go_backwards = FALSE, mask = NULL, constants = NULL,
  unroll = FALSE, input_length = NULL
) {
  args <- list(
    step_function = step_function, inputs = inputs, initial_states = initial_states,
    go_backwards = go_backwards, mask = mask, constants = constants, unroll = unroll,
    input_length = input_length
  )
  call_python("k_rnn", args)
}
