# The pictures of README.md: pictures.R FOLDER
library(keras)

folder <- commandArgs(TRUE)[[1L]]
set_random_seed(1)
x <- matrix(rnorm(2000), ncol = 4)
y <- as.numeric(x[, 1] * x[, 2] > 0)

model <- keras_model_sequential() %>%
  layer_dense(units = 32, activation = "relu", input_shape = 4) %>%
  layer_dense(units = 1, activation = "sigmoid") %>%
  compile(optimizer = optimizer_adam(lr = 0.02), loss = "binary_crossentropy", metrics = "accuracy")
history <- model %>% fit(x, y, epochs = 30, validation_split = 0.2, verbose = 0)

png(file.path(folder, "history.png"), width = 1000, height = 640, res = 130)
print(plot(history) + ggplot2::theme_bw())
dev.off()

plot(model, show_shapes = TRUE, show_layer_activations = TRUE, dpi = 130,
     to_file = file.path(folder, "model.png"))
