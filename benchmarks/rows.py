"""What is measured: the same work in R keras's API, in this project's Python API and in Keras 3.

``setup`` is not timed, ``work`` is. The R code uses nothing but R keras's API, so that it runs
under any implementation of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

R, RK, KERAS, NUMPY = "R", "Python", "Keras 3", "NumPy"


@dataclass(frozen=True)
class Work:
    """The code of one implementation."""

    setup: str
    work: str


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        name: What is measured.
        code: By implementation; one that is missing has no such thing.
        per: How often ``work`` does it.
        cores: How many cores the process may use.
        size: Position on the axis of a growth curve, with its series.
        memory: Whether the peak memory beyond the data matters.
        prepare: What makes the files that ``work`` reads, before anything is measured.
        whole: The time is that of the process from its start to the end of ``work``.
    """

    name: str
    code: dict[str, Work]
    per: int = 1
    cores: int = 1
    memory: bool = False
    whole: bool = False
    series: str = ""
    size: int = 0
    goal: str = ""
    prepare: list[Callable[[], object]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _python(setup: str, rk: str, keras: str, warm: str = "") -> dict[str, Work]:
    """The two of Python.

    Args:
        warm: What each does once before it is timed, with ``{}`` for its work.
    """
    first = "import numpy as np\nimport keras\n"
    return {
        RK: Work(f"{first}import rkeras_py as rk\n{setup}\n{warm.format(rk)}", rk),
        KERAS: Work(f"{first}{setup}\n{warm.format(keras)}", keras),
    }


MLP_R = """
x <- matrix(runif(1000 * 20), 1000); y <- as.numeric(x[, 1] > 0.5)
mlp <- function(features = 20) {
  model <- keras_model_sequential() %>%
    layer_dense(units = 64, activation = "relu", input_shape = features) %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 64, activation = "relu") %>%
    layer_dropout(rate = 0.5) %>%
    layer_dense(units = 1, activation = "sigmoid")
  model %>% compile(loss = "binary_crossentropy", optimizer = "rmsprop", metrics = c("accuracy"))
}
model <- mlp()
"""

MLP_PYTHON = """
random = np.random.default_rng(0)
x = random.uniform(size=(1000, 20)); y = (x[:, 0] > 0.5).astype(float)
def mlp(features=20):
    layers = keras.layers
    model = keras.Sequential([
        keras.Input((features,)), layers.Dense(64, activation="relu"), layers.Dropout(0.5),
        layers.Dense(64, activation="relu"), layers.Dropout(0.5),
        layers.Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
    return model
model = mlp()
"""


def _fit(name: str, options: str, before: str = "", goal: str = "", **more: object) -> Row:
    """A row that fits the small MLP; the options are written as in Python."""
    r_options = options.replace("[", "list(").replace("]", ")")
    code = {R: Work(MLP_R, f"model %>% fit(x, y, verbose = 0, {r_options})")}
    code |= _python(
        MLP_PYTHON,
        f"rk.fit(model, x, y, verbose=0, {options})",
        f"model.fit(x, y, verbose=0, {options})",
    )
    if before:
        code = {
            who: Work(w.setup + w.work.replace(options, before).replace(r_options, before), w.work)
            for who, w in code.items()
        }
    return Row(name, code, goal=goal, **more)  # type: ignore[arg-type]


IMAGES_R = "image <- matrix(runif(60000 * 784), 60000)\n"
IMAGES_PYTHON = "image = np.random.default_rng(0).uniform(size=(60000, 784))\n"
IMAGES_NUMPY = f"import numpy as np\n{IMAGES_PYTHON}image = np.asfortranarray(image)\n"

START = Work(
    "",
    "library(keras)\nmodel <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)",
)

ROWS = [
    Row("library(keras)", {R: Work("", "library(keras)")}, goal="0.25 s"),
    Row(
        "process start to first model",
        {
            R: START,
            RK: Work(
                "",
                "import rkeras_py as rk\nmodel = rk.keras_model_sequential()\n"
                "rk.layer_dense(model, 1, input_shape=4)",
            ),
            KERAS: Work(
                "",
                "import keras\nmodel = keras.Sequential()\nmodel.add(keras.Input((4,)))\n"
                "model.add(keras.layers.Dense(1))",
            ),
        },
        whole=True,
        goal="1.05 x Keras 3",
    ),
    Row(
        "trivial call from R to Python",
        {R: Work("for (i in 1:100) k_epsilon()", "for (i in 1:5000) k_epsilon()")},
        per=5000,
        goal="15 us",
    ),
    Row(
        "object$method(x) from R",
        {
            R: Work(
                MLP_R + "for (i in 1:100) model$get_layer(index = 0L)",
                "for (i in 1:2000) model$get_layer(index = 0L)",
            )
        },
        per=2000,
        goal="30 us",
    ),
    Row(
        "R function called by Python, with the call from R",
        {
            R: Work(
                "callback <- callback_lambda(on_epoch_end = function(epoch, logs) NULL)\n"
                "hook <- callback$on_epoch_end\nfor (i in 1:100) hook(0L, NULL)",
                "for (i in 1:2000) hook(0L, NULL)",
            )
        },
        per=2000,
        goal="15 us + 12 us",
    ),
    Row(
        "60000 x 784 doubles to a float32 tensor",
        {R: Work(IMAGES_R + "small <- k_constant(1)", "tensor <- k_constant(image)")}
        | _python(
            IMAGES_PYTHON + "small = keras.ops.convert_to_tensor(1.0)",
            "tensor = rk.k_constant(image)",
            "tensor = keras.ops.convert_to_tensor(image, 'float32')",
        ),
        memory=True,
        goal="65 ms",
    ),
    Row(
        "60000 x 784 float32 to an R array",
        {
            R: Work(
                "tensor <- k_zeros(c(60000L, 784L))\nsmall <- k_eval(k_constant(1))",
                "array <- k_eval(tensor)",
            )
        },
        memory=True,
        goal="180 ms",
    ),
    # what holds the two rows above: R's memory is new, and so is the tensor's
    *(
        Row(
            f"limit: 60000 x 784 {kind} of new memory, each written once",
            {NUMPY: Work("import numpy as np", f"np.empty((60000, 784), '{kind}').fill(1)")},
            memory=True,
        )
        for kind in ("float32", "float64")
    ),
    Row(
        "limit: 60000 x 784 doubles to float32 in the other order, in blocks, in memory at hand",
        {
            NUMPY: Work(
                f"{IMAGES_NUMPY}target = np.ones((60000, 784), 'float32')",
                "for i in range(0, 60000, 512):\n"
                "    for j in range(0, 784, 112):\n"
                "        target[i:i + 512, j:j + 112] = image[i:i + 512, j:j + 112]",
            )
        },
    ),
    _fit(
        "first fit: MLP, 1000 x 20, 20 epochs of 8 batches",
        "epochs=20, batch_size=128",
        goal="0.29 x Keras 3",
    ),
    _fit(
        "second fit of the same model",
        "epochs=20, batch_size=128",
        "epochs=20, batch_size=128",
        goal="0.12 x Keras 3",
    ),
    _fit(
        "fit, 1000 batches, 1 epoch",
        "epochs=1, batch_size=1",
        "epochs=1, batch_size=1",
        goal="0.8 x Keras 3",
    ),
    Row(
        "the same with an on_batch_end of one's own",
        {
            R: Work(
                MLP_R + "model %>% fit(x, y, verbose = 0, epochs = 1, batch_size = 1)\nn <- 0\n"
                "count <- callback_lambda(on_batch_end = function(batch, logs) n <<- n + 1)",
                "model %>% fit(x, y, verbose = 0, epochs = 1, batch_size = 1, "
                "callbacks = list(count))",
            )
        }
        | _python(
            MLP_PYTHON + "class Count(keras.callbacks.Callback):\n    n = 0\n"
            "    def on_train_batch_end(self, batch, logs=None): self.n += 1\n",
            "rk.fit(model, x, y, epochs=1, verbose=0, batch_size=1, callbacks=[Count()])",
            "model.fit(x, y, verbose=0, batch_size=1, callbacks=[Count()])",
            warm="{}",
        ),
        goal="the row above + 60 us a batch",
    ),
    Row(
        "evaluate, 1000 x 20",
        {
            R: Work(
                MLP_R + "model %>% evaluate(x, y, verbose = 0)",
                "model %>% evaluate(x, y, verbose = 0)",
            )
        }
        | _python(
            MLP_PYTHON,
            "rk.evaluate(model, x, y, verbose=0)",
            "model.evaluate(x, y, verbose=0)",
            warm="{}",
        ),
        goal="0.57 x Keras 3",
    ),
    *(
        Row(
            f"{which} predict, 60000 x 784",
            {
                R: Work(
                    MLP_R
                    + IMAGES_R
                    + "model <- mlp(784)\n"
                    + (
                        ""
                        if which == "first"
                        else "p <- model %>% predict(image, verbose = 0, batch_size = 128)"
                    ),
                    "p <- model %>% predict(image, verbose = 0, batch_size = 128)",
                )
            }
            | _python(
                MLP_PYTHON
                + IMAGES_PYTHON
                + "model = mlp(784)\n"
                + ("" if which == "first" else "model.predict(image, verbose=0, batch_size=128)"),
                "p = rk.predict(model, image, verbose=0, batch_size=128)",
                "p = model.predict(image, verbose=0, batch_size=128)",
            ),
            memory=True,
            goal="1.0 x Keras 3",
        )
        for which in ("first", "later")
    ),
]


def _layers(n: int) -> dict[str, Work]:
    """A stack of n layers, piped one by one."""
    one = "model <- keras_model_sequential(input_shape = 20)\n"
    return {
        R: Work(
            one + "model %>% layer_dense(units = 20)",
            one + f"for (i in 1:{n}) model %>% layer_dense(units = 20)\n"
            "shape <- model$output_shape",
        ),
        **_python(
            "import sys; sys.setrecursionlimit(10_000)  # Keras walks back through all\n"
            "warm = keras.Sequential([keras.Input((20,)), keras.layers.Dense(20)])",
            "model = rk.keras_model_sequential(input_shape=20)\n"
            f"for _ in range({n}): rk.layer_dense(model, 20)\nshape = model.output_shape",
            "model = keras.Sequential([keras.Input((20,))])\n"
            f"for _ in range({n}): model.add(keras.layers.Dense(20))\nshape = model.output_shape",
        ),
    }


def _rows_of_data(n: int, what: str) -> dict[str, Work]:
    """Fit or predict on n samples of 100 features."""
    r = MLP_R + (
        f"model <- mlp(100)\nx <- matrix(runif({n} * 100), {n}); y <- as.numeric(x[, 1] > 0.5)\n"
    )
    python = MLP_PYTHON + (
        f"model = mlp(100)\nx = random.uniform(size=({n}, 100))\n"
        "y = (x[:, 0] > 0.5).astype(float)\n"
    )
    if what == "fit":
        first = "model %>% fit(x[1:256, ], y[1:256], epochs = 1, verbose = 0, batch_size = 128)"
        work = "model %>% fit(x, y, epochs = 1, verbose = 0, batch_size = 128)"
        return {
            R: Work(r + first, work),
            **_python(
                python,
                "rk.fit(model, x, y, epochs=1, verbose=0, batch_size=128)",
                "model.fit(x, y, epochs=1, verbose=0, batch_size=128)",
                warm="all = x, y; x, y = x[:256], y[:256]\n{}\nx, y = all",
            ),
        }
    first = "p <- model %>% predict(x[1:256, ], verbose = 0, batch_size = 128)"
    return {
        R: Work(r + first, "p <- model %>% predict(x, verbose = 0, batch_size = 128)"),
        **_python(
            python + "model.predict(x[:256], verbose=0, batch_size=128)",
            "p = rk.predict(model, x, verbose=0, batch_size=128)",
            "p = model.predict(x, verbose=0, batch_size=128)",
        ),
    }


ROWS += [
    Row("50 layers by pipe", _layers(50), goal="0.35 x Keras 3"),
    *(Row(f"{n} layers by pipe", _layers(n), series="layers", size=n) for n in (10, 100, 1000)),
    *(
        Row(f"{what}, {n:,} x 100", _rows_of_data(n, what), series=f"samples: {what}", size=n)
        for what in ("fit", "predict")
        for n in (1000, 10_000, 100_000, 1_000_000)
    ),
    *(
        _fit(
            f"fit, {n} epochs of 8 batches",
            f"epochs={n}, batch_size=128",
            "epochs=1, batch_size=128",
            series="epochs",
            size=n,
        )
        for n in (1, 10, 100)
    ),
]
