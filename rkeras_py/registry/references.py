"""References for layers, optimizers, models and data sets, for docstrings and help pages."""

from __future__ import annotations

import textwrap

#: Authors, year, title, publication, and the DOI if there is one.
PAPERS = {
    "adadelta": "Zeiler, M. D. (2012). ADADELTA: An adaptive learning rate method. "
    "doi:10.48550/arXiv.1212.5701",
    "adagrad": "Duchi, J., Hazan, E. and Singer, Y. (2011). Adaptive subgradient methods for "
    "online learning and stochastic optimization. Journal of Machine Learning Research, 12, "
    "2121-2159.",
    "adam": "Kingma, D. P. and Ba, J. (2014). Adam: A method for stochastic optimization. "
    "doi:10.48550/arXiv.1412.6980",
    "amsgrad": "Reddi, S. J., Kale, S. and Kumar, S. (2018). On the convergence of Adam and "
    "beyond. doi:10.48550/arXiv.1904.09237",
    "attention_bahdanau": "Bahdanau, D., Cho, K. and Bengio, Y. (2014). Neural machine "
    "translation by jointly learning to align and translate. doi:10.48550/arXiv.1409.0473",
    "attention_luong": "Luong, M.-T., Pham, H. and Manning, C. D. (2015). Effective approaches to "
    "attention-based neural machine translation. doi:10.48550/arXiv.1508.04025",
    "attention_vaswani": "Vaswani, A. et al. (2017). Attention is all you need. "
    "doi:10.48550/arXiv.1706.03762",
    "batch_normalization": "Ioffe, S. and Szegedy, C. (2015). Batch normalization: Accelerating "
    "deep network training by reducing internal covariate shift. doi:10.48550/arXiv.1502.03167",
    "batch_renormalization": "Ioffe, S. (2017). Batch renormalization: Towards reducing minibatch "
    "dependence in batch-normalized models. doi:10.48550/arXiv.1702.03275",
    "bidirectional": "Schuster, M. and Paliwal, K. K. (1997). Bidirectional recurrent neural "
    "networks. IEEE Transactions on Signal Processing, 45(11), 2673-2681. doi:10.1109/78.650093",
    "boston": "Harrison, D. and Rubinfeld, D. L. (1978). Hedonic housing prices and the demand for "
    "clean air. Journal of Environmental Economics and Management, 5(1), 81-102. "
    "doi:10.1016/0095-0696(78)90006-2",
    "cifar": "Krizhevsky, A. (2009). Learning multiple layers of features from tiny images. "
    "Technical report, University of Toronto.",
    "conv_lstm": "Shi, X. et al. (2015). Convolutional LSTM network: A machine learning approach "
    "for precipitation nowcasting. doi:10.48550/arXiv.1506.04214",
    "convolution_arithmetic": "Dumoulin, V. and Visin, F. (2016). A guide to convolution "
    "arithmetic for deep learning. doi:10.48550/arXiv.1603.07285",
    "cosine_decay": "Loshchilov, I. and Hutter, F. (2016). SGDR: Stochastic gradient descent with "
    "warm restarts. doi:10.48550/arXiv.1608.03983",
    "ctc": "Graves, A., Fernandez, S., Gomez, F. and Schmidhuber, J. (2006). Connectionist "
    "temporal classification: Labelling unsegmented sequence data with recurrent neural networks. "
    "doi:10.1145/1143844.1143891",
    "densenet": "Huang, G., Liu, Z., van der Maaten, L. and Weinberger, K. Q. (2016). Densely "
    "connected convolutional networks. doi:10.48550/arXiv.1608.06993",
    "dropout": "Srivastava, N. et al. (2014). Dropout: A simple way to prevent neural networks "
    "from overfitting. Journal of Machine Learning Research, 15, 1929-1958.",
    "efficientnet": "Tan, M. and Le, Q. V. (2019). EfficientNet: Rethinking model scaling for "
    "convolutional neural networks. doi:10.48550/arXiv.1905.11946",
    "elu": "Clevert, D.-A., Unterthiner, T. and Hochreiter, S. (2015). Fast and accurate deep "
    "network learning by exponential linear units (ELUs). doi:10.48550/arXiv.1511.07289",
    "fashion_mnist": "Xiao, H., Rasul, K. and Vollgraf, R. (2017). Fashion-MNIST: A novel image "
    "dataset for benchmarking machine learning algorithms. doi:10.48550/arXiv.1708.07747",
    "ftrl": "McMahan, H. B. et al. (2013). Ad click prediction: A view from the trenches. "
    "doi:10.1145/2487575.2488200",
    "gelu": "Hendrycks, D. and Gimpel, K. (2016). Gaussian error linear units (GELUs). "
    "doi:10.48550/arXiv.1606.08415",
    "glorot": "Glorot, X. and Bengio, Y. (2010). Understanding the difficulty of training deep "
    "feedforward neural networks. Proceedings of AISTATS, 249-256.",
    "gru": "Cho, K. et al. (2014). Learning phrase representations using RNN encoder-decoder for "
    "statistical machine translation. doi:10.48550/arXiv.1406.1078",
    "hashing": "Weinberger, K. et al. (2009). Feature hashing for large scale multitask learning. "
    "doi:10.48550/arXiv.0902.2206",
    "he": "He, K., Zhang, X., Ren, S. and Sun, J. (2015). Delving deep into rectifiers: Surpassing "
    "human-level performance on ImageNet classification. doi:10.48550/arXiv.1502.01852",
    "huber": "Huber, P. J. (1964). Robust estimation of a location parameter. The Annals of "
    "Mathematical Statistics, 35(1), 73-101. doi:10.1214/aoms/1177703732",
    "imdb": "Maas, A. L. et al. (2011). Learning word vectors for sentiment analysis. Proceedings "
    "of ACL, 142-150.",
    "inception_resnet": "Szegedy, C., Ioffe, S., Vanhoucke, V. and Alemi, A. (2016). Inception-v4, "
    "Inception-ResNet and the impact of residual connections on learning. "
    "doi:10.48550/arXiv.1602.07261",
    "inception_v3": "Szegedy, C., Vanhoucke, V., Ioffe, S., Shlens, J. and Wojna, Z. (2015). "
    "Rethinking the Inception architecture for computer vision. doi:10.48550/arXiv.1512.00567",
    "layer_normalization": "Ba, J. L., Kiros, J. R. and Hinton, G. E. (2016). Layer normalization. "
    "doi:10.48550/arXiv.1607.06450",
    "leaky_relu": "Maas, A. L., Hannun, A. Y. and Ng, A. Y. (2013). Rectifier nonlinearities "
    "improve neural network acoustic models. ICML Workshop on Deep Learning for Audio, Speech and "
    "Language Processing.",
    "lecun": "LeCun, Y., Bottou, L., Orr, G. B. and Mueller, K.-R. (1998). Efficient BackProp. "
    "In: Neural Networks: Tricks of the Trade. doi:10.1007/3-540-49430-8_2",
    "lstm": "Hochreiter, S. and Schmidhuber, J. (1997). Long short-term memory. Neural "
    "Computation, 9(8), 1735-1780. doi:10.1162/neco.1997.9.8.1735",
    "mnist": "LeCun, Y., Bottou, L., Bengio, Y. and Haffner, P. (1998). Gradient-based learning "
    "applied to document recognition. Proceedings of the IEEE, 86(11), 2278-2324. "
    "doi:10.1109/5.726791",
    "mobilenet": "Howard, A. G. et al. (2017). MobileNets: Efficient convolutional neural networks "
    "for mobile vision applications. doi:10.48550/arXiv.1704.04861",
    "mobilenet_v2": "Sandler, M. et al. (2018). MobileNetV2: Inverted residuals and linear "
    "bottlenecks. doi:10.48550/arXiv.1801.04381",
    "mobilenet_v3": "Howard, A. et al. (2019). Searching for MobileNetV3. "
    "doi:10.48550/arXiv.1905.02244",
    "momentum": "Sutskever, I., Martens, J., Dahl, G. and Hinton, G. (2013). On the importance of "
    "initialization and momentum in deep learning. Proceedings of ICML, 1139-1147.",
    "nadam": "Dozat, T. (2016). Incorporating Nesterov momentum into Adam. ICLR Workshop.",
    "nasnet": "Zoph, B., Vasudevan, V., Shlens, J. and Le, Q. V. (2017). Learning transferable "
    "architectures for scalable image recognition. doi:10.48550/arXiv.1707.07012",
    "orthogonal": "Saxe, A. M., McClelland, J. L. and Ganguli, S. (2013). Exact solutions to the "
    "nonlinear dynamics of learning in deep linear neural networks. doi:10.48550/arXiv.1312.6120",
    "resnet": "He, K., Zhang, X., Ren, S. and Sun, J. (2015). Deep residual learning for image "
    "recognition. doi:10.48550/arXiv.1512.03385",
    "resnet_v2": "He, K., Zhang, X., Ren, S. and Sun, J. (2016). Identity mappings in deep "
    "residual networks. doi:10.48550/arXiv.1603.05027",
    "rmsprop": "Tieleman, T. and Hinton, G. (2012). Lecture 6.5: RMSprop. COURSERA: Neural "
    "Networks for Machine Learning.",
    "selu": "Klambauer, G., Unterthiner, T., Mayr, A. and Hochreiter, S. (2017). "
    "Self-normalizing neural networks. doi:10.48550/arXiv.1706.02515",
    "spatial_dropout": "Tompson, J., Goroshin, R., Jain, A., LeCun, Y. and Bregler, C. (2014). "
    "Efficient object localization using convolutional networks. doi:10.48550/arXiv.1411.4280",
    "swish": "Ramachandran, P., Zoph, B. and Le, Q. V. (2017). Searching for activation functions. "
    "doi:10.48550/arXiv.1710.05941",
    "thresholded_relu": "Konda, K., Memisevic, R. and Krueger, D. (2014). Zero-bias autoencoders "
    "and the benefits of co-adapting features. doi:10.48550/arXiv.1402.3337",
    "vgg": "Simonyan, K. and Zisserman, A. (2014). Very deep convolutional networks for "
    "large-scale image recognition. doi:10.48550/arXiv.1409.1556",
    "word2vec": "Mikolov, T., Sutskever, I., Chen, K., Corrado, G. and Dean, J. (2013). "
    "Distributed representations of words and phrases and their compositionality. "
    "doi:10.48550/arXiv.1310.4546",
    "xception": "Chollet, F. (2016). Xception: Deep learning with depthwise separable "
    "convolutions. doi:10.48550/arXiv.1610.02357",
}

