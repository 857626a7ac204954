package org.unroll.apps.charlm;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.unroll.core.app.Net;
import org.unroll.core.graph.step.StepGraph;
import org.unroll.core.graph.step.StepOutput;
import org.unroll.core.graph.step.StepState;
import org.unroll.datasets.stream.StreamRows;
import org.unroll.datasets.stream.SymbolText;

/**
 * Scores a net on a text: each symbol but the first, given all before it. The text is read at
 * {@value #ROWS} places side by side; each row reads {@value #LEAD} symbols before its stretch,
 * which are not scored, so that its state is that of a net that came from there. The state is the
 * scorer's own.
 */
record StreamScorer(SymbolText text, int size, int[] characters) {
  private static final int ROWS = 32;
  private static final int TOGETHER = 8;
  private static final int LEAD = 256;
  private static final int STEPS = 128;

  /**
   * @param characters that each symbol is
   */
  StreamScorer {}

  /**
   * The score of another model.
   *
   * @param nats sum over all symbols but the first
   */
  StreamScore of(double nats) {
    long written = 0;
    for (int place = 1; place < text.length(); place++) {
      written += characters[text.at(place)];
    }
    return new StreamScore(nats, text.length() - 1L, 0, written);
  }

  StreamScore score(Net net) {
    StreamScore[] sum = {StreamScore.NOTHING};
    int scored = text.length() - 1;
    StreamRows rows = new StreamRows(Math.max(1, Math.min(ROWS, scored / LEAD)), TOGETHER);
    net.overBatches(
        rows,
        own -> {
          StepGraph steps = own.steps(Set.of(CharlmApp.SYMBOLS));
          return Net.BatchWork.closing(
              steps::close, batch -> score(steps, batch.examples(), rows.examples()));
        },
        (batch, score) -> sum[0] = sum[0].plus(score));
    return sum[0];
  }

  /** The first symbol that a row predicts; those before it are read. */
  private int begin(int row, int rows) {
    return 1 + (int) ((text.length() - 1L) * row / rows);
  }

  /** The first row has nothing before it, and is read by itself. */
  private StreamScore score(StepGraph steps, int[] rows, int all) {
    if (rows[0] > 0) {
      return score(steps, rows, all, LEAD);
    }
    int[] others = Arrays.copyOfRange(rows, 1, rows.length);
    StreamScore first = score(steps, new int[] {0}, all, 0);
    return others.length == 0 ? first : first.plus(score(steps, others, all, LEAD));
  }

  private StreamScore score(StepGraph steps, int[] rows, int all, int lead) {
    int longest = 0;
    for (int row : rows) {
      longest = Math.max(longest, begin(row + 1, all) - begin(row, all));
    }
    StreamScore sum = StreamScore.NOTHING;
    StepState state = steps.start(rows.length);
    for (int from = -lead; from < longest; from += STEPS) {
      float[][] read = new float[rows.length][STEPS];
      for (int i = 0; i < rows.length; i++) {
        int first = begin(rows[i], all) + from - 1; // the symbol before the one predicted
        for (int t = 0; t < STEPS; t++) {
          read[i][t] = text.at(Math.max(0, Math.min(text.length() - 1, first + t)));
        }
      }
      StepOutput output = steps.stretch(state, Map.of(CharlmApp.SYMBOLS, read), STEPS);
      state = output.state();
      for (int i = 0; i < rows.length && from >= 0; i++) {
        int first = begin(rows[i], all) + from;
        int last = Math.min(first + STEPS, begin(rows[i] + 1, all));
        sum = sum.plus(score(output.output()[i], first, last));
      }
    }
    return sum;
  }

  /**
   * @param output probabilities {@code [size · steps]} of the symbols from {@code first} on
   */
  private StreamScore score(float[] output, int first, int last) {
    double nats = 0;
    long right = 0;
    long written = 0;
    for (int place = first; place < last; place++) {
      int t = place - first;
      int truth = text.at(place);
      float probability = output[truth * STEPS + t];
      nats -= Math.log(Math.max(Float.MIN_NORMAL, probability));
      right += isLargest(output, probability, t) ? 1 : 0;
      written += characters[truth];
    }
    return new StreamScore(nats, Math.max(0, last - first), right, written);
  }

  private boolean isLargest(float[] output, float probability, int t) {
    for (int symbol = 0; symbol < size; symbol++) {
      if (output[symbol * STEPS + t] > probability) {
        return false;
      }
    }
    return true;
  }
}
