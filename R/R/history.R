# The value of fit() in R: the history of a training.

# Converts Keras's History object.
as_training_history <- function(history) {
  if (is.atomic(history) && !is.null(history)) return(history) # from a custom fit()
  params <- history$params
  structure(
    list(params = params, metrics = lapply(history$history, as.numeric)),
    class = "keras_training_history"
  )
}

#' @rdname plot.keras_training_history
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

#' @rdname plot.keras_training_history
#' @export
as.data.frame.keras_training_history <- function(x, ...) {
  epochs <- max(0L, lengths(x$metrics), x$params$epochs) # epochs that were not run are NA
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

#' Plot or print the training history
#'
#' The training history is the value of `fit()`: the loss and the metrics of each epoch.
#'
#' @param x A training history, as returned by `fit()`.
#' @param y Not used.
#' @param metrics Names of the metrics to plot, such as "loss"; `NULL` for all.
#' @param method "ggplot2" or "base" for base graphics; "auto" uses ggplot2 if it is installed.
#' @param smooth Whether to add a smooth line. Only for ggplot2.
#' @param theme_bw Whether to use the black-and-white theme. Only for ggplot2.
#' @param ... Not used.
#' @return For `plot()` a ggplot2 object, or the history, invisibly; for `as.data.frame()` a data
#'   frame with the columns `epoch`, `value`, `metric` and `data` ("training" or "validation"),
#'   with `NA` for epochs that were not run.
#' @examples
#' model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
#' model %>% compile(optimizer = "sgd", loss = "mse")
#' history <- model %>% fit(matrix(1:4), 1:4, epochs = 3, verbose = 0)
#' history
#' as.data.frame(history)
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
  frame <- frame[is.finite(frame$value), ]
  if (!nrow(frame)) {
    warning("the history has no finite numbers to plot.")
    return(invisible(x))
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

# Whether a program such as RStudio or VS Code can show pages.
has_viewer <- function() interactive() && is.function(getOption("viewer"))

# Opens the live page of a training.
open_page <- function(address) {
  viewer <- getOption("viewer")
  view_page(address, if (is.function(viewer)) viewer)
}

# Whether to draw a running training instead of showing a page.
draws_metrics <- function() is_knitting() || !has_viewer() && grDevices::dev.cur() > 1

# Draws the history so far, if there is a graphics device; returns whether to continue.
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
    error = function(e) { # a window that is too small must not stop the training
      warning("`view_metrics`: the history cannot be drawn: ", conditionMessage(e), call. = FALSE)
      FALSE
    }
  )
}

# The curves of ggplot2's geom_smooth() with a sufficient span: loess() warns about few points.
smooth_history <- function(frame) {
  curves <- lapply(split(frame, list(frame$metric, frame$data), drop = TRUE), function(one) {
    if (nrow(one) < 5) {
      return(if (nrow(one) > 1) one)
    }
    fit <- stats::loess(value ~ epoch, one, span = max(0.75, 6 / nrow(one)))
    epoch <- seq(min(one$epoch), max(one$epoch), length.out = 80)
    data.frame(epoch = epoch, value = stats::predict(fit, data.frame(epoch = epoch)),
               metric = one$metric[1], data = one$data[1])
  })
  do.call(rbind, curves)
}

plot_history_ggplot2 <- function(frame, smooth, theme_bw) {
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
      ggplot2::geom_smooth(data = smooth_history(frame), stat = "identity", se = FALSE)
  } else if (max(frame$epoch) > 1) {
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
  rows <- if (length(metrics) > 3) grDevices::n2mfrow(length(metrics)) else c(length(metrics), 1)
  before <- graphics::par(mfrow = rows, mar = c(3, 3, 2, 1), mgp = c(1.7, 0.5, 0))
  on.exit(graphics::par(before))
  for (metric in metrics) {
    part <- frame[frame$metric == metric, ]
    if (!nrow(part)) {
      graphics::plot.new()
      graphics::title(main = metric)
      next
    }
    graphics::plot(part$epoch, part$value, main = metric, xlab = "epoch", ylab = "", xaxt = "n",
                   pch = ifelse(part$data == "training", 1, 4))
    graphics::axis(1, unique(floor(pretty(part$epoch))))
    for (data in unique(part$data)) {
      one <- part[part$data == data, ]
      graphics::lines(one$epoch, one$value, lty = if (data == "training") 1 else 2)
    }
    if (length(unique(part$data)) > 1) {
      rises <- mean(part$value[part$epoch == max(part$epoch)]) > mean(range(part$value))
      graphics::legend(if (rises) "bottomright" else "topright", legend = levels(part$data),
                       lty = 1:2, pch = c(1, 4))
    }
  }
}
