# Generated from rkeras_py/api/schedules.py by `make generate`; edit there.

learning_rate_schedule_cosine_decay <- function(
  initial_learning_rate, decay_steps, alpha = 0, ..., name = NULL
) {
  args <- list(
    initial_learning_rate = initial_learning_rate, decay_steps = decay_steps, alpha = alpha, ...,
    name = name
  )
  call_python("learning_rate_schedule_cosine_decay", args)
}

learning_rate_schedule_cosine_decay_restarts <- function(
  initial_learning_rate, first_decay_steps, t_mul = 2, m_mul = 1, alpha = 0, ..., name = NULL
) {
  args <- list(
    initial_learning_rate = initial_learning_rate, first_decay_steps = first_decay_steps,
    t_mul = t_mul, m_mul = m_mul, alpha = alpha, ..., name = name
  )
  call_python("learning_rate_schedule_cosine_decay_restarts", args)
}

learning_rate_schedule_exponential_decay <- function(
  initial_learning_rate, decay_steps, decay_rate, staircase = FALSE, ..., name = NULL
) {
  args <- list(
    initial_learning_rate = initial_learning_rate, decay_steps = decay_steps,
    decay_rate = decay_rate, staircase = staircase, ..., name = name
  )
  call_python("learning_rate_schedule_exponential_decay", args)
}

learning_rate_schedule_inverse_time_decay <- function(
  initial_learning_rate, decay_steps, decay_rate, staircase = FALSE, ..., name = NULL
) {
  args <- list(
    initial_learning_rate = initial_learning_rate, decay_steps = decay_steps,
    decay_rate = decay_rate, staircase = staircase, ..., name = name
  )
  call_python("learning_rate_schedule_inverse_time_decay", args)
}

learning_rate_schedule_piecewise_constant_decay <- function(boundaries, values, ..., name = NULL) {
  args <- list(boundaries = boundaries, values = values, ..., name = name)
  call_python("learning_rate_schedule_piecewise_constant_decay", args)
}

learning_rate_schedule_polynomial_decay <- function(
  initial_learning_rate, decay_steps, end_learning_rate = 0.0001, power = 1, cycle = FALSE, ...,
  name = NULL
) {
  args <- list(
    initial_learning_rate = initial_learning_rate, decay_steps = decay_steps,
    end_learning_rate = end_learning_rate, power = power, cycle = cycle, ..., name = name
  )
  call_python("learning_rate_schedule_polynomial_decay", args)
}
