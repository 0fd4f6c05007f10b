# What R makes of the files that plain Keras saved.

library(keras)

read <- function(name, ending) {
  path <- file.path(folder, paste0("plain_", name, ending))
  if (ending != ".weights.h5") {
    return(load_model_hdf5(path))
  }
  model <- load_model_hdf5(file.path(folder, paste0("plain_", name, ".keras")), compile = FALSE)
  set_weights(model, lapply(get_weights(model), function(w) 0 * w))
  load_model_weights_hdf5(model, path)
}

loaded <- list()
for (name in c("dense", "images", "many")) {
  inputs <- switch(name, dense = x, images = images, many = list(x, steps))
  targets <- if (name == "many") list(y, y) else y
  for (ending in c(".keras", ".h5", ".weights.h5")) {
    model <- read(name, ending)
    found <- list(before = predict(model, inputs, verbose = 0))
    if (ending != ".weights.h5") {
      history <- model %>%
        fit(inputs, targets, epochs = 1, batch_size = 8, shuffle = FALSE, verbose = 0)
      found$losses <- history$metrics
      found$after <- predict(model, inputs, verbose = 0)
    }
    loaded[[paste0(name, ending)]] <- found
  }
}

said <- list()
tripled <- list()
for (ending in c(".keras", ".h5")) {
  path <- file.path(folder, paste0("python_class", ending))
  said[[ending]] <- tryCatch(load_model_hdf5(path), error = conditionMessage)
}
