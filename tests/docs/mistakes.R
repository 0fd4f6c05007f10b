# The most common mistakes and what keras says to them, as a page of the documentation.
#
# Prints Markdown: R_LIBS=$(rkeras r-libs) Rscript tests/docs/mistakes.R > docs/mistakes.md

library(keras)
set_random_seed(1)

x <- matrix(seq(-1, 1, length.out = 40), 10)
y <- rep(0:1, 5)
images <- array(0.5, c(4, 8, 8, 3))
net <- function(...) keras_model_sequential() %>% layer_dense(8, input_shape = 4) %>% layer_dense(...)
ready <- function(units = 1, loss = "mse", activation = NULL, ...) {
  net(units, activation = activation) %>% compile("sgd", loss, ...)
}
model <- ready()

chapters <- list(
  "Layers and models" = c(
    "keras_model_sequential() %>% layer_dense(units = 0, input_shape = 4)",
    "keras_model_sequential() %>% layer_dense(units = -3, input_shape = 4)",
    "keras_model_sequential() %>% layer_dense(units = \"ten\", input_shape = 4)",
    "keras_model_sequential() %>% layer_dense(input_shape = 4)",
    "keras_model_sequential() %>% layer_dense(8, activation = \"rulu\", input_shape = 4)",
    "keras_model_sequential() %>% layer_dense(8, unit = 3, input_shape = 4)",
    "keras_model_sequential() %>% layer_dense(8, inputshape = 4)",
    "layer_dense(\"model\", 8)",
    "keras_model_sequential() %>% layer_dropout(rate = 50, input_shape = 4)",
    "keras_model_sequential() %>% layer_conv_2d(8, c(3, 3), input_shape = c(8, 8))",
    "keras_model_sequential() %>% layer_conv_2d(8, c(9, 9), input_shape = c(8, 8, 3))",
    "keras_model_sequential() %>% layer_conv_2d(8, 3, padding = \"full\", input_shape = c(8, 8, 3))",
    "keras_model_sequential() %>% layer_lstm(4, input_shape = 10)",
    "keras_model_sequential() %>% layer_lstm(4, input_shape = c(5, 2)) %>% layer_lstm(4)",
    "keras_model(layer_input(4), layer_input(4))",
    "layer_add(list(layer_input(4), layer_input(5)))",
    "layer_concatenate(list(layer_input(c(4, 4)), layer_input(c(5, 3))))",
    "get_layer(model, \"dense_99\")",
    "get_layer(model, index = 9)",
    "pop_layer(keras_model_sequential())"
  ),
  "Compiling" = c(
    "net(1) %>% compile(optimizer = \"adams\", loss = \"mse\")",
    "net(1) %>% compile(optimizer = \"adam\", loss = \"mean_square_error\")",
    "net(1) %>% compile(optimizer = \"adam\", loss = \"mse\", metrics = \"acuracy\")",
    "net(1) %>% compile(optimizer_adam(lr = -1), \"mse\")",
    "net(1) %>% compile(optimizer_adam(lr = \"fast\"), \"mse\")",
    "net(1) %>% compile(optimizer_adam(learningrate = 0.1), \"mse\")",
    "net(1) %>% fit(x, y, verbose = 0)",
    "net(1) %>% evaluate(x, y, verbose = 0)"
  ),
  "Training" = c(
    "model %>% fit(x, y[1:5], verbose = 0)",
    "model %>% fit(x[, 1:3], y, verbose = 0)",
    "model %>% fit(x, letters[1:10], verbose = 0)",
    "model %>% fit(iris, y, verbose = 0)",
    "model %>% fit(as.matrix(data.frame(x, group = c(NA, letters[2:10]))), y, verbose = 0)",
    "model %>% fit(y ~ x, verbose = 0)",
    "model %>% fit(x, c(NA, y[-1]), verbose = 0)",
    "model %>% fit(x, y, epochs = -1, verbose = 0)",
    "model %>% fit(x, y, batch_size = 0, verbose = 0)",
    "model %>% fit(x, y, validation_split = 20, verbose = 0)",
    "model %>% fit(x, y, verbose = 0, class_wieghts = list(`0` = 1, `1` = 2))",
    "model %>% fit(x, y, callbacks = \"early_stopping\", verbose = 0)",
    "model %>% fit(x, y, callbacks = callback_early_stopping(\"val_loss\"), verbose = 0)",
    "model %>% fit(x, y, class_weight = c(1, 2, 3), verbose = 0)",
    "model %>% fit(x, y, validation_data = x, verbose = 0)",
    "fit(x, y)",
    "ready(3, \"categorical_crossentropy\", \"softmax\") %>% fit(x, y, verbose = 0)",
    "ready(3, \"sparse_categorical_crossentropy\", \"softmax\") %>% fit(x, y + 2, verbose = 0)",
    "ready(3, \"binary_crossentropy\", \"softmax\") %>% fit(x, y, verbose = 0)",
    "ready(1, function(y_true, y_pred) k_men(y_true - y_pred)) %>% fit(x, y, verbose = 0)",
    "ready(1, function(y_true) y_true) %>% fit(x, y, verbose = 0)",
    "ready(1, function(t, p) if (p > 0) p else t) %>% fit(x, y, verbose = 0)"
  ),
  "Prediction" = c(
    "predict(model, x[1, ])",
    "predict(model, x[, 1:2])",
    "predict(model, \"x\")",
    "predict(model, as.list(as.data.frame(x)))",
    "predict(model)",
    "model$fit(x, y)",
    "model$no_such_thing"
  ),
  "Data" = c(
    "to_categorical(1:3, num_classes = 3)",
    "to_categorical(c(0, 1, -1))",
    "to_categorical(c(\"cat\", \"dog\"))",
    "pad_sequences(list(1:3), padding = \"left\")",
    "array_reshape(1:6, c(4, 2))",
    "image_load(\"no_such_file.png\")",
    "text_tokenizer(num_words = \"all\")",
    "k_constant(\"a\", dtype = \"float32\")",
    "k_dot(k_ones(c(2, 3)), k_ones(c(2, 3)))"
  ),
  "Files" = c(
    "load_model_hdf5(\"no_such_file.h5\")",
    "load_model_tf(\"no_such_folder\")",
    "load_model_weights_hdf5(model, \"no_such_file.h5\")",
    "save_model_hdf5(\"model\", \"model.h5\")",
    "application_vgg16(weights = \"imagent\")"
  )
)

fences <- function(language, lines) c(paste0("```", language), lines, "```", "")

section <- function(code) {
  said <- tryCatch(
    {
      eval(parse(text = code), new.env(parent = globalenv()))
      stop("no mistake: ", code)
    },
    warning = function(w) paste("Warning:", conditionMessage(w)),
    error = function(e) conditionMessage(e)
  )
  c(fences("r", code), fences("text", strsplit(said, "\n")[[1L]]))
}

setwd(tempdir())
lines <- c(
  "# Common mistakes",
  "",
  "The messages for frequent mistakes. In the examples, `model` is a model of 4 inputs and one output that was",
  "compiled with the loss \"mse\"; `x` is a matrix with 10 rows and 4 columns; `y` is a vector of 10 zeros and ones.",
  "`net()` and `ready()` make further models of this kind, the second one compiled.",
  ""
)
for (chapter in names(chapters)) {
  lines <- c(lines, paste("##", chapter), "", unlist(lapply(chapters[[chapter]], section)))
}
writeLines(lines)
