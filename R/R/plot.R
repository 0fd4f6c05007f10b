# Drawing a model as a graph, with R's own graphics.

#' Draw a model
#'
#' Draws the layers of a model as boxes, and arrows from each layer to those that it leads to.
#'
#' @param x The model.
#' @param show_shapes Whether the shapes of the outputs are shown.
#' @param show_dtype Whether the types of the numbers are shown.
#' @param show_layer_names Whether the names of the layers are shown, beside their types.
#' @param ... Not used.
#' @param rankdir "TB" draws from top to bottom, "LR" from left to right.
#' @param dpi Resolution of a PNG file.
#' @param to_file A file to draw to, in place of the screen: its ending, ".png", ".pdf" or ".svg",
#'   tells the format.
#' @return The model, invisibly.
#' @export
#' @examples
#' model <- keras_model_sequential() %>%
#'   layer_dense(units = 8, input_shape = 4) %>%
#'   layer_dense(units = 1)
#' plot(model, show_shapes = TRUE)
plot.keras.engine.training.Model <- function(
    x, show_shapes = FALSE, show_dtype = FALSE, show_layer_names = TRUE, ...,
    rankdir = c("TB", "LR"), dpi = 96, to_file = NULL) {
  rankdir <- match.arg(rankdir)
  if (...length()) {
    stop("unused argument", if (...length() > 1) "s", " (", toString(...names()), ")")
  }
  picture <- call_python(".model_picture", list(x))
  if (!length(picture$name)) {
    stop("the model has no layers to draw.")
  }
  if (!is.null(to_file)) {
    open_device(to_file, picture, dpi)
    on.exit(grDevices::dev.off())
  }
  labels <- picture$type
  if (show_layer_names) labels <- paste0(picture$name, " (", labels, ")")
  if (show_dtype) labels <- paste0(labels, "\n", picture$dtype)
  if (show_shapes) labels <- paste0(labels, "\n", picture$shape)
  draw_model(picture, labels, rankdir)
  invisible(x)
}

open_device <- function(file, picture, dpi, call = user_call(sys.call(-1L))) {
  width <- 1 + 3 * max(picture$place)
  height <- 1 + max(picture$row)
  switch(tolower(sub(".*[.]", "", file)),
    png = grDevices::png(file, width, height, units = "in", res = dpi),
    pdf = grDevices::pdf(file, width, height),
    svg = grDevices::svg(file, width, height),
    stop(simpleError(paste0("`to_file` must be a file that ends in .png, .pdf or .svg, not \"",
                            file, "\"."), call))
  )
}

# Rows from the top, or columns from the left; the layers of each in its middle.
draw_model <- function(picture, labels, rankdir) {
  beside <- stats::ave(picture$place, picture$row, FUN = function(place) place - mean(place))
  across <- rankdir == "LR"
  x <- if (across) picture$row else beside
  y <- if (across) -beside else -picture$row
  before <- graphics::par(mar = rep(0.5, 4))
  on.exit(graphics::par(before))
  graphics::plot.new()
  graphics::plot.window(range(x) + c(-0.6, 0.6), range(y) + c(-0.5, 0.5))
  half_width <- 0.55 * graphics::strwidth(labels) + graphics::strwidth("n")
  half_height <- 0.5 * graphics::strheight(labels) + graphics::strheight("n")
  for (i in seq_along(picture$from)) {
    a <- picture$from[[i]]
    b <- picture$to[[i]]
    if (across) {
      graphics::arrows(x[a] + half_width[a], y[a], x[b] - half_width[b], y[b], length = 0.08)
    } else {
      graphics::arrows(x[a], y[a] - half_height[a], x[b], y[b] + half_height[b], length = 0.08)
    }
  }
  graphics::rect(x - half_width, y - half_height, x + half_width, y + half_height, col = "white")
  graphics::text(x, y, labels)
}
