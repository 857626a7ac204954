package org.unroll.core.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Sample;
import org.unroll.core.run.JsonLines;

/** What a training of translations leaves for the Samples page: ten epochs, two examples. */
final class PairRun {
  private static final List<String> SOURCE = List.of("the", "big", "<b>dog</b>", "sleeps", ".");
  private static final List<String> TARGET = List.of("le", "grand", "chien", "dort", ".");

  private PairRun() {}

  static void write(Path run) {
    for (int epoch = 1; epoch <= 10; epoch++) {
      JsonLines.append(
          run.resolve("metrics.jsonl"),
          List.of(
              Map.of(
                  "epoch", epoch,
                  "train", Map.of("loss", 3.0 / epoch),
                  "validation", Map.of("bleu", 4.0 * epoch))));
      JsonLines.append(run.resolve("samples.jsonl"), List.of(learnt(epoch), lookingNowhere(epoch)));
    }
  }

  private static Sample learnt(int epoch) {
    List<String> written = new ArrayList<>(TARGET.subList(0, Math.min(epoch, TARGET.size())));
    List<List<Double>> weights = new ArrayList<>();
    for (int word = 0; word < written.size(); word++) {
      List<Double> row = new ArrayList<>();
      for (int source = 0; source < SOURCE.size(); source++) {
        row.add(source == word ? 0.8 : 0.05);
      }
      weights.add(row);
    }
    Alignment alignment = new Alignment(SOURCE, written, weights);
    return pair(epoch, 0, String.join(" ", written), alignment);
  }

  /** Of a net without attention, and never right. */
  private static Sample lookingNowhere(int epoch) {
    return pair(epoch, 1, "le le le", new Alignment(SOURCE, TARGET, List.of()));
  }

  private static Sample pair(int epoch, int example, String written, Alignment alignment) {
    return new Sample.Pair(
        epoch, example, String.join(" ", SOURCE), String.join(" ", TARGET), written, alignment);
  }
}