#: The references of each function.
OF_FUNCTIONS = {
    "activation_elu": "elu",
    "activation_gelu": "gelu",
    "activation_selu": "selu",
    "activation_swish": "swish",
    "application_densenet": "densenet",
    "application_densenet121": "densenet",
    "application_densenet169": "densenet",
    "application_densenet201": "densenet",
    **{f"application_efficientnet_b{i}": "efficientnet" for i in range(8)},
    "application_inception_resnet_v2": "inception_resnet",
    "application_inception_v3": "inception_v3",
    "application_mobilenet": "mobilenet",
    "application_mobilenet_v2": "mobilenet_v2",
    "application_mobilenet_v3_large": "mobilenet_v3",
    "application_mobilenet_v3_small": "mobilenet_v3",
    "application_nasnet": "nasnet",
    "application_nasnetlarge": "nasnet",
    "application_nasnetmobile": "nasnet",
    **{f"application_resnet{n}": "resnet" for n in (50, 101, 152)},
    **{f"application_resnet{n}_v2": "resnet_v2" for n in (50, 101, 152)},
    "application_vgg16": "vgg",
    "application_vgg19": "vgg",
    "application_xception": "xception",
    "bidirectional": "bidirectional",
    "dataset_boston_housing": "boston",
    "dataset_cifar10": "cifar",
    "dataset_cifar100": "cifar",
    "dataset_fashion_mnist": "fashion_mnist",
    "dataset_imdb": "imdb",
    "dataset_mnist": "mnist",
    "initializer_glorot_normal": "glorot",
    "initializer_glorot_uniform": "glorot",
    "initializer_he_normal": "he",
    "initializer_he_uniform": "he",
    "initializer_lecun_normal": "lecun",
    "initializer_lecun_uniform": "lecun",
    "initializer_orthogonal": "orthogonal",
    "k_ctc_batch_cost": "ctc",
    "k_ctc_decode": "ctc",
    "k_elu": "elu",
    "layer_activation_elu": "elu",
    "layer_activation_leaky_relu": "leaky_relu",
    "layer_activation_parametric_relu": "he",
    "layer_activation_selu": "selu",
    "layer_activation_thresholded_relu": "thresholded_relu",
    "layer_additive_attention": "attention_bahdanau",
    "layer_alpha_dropout": "selu",
    "layer_attention": "attention_luong",
    "layer_batch_normalization": "batch_normalization batch_renormalization",
    "layer_conv_1d_transpose": "convolution_arithmetic",
    "layer_conv_2d_transpose": "convolution_arithmetic",
    "layer_conv_3d_transpose": "convolution_arithmetic",
    "layer_conv_lstm_1d": "conv_lstm",
    "layer_conv_lstm_2d": "conv_lstm",
    "layer_conv_lstm_3d": "conv_lstm",
    "layer_cudnn_gru": "gru",
    "layer_cudnn_lstm": "lstm",
    "layer_dropout": "dropout",
    "layer_gaussian_dropout": "dropout",
    "layer_gru": "gru",
    "layer_gru_cell": "gru",
    "layer_hashing": "hashing",
    "layer_layer_normalization": "layer_normalization",
    "layer_lstm": "lstm",
    "layer_lstm_cell": "lstm",
    "layer_multi_head_attention": "attention_vaswani",
    "layer_separable_conv_1d": "xception",
    "layer_separable_conv_2d": "xception",
    "layer_spatial_dropout_1d": "spatial_dropout",
    "layer_spatial_dropout_2d": "spatial_dropout",
    "layer_spatial_dropout_3d": "spatial_dropout",
    "learning_rate_schedule_cosine_decay": "cosine_decay",
    "learning_rate_schedule_cosine_decay_restarts": "cosine_decay",
    "loss_huber": "huber",
    "make_sampling_table": "word2vec",
    "optimizer_adadelta": "adadelta",
    "optimizer_adagrad": "adagrad",
    "optimizer_adam": "adam amsgrad",
    "optimizer_adamax": "adam",
    "optimizer_ftrl": "ftrl",
    "optimizer_nadam": "nadam",
    "optimizer_rmsprop": "rmsprop",
    "optimizer_sgd": "momentum",
    "skipgrams": "word2vec",
}


def complete(doc: str, name: str) -> str:
    """A docstring with the function's references before the examples."""
    keys = OF_FUNCTIONS.get(name, "").split()
    if not keys:
        return doc
    papers = (
        textwrap.fill(
            PAPERS[key],
            width=100,
            initial_indent=" " * 4,
            subsequent_indent=" " * 4,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for key in keys
    )
    section = "References:\n" + "\n\n".join(papers)
    before, example, after = doc.partition("\n\nExample:")
    return f"{before}\n\n{section}{example}{after}"
