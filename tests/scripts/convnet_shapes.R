# Pictures of bars, upright or lying, seen by a convolutional network.
library(keras)

set.seed(8)
set_random_seed(8)
size <- 12
picture <- function(upright) {
  image <- matrix(rnorm(size^2, sd = 0.1), size)
  at <- sample(2:(size - 1), 1); from <- sample(1:4, 1); span <- from:(from + 7)
  if (upright) image[span, at] <- 1 else image[at, span] <- 1
  image
}
upright <- rep(c(TRUE, FALSE), 120)
x <- array(0, dim = c(240, size, size, 1))
for (i in seq_along(upright)) x[i, , , 1] <- picture(upright[i])
kind <- factor(ifelse(upright, "upright", "lying"))

model <- keras_model_sequential() %>%
  layer_conv_2d(filters = 6, kernel_size = c(3, 3), activation = 'relu',
                input_shape = c(size, size, 1)) %>%
  layer_max_pooling_2d(pool_size = c(2, 2)) %>%
  layer_flatten() %>%
  layer_dense(units = 2, activation = 'softmax')
shapes <- capture.output(summary(model))
stopifnot(
  any(grepl("(None, 10, 10, 6)", shapes, fixed = TRUE)),
  any(grepl("(None, 5, 5, 6)", shapes, fixed = TRUE)),
  any(grepl("(None, 150)", shapes, fixed = TRUE)),
  count_params(model) == 3 * 3 * 6 + 6 + 150 * 2 + 2
)

model %>% compile(
  loss = 'sparse_categorical_crossentropy',
  optimizer = optimizer_sgd(lr = 0.1, momentum = 0.9, decay = 1e-4),
  metrics = 'accuracy'
)
# a factor's labels count from 0: "lying", then "upright"
model %>% fit(x[1:200, , , , drop = FALSE], kind[1:200], epochs = 20, batch_size = 20, verbose = 0)
score <- model %>% evaluate(x[201:240, , , , drop = FALSE], kind[201:240], verbose = 0)
stopifnot(score[["accuracy"]] > 0.95)

p <- model %>% predict(x[201:240, , , , drop = FALSE], verbose = 0)
stopifnot(mean(levels(kind)[max.col(p)] == kind[201:240]) > 0.95)

# what a filter makes of a picture, worked out by hand
first <- model$layers[[1]]
kernel <- get_weights(first)[[1]][, , 1, 2]; bias <- get_weights(first)[[2]][2]
by_hand <- max(0, sum(x[1, 4:6, 7:9, 1] * kernel) + bias)
seen <- as.array(first(x[1, , , , drop = FALSE]))
stopifnot(identical(dim(seen), c(1L, 10L, 10L, 6L)), abs(seen[1, 4, 7, 2] - by_hand) < 1e-5)
cat("bars are told apart\n")
