# Headlines and numbers in, two answers out: data, losses and weights by name.
library(keras)

set.seed(38)
set_random_seed(38)
n <- 500
num_words <- 40
headline <- matrix(sample(1:(num_words - 1), n * 8, replace = TRUE), n)
figures <- cbind(age = rnorm(n), reads = rnorm(n), links = rnorm(n))
# word 7 makes it news; the price goes by the figures, and news cost more
has_word <- runif(n) < 0.5
headline[headline == 7] <- 8
headline[cbind(which(has_word), sample(1:8, sum(has_word), replace = TRUE))] <- 7
price <- 2 * figures[, "age"] - figures[, "reads"] + ifelse(has_word, 1, -1)
train <- 1:400
test <- 401:500

text_input <- layer_input(shape = c(8), dtype = 'int32', name = 'headline')
words <- text_input %>%
  layer_embedding(input_dim = num_words, output_dim = 6) %>%
  layer_lstm(units = 8)
number_input <- layer_input(shape = c(3), name = 'figures')
news <- words %>%
  layer_dense(units = 1, activation = 'sigmoid', name = 'news')
price_out <- layer_concatenate(list(words, number_input)) %>%
  layer_dense(units = 16, activation = 'relu') %>%
  layer_dense(units = 1, name = 'price')
model <- keras_model(
  inputs = c(text_input, number_input),
  outputs = c(news, price_out)
)
model %>% compile(
  optimizer = optimizer_adam(lr = 0.02),
  loss = list(news = 'binary_crossentropy', price = 'mse'),
  loss_weights = list(news = 2, price = 0.25),
  metrics = list(news = 'accuracy', price = 'mae')
)
# by name, so in any order
history <- model %>% fit(
  x = list(figures = figures[train, ], headline = headline[train, ]),
  y = list(price = price[train], news = as.integer(has_word)[train]),
  epochs = 25, batch_size = 32, verbose = 0,
  validation_split = 0.1
)
stopifnot(all(c("loss", "news_loss", "price_loss", "news_accuracy", "price_mae", "val_loss",
                "val_news_accuracy", "val_price_mae") %in% names(history$metrics)))

x_test <- list(headline = headline[test, ], figures = figures[test, ])
y_test <- list(news = as.integer(has_word)[test], price = price[test])
result <- model %>% evaluate(x_test, y_test, batch_size = 100, verbose = 0)
c(p_news, p_price) %<-% predict(model, x_test, verbose = 0)
stopifnot(identical(dim(p_news), c(100L, 1L)), identical(dim(p_price), c(100L, 1L)))

entropy <- -mean(log(ifelse(y_test$news == 1, p_news, 1 - p_news)))
error <- mean((p_price - y_test$price)^2)
stopifnot(
  result[["news_accuracy"]] > 0.9,
  error < 0.25 * var(price),
  abs(result[["news_loss"]] - entropy) < 1e-4,
  abs(result[["price_loss"]] - error) < 1e-4,
  abs(result[["loss"]] - (2 * entropy + 0.25 * error)) < 1e-4,
  abs(result[["news_accuracy"]] - mean((p_news > 0.5) == y_test$news)) < 1e-6,
  abs(result[["price_mae"]] - mean(abs(p_price - y_test$price))) < 1e-4
)
# unnamed, in the order of the inputs
unnamed <- predict(model, unname(x_test), verbose = 0)
stopifnot(identical(unnamed[[1]], p_news), identical(unnamed[[2]], p_price))
# the figures cannot reach the answer about news
x_test$figures <- x_test$figures[100:1, ]
c(other_news, other_price) %<-% predict(model, x_test, verbose = 0)
stopifnot(identical(other_news, p_news), !identical(other_price, p_price))
cat("two in, two out\n")
