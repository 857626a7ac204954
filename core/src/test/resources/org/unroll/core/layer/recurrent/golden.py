"""Golden vectors of LSTM and GRU from PyTorch (Debian 12: apt install python3-torch, 1.13.1).

Run in this directory: /usr/bin/python3 golden.py > golden.json
Parameters are written in the order of org.unroll.core.layer.cell.CellType, sequences time-major.
"""
import json
import torch

TIME, BATCH, INPUTS, UNITS = 4, 2, 3, 2


def gates(matrix, order):
    """Blocks of rows in another order, transposed: [in, gates * units]."""
    blocks = matrix.split(UNITS, dim=0)
    return torch.cat([blocks[i] for i in order], dim=0).t()


def biases(inner, outer, order, split):
    """Sums of PyTorch's two biases; of the gate `split` both, the recurrent one last."""
    blocks = [inner.split(UNITS)[i] + outer.split(UNITS)[i] for i in order]
    if split is not None:
        blocks[-1] = inner.split(UNITS)[split]
        blocks.append(outer.split(UNITS)[split])
    return torch.cat(blocks).unsqueeze(0)


def bias_gradients(inner, outer, order, split):
    blocks = [inner.split(UNITS)[i] for i in order]
    if split is not None:
        blocks.append(outer.split(UNITS)[split])
    return torch.cat(blocks).unsqueeze(0)


def case(name, kind, order, split):
    torch.manual_seed(5)
    cell = kind(INPUTS, UNITS).double()
    steps = torch.randn(TIME, BATCH, INPUTS, dtype=torch.double, requires_grad=True)
    hidden = torch.randn(1, BATCH, UNITS, dtype=torch.double, requires_grad=True)
    memory = torch.randn(1, BATCH, UNITS, dtype=torch.double, requires_grad=True)
    lstm = kind is torch.nn.LSTM
    output, last = cell(steps, (hidden, memory) if lstm else hidden)
    weight = torch.randn(output.shape, dtype=torch.double)
    (output * weight).sum().backward()
    arrays = {
        "W": gates(cell.weight_ih_l0, order),
        "RW": gates(cell.weight_hh_l0, order),
        "b": biases(cell.bias_ih_l0, cell.bias_hh_l0, order, split),
        "input": steps,
        "hidden": hidden[0],
        "memory": memory[0] if lstm else torch.zeros(BATCH, UNITS),
        "output": output,
        "output-gradient": weight,
        "last-hidden": (last[0] if lstm else last)[0],
        "last-memory": last[1][0] if lstm else torch.zeros(BATCH, UNITS),
        "W-gradient": gates(cell.weight_ih_l0.grad, order),
        "RW-gradient": gates(cell.weight_hh_l0.grad, order),
        "b-gradient": bias_gradients(cell.bias_ih_l0.grad, cell.bias_hh_l0.grad, order, split),
        "input-gradient": steps.grad,
        "hidden-gradient": hidden.grad[0],
        "memory-gradient": memory.grad[0] if lstm else torch.zeros(BATCH, UNITS),
    }
    return name, {
        key: {"shape": list(a.shape), "values": [round(v, 9) for v in a.detach().reshape(-1).tolist()]}
        for key, a in arrays.items()
    }


def written(arrays):
    """One array a line."""
    return ",\n".join(f'  "{key}": {json.dumps(array)}' for key, array in arrays.items())


cases = [
    case("LSTM", torch.nn.LSTM, [0, 1, 2, 3], None),
    case("GRU_RESET_AFTER", torch.nn.GRU, [1, 0, 2], 2),
]
print("{")
print(",\n".join(f' "{name}": {{\n{written(arrays)}\n }}' for name, arrays in cases))
print("}")
