"""Search terms for R's help.search(), in addition to titles and names."""

from __future__ import annotations

#: Families for which users search in another word order: "dense layer" for layer_dense().
_KINDS = {
    "activation_": "activation",
    "callback_": "callback",
    "constraint_": "constraint",
    "dataset_": "dataset",
    "initializer_": "initializer",
    "layer_": "layer",
    "loss_": "loss",
    "metric_": "metric",
    "optimizer_": "optimizer",
    "regularizer_": "regularizer",
}

#: Synonyms for what functions do.
SYNONYMS = {
    "bidirectional": "bidirectional LSTM, BiLSTM",
    "callback_backup_and_restore": "resume training, checkpoint",
    "callback_early_stopping": "early stopping, overfitting",
    "callback_model_checkpoint": "checkpoint, best model",
    "callback_reduce_lr_on_plateau": "learning rate decay",
    "clone_model": "copy a model",
    "compile.keras.engine.training.Model": "compile model, optimizer, loss function",
    "custom_metric": "custom metric, metric function",
    "evaluate.keras.engine.training.Model": "accuracy, test a model",
    "fit.keras.engine.training.Model": "training, train a neural network, epochs, batch size",
    "flow_images_from_directory": "image folder, data augmentation",
    "freeze_weights": "transfer learning, fine-tuning",
    "get_weights": "coefficients, parameters",
    "image_data_generator": "data augmentation",
    "install_keras": "installation, pip, conda",
    "k_gradients": "automatic differentiation, derivative",
    "keras": "neural network, deep learning, getting started",
    "keras_model": "functional API, multiple inputs, multiple outputs",
    "keras_model_sequential": "sequential API, neural network, multilayer perceptron",
    "layer_attention": "Luong attention",
    "layer_additive_attention": "Bahdanau attention",
    "layer_batch_normalization": "batchnorm",
    "layer_conv_1d": "convolutional layer, CNN",
    "layer_conv_2d": "convolutional layer, CNN, convolutional neural network",
    "layer_conv_2d_transpose": "deconvolution",
    "layer_dense": "fully connected layer, linear layer",
    "layer_dropout": "overfitting, regularization",
    "layer_embedding": "word embedding, word vectors",
    "layer_gru": "recurrent neural network, RNN",
    "layer_lambda": "custom layer",
    "layer_lstm": "recurrent neural network, RNN",
    "layer_multi_head_attention": "transformer, self-attention",
    "layer_normalization": "standardize, scale features",
    "layer_text_vectorization": "bag of words, tf-idf, tokenize",
    "learning_rate_schedule_exponential_decay": "learning rate decay",
    "load_model_hdf5": "read a model, h5 file",
    "loss_mean_absolute_error": "MAE, L1 loss",
    "loss_mean_squared_error": "MSE, L2 loss, quadratic loss",
    "loss_binary_crossentropy": "log loss, logistic regression",
    "loss_categorical_crossentropy": "multinomial, softmax loss",
    "metric_accuracy": "accuracy",
    "metric_auc": "ROC curve, AUC",
    "metric_mean_absolute_error": "MAE",
    "metric_mean_squared_error": "MSE",
    "metric_root_mean_squared_error": "RMSE",
    "multi_gpu_model": "multiple GPUs",
    "new_layer_class": "custom layer",
    "new_model_class": "custom model, custom training step",
    "new_loss_class": "custom loss",
    "new_callback_class": "custom callback",
    "new_metric_class": "custom metric",
    "optimizer_sgd": "gradient descent, momentum",
    "pad_sequences": "padding, truncate sequences",
    "plot.keras.engine.training.Model": "model diagram, architecture",
    "plot.keras_training_history": "learning curve, loss curve",
    "predict.keras.engine.training.Model": "prediction, inference, predicted values",
    "save_model_hdf5": "export a model, h5 file",
    "set_random_seed": "reproducible results, set.seed",
    "skipgrams": "word2vec",
    "text_tokenizer": "tokenize texts, bag of words",
    "time_distributed": "apply a layer to each time step",
    "to_categorical": "one-hot encoding, dummy variables",
    "use_session_with_seed": "reproducible results",
}


def terms(page: str, title: str) -> list[str]:
    """The terms of a page that its title does not contain."""
    found = [term for term in SYNONYMS.get(page, "").split(", ") if term]
    for beginning, kind in _KINDS.items():
        if page.startswith(beginning):
            found.append(f"{page.removeprefix(beginning).replace('_', ' ')} {kind}")
    return [term for term in found if term.lower() not in title.lower()]
