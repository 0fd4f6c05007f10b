# A siamese network: one base for both inputs learns a distance between curves.
library(keras)

set.seed(34)
set_random_seed(34)
points <- 20
curve_of <- function(kind) {
  at <- seq(0, 1, length.out = points)
  sin(2 * pi * kind * at + runif(1, 0, 0.5)) * runif(1, 0.7, 1.3) + rnorm(points, sd = 0.1)
}
make_pairs <- function(n) {
  same <- rep(c(1, 0), length.out = n)
  first <- sample(1:4, n, replace = TRUE)
  second <- ifelse(same == 1, first, (first + sample(1:3, n, replace = TRUE) - 1) %% 4 + 1)
  list(a = t(sapply(first, curve_of)), b = t(sapply(second, curve_of)), same = same)
}
tr <- make_pairs(400)
te <- make_pairs(120)
stopifnot(identical(dim(tr$a), c(400L, 20L)))

euclidean_distance <- function(vects) {
  c(x, y) %<-% vects
  k_sqrt(k_maximum(k_sum(k_square(x - y), axis = 2, keepdims = TRUE), k_epsilon()))
}
contrastive_loss <- function(y_true, y_pred) {
  margin <- 1
  margin_square <- k_square(k_maximum(margin - y_pred, 0))
  k_mean(y_true * k_square(y_pred) + (1 - y_true) * margin_square)
}
compute_accuracy <- function(predictions, labels) mean(labels[predictions < 0.5])
accuracy <- function(y_true, y_pred) {
  k_mean(k_equal(y_true, k_cast(y_pred < 0.5, k_dtype(y_true))))
}

create_base_network <- function(input_dim) {
  keras_model_sequential() %>%
    layer_dense(units = 32, activation = 'relu', input_shape = input_dim) %>%
    layer_dropout(rate = 0.05) %>%
    layer_dense(units = 8)
}
base_network <- create_base_network(points)
input_a <- layer_input(shape = points)
input_b <- layer_input(shape = points)
processed_a <- base_network(input_a)
processed_b <- input_b %>% base_network()
distance <- list(processed_a, processed_b) %>% layer_lambda(euclidean_distance, output_shape = 1)
model <- keras_model(list(input_a, input_b), distance)
# both inputs share the weights
stopifnot(
  length(model$trainable_weights) == 4,
  count_params(model) == 20 * 32 + 32 + 32 * 8 + 8
)

model %>% compile(
  loss = contrastive_loss,
  optimizer = optimizer_rmsprop(lr = 0.005),
  metrics = custom_metric("same_or_not", accuracy)
)
history <- model %>% fit(
  list(tr$a, tr$b), tr$same,
  batch_size = 40, epochs = 20, verbose = 0,
  validation_data = list(list(te$a, te$b), te$same)
)
stopifnot(identical(names(history$metrics), c("loss", "same_or_not", "val_loss", "val_same_or_not")))

d <- drop(model %>% predict(list(te$a, te$b), verbose = 0))
stopifnot(
  compute_accuracy(d, te$same) > 0.9,
  mean((d < 0.5) == te$same) > 0.9
)

# the distance and the loss from what the base makes of either curve
ea <- base_network %>% predict(te$a, verbose = 0)
eb <- base_network %>% predict(te$b, verbose = 0)
by_hand <- sqrt(rowSums((ea - eb)^2))
loss <- mean(te$same * by_hand^2 + (1 - te$same) * pmax(1 - by_hand, 0)^2)
result <- model %>% evaluate(list(te$a, te$b), te$same, batch_size = 120, verbose = 0)
stopifnot(
  max(abs(d - by_hand)) < 1e-4,
  abs(result[["loss"]] - loss) < 1e-4,
  abs(result[["same_or_not"]] - mean((by_hand < 0.5) == te$same)) < 1e-6
)
# there and back it is as far; a curve is as near to itself as epsilon allows
back <- drop(model %>% predict(list(te$b, te$a), verbose = 0))
self <- drop(model %>% predict(list(te$a, te$a), verbose = 0))
stopifnot(max(abs(d - back)) < 1e-5, max(abs(self - sqrt(1e-7))) < 1e-6)
cat("alike and unlike\n")
