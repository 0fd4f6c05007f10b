"""Files of tokenizers, today's and former ones."""

import pickle
import subprocess
import sys
import types
from collections import OrderedDict, defaultdict

import pytest
from keras.src.legacy.preprocessing.text import Tokenizer

from rkeras_py.compat.files import tokenizers

TEXTS = ["the cat sat", "the dog"]


@pytest.mark.parametrize(
    "module",
    ["keras_preprocessing.text", "keras.preprocessing.text", "keras.src.preprocessing.text"],
)
def test_pickles_of_former_versions_are_read(tmp_path, monkeypatch, module):
    former = type("Tokenizer", (), {"__module__": module})
    for i in range(1, module.count(".") + 2):  # for pickle to find the class when it writes
        name = ".".join(module.split(".")[:i])
        if name not in sys.modules or name == module:
            monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    sys.modules[module].Tokenizer = former
    old, new = former(), Tokenizer(num_words=3)
    new.fit_on_texts(TEXTS)
    vars(old).update(vars(new))
    del old.analyzer, old.index_word  # which came later
    path = tmp_path / "tokenizer"
    path.write_bytes(pickle.dumps(old))
    loaded = tokenizers.load(path)
    assert type(loaded) is Tokenizer
    assert loaded.word_index == {"the": 1, "cat": 2, "sat": 3, "dog": 4}
    assert loaded.texts_to_sequences(["the cat sat"]) == [[1, 2]]
    assert loaded.sequences_to_texts([[1, 2]]) == ["the cat"]


def test_a_saved_tokenizer_goes_on_counting(tmp_path):
    tokenizer = Tokenizer(oov_token="?")
    tokenizer.fit_on_texts(TEXTS)
    path = tmp_path / "tokenizer.json"
    tokenizers.save(tokenizer, path)
    loaded = tokenizers.load(path)
    assert vars(loaded) == vars(tokenizer)
    assert isinstance(loaded.word_docs, defaultdict)
    assert isinstance(loaded.word_counts, OrderedDict)
    loaded.fit_on_texts(["a dog"])
    assert loaded.word_counts["dog"] == 2
    assert loaded.document_count == 3


CLASS = b"\x80\x02ckeras_preprocessing.text\nTokenizer\n"


@pytest.mark.parametrize("made", [True, False])
def test_a_pickle_changes_nothing_but_its_tokenizer(tmp_path, made):
    path = tmp_path / "tokenizer"
    state = b"N}X\x07\x00\x00\x00to_jsoncbuiltins\nint\ns\x86"  # (None, {"to_json": int})
    make = b")\x81" if made else b""
    path.write_bytes(CLASS + make + state + b"b" + (b"" if made else b")\x81") + b".")
    assert tokenizers.load(path).to_json() == Tokenizer().to_json()
    assert Tokenizer.to_json.__name__ == "to_json"


def test_a_short_pickle_takes_little_memory(tmp_path):
    path = tmp_path / "tokenizer"
    path.write_bytes(CLASS + b")\x81r" + (2**27).to_bytes(4, "little") + b".")
    program = f"""
import resource
from pathlib import Path
from rkeras_py.compat.files import tokenizers
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(tokenizers.load(Path({str(path)!r})).word_index)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 2**10)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    words, megabytes = done.stdout.splitlines()
    assert words == "{}"
    assert int(megabytes) < 500


class Harmful:
    def __reduce__(self):
        return print, ("run",)


@pytest.mark.parametrize(
    "content",
    [
        *(pickle.dumps(Harmful()), pickle.dumps([1]), b"", b"words", b"{}", b'{"config": 3}', b"{"),
        (
            b'{"config": {"word_counts": "[1]", "word_docs": "{}", "index_docs": "{}", '
            b'"index_word": "{}", "word_index": "{}"}}'
        ),
        b'{"config":' + b"[" * 100_000,
        b"\x80\x02cbuiltins\nint\n(}tR.",
        CLASS + b".",
    ],
)
def test_other_files_are_refused_and_run_nothing(tmp_path, capsys, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ValueError):  # noqa: PT011
        tokenizers.load(path)
    assert capsys.readouterr().out == ""
