# A training loop of one's own with TensorFlow's tape: a line and its noise.
library(tensorflow)
library(keras)

set.seed(11)
set_random_seed(11)
x <- matrix(runif(64, -1, 1), 64)
y <- 3 * x + 1 + matrix(rnorm(64, sd = 0.01), 64)
features <- tf$constant(x, dtype = "float32")
target <- tf$constant(y, dtype = "float32")

model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
optimizer <- optimizer_sgd(lr = 0.5)
losses <- c()
for (step in 1:60) {
  with(tf$GradientTape() %as% tape, {
    predicted <- model(features)
    loss <- tf$reduce_mean((predicted - target)^2)
  })
  gradients <- tape$gradient(loss, model$trainable_variables)
  optimizer$apply_gradients(zip_lists(gradients, model$trainable_variables))
  losses <- c(losses, as.numeric(loss))
}
fitted <- coef(lm(y ~ x)) # what least squares say
weights <- get_weights(model)
stopifnot(
  losses[1] > 100 * losses[60],
  abs(weights[[1]] - fitted[["x"]]) < 1e-3,
  abs(weights[[2]] - fitted[["(Intercept)"]]) < 1e-3,
  optimizer$iterations$numpy() == 60
)

# the same step by hand, as a compiled function
w <- tf$Variable(0)
b <- tf$Variable(0)
step <- tf_function(function(x, y) {
  with(tf$GradientTape() %as% tape, loss <- tf$reduce_mean((w * x + b - y)^2))
  g <- tape$gradient(loss, list(w, b))
  w$assign_sub(0.5 * g[[1]])
  b$assign_sub(0.5 * g[[2]])
  loss
})
for (i in 1:60) step(features, target)
stopifnot(abs(as.numeric(w) - fitted[["x"]]) < 1e-3, abs(as.numeric(b) - fitted[["(Intercept)"]]) < 1e-3)
cat("the tape records\n")
