# From sequence to sequence: an encoder's last states begin a decoder, which says the word backwards.
library(keras)

set.seed(35)
set_random_seed(35)
letters_in <- c("a", "b", "c", "d", "e")
all_words <- do.call(expand.grid, c(rep(list(letters_in), 3), stringsAsFactors = FALSE))
input_texts <- apply(all_words, 1, paste, collapse = "")
target_texts <- paste0("\t", sapply(strsplit(input_texts, ""), function(w) paste(rev(w), collapse = "")), "\n")
stopifnot(length(input_texts) == 125)

target_characters <- c("\t", "\n", letters_in)
num_encoder_tokens <- length(letters_in)
num_decoder_tokens <- length(target_characters)
max_encoder_seq_length <- 3
max_decoder_seq_length <- 5
latent_dim <- 48

encoder_input_data <- array(0, dim = c(125, max_encoder_seq_length, num_encoder_tokens))
decoder_input_data <- array(0, dim = c(125, max_decoder_seq_length, num_decoder_tokens))
decoder_target_data <- array(0, dim = c(125, max_decoder_seq_length, num_decoder_tokens))
for (i in seq_along(input_texts)) {
  said <- match(strsplit(input_texts[i], "")[[1]], letters_in)
  for (t in seq_along(said)) encoder_input_data[i, t, said[t]] <- 1
  answer <- match(strsplit(target_texts[i], "")[[1]], target_characters)
  for (t in seq_along(answer)) {
    decoder_input_data[i, t, answer[t]] <- 1
    # the target is a step ahead
    if (t > 1) decoder_target_data[i, t - 1, answer[t]] <- 1
  }
}

encoder_inputs <- layer_input(shape = list(NULL, num_encoder_tokens))
encoder <- layer_lstm(units = latent_dim, return_state = TRUE)
encoder_results <- encoder_inputs %>% encoder
encoder_states <- encoder_results[2:3]

decoder_inputs <- layer_input(shape = list(NULL, num_decoder_tokens))
decoder_lstm <- layer_lstm(units = latent_dim, return_sequences = TRUE,
                           return_state = TRUE, stateful = FALSE)
decoder_results <- decoder_lstm(decoder_inputs, initial_state = encoder_states)
decoder_dense <- layer_dense(units = num_decoder_tokens, activation = 'softmax')
decoder_outputs <- decoder_dense(decoder_results[[1]])

model <- keras_model(inputs = list(encoder_inputs, decoder_inputs), outputs = decoder_outputs)
model %>% compile(optimizer = optimizer_rmsprop(lr = 0.01), loss = 'categorical_crossentropy')
history <- model %>% fit(
  list(encoder_input_data, decoder_input_data), decoder_target_data,
  batch_size = 25, epochs = 60, verbose = 0
)
stopifnot(tail(history$metrics$loss, 1) < 0.2 * history$metrics$loss[1])

# the same layers, for speaking a letter at a time
encoder_model <- keras_model(encoder_inputs, encoder_states)
decoder_state_input_h <- layer_input(shape = latent_dim)
decoder_state_input_c <- layer_input(shape = latent_dim)
decoder_states_inputs <- c(decoder_state_input_h, decoder_state_input_c)
c(step_outputs, state_h, state_c) %<-% decoder_lstm(decoder_inputs, initial_state = decoder_states_inputs)
decoder_model <- keras_model(
  inputs = c(decoder_inputs, decoder_states_inputs),
  outputs = c(decoder_dense(step_outputs), state_h, state_c)
)

decode_sequence <- function(input_seq) {
  states_value <- predict(encoder_model, input_seq, verbose = 0)
  target_seq <- array(0, dim = c(1, 1, num_decoder_tokens))
  target_seq[1, 1, match("\t", target_characters)] <- 1
  decoded_sentence <- ''
  repeat {
    decoder_predict <- predict(decoder_model, c(list(target_seq), states_value), verbose = 0)
    output_tokens <- decoder_predict[[1]]
    sampled_token_index <- which.max(output_tokens[1, 1, ])
    sampled_char <- target_characters[sampled_token_index]
    decoded_sentence <- paste0(decoded_sentence, sampled_char)
    if (sampled_char == "\n" || nchar(decoded_sentence) > max_decoder_seq_length) break
    target_seq[] <- 0
    target_seq[1, 1, sampled_token_index] <- 1
    states_value <- decoder_predict[2:3]
  }
  decoded_sentence
}
asked <- sample(125, 25)
decoded <- sapply(asked, function(i) decode_sequence(encoder_input_data[i, , , drop = FALSE]))
wanted <- substring(target_texts[asked], 2)
stopifnot(mean(decoded == wanted) > 0.8)

# step by step, the decoder says what it says at one go
c(h, c) %<-% predict(encoder_model, encoder_input_data[1:4, , , drop = FALSE], verbose = 0)
stopifnot(identical(dim(h), c(4L, 48L)), identical(dim(c), c(4L, 48L)), all(abs(h) < 1))
whole <- predict(model, list(encoder_input_data[1:4, , ], decoder_input_data[1:4, , ]), verbose = 0)
states <- list(h, c)
for (t in 1:4) {
  c(out, ...states) %<-% predict(
    decoder_model, c(list(decoder_input_data[1:4, t, , drop = FALSE]), states), verbose = 0
  )
  stopifnot(max(abs(out[, 1, ] - whole[, t, ])) < 1e-5)
}
cat("backwards it is\n")
