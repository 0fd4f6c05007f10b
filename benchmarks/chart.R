# Draws what was measured: Rscript chart.R FOLDER, which has ratios.csv and perhaps growth.csv.
folder <- commandArgs(TRUE)[[1]]
draw <- function(file, figure, height) {
  ggplot2::ggsave(file.path(folder, file), figure, width = 9, height = height, dpi = 100)
}

ratios <- utils::read.csv(file.path(folder, "ratios.csv"))
ratios$row <- factor(ratios$row, rev(unique(ratios$row)))
draw("ratios.png", height = 1.5 + 0.25 * nlevels(ratios$row),
     ggplot2::ggplot(ratios, ggplot2::aes(ratio, row, colour = who)) +
       ggplot2::geom_vline(xintercept = 1, linetype = "dashed") +
       ggplot2::geom_point(size = 2.5) +
       ggplot2::scale_x_log10() +
       ggplot2::labs(x = "time as a multiple of plain Keras 3", y = NULL, colour = NULL) +
       ggplot2::theme_bw())

if (file.exists(file.path(folder, "growth.csv"))) {
  growth <- utils::read.csv(file.path(folder, "growth.csv"))
  draw("growth.png", height = 6,
       ggplot2::ggplot(growth, ggplot2::aes(size, seconds, colour = who)) +
         ggplot2::geom_line() +
         ggplot2::geom_point() +
         ggplot2::facet_wrap(~series, scales = "free") +
         ggplot2::scale_x_log10() +
         ggplot2::scale_y_log10() +
         ggplot2::labs(x = NULL, y = "seconds", colour = NULL) +
         ggplot2::theme_bw())
}
