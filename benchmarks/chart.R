# Draws how the cost grows: Rscript chart.R FOLDER, which has growth.csv and gets growth.png.
folder <- commandArgs(TRUE)[[1]]
growth <- utils::read.csv(file.path(folder, "growth.csv"))
figure <- ggplot2::ggplot(growth, ggplot2::aes(size, seconds, colour = who)) +
  ggplot2::geom_line() +
  ggplot2::geom_point() +
  ggplot2::facet_wrap(~series, scales = "free") +
  ggplot2::scale_x_log10() +
  ggplot2::scale_y_log10() +
  ggplot2::labs(x = NULL, y = "seconds", colour = NULL) +
  ggplot2::theme_bw()
ggplot2::ggsave(file.path(folder, "growth.png"), figure, width = 9, height = 6, dpi = 100)
