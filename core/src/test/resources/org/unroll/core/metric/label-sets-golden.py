"""Golden scores of sets of labels, as scikit-learn 1.9.1 counts them.

Run in this directory: python3 label-sets-golden.py > label-sets-golden.json
The sets and probabilities follow from a seed by a formula that the test has too. Labels of which a
score is undefined are left out of its mean, as with zero_division=nan.
"""
import json

import numpy as np
from sklearn.metrics import (
    accuracy_score, average_precision_score, f1_score, log_loss, precision_recall_fscore_support,
    roc_auc_score)


class Draws:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 16) % n


def drawn(case):
    """Truth and probabilities, both [example, label]; many probabilities are equal."""
    draws, n = Draws(case["seed"]), case["labels"]
    truth, probabilities = [], []
    for _ in range(case["examples"]):
        row = [draws.below(100) < case["share"] + 10 * (label % 3) - 10 for label in range(n)]
        truth.append(row)
        probabilities.append([(1 + draws.below(16) + 7 * holds) / 25 for holds in row])
    return np.array(truth, dtype=int), np.array(probabilities)


def scores(case):
    truth, p = drawn(case)
    said = (p > case["threshold"]).astype(int)
    some = [label for label in range(case["labels"]) if truth[:, label].any()]
    mixed = [label for label in some if not truth[:, label].all()]
    found = {
        "micro-f1": f1_score(truth, said, average="micro", zero_division=0),
        "macro-f1": f1_score(truth, said, average="macro", zero_division=np.nan),
        "exact-match": accuracy_score(truth, said),
        "log-loss": np.mean([log_loss(truth[:, label], p[:, label], labels=[0, 1])
                             for label in range(case["labels"])]),
    }
    if some:
        found["average-precision"] = average_precision_score(truth[:, some], p[:, some])
    if mixed:
        found["roc-auc"] = roc_auc_score(truth[:, mixed], p[:, mixed])
    table = precision_recall_fscore_support(truth, said, zero_division=np.nan)
    return {
        "scores": {key: float(value) for key, value in found.items()},
        "table": [[None if value != value else round(float(value), 6) for value in row]
                  for row in zip(*table)],
    }


def cases():
    for seed in range(1, 21):
        yield {
            "seed": seed,
            "labels": 2 + seed % 5,
            "examples": 1 + (31 * seed) % 60,
            "share": (30, 10, 60, 5)[seed % 4],
            "threshold": (0.5, 0.3, 0.62)[seed % 3],
        }


print("[\n" + ",\n".join(json.dumps(dict(c, **scores(c))) for c in cases()) + "\n]")
