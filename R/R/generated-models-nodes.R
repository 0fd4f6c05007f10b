# Generated from rkeras_py/api/models/nodes.py by `make generate`; edit there.

get_input_at <- function(object, node_index) {
  args <- list(object = object, node_index = node_index)
  call_python("get_input_at", args)
}

get_output_at <- function(object, node_index) {
  args <- list(object = object, node_index = node_index)
  call_python("get_output_at", args)
}

get_input_shape_at <- function(object, node_index) {
  args <- list(object = object, node_index = node_index)
  call_python("get_input_shape_at", args)
}

get_output_shape_at <- function(object, node_index) {
  args <- list(object = object, node_index = node_index)
  call_python("get_output_shape_at", args)
}

get_input_mask_at <- function(object, node_index) {
  args <- list(object = object, node_index = node_index)
  call_python("get_input_mask_at", args)
}

get_output_mask_at <- function(object, node_index) {
  args <- list(object = object, node_index = node_index)
  call_python("get_output_mask_at", args)
}
