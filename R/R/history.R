# What fit() gives in R: the history of a training.

# From Keras's own History object.
as_training_history <- function(history) {
  if (is.atomic(history) && !is.null(history)) return(history) # of a class's own fit()
  params <- history$params
  structure(
    list(params = params, metrics = lapply(history$history, as.numeric)),
    class = "keras_training_history"
  )
}

#' @export
print.keras_training_history <- function(x, ...) {
  last <- vapply(x$metrics, function(values) values[length(values)], 0)
  cat("\nFinal epoch (plot to see history):\n")
  if (length(last)) {
    cat(paste0(formatC(names(last), width = max(nchar(names(last)))), ": ",
               prettyNum(signif(last, 4), big.mark = ","), "\n"), sep = "")
  }
  invisible(x)
}

#' @export
as.data.frame.keras_training_history <- function(x, ...) {
  epochs <- max(0L, lengths(x$metrics))
  rows <- lapply(names(x$metrics), function(name) {
    values <- x$metrics[[name]]
    validation <- startsWith(name, "val_")
    data.frame(
      epoch = seq_len(epochs),
      value = c(values, rep(NA_real_, epochs - length(values))),
      metric = sub("^val_", "", name),
      data = if (validation) "validation" else "training"
    )
  })
  frame <- do.call(rbind, rows)
  frame$metric <- factor(frame$metric, levels = unique(frame$metric))
  frame$data <- factor(frame$data, levels = c("training", "validation"))
  frame
}

#' @export
plot.keras_training_history <- function(
    x, y, metrics = NULL, method = c("auto", "ggplot2", "base"),
    smooth = getOption("keras.plot.history.smooth", TRUE),
    theme_bw = getOption("keras.plot.history.theme_bw", FALSE), ...) {
  method <- match.arg(method)
  frame <- as.data.frame(x)
  if (!is.null(metrics)) {
    unknown <- setdiff(metrics, levels(frame$metric))
    if (length(unknown)) {
      stop("`metrics` must be among ", paste0('"', levels(frame$metric), '"', collapse = ", "),
           ', not "', unknown[[1]], '".')
    }
    frame <- droplevels(frame[frame$metric %in% metrics, ])
  }
  ggplot2 <- requireNamespace("ggplot2", quietly = TRUE)
  if (method == "ggplot2" && !ggplot2) {
    stop("the package ggplot2 is not installed; use method = \"base\" or install it.")
  }
  if (method != "base" && ggplot2) {
    plot_history_ggplot2(frame, smooth, theme_bw)
  } else {
    plot_history_base(frame)
    invisible(x)
  }
}

# Draws the history so far, where there is something to draw on; tells whether to go on.
draw_metrics <- function(metrics) {
  if (!interactive() && grDevices::dev.cur() == 1) {
    return(FALSE)
  }
  tryCatch(
    {
      grDevices::dev.hold()
      on.exit(grDevices::dev.flush())
      figure <- plot(as_training_history(list(history = metrics)))
      if (inherits(figure, "ggplot")) {
        print(figure)
      }
      TRUE
    },
    error = function(e) { # a window that is too small must not end a training
      warning("`view_metrics`: the history cannot be drawn: ", conditionMessage(e), call. = FALSE)
      FALSE
    }
  )
}

plot_history_ggplot2 <- function(frame, smooth, theme_bw) {
  frame <- frame[!is.na(frame$value), ]
  epoch <- value <- data <- NULL # columns of the frame
  mapping <- if (nlevels(droplevels(frame$data)) > 1) {
    ggplot2::aes(epoch, value, colour = data, fill = data)
  } else {
    ggplot2::aes(epoch, value)
  }
  figure <- ggplot2::ggplot(frame, mapping) +
    ggplot2::geom_point(shape = 21, colour = 1) +
    ggplot2::facet_grid(metric ~ ., switch = "y", scales = "free_y") +
    ggplot2::scale_x_continuous(breaks = function(range) unique(floor(pretty(range)))) +
    ggplot2::labs(y = NULL)
  if (smooth && max(frame$epoch) >= 5) {
    figure <- figure +
      ggplot2::geom_smooth(se = FALSE, method = "loess", formula = y ~ x, na.rm = TRUE)
  } else if (max(frame$epoch) > 1) { # ggplot2 complains of a line of one point
    figure <- figure + ggplot2::geom_line()
  }
  if (theme_bw) {
    figure <- figure + ggplot2::theme_bw()
  }
  figure + ggplot2::theme(
    axis.title.y = ggplot2::element_blank(), strip.placement = "outside",
    strip.text = ggplot2::element_text(colour = "black", size = 11),
    strip.background = ggplot2::element_rect(fill = NA, colour = NA)
  )
}

plot_history_base <- function(frame) {
  metrics <- levels(frame$metric)
  before <- graphics::par(mfrow = c(length(metrics), 1), mar = c(3, 3, 2, 1))
  on.exit(graphics::par(before))
  for (metric in metrics) {
    part <- frame[frame$metric == metric & !is.na(frame$value), ]
    graphics::plot(part$epoch, part$value, main = metric, xlab = "epoch", ylab = "",
                   pch = ifelse(part$data == "training", 1, 4))
    for (data in unique(part$data)) {
      one <- part[part$data == data, ]
      graphics::lines(one$epoch, one$value, lty = if (data == "training") 1 else 2)
    }
    if (length(unique(part$data)) > 1) {
      graphics::legend("topright", legend = levels(part$data), lty = 1:2, pch = c(1, 4))
    }
  }
}
