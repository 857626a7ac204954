package org.unroll.datasets.ngrams;

/** What the log odds of linear models, one a unit, are together. */
enum Units {
  /** One class of two: a single model, of the second against the first. */
  PAIR {
    @Override
    double[] logits(double[] odds) {
      return new double[] {logSigmoid(-odds[0]), logSigmoid(odds[0])};
    }

    @Override
    double loss(double[] logits, boolean[] holds) {
      return -logits[holds[0] ? 1 : 0];
    }
  },

  /** One class of several: each against the rest, their probabilities made to sum to 1. */
  CLASSES {
    @Override
    double[] logits(double[] odds) {
      double[] logits = new double[odds.length];
      double sum = 0;
      for (int unit = 0; unit < odds.length; unit++) {
        logits[unit] = logSigmoid(odds[unit]);
        sum += Math.exp(logits[unit]);
      }
      for (int unit = 0; unit < odds.length; unit++) {
        logits[unit] -= Math.log(sum);
      }
      return logits;
    }

    @Override
    double loss(double[] logits, boolean[] holds) {
      double loss = 0;
      for (int unit = 0; unit < logits.length; unit++) {
        loss -= holds[unit] ? logits[unit] : 0;
      }
      return loss;
    }
  },

  /** Labels of which any number holds, each by itself. */
  LABELS {
    @Override
    double[] logits(double[] odds) {
      return odds;
    }

    @Override
    double probability(double logit) {
      return Math.exp(logSigmoid(logit));
    }

    @Override
    double loss(double[] logits, boolean[] holds) {
      double loss = 0;
      for (int unit = 0; unit < logits.length; unit++) {
        loss -= logSigmoid(holds[unit] ? logits[unit] : -logits[unit]);
      }
      return loss / logits.length;
    }
  };

  /** What a head of such units can be added to: log-probabilities of classes, or log odds. */
  abstract double[] logits(double[] odds);

  /** The log-loss of a text. */
  abstract double loss(double[] logits, boolean[] holds);

  double probability(double logit) {
    return Math.exp(logit);
  }

  /** The log of 1 / (1 + exp(-x)), never of 0. */
  private static double logSigmoid(double x) {
    return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  }
}
