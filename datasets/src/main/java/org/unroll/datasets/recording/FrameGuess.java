package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.Hints;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.TableSketch;

/**
 * What the columns of a table of frames are: which recording a row is of, its label, and what is
 * known of it.
 *
 * @param names of the columns
 * @param columns the keys of {@code data.columns}
 * @param video the column that tells recordings apart; empty if a table is one
 * @param label empty if there are targets, or labels are in files of their own
 * @param person the column of who is seen, which stays together
 * @param rate frames a second by the column of times
 * @param features columns of numbers that the net reads
 * @param doubts what may be otherwise, a sentence each
 */
public record FrameGuess(
    HeaderNames names,
    Map<String, Object> columns,
    Optional<ColumnSketch> video,
    Optional<ColumnSketch> label,
    Optional<ColumnSketch> person,
    OptionalDouble rate,
    List<ColumnSketch> features,
    List<String> doubts) {
  private static final int CLASSES = 100;
  private static final int ROWS_A_VALUE = 5;

  /** Classes that are numbers are few. */
  private static final int NUMBERED_CLASSES = 20;

  /** Steps of a clock that are longer are milliseconds. */
  private static final double LONGEST_STEP = 5;

  /**
   * @param apart whether labels are in files of their own
   * @param hints {@code label}, {@code group} and {@code targets}
   * @throws UserError if there are no features, or no labels
   */
  public static FrameGuess of(TableSketch table, boolean apart, Hints hints) {
    return new Guessing(table).run(apart, hints);
  }

  /** Takes one column after the other away. */
  private static final class Guessing {
    private final TableSketch table;
    private final List<ColumnSketch> left;
    private final Map<String, Object> columns = new LinkedHashMap<>();
    private final List<String> doubts = new ArrayList<>();
    private HeaderNames names;

    Guessing(TableSketch table) {
      this.table = table;
      this.left = new ArrayList<>(table.columns());
      this.names = HeaderNames.of(table);
    }

    FrameGuess run(boolean apart, Hints hints) {
      List<ColumnSketch> targets = hints.all("targets").stream().map(table::column).toList();
      targets.forEach(left::remove);
      Optional<ColumnSketch> named = hints.one("label").map(table::column);
      named.ifPresent(left::remove);
      Optional<ColumnSketch> video = take("video", video(hints.one("group").map(table::column)));
      Optional<ColumnSketch> label = Optional.empty();
      if (targets.isEmpty() && !apart) {
        label = take("label", Optional.of(named.orElseGet(this::label)));
      }
      if (!targets.isEmpty()) {
        targets.forEach(target -> names = names.named(target, "target-" + target.name()));
        columns.put("targets", targets.stream().map(names::of).toList());
      }
      Optional<ColumnSketch> person =
          ColumnRole.PERSON.in(left).filter(column -> isGroup(column, video));
      person.ifPresent(left::remove);
      List<ColumnSketch> numbers = left.stream().filter(ColumnSketch::isNumber).toList();
      Optional<ColumnSketch> frame = ColumnRole.FRAME.in(left).filter(ColumnSketch::isCount);
      take("frame", frame);
      Optional<ColumnSketch> time = ColumnRole.TIME.in(left).filter(ColumnSketch::isNumber);
      time.ifPresent(left::remove);
      left.removeIf(FrameGuess::numbersRows);
      List<ColumnSketch> features = left.stream().filter(ColumnSketch::isNumber).toList();
      nameFeatures(features, numbers.size() - (frame.isPresent() ? 1 : 0));
      return new FrameGuess(names, columns, video, label, person, rate(time), features, doubts);
    }

    private Optional<ColumnSketch> take(String key, Optional<ColumnSketch> column) {
      if (column.isPresent()) {
        left.remove(column.get());
        names = names.named(column.get(), key);
        if (!names.of(column.get()).equals(key)) {
          columns.put(key, names.of(column.get()));
        }
      }
      return column;
    }

    /** One that was named, or whose values come in runs: by its name, or of texts. */
    private Optional<ColumnSketch> video(Optional<ColumnSketch> named) {
      return named
          .or(() -> ColumnRole.VIDEO.in(left).filter(FrameGuess::hasRuns))
          .or(() -> ColumnRole.PERSON.in(left).filter(FrameGuess::hasRuns))
          .or(
              () ->
                  left.stream()
                      .filter(column -> !column.isNumber() && hasRuns(column))
                      .filter(column -> ColumnRole.LABEL.in(List.of(column)).isEmpty())
                      .findFirst());
    }

    private ColumnSketch label() {
      List<ColumnSketch> classes = left.stream().filter(FrameGuess::hasClasses).toList();
      ColumnSketch found =
          ColumnRole.LABEL
              .in(classes)
              .or(() -> classes.stream().filter(column -> !column.isNumber()).findFirst())
              .or(() -> classes.isEmpty() ? Optional.empty() : Optional.of(last(classes)))
              .orElseThrow(
                  () ->
                      new UserError(
                          "no column looks like a label of each frame, that is, has few values which come often; name it by --label, or numbers to predict by --targets. Found: "
                              + table.inWords()));
      if (found.isNumber() && ColumnRole.LABEL.in(List.of(found)).isEmpty()) {
        doubts.add(
            "column %s is taken for classes; --label names another, --targets numbers to predict"
                .formatted(found.name()));
      }
      return found;
    }

    private static ColumnSketch last(List<ColumnSketch> columns) {
      return columns.get(columns.size() - 1);
    }

    private void nameFeatures(List<ColumnSketch> features, int numbers) {
      if (features.isEmpty()) {
        throw new UserError(
            "no column of numbers is left that a net could read of a frame; found: "
                + table.inWords());
      }
      for (ColumnSketch feature : features) {
        names = names.named(feature, "x" + feature.name());
      }
      if (features.size() < numbers) {
        columns.put("features", features.stream().map(names::of).toList());
      }
    }

    private static OptionalDouble rate(Optional<ColumnSketch> time) {
      if (time.isEmpty()) {
        return OptionalDouble.empty();
      }
      List<Double> times = time.get().numbers();
      double[] steps = new double[Math.max(0, times.size() - 1)];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = times.get(i + 1) - times.get(i);
      }
      Arrays.sort(steps);
      double step = steps.length == 0 ? 0 : steps[steps.length / 2];
      double rate = (step > LONGEST_STEP ? 1000 : 1) / step;
      double rounded = Math.round(rate * 100) / 100.0;
      return step > 0 && rounded > 0 && rounded <= 1000
          ? OptionalDouble.of(rounded)
          : OptionalDouble.empty();
    }
  }

  /** Whether each of several values comes in rows that follow each other. */
  private static boolean hasRuns(ColumnSketch column) {
    Set<String> seen = new LinkedHashSet<>();
    String before = "";
    for (String value : column.cells()) {
      if (!value.equals(before) && !seen.add(value)) {
        return false;
      }
      before = value;
    }
    return seen.size() > 1
        && !seen.contains("")
        && seen.size() * ROWS_A_VALUE <= column.cells().size();
  }

  /** Whether it says nothing but which row it is. */
  private static boolean numbersRows(ColumnSketch column) {
    boolean all = column.name().isEmpty() || column.counts().size() == column.cells().size();
    return all && column.isNumber() && column.isCount();
  }

  private static boolean hasClasses(ColumnSketch column) {
    int values = column.counts().size();
    boolean whole =
        !column.isNumber()
            || values <= NUMBERED_CLASSES
                && column.numbers().stream().allMatch(number -> number == Math.rint(number));
    return whole
        && values >= 2
        && values <= CLASSES
        && values * ROWS_A_VALUE <= column.filled().size();
  }

  /** Whether each recording has one value, and there are enough to cut by them. */
  private static boolean isGroup(ColumnSketch column, Optional<ColumnSketch> video) {
    if (video.isEmpty() || column.counts().size() < 3) {
      return false;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < column.cells().size(); i++) {
      String value = column.cells().get(i);
      String known = values.putIfAbsent(video.get().cells().get(i), value);
      if (value.isEmpty() || known != null && !known.equals(value)) {
        return false;
      }
    }
    return values.size() > column.counts().size();
  }
}
