"""HDF5 files that would read other files or fill the memory are refused, whoever reads them."""

from __future__ import annotations

import os
import time
import zipfile

import h5py
import keras
import numpy as np
import pytest
from keras_2_files import dense, input_layer, sequential, write
from small_models import stack

import rkeras_py as rk
from rkeras_py.api import files
from rkeras_py.api.models import saving, weight_files
from rkeras_py.compat.files import archives, safe_hdf5
from rkeras_py.convert.rule import ArgumentError

SECRET = np.arange(12, dtype="float32").reshape(4, 3)


def secret(folder):
    """A file of the user's: as HDF5, and as the bytes of an array."""
    path = folder / "secret.h5"
    with h5py.File(path, "w") as file:
        file["x"] = SECRET
    (folder / "secret.bin").write_bytes(SECRET.tobytes())
    return path


# --- what a file can do to read others ----------------------------------------------------------


def external_link(group, name, folder):
    group[name] = h5py.ExternalLink(str(folder / "secret.h5"), "x")


def soft_link_to_one(group, name, folder):
    group.file["away"] = h5py.ExternalLink(str(folder / "secret.h5"), "/")
    group[name] = h5py.SoftLink("/away/x")


def soft_link(group, name, folder):
    group.file["inside"] = SECRET
    group[name] = h5py.SoftLink("/inside")


def external_dataset(group, name, folder):
    content = [(str(folder / "secret.bin"), 0, SECRET.nbytes)]
    group.create_dataset(name, SECRET.shape, "float32", external=content)


def virtual_dataset(group, name, folder):
    layout = h5py.VirtualLayout(SECRET.shape, "float32")
    layout[:] = h5py.VirtualSource(str(folder / "secret.h5"), "x", SECRET.shape)
    group.create_virtual_dataset(name, layout)


LINK, ELSEWHERE = "is a link to something else", "is in other files"
TRICKS = [
    (external_link, LINK),
    (soft_link_to_one, LINK),
    (soft_link, LINK),
    (external_dataset, ELSEWHERE),
    (virtual_dataset, ELSEWHERE),
]


def manipulate(path, place, trick, folder):
    """Replace the first matrix in a group of a file, or all of a group."""
    with h5py.File(path, "r+") as file:

        def is_matrix(name, item):
            return name if getattr(item, "ndim", 0) > 1 else None

        found = file[place].visititems(is_matrix)
        parent, _, last = (f"{place}/{found}" if found else place).rpartition("/")
        group = file[parent or "/"]
        del group[last]
        trick(group, last, folder)


def all_of(trick):
    """The same for a group."""

    def replace(group, name, folder):
        del group.file["model_weights"]
        trick(group.file, "model_weights", folder)

    return replace


