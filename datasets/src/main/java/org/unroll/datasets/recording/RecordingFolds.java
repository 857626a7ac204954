package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.Splits;

@Doc("Cross-validation: a training for each fold, whose recordings are then its test part.")
public record RecordingFolds(
    @Doc("video, or a column such as subject: recordings of one value are of one fold.")
        @Default("video")
        String by,
    @Doc(
            "How many folds; as many as the column has values leaves one out in each. May be left out of gesture-phase and utkinect.")
        @Range(min = 2, max = 10_000)
        OptionalInt of,
    @Doc("The fold to train on, from 1; without it each in turn.") @Range(min = 1) OptionalInt fold,
    @Doc("Share of the recordings of the other folds to choose the best epoch on.")
        @Default("0.15")
        @Range(above = 0, below = 1)
        double validation) {

  /**
   * The parts of the config's fold, the first if it names none. The values of the column go round
   * the folds. Validation is not a whole fold, as that would cost a training on three subjects half
   * of its data: it is the share of the other recordings, at least one, in whole values of the
   * column while they fit, beginning with those of the following fold. So one video left out is
   * validated on the next, and each validates once.
   *
   * @param count how many folds
   */
  Splits<Recording> cut(List<Recording> all, FrameColumns columns, int count) {
    Map<String, List<Recording>> groups = new RecordingGroups(by, columns).of(all);
    List<String> values = new ArrayList<>(groups.keySet());
    if (values.size() < count) {
      throw new UserError(
          "data.folds.of: %d folds of %d values of '%s' (%s); at most one fold for each"
              .formatted(count, values.size(), by, String.join(", ", values)));
    }
    List<Recording> test = new ArrayList<>();
    List<List<Recording>> others = new ArrayList<>();
    for (int after = 0; after < count; after++) {
      for (int i = (fold.orElse(1) - 1 + after) % count; i < values.size(); i += count) {
        if (after == 0) {
          test.addAll(groups.get(values.get(i)));
        } else {
          others.add(groups.get(values.get(i)));
        }
      }
    }
    return parts(all, test, others);
  }

  private Splits<Recording> parts(
      List<Recording> all, List<Recording> test, List<List<Recording>> others) {
    int left = all.size() - test.size();
    if (left < 2) {
      throw new UserError(
          "data.folds: beside the %d recordings of a fold there must be two, to train and to validate"
              .formatted(test.size()));
    }
    int share = (int) Math.max(1, Math.round(validation * left));
    List<Recording> chosen = validation(others, Math.min(share, left - 1));
    Set<String> held = new HashSet<>();
    test.forEach(recording -> held.add(recording.name()));
    chosen.forEach(recording -> held.add(recording.name()));
    List<Recording> train = new ArrayList<>(all);
    train.removeIf(recording -> held.contains(recording.name()));
    return new Splits<>(train, chosen, test);
  }

  private static List<Recording> validation(List<List<Recording>> others, int share) {
    List<Recording> chosen = new ArrayList<>();
    for (List<Recording> group : others) {
      if (chosen.size() + group.size() <= share) {
        chosen.addAll(group);
      }
    }
    return chosen.isEmpty() ? others.get(0).subList(0, share) : chosen;
  }
}
