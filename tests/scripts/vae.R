# A variational autoencoder whose loss reads tensors of the model itself, as with Keras 2's graphs.
library(keras)
if (tensorflow::tf$executing_eagerly())
  tensorflow::tf$compat$v1$disable_eager_execution()

set.seed(40)
set_random_seed(40)
original_dim <- 12L
latent_dim <- 2L
intermediate_dim <- 16L
batch_size <- 25L
epsilon_std <- 1.0
# three patterns, each more or less bright
pattern <- rbind(rep(c(1, 0, 0), 4), rep(c(0, 1, 0), 4), rep(c(0, 0, 1), 4))
kind <- rep(1:3, 100)
data <- pattern[kind, ] * runif(300, 0.7, 1) + matrix(runif(300 * 12, 0, 0.05), 300)
data <- pmin(data, 1)

x <- layer_input(shape = c(original_dim))
h <- layer_dense(x, intermediate_dim, activation = "relu")
z_mean <- layer_dense(h, latent_dim)
z_log_var <- layer_dense(h, latent_dim)
sampling <- function(arg) {
  z_mean <- arg[, 1:(latent_dim)]
  z_log_var <- arg[, (latent_dim + 1):(2 * latent_dim)]
  epsilon <- k_random_normal(shape = c(k_shape(z_mean)[[1]]), mean = 0., stddev = epsilon_std)
  z_mean + k_exp(z_log_var / 2) * epsilon
}
z <- layer_concatenate(list(z_mean, z_log_var)) %>% layer_lambda(sampling)
decoder_h <- layer_dense(units = intermediate_dim, activation = "relu")
decoder_mean <- layer_dense(units = original_dim, activation = "sigmoid")
x_decoded_mean <- decoder_mean(decoder_h(z))

vae <- keras_model(x, x_decoded_mean)
encoder <- keras_model(x, z_mean)
spread <- keras_model(x, z_log_var)
decoder_input <- layer_input(shape = latent_dim)
generator <- keras_model(decoder_input, decoder_mean(decoder_h(decoder_input)))

kl <- function() -0.5 * k_sum(1 + z_log_var - k_square(z_mean) - k_exp(z_log_var), axis = -1L)
vae_loss <- function(x, x_decoded_mean) {
  xent_loss <- (original_dim / 1.0) * loss_binary_crossentropy(x, x_decoded_mean)
  xent_loss + kl()
}
kl_by_hand <- function() {
  m <- predict(encoder, data, verbose = 0)
  v <- predict(spread, data, verbose = 0)
  mean(-0.5 * rowSums(1 + v - m^2 - exp(v)))
}

# where nothing is to be rebuilt, the loss is the divergence alone, and training takes it to 0
vae %>% compile(optimizer = optimizer_adam(lr = 0.02), loss = function(y_true, y_pred) kl() + 0 * k_sum(y_pred, axis = -1))
at_first <- kl_by_hand()
stopifnot(abs(evaluate(vae, data, data, verbose = 0)[["loss"]] - at_first) < 1e-4)
vae %>% fit(data, data, epochs = 5, batch_size = batch_size, verbose = 0)
stopifnot(at_first > 0, kl_by_hand() < 0.1 * at_first)

# both: the prediction of a step and its loss see the same noise
vae %>% compile(optimizer = optimizer_adam(lr = 0.02), loss = vae_loss, metrics = "mse")
history <- vae %>% fit(
  data, data,
  shuffle = TRUE, epochs = 40, batch_size = batch_size,
  validation_data = list(data, data), verbose = 0
)
x_encoded <- predict(encoder, data, batch_size = batch_size, verbose = 0)
centres <- apply(x_encoded, 2, function(column) tapply(column, kind, mean))
nearest <- apply(x_encoded, 1, function(at) which.min(colSums((t(centres) - at)^2)))
rebuilt <- predict(generator, centres, verbose = 0)
stopifnot(
  kl_by_hand() > 0.5,
  mean(nearest == kind) > 0.95,
  all(max.col(rebuilt[, 1:3]) == 1:3),
  tail(history$metrics$val_loss, 1) < history$metrics$val_loss[1]
)
# a new compile() forgets it
vae %>% compile(optimizer = "sgd", loss = function(y_true, y_pred) k_mean(k_square(y_true - y_pred)) * 0 + 3)
stopifnot(abs(evaluate(vae, data, data, verbose = 0)[["loss"]] - 3) < 1e-6)
cat("patterns from noise\n")
