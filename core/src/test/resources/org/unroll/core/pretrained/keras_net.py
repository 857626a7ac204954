"""Writes a whole model as Keras 2 does, with what it gives for one picture, by NumPy alone.

usage: python3 keras_net.py FILE

The file has the attribute model_config and the weights below model_weights, as
model.save("net.h5") writes them, and beside them test/picture [h, w, c] and
test/<layer> [h, w, c] or [n] for the layers named in LAYERS.
"""

import json
import sys

import h5py
import numpy as np

random = np.random.RandomState(11)
HEIGHT, WIDTH = 9, 11


def conv(name, source, filters, kernel, stride, padding, activation):
    config = {
        "name": name,
        "trainable": True,
        "filters": filters,
        "kernel_size": [kernel, kernel],
        "strides": [stride, stride],
        "padding": padding,
        "data_format": "channels_last",
        "dilation_rate": [1, 1],
        "groups": 1,
        "activation": activation,
        "use_bias": True,
    }
    return {"class_name": "Conv2D", "config": config, "name": name, "inbound_nodes": nodes(source)}


def plain(kind, name, config, *sources):
    return {
        "class_name": kind,
        "config": dict(config, name=name),
        "name": name,
        "inbound_nodes": nodes(*sources),
    }


def nodes(*sources):
    return [[[source, 0, 0, {}] for source in sources]] if sources else []


LAYERS = [
    plain("InputLayer", "input_1", {"batch_input_shape": [None, HEIGHT, WIDTH, 3]}),
    conv("conv1", "input_1", 4, 3, 2, "same", "relu"),
    plain("BatchNormalization", "bn1", {"axis": [3], "momentum": 0.99, "epsilon": 0.001}, "conv1"),
    plain("Activation", "act1", {"activation": "relu"}, "bn1"),
    conv("conv2", "act1", 4, 2, 1, "same", "tanh"),
    plain("Add", "add", {}, "conv2", "act1"),
    plain(
        "MaxPooling2D",
        "pool",
        {"pool_size": [2, 2], "strides": [2, 2], "padding": "valid", "data_format": "channels_last"},
        "add",
    ),
    plain("Flatten", "flatten", {"data_format": "channels_last"}, "pool"),
    plain("Dense", "dense", {"units": 5, "activation": "sigmoid", "use_bias": True}, "flatten"),
]

WEIGHTS = {
    "conv1": {"kernel:0": (3, 3, 3, 4), "bias:0": (4,)},
    "bn1": {"gamma:0": (4,), "beta:0": (4,), "moving_mean:0": (4,), "moving_variance:0": (4,)},
    "conv2": {"kernel:0": (2, 2, 4, 4), "bias:0": (4,)},
    "dense": {"kernel:0": (24, 5), "bias:0": (5,)},
}


def draw(name, shape):
    values = random.uniform(0.5, 1.5, shape) if name.startswith(("gamma", "moving_v")) else random.normal(0, 0.4, shape)
    return values.astype(np.float32)


def convolve(x, kernel, bias, stride):
    """Padding same: zeros so that there is one place for every stride, one more behind."""
    size, _, _, filters = kernel.shape
    places = [-(-length // stride) for length in x.shape[:2]]
    zeros = [max(0, (p - 1) * stride + size - length) for p, length in zip(places, x.shape)]
    around = [(z // 2, z - z // 2) for z in zeros] + [(0, 0)]
    x = np.pad(x, around)
    out = np.zeros((places[0], places[1], filters))
    for i in range(places[0]):
        for j in range(places[1]):
            part = x[i * stride : i * stride + size, j * stride : j * stride + size]
            for f in range(filters):
                out[i, j, f] = np.sum(part * kernel[..., f]) + bias[f]
    return out


def run(picture, w):
    given = {"conv1": np.maximum(convolve(picture, *w["conv1"].values(), 2), 0)}
    gamma, beta, mean, variance = w["bn1"].values()
    given["bn1"] = gamma * (given["conv1"] - mean) / np.sqrt(variance + 0.001) + beta
    given["act1"] = np.maximum(given["bn1"], 0)
    given["conv2"] = np.tanh(convolve(given["act1"], *w["conv2"].values(), 1))
    given["add"] = given["conv2"] + given["act1"]
    high, wide = given["add"].shape[0] // 2, given["add"].shape[1] // 2
    given["pool"] = np.array(
        [[given["add"][2 * i : 2 * i + 2, 2 * j : 2 * j + 2].max((0, 1)) for j in range(wide)] for i in range(high)]
    )
    kernel, bias = w["dense"].values()
    given["dense"] = 1 / (1 + np.exp(-(given["pool"].reshape(-1) @ kernel + bias)))
    return given


def main(path):
    weights = {layer: {name: draw(name, shape) for name, shape in names.items()} for layer, names in WEIGHTS.items()}
    picture = random.normal(0, 1, (HEIGHT, WIDTH, 3)).astype(np.float32)
    with h5py.File(path, "w") as file:
        model = {"class_name": "Functional", "config": {"name": "net", "layers": LAYERS}}
        file.attrs["model_config"] = json.dumps(model).encode("utf8")
        file.attrs["keras_version"] = "2.11.0".encode("utf8")
        file.attrs["backend"] = "tensorflow".encode("utf8")
        top = file.create_group("model_weights")
        top.attrs["layer_names"] = [layer["name"].encode("utf8") for layer in LAYERS]
        for layer in LAYERS:
            group = top.create_group(layer["name"])
            arrays = weights.get(layer["name"], {})
            group.attrs["weight_names"] = [(layer["name"] + "/" + name).encode("utf8") for name in arrays]
            for name, values in arrays.items():
                group.create_dataset(layer["name"] + "/" + name, data=values)
        file.create_dataset("test/picture", data=picture)
        for name, values in run(picture.astype(np.float64), weights).items():
            file.create_dataset("test/" + name, data=values)


if __name__ == "__main__":
    main(sys.argv[1])
