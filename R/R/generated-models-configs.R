# Generated from rkeras_py/api/models/configs.py by `make generate`; edit there.

get_config <- function(object) {
  args <- list(object = object)
  call_python("get_config", args)
}

from_config <- function(config, custom_objects = NULL) {
  args <- list(config = config, custom_objects = custom_objects)
  call_python("from_config", args)
}

model_to_json <- function(object) {
  args <- list(object = object)
  call_python("model_to_json", args)
}

model_from_json <- function(json, custom_objects = NULL) {
  args <- list(json = json, custom_objects = custom_objects)
  call_python("model_from_json", args)
}

model_to_yaml <- function(object) {
  args <- list(object = object)
  call_python("model_to_yaml", args)
}

model_from_yaml <- function(yaml, custom_objects = NULL) {
  args <- list(yaml = yaml, custom_objects = custom_objects)
  call_python("model_from_yaml", args)
}
