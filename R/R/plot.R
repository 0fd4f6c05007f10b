# Plots a model as a graph, with R's base graphics.

#' Plot the architecture of a model
#'
#' Draws the layers of a model as boxes, connected by arrows. A model with many layers is drawn in
#' several columns, side by side.
#'
#' @param x The model.
#' @param show_shapes Whether to show the output shapes.
#' @param show_dtype Whether to show the data types.
#' @param show_layer_names Whether to show the names of the layers, next to their types.
#' @param ... Not used.
#' @param rankdir "TB" draws from top to bottom, "LR" from left to right, "BT" and "RL" the
#'   reverse.
#' @param expand_nested Whether to draw the layers of nested models.
#' @param dpi Resolution of a PNG file.
#' @param layer_range Names of two layers: only the layers from the first to the second are drawn.
#' @param show_layer_activations Whether to show the activations of the layers.
#' @param to_file A file to draw to instead of the screen. Its extension, ".png", ".pdf" or ".svg",
#'   determines the format.
#' @return The model, invisibly.
#' @export
#' @examples
#' model <- keras_model_sequential() %>%
#'   layer_dense(units = 8, input_shape = 4) %>%
#'   layer_dense(units = 1)
#' plot(model, show_shapes = TRUE)
plot.keras.engine.training.Model <- function(
    x, show_shapes = FALSE, show_dtype = FALSE, show_layer_names = TRUE, ...,
    rankdir = "TB", expand_nested = FALSE, dpi = 96, layer_range = NULL,
    show_layer_activations = FALSE, to_file = NULL) {
  rankdir <- match.arg(rankdir, c("TB", "LR", "BT", "RL"))
  if (...length()) stop(unused_text(...))
  if (!is.null(layer_range)) layer_range <- as.list(layer_range)
  picture <- call_python(".model_picture", list(x, expand_nested, layer_range))
  if (!length(picture$name)) {
    stop("the model has no layers to plot.")
  }
  # if there are no arrows, these are lists
  picture[c("from", "to")] <- lapply(picture[c("from", "to")], as.integer)
  across <- rankdir %in% c("LR", "RL")
  labels <- picture$type
  if (show_layer_names) {
    # boxes side by side should be narrow
    labels <- paste0(picture$name, if (across) "\n" else " ", "(", labels, ")")
  }
  for (shown in c("activation", "dtype", "shape")[
    c(show_layer_activations, show_dtype, show_shapes)]) {
    more <- picture[[shown]]
    labels <- paste0(labels, ifelse(nzchar(more), "\n", ""), more)
  }
  if (is.null(to_file)) {
    layout <- lay_out(picture, labels, across, graphics::par("din"))
  } else {
    layout <- lay_out(picture, labels, across)
    open_device(to_file, layout, dpi)
    on.exit(grDevices::dev.off())
  }
  draw_model(layout, labels, mirrored = rankdir %in% c("BT", "RL"))
  invisible(x)
}

open_device <- function(file, layout, dpi, call = user_call(sys.call(-1L))) {
  size <- layout$size
  # Cairo images have at most 32,767 pixels per side
  dpi <- min(dpi, floor(32000 / max(size)))
  switch(tolower(sub(".*[.]", "", file)),
    png = grDevices::png(file, size[1], size[2], units = "in", res = dpi),
    pdf = grDevices::pdf(file, size[1], size[2]),
    svg = grDevices::svg(file, size[1], size[2]),
    stop(simpleError(paste0("`to_file` must be a file that ends in .png, .pdf or .svg, not \"",
                            file, "\"."), call))
  )
}

