"""Golden BLEU, CIDEr-D and ROUGE-L of captions, computed by the evaluation code of COCO itself.

Needs numpy and a checkout of https://github.com/salaniz/pycocoevalcap (its Python parts alone, no
Java) in a folder on the path. Run in this directory:
PYTHONPATH=<folder that holds pycocoevalcap> python3 captions-golden.py > captions-golden.json
All sentences are made up here. They are words between spaces, lower-case, so that the rules by which
captions are cut into words play no part.
"""
import json
import random
import sys

from pycocoevalcap.bleu.bleu import Bleu
from pycocoevalcap.cider.cider import Cider
from pycocoevalcap.rouge.rouge import Rouge

WORDS = "a the dog man girl in on with red ball runs two water's jumps over 7 wall bird sees grass".split()


def scores(case):
    wanted = {i: refs for i, refs in enumerate(case["references"])}
    said = {i: [caption] for i, caption in enumerate(case["captions"])}
    bleu, _ = Bleu(4).compute_score(wanted, said, verbose=0)
    cider, each_cider = Cider().compute_score(wanted, said)
    rouge, each_rouge = Rouge().compute_score(wanted, said)
    return {
        "bleu": [100 * score for score in bleu],
        "cider": float(cider),
        "rouge-l": 100 * float(rouge),
        "each-cider": [float(score) for score in each_cider],
        "each-rouge-l": [100 * float(score) for score in each_rouge],
    }


def sentence(rng, least, most):
    """Early words are far more frequent, so that some occur twice in a sentence."""
    weights = [1 / (1 + rank) for rank in range(len(WORDS))]
    return rng.choices(WORDS, weights, k=rng.randint(least, most))


def changed(rng, words):
    words = [w if rng.random() < 0.75 else rng.choice(WORDS) for w in words]
    if rng.random() < 0.3:
        at = rng.randint(0, len(words))
        words = words[at:] + words[:at]
    if rng.random() < 0.4:
        del words[rng.randint(0, len(words)) :]
    return words + (sentence(rng, 1, 4) if rng.random() < 0.3 else [])


def corpus(rng, images, references, least):
    captions, wanted = [], []
    for _ in range(images):
        first = sentence(rng, least, 12)
        refs = [first] + [changed(rng, first) or first for _ in range(rng.choice(references) - 1)]
        captions.append(" ".join(changed(rng, rng.choice(refs))))
        wanted.append([" ".join(ref) for ref in refs])
    return {"captions": captions, "references": wanted}


def edge_cases():
    other = ["two birds fly over the grey sea", "birds above water"]
    # nothing said, alone and among others
    yield [""], [["a dog runs in the grass"]]
    yield ["", "two birds fly over the sea"], [["a dog runs"], other]
    yield ["", "birds"], [["dog"], other]
    # shorter than n
    yield ["dog"], [["dog"]]
    yield ["a dog", "birds"], [["a dog", "the dog"], other]
    yield ["a dog runs", "birds fly over"], [["a dog runs"], ["birds fly over"]]
    # words that repeat, more often than a reference has them and less often
    yield ["the the the the the the", "birds"], [["the dog on the wall", "a dog"], other]
    yield ["a dog and a dog", "a"], [["a dog and a dog and a dog and a cat"], other]
    # two references as close in length: the shorter one counts, whichever comes first
    yield ["a b c d e", "birds above"], [["a b c d e f g", "a b c"], other]
    yield ["a b c d e", "birds above"], [["a b c", "a b c d e f g"], other]
    yield ["a b c d", "a b c d"], [["a b c d e f", "a b"], ["a b c d e", "a b c"]]
    # one reference each, one the same, one that shares no word
    yield ["a b c d e", "v w x y"], [["a b c d e"], ["k l m n"]]
    # all references alike: nothing is rare
    yield ["a b c d", "a b c d"], [["a b c d"], ["a b c d"]]
    # best precision and best recall come from different references
    yield ["a b c d", "birds"], [["a b c d e f g h", "a c"], other]
    # a sentence much longer than its reference
    yield [" ".join("abcdefghijklmnopqrst"), "birds"], [["a b c d e"], other]


generator = random.Random(8)
cases = [{"captions": said, "references": wanted} for said, wanted in edge_cases()]
for images, references, least in ((1, [5], 4), (3, [1], 4), (6, [2], 1), (10, [5], 4), (12, [1, 2, 5], 2)):
    cases += [corpus(generator, images, references, least) for _ in range(3)]
json.dump([dict(case, scores=scores(case)) for case in cases], sys.stdout, indent=1)
print()
