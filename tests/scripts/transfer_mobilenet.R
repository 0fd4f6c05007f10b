# MobileNet as the frozen base of a new classifier, then its last blocks fine-tuned.
library(keras)

set.seed(37)
set_random_seed(37)
n <- 32
x <- array(runif(n * 32 * 32 * 3, max = 0.4), dim = c(n, 32, 32, 3))
label <- rep(0:1, n / 2)
# red or blue
x[label == 0, , , 1] <- x[label == 0, , , 1] + 1.6
x[label == 1, , , 3] <- x[label == 1, , , 3] + 1.6
x <- mobilenet_preprocess_input(x * 127.5)
stopifnot(min(x) >= -1, max(x) <= 1, abs(max(x) - 1) < 0.01)

base_model <- application_mobilenet(
  input_shape = c(32, 32, 3), alpha = 0.25, weights = NULL, include_top = FALSE
)
# weights from elsewhere, in place of those of a download, under which no signal dies away
draw <- function(weight) {
  size <- dim(weight)
  if (length(size) < 4) return(weight)
  # the last maps are 2 by 2: of a depthwise kernel's 9 places 4 lie inside
  inputs <- if (size[4] == 1) 4 else prod(size[1:3])
  array(rnorm(length(weight), sd = sqrt(2 / inputs)), dim = size)
}
elsewhere <- lapply(get_weights(base_model), draw)
set_weights(base_model, elsewhere)
# each of the 27 convolutions has a kernel and the four of its normalization
stopifnot(length(elsewhere) == 27 * 5, isTRUE(all.equal(get_weights(base_model), elsewhere, tolerance = 1e-6)))

predictions <- base_model$output %>%
  layer_global_average_pooling_2d() %>%
  layer_batch_normalization(momentum = 0.5) %>%
  layer_dense(units = 16, activation = 'relu') %>%
  layer_dense(units = 2, activation = 'softmax')
model <- keras_model(inputs = base_model$input, outputs = predictions)
stopifnot(identical(unlist(base_model$output_shape), c(1L, 1L, 256L)))

freeze_weights(base_model)
stopifnot(length(model$trainable_weights) == 6)
model %>% compile(
  optimizer = optimizer_rmsprop(lr = 0.01),
  loss = 'sparse_categorical_crossentropy', metrics = 'accuracy'
)
before <- get_weights(base_model)
model %>% fit(x, label, epochs = 20, batch_size = 16, verbose = 0)
stopifnot(identical(get_weights(base_model), before))
result <- model %>% evaluate(x, label, verbose = 0)
stopifnot(result[["accuracy"]] > 0.9)

# the layers of the last block and what follows them
layers <- base_model$layers
cut <- which(sapply(layers, function(layer) layer$name) == "conv_dw_13")
stopifnot(length(cut) == 1)
unfreeze_weights(base_model, from = "conv_dw_13")
stopifnot(
  !any(sapply(layers[1:(cut - 1)], function(layer) layer$trainable)),
  all(sapply(layers[cut:length(layers)], function(layer) layer$trainable))
)
model %>% compile(
  optimizer = optimizer_rmsprop(lr = 1e-3),
  loss = 'sparse_categorical_crossentropy', metrics = 'accuracy'
)
# two convolutions, each with gamma and beta of its normalization, and the head's
stopifnot(length(model$trainable_weights) == 2 * (1 + 2) + 6)
below <- lapply(layers[1:(cut - 1)], get_weights)
above <- lapply(layers[cut:length(layers)], get_weights)
model %>% fit(x, label, epochs = 3, batch_size = 16, verbose = 0)
stopifnot(identical(lapply(layers[1:(cut - 1)], get_weights), below))
changed <- !mapply(identical, lapply(layers[cut:length(layers)], get_weights), above)
stopifnot(identical(changed, lengths(above) > 0))
cat("a new head on old shoulders\n")
