# A small GAN, trained batch by batch: the generator learns where the real points lie.
library(keras)

set.seed(5)
set_random_seed(5)
latent_dim <- 4
real_points <- function(n) cbind(rnorm(n, mean = 2, sd = 0.3), rnorm(n, mean = -1, sd = 0.3))

generator <- keras_model_sequential(name = 'generator')
generator %>%
  layer_dense(units = 16, activation = 'relu', input_shape = c(latent_dim)) %>%
  layer_dense(units = 2)

discriminator <- keras_model_sequential(name = 'discriminator')
discriminator %>%
  layer_dense(units = 16, activation = 'relu', input_shape = c(2)) %>%
  layer_dropout(rate = 0.1) %>%
  layer_dense(units = 1, activation = 'sigmoid')
discriminator %>% compile(
  optimizer = optimizer_rmsprop(lr = 0.01, clipvalue = 1.0, decay = 1e-8),
  loss = 'binary_crossentropy'
)

# the adversary trains the generator alone
discriminator$trainable <- FALSE
gan <- keras_model_sequential(list(generator, discriminator))
gan %>% compile(
  optimizer = optimizer_rmsprop(lr = 0.01, clipvalue = 1.0, decay = 1e-8),
  loss = 'binary_crossentropy'
)
trained <- length(gan$trainable_weights)
stopifnot(trained == 4, length(gan$weights) == 8)

batch_size <- 64
before <- colMeans(generator %>% predict(matrix(rnorm(200 * latent_dim), 200), verbose = 0))
fixed <- get_weights(discriminator)
for (step in 1:120) {
  noise <- matrix(rnorm(batch_size * latent_dim), nrow = batch_size, ncol = latent_dim)
  fakes <- generator %>% predict_on_batch(noise)
  combined <- rbind(fakes, real_points(batch_size))
  labels <- rbind(matrix(1, nrow = batch_size, ncol = 1), matrix(0, nrow = batch_size, ncol = 1))
  labels <- labels + 0.05 * array(runif(prod(dim(labels))), dim = dim(labels))
  d_loss <- discriminator %>% train_on_batch(combined, labels)

  noise <- matrix(rnorm(batch_size * latent_dim), nrow = batch_size, ncol = latent_dim)
  misleading <- array(0, dim = c(batch_size, 1))
  frozen <- get_weights(discriminator)
  a_loss <- gan %>% train_on_batch(noise, misleading)
  stopifnot(identical(frozen, get_weights(discriminator)), is.finite(d_loss), is.finite(a_loss))
}
after <- colMeans(generator %>% predict(matrix(rnorm(200 * latent_dim), 200), verbose = 0))
centre <- c(2, -1)
stopifnot(
  !identical(fixed, get_weights(discriminator)),
  sum((after - centre)^2) < 0.5 * sum((before - centre)^2)
)
cat("the fakes come near\n")
