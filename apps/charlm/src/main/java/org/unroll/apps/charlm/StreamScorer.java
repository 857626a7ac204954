package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.unroll.core.app.Net;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;
import org.unroll.core.graph.step.StepGraph;
import org.unroll.core.graph.step.StepOutput;
import org.unroll.core.graph.step.StepState;
import org.unroll.core.metric.StreamAnswers;
import org.unroll.datasets.stream.StreamRows;
import org.unroll.datasets.stream.SymbolText;

/**
 * Scores a net on a text: each symbol but the first, given all before it. The text is read at
 * {@value #ROWS} places side by side; each row reads {@value #LEAD} symbols before its stretch,
 * which are not scored, so that its state is that of a net that came from there. The state is the
 * scorer's own.
 *
 * @param characters that each symbol is
 */
record StreamScorer(SymbolText text, int[] characters) {
  private static final int ROWS = 32;
  private static final int TOGETHER = 8;
  private static final int LEAD = 256;
  private static final int STEPS = 128;

  /** Symbols of a stretch that is told by itself, to say how far scores are off by chance. */
  private static final int STRETCH = 1000;

  /**
   * The score of another model.
   *
   * @param nats its mean over the symbols from one place to before another
   */
  StreamAnswers of(ToDoubleBiFunction<Integer, Integer> nats, Progress progress) {
    try (Work work = progress.begin("scoring the simple model", text.length() - 1)) {
      return of(nats, work);
    }
  }

  private StreamAnswers of(ToDoubleBiFunction<Integer, Integer> nats, Work work) {
    Tally tally = new Tally();
    for (int from = 1; from < text.length(); from += STRETCH) {
      int to = Math.min(text.length(), from + STRETCH);
      tally.nats[stretch(from)] = nats.applyAsDouble(from, to) * (to - from);
      work.advance(to - from);
    }
    return tally.answers(new long[0]);
  }

  StreamAnswers score(Net net) {
    Tally tally = new Tally();
    int scored = text.length() - 1;
    StreamRows rows = new StreamRows(Math.max(1, Math.min(ROWS, scored / LEAD)), TOGETHER);
    try (Work work = net.begin(scored)) { // a batch is a quarter of the text
      net.overBatches(
          rows,
          own -> {
            StepGraph steps = own.steps(Set.of(CharlmApp.SYMBOLS));
            return Net.BatchWork.closing(
                steps::close, batch -> score(steps, batch.examples(), rows.examples(), work));
          },
          (batch, outcomes) -> outcomes.forEach(tally::add));
    }
    return tally.answers(tally.right);
  }

  /** Of each stretch of the text. */
  private final class Tally {
    private final double[] nats = new double[stretch(text.length() - 1) + 1];
    private final long[] right = new long[nats.length];

    void add(Outcome outcome) {
      nats[outcome.stretch] += outcome.nats;
      right[outcome.stretch] += outcome.right;
    }

    /** With what the text itself tells of each stretch. */
    StreamAnswers answers(long[] asked) {
      long[] symbols = new long[nats.length];
      long[] written = new long[nats.length];
      for (int place = 1; place < text.length(); place++) {
        symbols[stretch(place)]++;
        written[stretch(place)] += characters[text.at(place)];
      }
      return new StreamAnswers(nats, symbols, asked, written);
    }
  }

  /** The first symbol of a text is predicted by nobody. */
  private static int stretch(int place) {
    return Math.max(0, place - 1) / STRETCH;
  }

  /** Of some symbols of a stretch, their sum. */
  private record Outcome(int stretch, double nats, int right) {}

  /** The first symbol that a row predicts; those before it are read. */
  private int begin(int row, int rows) {
    return 1 + (int) ((text.length() - 1L) * row / rows);
  }

  /** The first row has nothing before it, and is read by itself. */
  private List<Outcome> score(StepGraph steps, int[] rows, int all, Work work) {
    if (rows[0] > 0) {
      return score(steps, rows, all, LEAD, work);
    }
    List<Outcome> outcomes = new ArrayList<>(score(steps, new int[] {0}, all, 0, work));
    if (rows.length > 1) {
      outcomes.addAll(score(steps, Arrays.copyOfRange(rows, 1, rows.length), all, LEAD, work));
    }
    return outcomes;
  }

  private List<Outcome> score(StepGraph steps, int[] rows, int all, int lead, Work work) {
    int longest = 0;
    for (int row : rows) {
      longest = Math.max(longest, begin(row + 1, all) - begin(row, all));
    }
    List<Outcome> outcomes = new ArrayList<>();
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
        for (int begin = first; begin < last; begin = end(begin, last)) {
          outcomes.add(score(output.output()[i], first, begin, end(begin, last)));
        }
        work.advance(Math.max(0, last - first));
      }
    }
    return outcomes;
  }

  /** That of a place's stretch, or the end of the symbols. */
  private static int end(int place, int last) {
    return Math.min(last, (stretch(place) + 1) * STRETCH + 1);
  }

  /**
   * @param output probabilities {@code [size · steps]} of the symbols from {@code first} on
   */
  private Outcome score(float[] output, int first, int begin, int end) {
    double nats = 0;
    int right = 0;
    for (int t = begin - first; t < end - first; t++) {
      float probability = output[text.at(first + t) * STEPS + t];
      nats -= Math.log(Math.max(Float.MIN_NORMAL, probability));
      right += isLargest(output, probability, t) ? 1 : 0;
    }
    return new Outcome(stretch(begin), nats, right);
  }

  private boolean isLargest(float[] output, float probability, int t) {
    for (int symbol = 0; symbol < characters.length; symbol++) {
      if (output[symbol * STEPS + t] > probability) {
        return false;
      }
    }
    return true;
  }
}