# The layout, in inches. `along` is the direction of the arrows, `beside` the other one. Layers are
# split into strips if the text would be too small in `room`, the size of the device. In a file,
# only many layers are split, so that the plot is about as wide as high.
lay_out <- function(picture, labels, across, room = NULL) {
  lines <- strsplit(labels, "\n", fixed = TRUE)
  box <- list(width = 0.085 * vapply(lines, function(line) max(nchar(line)), 0) + 0.2,
              height = 0.17 * lengths(lines) + 0.12)
  if (across) names(box) <- rev(names(box))
  rows <- max(picture$row)
  pitch <- vapply(seq_len(rows), function(row) max(0, box$height[picture$row == row]), 0) + 0.3
  spread <- max(box$width) + 0.2 # beside
  lanes <- lanes_of(picture)
  strip <- spread * max(picture$place) + 0.12 * max(lanes, 0) + 0.15
  strip_of_row <- function(strips) (seq_len(rows) - 1) %/% ceiling(rows / strips)
  extent <- function(strips) {
    size <- c(strips * strip, max(tapply(pitch, strip_of_row(strips), sum))) + 0.2
    if (across) rev(size) else size
  }
  strips <- 1
  choices <- seq_len(max(1, rows %/% if (across) 2 else 5))
  if (!is.null(room)) {
    scales <- vapply(choices, function(n) min(1, room / extent(n)), 0)
    strips <- c(which(scales >= 0.8), which.max(scales))[1]
  } else if (rows > 30) {
    ratios <- vapply(choices, function(n) extent(n)[1] / extent(n)[2], 0)
    strips <- which.min(abs(log(ratios / 1.3)))
  }
  before <- stats::ave(pitch, strip_of_row(strips), FUN = function(sizes) cumsum(sizes) - sizes)
  number <- strip_of_row(strips)[picture$row]
  middle <- stats::ave(picture$place, picture$row, FUN = function(place) place - mean(place))
  left <- number * strip
  list(
    picture = picture, across = across, size = extent(strips), lanes = lanes, strip = number,
    along = 0.1 + (before + pitch / 2)[picture$row],
    beside = 0.2 + left + spread * (max(picture$place) / 2 + middle),
    half_along = box$height / 2, half_beside = box$width / 2,
    gap = (pitch[picture$row] - box$height) / 2, left = left,
    lane = left + 0.2 + spread * max(picture$place)
  )
}

# Arrows that skip rows run beside the boxes, each in its own lane.
lanes_of <- function(picture) {
  begin <- picture$row[picture$from]
  end <- picture$row[picture$to]
  lanes <- integer(length(begin))
  for (i in order(end - begin)) {
    if (end[i] - begin[i] > 1) {
      taken <- lanes[begin <= end[i] & end >= begin[i] & lanes > 0]
      lanes[i] <- min(setdiff(seq_len(length(taken) + 1L), taken))
    }
  }
  lanes
}

# The points of an arrow from box `a` to box `b`: straight to the next row, beside the boxes to
# other rows, and from the end of a strip to the start of the next one.
route <- function(layout, a, b, lane) {
  along <- layout$along
  beside <- layout$beside
  if (layout$strip[a] != layout$strip[b]) {
    under <- along[a] + layout$half_along[a] + 0.5 * layout$gap[a]
    over <- along[b] - layout$half_along[b] - 0.5 * layout$gap[b]
    return(list(
      along = c(along[a] + layout$half_along[a], under, under, over, over,
                along[b] - layout$half_along[b]),
      beside = c(beside[a], beside[a], rep(layout$left[b] + 0.1, 2), beside[b], beside[b])
    ))
  }
  if (lane > 0) {
    at <- layout$lane[a] + 0.12 * (lane - 1)
    return(list(along = c(along[a], along[a], along[b], along[b]),
                beside = c(beside[a] + layout$half_beside[a], at, at,
                           beside[b] + layout$half_beside[b])))
  }
  list(along = c(along[a] + layout$half_along[a], along[b] - layout$half_along[b]),
       beside = c(beside[a], beside[b]))
}

draw_model <- function(layout, labels, mirrored) {
  size <- layout$size
  before <- graphics::par(mar = rep(0, 4), xpd = NA)
  on.exit(graphics::par(before))
  graphics::plot.new()
  scale <- min(1, graphics::par("din") / size)
  full <- graphics::par("din") / scale
  graphics::plot.window(c(-1, 1) * full[1] / 2 + size[1] / 2, c(-1, 1) * full[2] / 2 + size[2] / 2,
                        xaxs = "i", yaxs = "i")
  # `along` runs from the top or from the left
  points <- function(along, beside) {
    if (mirrored) along <- size[if (layout$across) 1 else 2] - along
    if (layout$across) list(x = along, y = size[2] - beside)
    else list(x = beside, y = size[2] - along)
  }
  picture <- layout$picture
  for (i in seq_along(picture$from)) {
    way <- route(layout, picture$from[[i]], picture$to[[i]], layout$lanes[[i]])
    way <- points(way$along, way$beside)
    last <- length(way$x)
    graphics::lines(way$x[-last], way$y[-last])
    graphics::arrows(way$x[last - 1], way$y[last - 1], way$x[last], way$y[last],
                     length = 0.08 * scale)
  }
  a <- points(layout$along - layout$half_along, layout$beside - layout$half_beside)
  b <- points(layout$along + layout$half_along, layout$beside + layout$half_beside)
  graphics::rect(a$x, a$y, b$x, b$y, col = "white")
  middle <- points(layout$along, layout$beside)
  graphics::text(middle$x, middle$y, labels, cex = scale * graphics::par("cex") * 0.85)
}
