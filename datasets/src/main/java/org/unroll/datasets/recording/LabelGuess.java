package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.Hints;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.HeaderNames;
import org.unroll.datasets.table.TableSketch;
import org.unroll.datasets.video.FootageLook;

/**
 * What the label files of recordings say, which are written alike: segments, numbered frames, or
 * the frames in turn.
 *
 * @param names of the columns
 * @param columns the keys of {@code data.columns} that differ from what is usual
 * @param form in a few words
 * @param doubts what may be otherwise, a sentence each
 */
public record LabelGuess(
    HeaderNames names, Map<String, Object> columns, String form, List<String> doubts) {
  /** The names that a config need not give. */
  private static final String START = "start";

  private static final String END = "end";
  private static final String FRAME = "frame";
  private static final String LABEL = "label";

  /**
   * @param files of labels, at least one
   * @param looks at the recordings that they are of, in this order
   * @throws UserError if they hold no labels, or are not written alike
   */
  public static LabelGuess of(List<Path> files, List<FootageLook> looks, Hints hints) {
    TableSketch all = TableSketch.of(files);
    List<ColumnSketch> left = new ArrayList<>(all.columns());
    Optional<ColumnSketch> start = number(ColumnRole.START, left);
    Optional<ColumnSketch> end = number(ColumnRole.END, left);
    if (start.isEmpty() || end.isEmpty()) {
      Optional<List<ColumnSketch>> two = twoNumbers(left);
      start = two.map(pair -> pair.get(0));
      end = two.map(pair -> pair.get(1));
    }
    start.ifPresent(left::remove);
    end.ifPresent(left::remove);
    Optional<ColumnSketch> frame = start.isPresent() ? Optional.empty() : frame(left);
    frame.ifPresent(left::remove);
    Guessed found = new Guessed(all);
    start.ifPresent(column -> found.set(START, column));
    end.ifPresent(column -> found.set(END, column));
    frame.ifPresent(column -> found.set(FRAME, column));
    List<String> targets = hints.all("targets");
    if (targets.isEmpty()) {
      found.set(LABEL, label(all, left, hints.one("label")));
    } else {
      targets.forEach(all::column);
      found.columns.put("targets", targets);
    }
    if (start.isPresent()) {
      found.unit(files, looks, start.get(), end.get());
    } else if (frame.isPresent() && least(frame.get()) == 1) {
      found.columns.put("first-frame", 1);
    }
    String form =
        start.isPresent() ? found.form : frame.isPresent() ? "frame by frame" : "a row a frame";
    return new LabelGuess(found.names, found.columns, form, found.doubts);
  }

  private static Optional<ColumnSketch> number(ColumnRole role, List<ColumnSketch> columns) {
    return role.in(columns.stream().filter(ColumnSketch::isNumber).toList());
  }

  /** Without names, the first two columns of numbers of which one never exceeds the other. */
  private static Optional<List<ColumnSketch>> twoNumbers(List<ColumnSketch> columns) {
    List<ColumnSketch> numbers = columns.stream().filter(ColumnSketch::isNumber).toList();
    if (numbers.size() < 2 || numbers.size() == columns.size() && numbers.size() < 3) {
      return Optional.empty();
    }
    List<Double> first = numbers.get(0).numbers();
    List<Double> second = numbers.get(1).numbers();
    boolean ordered = first.size() == second.size();
    for (int i = 0; ordered && i < first.size(); i++) {
      ordered = first.get(i) <= second.get(i);
    }
    return ordered ? Optional.of(numbers.subList(0, 2)) : Optional.empty();
  }

  private static Optional<ColumnSketch> frame(List<ColumnSketch> columns) {
    Optional<ColumnSketch> named = number(ColumnRole.FRAME, columns);
    List<ColumnSketch> numbers = columns.stream().filter(ColumnSketch::isNumber).toList();
    return named.or(
        () ->
            numbers.stream().filter(column -> columns.size() > 1 && column.isCount()).findFirst());
  }

  private static ColumnSketch label(
      TableSketch all, List<ColumnSketch> left, Optional<String> named) {
    return named
        .map(all::column)
        .or(() -> ColumnRole.LABEL.in(left))
        .or(() -> left.stream().filter(column -> !column.isNumber()).findFirst())
        .or(() -> left.stream().findFirst())
        .orElseThrow(
            () ->
                new UserError(
                    "the label files have no column of labels (%s); name it by --label"
                        .formatted(all.inWords())));
  }

  private static double least(ColumnSketch column) {
    return column.numbers().stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }

  /** Put together column by column. */
  private static final class Guessed {
    private final Map<String, Object> columns = new LinkedHashMap<>();
    private final List<String> doubts = new ArrayList<>();
    private HeaderNames names;
    private String form = "segments in frames";

    Guessed(TableSketch table) {
      this.names = HeaderNames.of(table);
    }

    void set(String key, ColumnSketch column) {
      names = names.named(column, key);
      if (!names.of(column).equals(key)) {
        columns.put(key, names.of(column));
      }
    }

    /** Seconds have fractions, or all segments would lie in the first seconds. */
    void unit(List<Path> files, List<FootageLook> looks, ColumnSketch start, ColumnSketch end) {
      boolean whole =
          start.numbers().stream().allMatch(number -> number == Math.rint(number))
              && end.numbers().stream().allMatch(number -> number == Math.rint(number));
      boolean within = true; // the seconds of the recordings
      boolean beyond = false; // the number of the last frame
      for (int i = 0; i < files.size(); i++) {
        List<ColumnSketch> own = TableSketch.of(files.subList(i, i + 1)).columns();
        double last = most(own.get(names.table().columns().indexOf(end)));
        within &= looks.get(i).rate() > 0 && last <= looks.get(i).seconds() + 1;
        beyond |= looks.get(i).frames() > 0 && last == looks.get(i).frames();
      }
      if (!whole || within) {
        columns.put("unit", "seconds");
        form = "segments in seconds";
      } else if (beyond && least(start) >= 1) {
        columns.put("first-frame", 1);
        form = "segments in frames, the first of which is 1";
      }
      if (whole && within) {
        doubts.add(
            "segments are read in seconds, as none ends after the seconds of its recording; for frames remove data.columns.unit");
      }
    }

    private static double most(ColumnSketch column) {
      return column.numbers().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
  }
}
