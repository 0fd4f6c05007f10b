"""Datasets of text files."""

import pytest

import rkeras_py as rk


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("texts")
    for name, texts in {"bad": ["so bad", "worse"], "good": ["fine", "very good", "best"]}.items():
        (root / name).mkdir()
        for i, text in enumerate(texts):
            (root / name / f"{i}.txt").write_text(text)
    return str(root)


def listed(dataset):
    return [
        (text.decode(), label.tolist())
        for texts, labels in dataset.as_numpy_iterator()
        for text, label in zip(texts, labels, strict=True)
    ]


ALL = [("so bad", 0), ("worse", 0), ("fine", 1), ("very good", 1), ("best", 1)]


def test_datasets_of_files(folder):
    dataset = rk.text_dataset_from_directory(folder, shuffle=False, batch_size=2)
    assert listed(dataset) == ALL
    assert dataset.class_names == ["bad", "good"]
    assert [len(texts) for texts, _ in dataset] == [2, 2, 1]
    shuffled = listed(rk.text_dataset_from_directory(folder, seed=1))
    assert sorted(shuffled) == sorted(ALL)
    swapped = rk.text_dataset_from_directory(folder, shuffle=False, class_names=["good", "bad"])
    assert dict(listed(swapped)) == {text: 1 - i for text, i in ALL}
    categories = rk.text_dataset_from_directory(folder, shuffle=False, label_mode="categorical")
    assert listed(categories) == [(text, [1 - label, label]) for text, label in ALL]
    cut = rk.text_dataset_from_directory(folder, shuffle=False, max_length=3)
    assert [text for text, _ in listed(cut)] == ["so ", "wor", "fin", "ver", "bes"]
    bare = rk.text_dataset_from_directory(folder, labels=None, label_mode=None, shuffle=False)
    assert [text.decode() for text in next(bare.as_numpy_iterator())] == [text for text, _ in ALL]
    given = rk.text_dataset_from_directory(folder, labels=[2.0, 0.0, 1.0, 0.0, 1.0], shuffle=False)
    assert [label for _, label in listed(given)] == [2, 0, 1, 0, 1]


def test_files_are_divided_for_validation(folder):
    options = {"validation_split": 0.4, "seed": 3}
    parts = [
        listed(rk.text_dataset_from_directory(folder, subset=subset, **options))
        for subset in ("training", "validation")
    ]
    assert [len(part) for part in parts] == [3, 2]
    assert sorted(parts[0] + parts[1]) == sorted(ALL)
    both = rk.text_dataset_from_directory(folder, subset="both", **options)
    assert [sorted(listed(part)) for part in both] == [sorted(part) for part in parts]


def test_folders_must_exist(folder):
    with pytest.raises(rk.ArgumentError, match="`directory` must be a folder, but there is none"):
        rk.text_dataset_from_directory(folder + "/other")
    with pytest.raises(rk.ArgumentError, match=r"unused argument \(classes = 2\)"):
        rk.text_dataset_from_directory(folder, classes=2)
