package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.table.TextSplit;

@Doc("Cuts the recordings of one source into train, validation and test.")
public record RecordingSplit(
    @Doc("random: whole recordings; time: each in the order of its frames, the first are to train.")
        @Default("random")
        By by,
    @Doc("With random: recordings of one value of this column, such as subject, stay together.")
        Optional<String> group,
    @Doc("Shares of train, validation and test; they sum to 1.")
        @Default("[0.7, 0.15, 0.15]")
        @Range(above = 0, below = 1)
        List<Double> fractions,
    @Doc(
            "With time: pieces that what comes before the test part is cut into, each of which ends in validation; more of them make it speak for more of the recording.")
        @Default("1")
        @Range(min = 1, max = 1000)
        int pieces)
    implements Checked {
  public enum By {
    RANDOM,
    TIME
  }

  /** Whole recordings, those of one value of a column together. */
  static RecordingSplit random(String group) {
    return new RecordingSplit(By.RANDOM, Optional.of(group), List.of(0.7, 0.15, 0.15), 1);
  }

  static RecordingSplit time(Double... fractions) {
    return new RecordingSplit(By.TIME, Optional.empty(), List.of(fractions), 1);
  }

  @Override
  public void check(String path, Problems problems) {
    TextSplit.checkShares(fractions, path, problems);
    if (by == By.TIME && group.isPresent()) {
      problems.add(path + ".group", "by: time cuts every recording; remove it");
    }
    if (by == By.RANDOM && pieces > 1) {
      problems.add(path + ".pieces", "by: random leaves every recording whole; remove it");
    }
  }

  /**
   * @throws UserError if there are too few to give each part one
   */
  Splits<Recording> cut(List<Recording> all, FrameColumns columns) {
    return by == By.TIME ? byTime(all) : byGroup(all, columns);
  }

  private Splits<Recording> byTime(List<Recording> all) {
    List<List<Recording>> parts = parts();
    double learnt = fractions.get(0) + fractions.get(1);
    for (Recording recording : all) {
      int length = recording.frames().length();
      int before = (int) (length * learnt + 1e-9);
      for (int piece = 0; piece < pieces; piece++) {
        int from = before * piece / pieces;
        int end = before * (piece + 1) / pieces;
        int train = from + (int) ((end - from) * fractions.get(0) / learnt + 1e-9);
        if (train == from || train == end || length == before) {
          throw new UserError(
              "data.split: %s has %d frames, too few to cut by %s"
                  .formatted(recording.origin(), length, fractions));
        }
        parts.get(0).add(RecordingPart.of(recording, from, train));
        parts.get(1).add(RecordingPart.of(recording, train, end));
      }
      parts.get(2).add(RecordingPart.of(recording, before, length));
    }
    return splits(parts);
  }

  /**
   * In the order of a hash of their names, so that chance does not leave a part of a few recordings
   * empty; the same whatever the seed of the run, whose scores are to be compared.
   */
  private Splits<Recording> byGroup(List<Recording> all, FrameColumns columns) {
    Map<String, List<Recording>> groups =
        new RecordingGroups(group.orElse(RecordingGroups.VIDEO), columns).of(all);
    List<String> names = new ArrayList<>(groups.keySet());
    names.sort(Comparator.comparingLong(RecordingSplit::hash).thenComparing(name -> name));
    if (names.size() < 3) {
      throw new UserError(
          "data.split: train, validation and test need a recording each, found %s; use by: time, or name files for each part"
              .formatted(String.join(", ", groups.keySet())));
    }
    int test = share(2, names.size(), names.size() - 2);
    int validation = share(1, names.size(), names.size() - 1 - test);
    List<List<Recording>> parts = parts();
    for (int i = 0; i < names.size(); i++) {
      int part = i < test ? 2 : i < test + validation ? 1 : 0;
      parts.get(part).addAll(groups.get(names.get(i)));
    }
    return splits(parts);
  }

  private int share(int part, int of, int most) {
    return (int) Math.max(1, Math.min(most, Math.round(fractions.get(part) * of)));
  }

  private static long hash(String name) {
    long hash = name.hashCode() * 0x9E3779B97F4A7C15L; // the mixing step of SplitMix64
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }

  private static List<List<Recording>> parts() {
    return List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private static Splits<Recording> splits(List<List<Recording>> parts) {
    return new Splits<>(parts.get(0), parts.get(1), parts.get(2));
  }
}