def in_archive(path, name, trick, folder):
    """Replace a dataset of the weights in an archive."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    weights = folder / "inner.h5"
    weights.write_bytes(parts["model.weights.h5"])
    manipulate(weights, name, trick, folder)
    parts["model.weights.h5"] = weights.read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def compiled_stack():
    model = stack(3)
    model.compile(keras.optimizers.SGD(momentum=0.5), "mse")
    model.fit(np.ones((2, 4)), np.ones((2, 3)), verbose=0)
    return model


def whole_model(path, trick, folder):
    saving.save_model_hdf5(compiled_stack(), path)
    manipulate(path, "model_weights", trick, folder)
    return lambda: saving.load_model_hdf5(path)


def state_of_the_optimizer(path, trick, folder):
    saving.save_model_hdf5(compiled_stack(), path)
    manipulate(path, "optimizer_weights", trick, folder)
    return lambda: saving.load_model_hdf5(path)


def group_of_weights(path, trick, folder):
    saving.save_model_hdf5(compiled_stack(), path)
    manipulate(path, "model_weights", all_of(trick), folder)
    return lambda: saving.load_model_tf(path)


def model_of_keras_2(path, trick, folder):
    config = sequential(input_layer([4]), dense("d", 3, batch_input_shape=[None, 4]))
    write(path, config, {"d": {"kernel": SECRET, "bias": SECRET[0]}})
    manipulate(path, "model_weights", trick, folder)
    return lambda: saving.load_model_hdf5(path)


def weights_of_keras_2(path, trick, folder):
    weight_files.save_model_weights_hdf5(stack(3), path)
    manipulate(path, "d0", trick, folder)
    return lambda: weight_files.load_model_weights_hdf5(stack(3), path, by_name=True)


def weights_of_keras_3(path, trick, folder):
    os.rename(_saved(f"{path}.weights.h5"), path)
    manipulate(path, "layers", trick, folder)
    return lambda: weight_files.load_model_weights_hdf5(stack(3), path, skip_mismatch=True)


def backup(path, trick, folder):
    os.rename(_saved(f"{path}.weights.h5"), path)
    manipulate(path, "layers/dense/vars", trick, folder)
    return lambda: archives.load_weights(stack(3), path, skip_mismatch=False)


def _saved(path):
    weight_files.save_model_weights_hdf5(stack(3), path)
    return path


def archive(path, trick, folder):
    saving.save_model_hdf5(compiled_stack(), f"{path}.keras")
    in_archive(f"{path}.keras", "layers", trick, folder)
    return lambda: saving.load_model_hdf5(f"{path}.keras")


def weights_of_an_archive(path, trick, folder):
    archive(path, trick, folder)
    return lambda: weight_files.load_model_weights_hdf5(stack(3), f"{path}.keras")


def raw_vector(path, trick, folder):
    archive(path, trick, folder)
    content = (folder / f"{os.path.basename(path)}.keras").read_bytes()

    return lambda: saving.unserialize_model(content)


def saved_model(path, trick, folder):
    saving.save_model_tf(compiled_stack(), path)
    inner = os.path.join(path, "assets.extra", "model.keras")
    in_archive(inner, "optimizer", trick, folder)
    return lambda: saving.load_model_tf(path)


READERS = [
    whole_model,
    state_of_the_optimizer,
    group_of_weights,
    model_of_keras_2,
    weights_of_keras_2,
    weights_of_keras_3,
    backup,
    archive,
    weights_of_an_archive,
    raw_vector,
    saved_model,
]


@pytest.mark.parametrize(
    ("trick", "message"), TRICKS, ids=lambda part: getattr(part, "__name__", "")
)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_no_other_file_is_read(tmp_path, reader, trick, message):
    secret(tmp_path)
    path = str(tmp_path / "made")
    read = reader(path, trick, tmp_path)
    with pytest.raises(ArgumentError, match=message) as refused:
        read()
    named = "`model`" if reader is raw_vector else f'"{path}'
    assert str(refused.value).startswith(named)


def test_neither_is_it_for_an_application(tmp_path):
    secret(tmp_path)
    shape = {"input_shape": [32, 32, 3], "alpha": 0.25, "classes": 2}
    path = str(tmp_path / "w.h5")
    model = rk.application_mobilenet(**shape, weights=None)
    weight_files.save_model_weights_hdf5(model, path)
    manipulate(path, "conv1", external_dataset, tmp_path)
    with pytest.raises(ArgumentError, match=ELSEWHERE):
        rk.application_mobilenet(**shape, weights=path)
    with pytest.raises(ArgumentError, match=ELSEWHERE):
        rk.mobilenet_load_model_hdf5(path)


# --- data ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "trick", [external_link, soft_link_to_one, external_dataset, virtual_dataset]
)
def test_data_of_other_files(tmp_path, trick):
    secret(tmp_path)
    path = str(tmp_path / "data.h5")
    with h5py.File(path, "w") as file:
        trick(file.create_group("group"), "x", tmp_path)
    with pytest.raises(ArgumentError, match="other file") as refused:
        files.hdf5_matrix(path, "group/x")
    assert f'"{path}"' in str(refused.value)


def test_data_may_have_soft_links_inside_their_file(tmp_path):
    path = str(tmp_path / "data.h5")
    with h5py.File(path, "w") as file:
        file["a/b/x"] = SECRET
        file["a/relative"] = h5py.SoftLink("b/x")
        file["absolute"] = h5py.SoftLink("/a/relative")
        file["circle"] = h5py.SoftLink("/circle")
    for name in ("a/b/x", "/a/relative", "absolute"):
        np.testing.assert_array_equal(np.asarray(files.hdf5_matrix(path, name)), SECRET)
    with pytest.raises(ArgumentError, match="is a link"):
        files.hdf5_matrix(path, "circle")
    with pytest.raises(ArgumentError, match='there is no "a/b/x/y" in'):
        files.hdf5_matrix(path, "a/b/x/y")


@pytest.mark.parametrize(("links", "followed"), [(1, True), (16, True), (17, False)])
def test_a_chain_of_soft_links_is_followed_so_far(tmp_path, links, followed):
    path = str(tmp_path / "data.h5")
    with h5py.File(path, "w") as file:
        file["link0"] = SECRET
        for i in range(links):
            file[f"link{i + 1}"] = h5py.SoftLink(f"/link{i}")
    if followed:
        np.testing.assert_array_equal(np.asarray(files.hdf5_matrix(path, f"link{links}")), SECRET)
    else:
        with pytest.raises(ArgumentError, match="is a link"):
            files.hdf5_matrix(path, f"link{links}")


# --- memory and time ----------------------------------------------------------------------------


def weights_with(tmp_path, change):
    path = str(tmp_path / "w.h5")
    weight_files.save_model_weights_hdf5(stack(3), path)
    with h5py.File(path, "r+") as file:
        change(file)
    return path


def far_larger_than_the_file(file):
    file.create_dataset("more", (10**6, 10**6), "float32", chunks=(1, 1000), fillvalue=1.0)


def many_of_them(file):
    for i in range(200):
        file.create_dataset(f"more/{i}", (1000, 1000), "float64", chunks=(1, 1000))


def a_chunk_of_gigabytes(file):
    file.create_dataset("more", (1,), "float32", maxshape=(None,), chunks=(2**29,))


def an_element_of_gigabytes(file):
    file.create_dataset("more", (1, 10), "S1000000000", chunks=(1, 1))


@pytest.mark.parametrize(
    "change",
    [far_larger_than_the_file, many_of_them, a_chunk_of_gigabytes, an_element_of_gigabytes],
)
def test_arrays_that_would_fill_the_memory(tmp_path, change):
    path = weights_with(tmp_path, change)
    assert os.path.getsize(path) < 1e6
    with pytest.raises(ArgumentError, match=r"its arrays claim to need [\d.e+]+ GB") as told:
        weight_files.load_model_weights_hdf5(stack(3), path)
    assert f'"{path}"' in str(told.value)


def test_what_compression_saves_is_no_bomb(tmp_path):
    model = keras.Sequential([keras.Input((4000,)), keras.layers.Dense(4000, name="d")])
    path = str(tmp_path / "w.h5")
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = [b"d"]
        group = file.create_group("d")
        group.attrs["weight_names"] = [b"kernel", b"bias"]
        kernel = np.full((4000, 4000), 0.5, "float32")
        group.create_dataset("kernel", data=kernel, compression="gzip")
        group["bias"] = np.zeros(4000, "float32")
    assert os.path.getsize(path) < kernel.nbytes / 300
    weight_files.load_model_weights_hdf5(model, path)
    assert (model.get_weights()[0] == 0.5).all()


def a_group_in_itself(file):
    file["d0/again"] = file["d0"]


def a_group_of_two_names(file):
    file["more"] = file["d0"]


@pytest.mark.parametrize("change", [a_group_in_itself, a_group_of_two_names])
def test_a_file_has_an_end(tmp_path, change):
    path = weights_with(tmp_path, change)
    with pytest.raises(ArgumentError, match="is a group with two names"):
        weight_files.load_model_weights_hdf5(stack(3), path)


@pytest.mark.parametrize("names", [[b"kernel"] * 9, [b"kernel", b"./kernel", b"x/../kernel"]])
def test_no_array_is_read_many_times(tmp_path, names):
    def change(file):
        file["d0"].attrs["weight_names"] = names

    path = weights_with(tmp_path, change)
    with pytest.raises(
        ArgumentError, match='"/d0" in it has duplicate names in its "weight_names"'
    ):
        weight_files.load_model_weights_hdf5(stack(3), path)


def a_reference(file):
    file["d0"].attrs["more"] = file["d0"].ref


def lists(file):
    file.create_dataset("d0/more", (2,), h5py.vlen_dtype("float32"))


@pytest.mark.parametrize("change", [a_reference, lists])
def test_types_on_which_the_library_may_crash(tmp_path, change):
    path = weights_with(tmp_path, change)
    with pytest.raises(ArgumentError, match=r'"d0.*" in it is damaged: it has values of an'):
        weight_files.load_model_weights_hdf5(stack(3), path)


def test_files_of_many_arrays_are_checked_quickly(tmp_path):
    path = str(tmp_path / "many.h5")
    with h5py.File(path, "w") as file:
        for i in range(1000):
            file[f"l{i}/d/w"] = [1.0]
    start = time.perf_counter()
    safe_hdf5.check_file(path)
    assert time.perf_counter() - start < 60
