"""Golden BLEU and chrF2 scores, computed apart from the Java code, with plain Python 3.

Run in this directory: python3 translation-golden.py > translation-golden.json
First it checks itself against the scores that the README and the tests of sacreBLEU 2 state.
"""
import json
import math
import random
import re
import sys
from collections import Counter
from fractions import Fraction


def mteval_13a(text):
    """Rules of mteval-v13a.pl as sacreBLEU keeps them."""
    text = text.replace("<skipped>", "").replace("-\n", "").replace("\n", " ")
    for entity, sign in (("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")):
        text = text.replace(entity, sign)
    text = " " + text + " "
    signs = "".join(chr(c) for c in range(32, 127) if not chr(c).isalnum() and chr(c) not in "',-.")
    text = "".join(" " + c + " " if c in signs else c for c in text)
    text = re.sub("([^0-9])([.,])", r"\1 \2 ", text)
    text = re.sub("([.,])([^0-9])", r" \1 \2", text)
    text = re.sub("([0-9])-", r"\1 - ", text)
    return text.split()


def ngrams(items, n):
    return Counter(tuple(items[i : i + n]) for i in range(len(items) - n + 1))


def bleu(hypotheses, references, cut, smooth):
    hits, all_, said, wanted = [0] * 5, [0] * 5, 0, 0
    for hypothesis, refs in zip(hypotheses, references):
        words, refs = cut(hypothesis), [cut(r) for r in refs]
        said += len(words)
        wanted += min((abs(len(r) - len(words)), len(r)) for r in refs)[1]
        for n in range(1, 5):
            counts = ngrams(words, n)
            all_[n] += sum(counts.values())
            for gram, count in counts.items():
                hits[n] += min(count, max(ngrams(r, n)[gram] for r in refs))
    if not any(hits) or not all_[4]:
        return 0.0
    product, misses = Fraction(1), 0
    for n in range(1, 5):
        if hits[n]:
            product *= Fraction(hits[n], all_[n])
        elif smooth:
            misses += 1
            product *= Fraction(1, 2**misses * all_[n])
        else:
            return 0.0
    penalty = 1.0 if said >= wanted else math.exp(1 - wanted / said)
    return 100 * penalty * float(product) ** 0.25


def chrf(hypotheses, references):
    def counts(hypothesis, reference):
        h, r = "".join(hypothesis.split()), "".join(reference.split())
        rows = []
        for n in range(1, 7):
            a, b = ngrams(h, n), ngrams(r, n)
            total = sum(b.values())
            rows.append((sum(a.values()) if total else 0, total, sum((a & b).values())))
        return rows

    def f2(rows):
        used = [row for row in rows if row[0] and row[1]]
        if not used:
            return 0.0
        precision = sum(m / s for s, _, m in used) / len(used)
        recall = sum(m / w for _, w, m in used) / len(used)
        return 500 * precision * recall / (4 * precision + recall) if precision + recall else 0.0

    total = [(0, 0, 0)] * 6
    for hypothesis, refs in zip(hypotheses, references):
        best = max((counts(hypothesis, r) for r in refs), key=f2)
        total = [tuple(x + y for x, y in zip(a, b)) for a, b in zip(total, best)]
    return f2(total)


def scores(case):
    h, r = case["hypotheses"], case["references"]
    lower = lambda text: text.lower().split()
    return {
        "sacrebleu": bleu(h, r, mteval_13a, True),
        "tok-none": bleu(h, r, str.split, True),
        "bleu": bleu(h, r, lower, False),
        "chrf": chrf(h, r),
    }


README = {
    "hypotheses": ["The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."],
    "references": [
        ["The dog bit the man.", "The dog had bit the man."],
        ["It was not unexpected.", "No one was surprised."],
        ["The man bit him first.", "The man had bitten the dog."],
    ],
}

published = scores(README)
assert abs(published["sacrebleu"] - 48.530827) < 1e-6, published
assert abs(published["tok-none"] - 49.1919566) < 1e-6, published
assert round(published["chrf"], 2) == 59.73, published

WORDS = ["the", "The", "dog", "don't", "3.5", "1,000", "U.S.", "well-known", "1990-95", "&quot;",
         "é", "Größe", "(a)", "a/b", "end.", ",", "\u00a0x", "\U0001f600", "$5", "l'eau", "A&amp;B"]


def variants(rng):
    """Random sentences and hypotheses that share most of their words."""
    hypotheses, references = [], []
    for _ in range(rng.randint(1, 8)):
        first = [rng.choice(WORDS) for _ in range(rng.randint(1, 14))]
        refs = [first] + [rng.sample(first, len(first)) for _ in range(rng.randint(0, 1))]
        said = [w if rng.random() < 0.7 else rng.choice(WORDS) for w in first]
        if rng.random() < 0.3:
            said = said[: len(said) // 2]
        hypotheses.append(" ".join(said))
        references.append([" ".join(r) for r in refs])
    return {"hypotheses": hypotheses, "references": references}


generator = random.Random(6)
cases = [
    README,
    {"hypotheses": [""], "references": [["a b c d"]]},
    {"hypotheses": ["a b"], "references": [["a b"]]},
    {"hypotheses": ["a b c d e"], "references": [["v w x y z"]]},
    {"hypotheses": ["a x b y c"], "references": [["a b c d e f g"]]},
] + [variants(generator) for _ in range(25)]
json.dump([dict(case, scores=scores(case)) for case in cases], sys.stdout, indent=1)
print()
