# An autoencoder: four numbers through two, and points that it has never seen the like of.
library(keras)

set.seed(6)
set_random_seed(6)
plane <- matrix(rnorm(400), 200) %*% matrix(c(1, 0, 0.5, -1, 0, 1, 1, 0.5), 2, byrow = TRUE)
x <- scale(plane + matrix(rnorm(800, sd = 0.02), 200))
train <- x[1:160, ]
test <- x[161:200, ]

model <- keras_model_sequential()
model %>%
  layer_dense(units = 2, input_shape = ncol(x), name = 'code') %>%
  layer_dense(units = ncol(x), name = 'decoded')
model %>% compile(loss = 'mean_squared_error', optimizer = optimizer_adam(lr = 0.03))
model %>% fit(
  train, train, epochs = 150, batch_size = 40, verbose = 0,
  validation_data = list(test, test),
  callbacks = list(callback_early_stopping(patience = 30))
)

# no linear code of two numbers does better than the principal components
loss <- evaluate(model, train, train, verbose = 0)[["loss"]]
parts <- svd(train)
best <- sum(parts$d[3:4]^2) / length(train)
stopifnot(loss >= best - 1e-6, loss < best + 0.02)

# the encoder alone
encoder <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = ncol(x))
set_weights(encoder, get_weights(model)[1:2])
code <- predict(encoder, test, verbose = 0)
weights <- get_weights(model)
decoded <- sweep(code %*% weights[[3]], 2, weights[[4]], '+')
stopifnot(dim(code) == c(40, 2), max(abs(decoded - predict(model, test, verbose = 0))) < 1e-5)

# points off the plane are told by their errors
strange <- scale(matrix(rnorm(160), 40))
error <- function(points) rowMeans((predict(model, points, verbose = 0) - points)^2)
stopifnot(median(error(strange)) > 10 * median(error(test)))
cat("strangers are noticed\n")
