"""Small data sets in files of the formats that the ``dataset_*()`` functions read."""

from __future__ import annotations

from pathlib import Path

import numpy as np

#: The lit segments of the figures 0 to 9: top, upper left and right, middle, lower two, bottom.
SEGMENTS = ("1110111", "0010010", "1011101", "1011011", "0111010",
            "1101011", "1101111", "1010010", "1111111", "1111011")  # fmt: skip
#: Where they are in a picture of 28 by 28: first row, last row, first column, last column.
PLACES = ((4, 6, 9, 19), (5, 13, 8, 10), (5, 13, 18, 20), (13, 15, 9, 19),
          (14, 23, 8, 10), (14, 23, 18, 20), (22, 24, 9, 19))  # fmt: skip


def write_all(folder: Path) -> None:
    """Write ``mnist.npz``, ``reuters.npz``, ``imdb.npz`` and ``negated.npz``, also of reviews."""
    folder.mkdir(parents=True)
    rng = np.random.default_rng(5)
    for name, data in (
        ("mnist", _mnist(rng)),
        ("reuters", _reuters(rng)),
        ("imdb", _reviews(rng, _last_counts)),
        ("negated", _reviews(rng, _not_turns)),
    ):
        np.savez(folder / f"{name}.npz", **data)


def _mnist(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Figures of seven segments, each somewhere else, in noise."""
    data = {}
    for part, count in (("train", 400), ("test", 100)):
        labels = np.arange(count) % 10
        images = rng.integers(0, 60, (count, 28, 28))
        for image, label in zip(images, labels, strict=True):
            down, right = rng.integers(-3, 4, 2)
            for lit, (top, bottom, left, end) in zip(SEGMENTS[label], PLACES, strict=True):
                if lit == "1":
                    image[top + down : bottom + down, left + right : end + right] += 180
        data[f"x_{part}"], data[f"y_{part}"] = images.astype("uint8"), labels.astype("uint8")
    return data


def _reuters(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Five topics: of 21 words six are from the twenty of the topic, which begin at 101."""
    topics = rng.integers(0, 5, 600)
    wires = [
        rng.permutation([*rng.integers(1, 101, 15), *(101 + 20 * t + rng.integers(0, 20, 6))])
        for t in topics
    ]
    return {"x": _lists(wires), "y": topics}


def _reviews(rng: np.random.Generator, write: object) -> dict[str, np.ndarray]:
    data = {}
    for part, count in (("train", 600), ("test", 200)):
        reviews, labels = zip(*(write(rng) for _ in range(count)), strict=True)
        data[f"x_{part}"], data[f"y_{part}"] = _lists(reviews), np.array(labels)
    return data


def _last_counts(rng: np.random.Generator) -> tuple[list[int], int]:
    """Words from 9 on, and three of praise (1 to 4) or blame (5 to 8), of which the last counts."""
    words = rng.integers(9, 57, rng.integers(6, 21))
    opinions = rng.choice(8, 3, replace=False) + 1
    words[np.sort(rng.choice(len(words), 3, replace=False))] = opinions
    return words.tolist(), int(opinions[-1] <= 4)


def _not_turns(rng: np.random.Generator) -> tuple[list[int], int]:
    """One word of praise (1 to 4) or blame (5 to 8); 9 before it turns it, 9 elsewhere does not."""
    good, turned = rng.integers(0, 2, 2)
    opinion = int(rng.integers(1, 5)) + (0 if good else 4)
    pieces = [[9 if turned else 10, opinion], [10 if turned else 9, int(rng.integers(11, 40))]]
    rng.shuffle(pieces)
    fill = [rng.integers(11, 40, rng.integers(2, 4)).tolist() for _ in range(3)]
    return [*fill[0], *pieces[0], *fill[1], *pieces[1], *fill[2]], int(good != turned)


def _lists(texts: object) -> np.ndarray:
    """Texts of different lengths in one array, as Keras keeps them."""
    made = np.empty(len(texts), object)
    made[:] = [[int(word) for word in text] for text in texts]
    return made
