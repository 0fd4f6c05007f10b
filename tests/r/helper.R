# What several files of tests use.

# The texts that an expression warns of.
told <- function(expression) {
  texts <- character()
  withCallingHandlers(expression, warning = function(w) {
    texts <<- c(texts, conditionMessage(w))
    invokeRestart("muffleWarning")
  })
  texts
}

# Half the sum of two inputs.
of_two <- function(named = FALSE, optimizer = "sgd") {
  a <- layer_input(shape = 1, name = "a")
  b <- layer_input(shape = 1, name = "b")
  output <- list(a, b) %>%
    layer_concatenate() %>%
    layer_dense(units = 1, use_bias = FALSE, kernel_initializer = initializer_constant(0.5))
  model <- keras_model(if (named) list(b = b, a = a) else list(a, b), output)
  model %>% compile(optimizer = optimizer, loss = "mse")
  model
}
