"""Golden scores of frame-wise labelling, computed apart from the Java code, with plain Python 3.

Run in this directory: python3 frames-golden.py > frames-golden.json
Segments, edit score and F1@k are those of Farha & Gall (CVPR 2019) and Lea et al. (CVPR 2017),
written from their definitions: overlaps are counted over sets of frames, in fractions. The videos
follow from a seed by a formula that the test has too.
"""
import json
import math
import sys
from fractions import Fraction
from functools import lru_cache
from itertools import groupby


class Draws:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 16) % n


def video(draws, case, length):
    """Truth (-1 without a label), predicted and probabilities, frame by frame."""
    classes, now, wrong = case["classes"], draws.below(case["classes"]), -1
    truth, predicted, probabilities = [], [], []
    for _ in range(length):
        if draws.below(12) == 0:
            now = draws.below(classes)
        if draws.below(6) == 0:
            wrong = draws.below(classes) if draws.below(100) < case["noise"] else -1
        predicted.append(now if wrong < 0 else wrong)
        truth.append(-1 if draws.below(100) < case["unlabelled"] else now)
        row = [1 + draws.below(50) + 60 * (c == predicted[-1]) for c in range(classes)]
        probabilities.append([w / sum(row) for w in row])
    return truth, predicted, probabilities


def segments(numbers, background):
    frames = groupby(range(len(numbers)), key=lambda i: numbers[i])
    return [(c, set(run)) for c, run in frames if c != background]


def distance(a, b):
    @lru_cache(None)
    def of(i, j):
        if i == 0 or j == 0:
            return i + j
        return min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (a[i - 1] != b[j - 1]))

    return of(len(a), len(b))


def edit(truth, predicted):
    longer = max(len(truth), len(predicted))
    if longer == 0:
        return 100.0
    return 100 * (1 - distance([c for c, _ in truth], [c for c, _ in predicted]) / longer)


def matches(truth, predicted, percent):
    """True positives: each prediction goes to the segment of its class that it overlaps most."""
    taken = set()
    for number, frames in predicted:
        shares = [Fraction(len(frames & t), len(frames | t)) if c == number else Fraction(0)
                  for c, t in truth]
        best = max(range(len(shares)), key=lambda i: shares[i], default=-1)
        if best >= 0 and best not in taken and shares[best] >= Fraction(percent, 100):
            taken.add(best)
    return len(taken)


def harmonic(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else Fraction(0)


def share(part, whole):
    return Fraction(part, whole) if whole else Fraction(0)


def macro_f1(pairs, classes):
    scores = []
    for c in range(classes):
        said, is_ = sum(p == c for _, p in pairs), sum(t == c for t, _ in pairs)
        both = sum(t == p == c for t, p in pairs)
        if said + is_:
            scores.append(harmonic(share(both, said), share(both, is_)))
    return float(sum(scores) / len(scores))


def classification(case):
    draws = Draws(case["seed"])
    pairs, edits, losses = [], [], []
    said, wanted, right = 0, 0, {10: 0, 25: 0, 50: 0}
    for length in case["lengths"]:
        truth, predicted, probabilities = video(draws, case, length)
        kept = [i for i, c in enumerate(truth) if c >= 0]
        if not kept:
            continue
        truth, predicted = [truth[i] for i in kept], [predicted[i] for i in kept]
        pairs += zip(truth, predicted)
        losses += [-math.log(probabilities[i][c]) for i, c in zip(kept, truth)]
        t, p = segments(truth, case["background"]), segments(predicted, case["background"])
        edits.append(edit(t, p))
        said, wanted = said + len(p), wanted + len(t)
        for percent in right:
            right[percent] += matches(t, p, percent)
    scores = {
        "accuracy": sum(t == p for t, p in pairs) / len(pairs),
        "macro-f1": macro_f1(pairs, case["classes"]),
        "edit": sum(edits) / len(edits),
    }
    for percent, hits in right.items():
        scores[f"f1-{percent}"] = 100 * float(harmonic(share(hits, said), share(hits, wanted)))
    return dict(scores, **{"log-loss": sum(losses) / len(losses)})


def numbers(case):
    draws, columns = Draws(case["seed"]), [[] for _ in range(case["columns"])]
    for length in case["lengths"]:
        for _ in range(length):
            for column in columns:
                truth = draws.below(2001) / 1000 - 1
                predicted = truth + (draws.below(401) - 200) / 1000
                if draws.below(100) >= case["unlabelled"]:
                    column.append((truth, predicted))
    each = []
    for column in columns:
        errors = [p - t for t, p in column]
        mean = sum(t for t, _ in column) / len(column)
        mse = sum(e * e for e in errors) / len(column)
        each.append({
            "mae": sum(map(abs, errors)) / len(column),
            "rmse": math.sqrt(mse),
            "mse": mse,
            "r2": 1 - mse * len(column) / sum((t - mean) ** 2 for t, _ in column),
        })
    scores = {key: sum(e[key] for e in each) / len(each) for key in each[0]}
    if len(columns) == 1:  # three bands at -0.5 and 0.25
        band = lambda value: (value >= -0.5) + (value >= 0.25)
        pairs = [(band(t), band(p)) for t, p in columns[0]]
        scores["accuracy"] = sum(t == p for t, p in pairs) / len(pairs)
        scores["macro-f1"] = macro_f1(pairs, 3)
    return scores


def cases():
    for seed in range(1, 37):
        yield {
            "seed": seed,
            "classes": 2 + seed % 7,
            "background": seed % 3 - 1 if seed % 4 else -1,
            "noise": (0, 20, 50, 80, 100)[seed % 5],
            "unlabelled": (0, 0, 15, 60)[seed % 4],
            "lengths": [1 + (37 * seed * (v + 1)) % 160 for v in range(1 + seed % 6)],
        }


def number_cases():
    for seed in range(101, 109):
        yield {
            "seed": seed,
            "columns": 1 + seed % 2,
            "unlabelled": 10 * (seed % 3),
            "lengths": [20 + seed % 9, 33, 1],
        }


lines = [json.dumps(dict(c, scores=classification(c))) for c in cases()]
more = [json.dumps(dict(c, scores=numbers(c))) for c in number_cases()]
print('{"classes": [\n' + ",\n".join(lines) + '\n],\n"numbers": [\n' + ",\n".join(more) + "\n]}")
