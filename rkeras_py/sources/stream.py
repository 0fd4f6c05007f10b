"""Batches of rows that are read while a model trains, in the memory of a few blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.rows import Part, Rows, floats

BLOCK = 8 << 20  # bytes that are read at once
BUFFER = 32 << 20  # bytes in which rows are shuffled
AT_ONCE = 4  # portions that are read in turn, so that the buffer holds rows of several places
PORTIONS = 8  # of a block: where data can be read anywhere, more places are better

Block = list[Any]


class Stream:
    """The batches of one training call: round after round, each row once in a round.

    Attributes:
        batch_size: Samples in each batch but the last of a round.
        batches: How many a round has.
        problem: The error that ended the reading; what a backend makes of it says less.
        not_finite: What had numbers that a model cannot compute with, NaN or infinite ones.
    """

    def __init__(
        self,
        data: tuple[Any, ...],
        *,
        batch_size: int,
        shuffle: bool = False,
        class_weight: dict[int, float] | None = None,
    ) -> None:
        """Make a stream.

        Args:
            data: Inputs, targets and weights: structures of parts; those at the end may be
                ``None``.
            batch_size: Samples in a batch.
            shuffle: Whether each round has another order.
            class_weight: Weights of the classes that the targets are.

        Raises:
            ArgumentError: there are weights of classes, but several targets or none.
        """
        import keras
        import numpy as np

        self._data = data
        self._parts: list[Part] = [
            part for part in keras.tree.flatten(data) if isinstance(part, Part)
        ]
        self._rows: Rows = self._parts[0].rows
        self._class_weight = class_weight
        if class_weight is not None and not isinstance(data[1], Part):
            raise ArgumentError("`class_weight` is for models with one output, and needs targets.")
        self._seed = int(np.random.randint(2**31 - 1)) if shuffle else None
        self._rounds_begun = 0
        self.problem: Exception | None = None
        self.not_finite: dict[str, None] = {}  # in the order in which they came
        self.batch_size = batch_size
        self.batches = -(-self._rows.count // batch_size)
        width = max(1, sum(part.bytes_of_row for part in self._parts))
        self._block_rows = max(1, BLOCK // width)
        self._buffer_rows = self._rows.buffer_size or max(1, BUFFER // width)

    def spec(self, leaf: Any) -> Any:
        """The structure of a batch, with ``leaf(shape, dtype)`` of one sample for each part."""
        samples = [leaf(part.shape[1:], part.dtype) for part in self._parts]
        weights = leaf((), floats()) if self._class_weight is not None else None
        return self._structured(samples, weights)

    def sources(self) -> list[Any]:
        """What the parts are read from, such as arrays."""
        return [part.wanted for part in self._parts]

    def blocks(self, endless: bool = True) -> Iterator[Any]:
        """Batches that follow each other, as many as a block holds, in the structure of a batch.

        Args:
            endless: Whether round follows round, rather than ending after the first.
        """
        number = self._rounds_begun
        self._rounds_begun += 1
        try:
            while True:
                for block in self._round(number):
                    yield self._structured(block, self._weights(block))
                if not endless:
                    return
                number += 1
        except Exception as problem:
            self.problem = problem
            raise

    def in_batches(self, endless: bool = True) -> Iterator[Any]:
        """The same one by one."""
        import keras

        for block in self.blocks(endless):
            rows = len(keras.tree.flatten(block)[0])
            for start in range(0, rows, self.batch_size):
                chosen = slice(start, start + self.batch_size)
                yield keras.tree.map_structure(lambda part, chosen=chosen: part[chosen], block)

    def _round(self, number: int) -> Iterator[Block]:
        import numpy as np

        if self._seed is None:
            blocks = self._in_order()
        else:
            random = np.random.default_rng([self._seed, number])
            blocks = mixed(self._in_turn(random), self._buffer_rows, self._block_rows, random)
        blocks = self._counted(blocks)
        return whole_batches(blocks, self.batch_size, self._block_rows)

    def _in_order(self) -> Iterator[Block]:
        for unit in self._rows.units(self._block_rows):
            yield from self._rows.read(unit, self._parts, self._block_rows)

    def _in_turn(self, random: Any) -> Iterator[Block]:
        """The portions in a random order; blocks come from several by turns."""
        units = self._rows.units(max(1, self._block_rows // PORTIONS))
        waiting = iter(random.permutation(len(units)))
        reading: list[Iterator[Block]] = []
        while True:
            while len(reading) < AT_ONCE and (next_one := next(waiting, None)) is not None:
                unit = units[next_one]
                reading.append(self._rows.read(unit, self._parts, self._block_rows))
            if not reading:
                return
            for blocks in list(reading):
                block = next(blocks, None)
                if block is None:
                    reading.remove(blocks)
                else:
                    yield block

    def _counted(self, blocks: Iterator[Block]) -> Iterator[Block]:
        """All blocks, and an error at the end where they are not all rows."""
        count = 0
        for block in blocks:
            count += len(block[0])
            if count > self._rows.count:
                break
            self._look_at(block)
            yield block
        if count != self._rows.count:
            self._rows.check_complete(count)

    def _look_at(self, block: Block) -> None:
        """Note what is not finite: one pass, rarely a second."""
        import numpy as np

        with np.errstate(all="ignore"):
            for part, values in zip(self._parts, block, strict=True):
                if values.dtype.kind == "f" and not np.isfinite(values.sum()):
                    for name in self._rows.not_finite(part, values):
                        self.not_finite[name] = None

    def _weights(self, block: Block) -> Any:
        """The weights of the samples by their classes; ``None`` where there are none."""
        import numpy as np

        if self._class_weight is None:
            return None
        y = block[self._parts.index(self._data[1])]
        if y.ndim > 1:
            y = y.argmax(-1) if y.shape[-1] != 1 else y[..., 0]
        labels = np.round(y).astype("int64")
        weights = np.ones(labels.shape, floats())
        for label, weight in self._class_weight.items():
            weights[labels == label] = weight
        return weights

    def _structured(self, leaves: Block, by_class: Any) -> Any:
        """Arrays in the structure of the data, without the parts at the end that are missing."""
        import keras

        left = iter(leaves)
        filled = [
            keras.tree.map_structure(lambda part: next(left) if part is not None else None, parts)
            for parts in self._data
        ]
        if by_class is not None:
            given = filled[2] if len(filled) > 2 else None
            filled[2:] = [by_class if given is None else _product(given, by_class)]
        while filled and filled[-1] is None:
            filled.pop()
        # TensorFlow's datasets take a list for one tensor
        return keras.tree.lists_to_tuples(tuple(filled))


def _product(weights: Any, others: Any) -> Any:
    """Weights of samples and of their classes; a specification of both is that of one."""
    return weights.reshape(others.shape) * others if hasattr(weights, "reshape") else others


def mixed(blocks: Iterator[Block], capacity: int, size: int, random: Any) -> Iterator[Block]:
    """Rows in a random order, drawn from a buffer that is filled again with those that come.

    Args:
        blocks: Rows in their order.
        capacity: Rows in the buffer.
        size: Rows in a block, at most.
        random: A generator of NumPy's.
    """
    import numpy as np

    filling: list[Block] = []
    count = 0
    for block in blocks:
        filling.append(block)
        count += len(block[0])
        if count >= capacity:
            break
    if not filling:
        return
    buffer = [_by_rows(np.concatenate(parts)) for parts in zip(*filling, strict=True)]
    like = [part[:0] for part in filling[0]]
    filling.clear()
    size = min(size, count)
    numbers = np.arange(count, dtype="int32" if count < 2**31 else "int64")
    places, used = random.permutation(numbers), 0
    for block in blocks:
        for start in range(0, len(block[0]), size):
            piece = [_by_rows(part[start : start + size]) for part in block]
            wanted = len(piece[0])
            if used + wanted > count:  # nearly all places were taken since they were shuffled
                places, used = random.permutation(numbers), 0
            chosen = places[used : used + wanted]
            used += wanted
            taken = [np.take(part, chosen, 0) for part in buffer]
            for part, new in zip(buffer, piece, strict=True):
                part[chosen] = new
            yield _as_before(taken, like)
    order = random.permutation(count)
    for start in range(0, count, size):
        yield _as_before([np.take(part, order[start : start + size], 0) for part in buffer], like)


def _by_rows(part: Any) -> Any:
    """An array whose rows are its elements, which NumPy moves faster than rows of numbers."""
    import numpy as np

    if part.dtype.kind == "O" or part.ndim == 1 or not part.size:
        return part
    rows = np.ascontiguousarray(part).reshape(len(part), -1)
    return rows.view(f"V{rows.shape[1] * rows.itemsize}")[:, 0]


def _as_before(parts: Block, like: Block) -> Block:
    """Arrays of rows with the types and shapes of these arrays."""
    return [
        part if part.dtype == old.dtype else part.view(old.dtype).reshape(-1, *old.shape[1:])
        for part, old in zip(parts, like, strict=True)
    ]


def whole_batches(blocks: Iterator[Block], batch_size: int, size: int) -> Iterator[Block]:
    """The same rows in blocks of whole batches; only the last block may end with a part of one.

    Args:
        blocks: Rows.
        batch_size: Rows in a batch.
        size: Rows in a block, about.
    """
    size = max(size, batch_size)
    waiting: list[Block] = []
    count = 0
    for block in blocks:
        if waiting and len(block[0]) >= size:  # complete a batch, rather than copy all of the block
            missing = -count % batch_size
            yield joined([*waiting, [part[:missing] for part in block]])
            waiting, count = [], 0
            block = [part[missing:] for part in block]
        waiting.append(block)
        count += len(block[0])
        whole = count - count % batch_size
        if count < size // 2 or not whole:
            continue
        everything = joined(waiting)
        yield [part[:whole] for part in everything]
        waiting = [[part[whole:] for part in everything]] if whole < count else []
        count -= whole
    if count:
        everything = joined(waiting)
        whole = count - count % batch_size
        for start, end in ((0, whole), (whole, count)):
            if end > start:
                yield [part[start:end] for part in everything]


def joined(blocks: list[Block]) -> Block:
    """Blocks as one, of memory of its own where they are several."""
    import numpy as np

    if len(blocks) == 1:
        return blocks[0]
    return [np.concatenate(parts) for parts in zip(*blocks, strict=True)]
