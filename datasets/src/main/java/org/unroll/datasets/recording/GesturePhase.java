package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.ColumnNames;
import org.unroll.datasets.table.TableRecordReader;
import org.unroll.datasets.table.Tables;

/**
 * Gesture Phase Segmentation (Madeo, Lima and Peres, SAC 2013): six joints of people who tell a
 * story, and how fast their hands and wrists move and speed up, which the publishers computed over
 * three frames of positions that they had normalised. Four frames of each video have no such
 * numbers and are left out, as in published scores; 9,873 are left.
 *
 * @param folder with {@code a1_raw.csv}, {@code a1_va3.csv} and so on
 */
record GesturePhase(Path folder, FrameFiles files) {
  private static final List<String> VIDEOS = List.of("a1", "a2", "a3", "b1", "b3", "c1", "c3");

  /** Row i of va3 is row i + 4 of raw: a velocity looks back, an acceleration at velocities. */
  private static final int SHIFT = 4;

  /** About 30: most stamps are 31 to 33 ms apart. */
  private static final double RATE = 30;

  /** By the prefix of their columns, in the order of the file. */
  private static final List<Map.Entry<String, String>> JOINTS =
      List.of(
          Map.entry("lh", "left-hand"),
          Map.entry("rh", "right-hand"),
          Map.entry("h", "head"),
          Map.entry("s", "spine"),
          Map.entry("lw", "left-wrist"),
          Map.entry("rw", "right-wrist"));

  private static final List<String> MOVING =
      List.of("left-hand", "right-hand", "left-wrist", "right-wrist");

  private static final List<String> AXES = List.of("x", "y", "z");

  /** The letters of va3; in Portuguese rest is descanso. */
  private static final Map<String, String> PHASES =
      Map.of("D", "Rest", "P", "Preparation", "S", "Stroke", "H", "Hold", "R", "Retraction");

  /** A row of either file. */
  private record Numbers(float[] values, String phase) {}

  /** Positions, then velocities and accelerations; about: {@code user} and {@code story}. */
  List<Recording> read() {
    return VIDEOS.stream().map(this::recording).toList();
  }

  private Recording recording(String video) {
    Path raw = folder.resolve(video + "_raw.csv");
    List<Numbers> positions = rows(raw, positionColumns(), "phase");
    List<Numbers> moves = rows(folder.resolve(video + "_va3.csv"), moveColumns(), "Phase");
    if (positions.size() != moves.size() + SHIFT) {
      throw new UserError(
          "%s: %d rows for %d of va3; get the data set anew"
              .formatted(raw, positions.size(), moves.size()));
    }
    List<String> phases = new ArrayList<>();
    float[][] values = new float[moves.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = joined(positions.get(i + SHIFT).values(), moves.get(i).values());
      phases.add(PHASES.get(moves.get(i).phase()));
    }
    int[] numbers = FrameNumbers.counted(SHIFT, values.length, RATE).numbers();
    RawFeatures features = new RawFeatures(names(), values, numbers, Origin.file(raw));
    return new Recording(
        video,
        Map.of("user", video.substring(0, 1), "story", video.substring(1)),
        features.frames(files.data().features(), files),
        Optional.of(new FrameLabels.OfClasses(phases)),
        RATE,
        Origin.file(raw));
  }

  private List<Numbers> rows(Path file, List<String> columns, String phase) {
    Tables.Layout<Numbers> layout =
        header -> {
          List<Integer> places = new ArrayList<>();
          columns.forEach(name -> places.add(ColumnNames.find(name, header, file.toString())));
          int last = ColumnNames.find(phase, header, file.toString());
          return (cells, at) -> numbers(cells, places, cells.get(last).strip());
        };
    return files.rows(file, new TableRecordReader(), layout);
  }

  /** Raw labels are words, one of them in Portuguese; those of va3 are the same as letters. */
  private static Numbers numbers(List<String> cells, List<Integer> places, String phase) {
    if (phase.length() == 1 && !PHASES.containsKey(phase)) {
      throw new BadCell("no phase '" + phase + "'");
    }
    float[] values = new float[places.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Cells.number(cells.get(places.get(i)), "column " + (places.get(i) + 1));
    }
    return new Numbers(values, phase);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] joined = new float[first.length + second.length];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static List<String> positionColumns() {
    List<String> columns = new ArrayList<>();
    JOINTS.forEach(joint -> AXES.forEach(axis -> columns.add(joint.getKey() + axis)));
    return columns;
  }

  private static List<String> moveColumns() {
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= 32; column++) {
      columns.add(Integer.toString(column));
    }
    return columns;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    JOINTS.forEach(joint -> AXES.forEach(axis -> names.add(joint.getValue() + "-" + axis)));
    for (String what : List.of("velocity-", "acceleration-")) {
      for (String joint : MOVING) {
        AXES.forEach(axis -> names.add(what + axis + "-" + joint));
      }
    }
    MOVING.forEach(joint -> names.add("speed-" + joint));
    MOVING.forEach(joint -> names.add("acceleration-" + joint));
    return names;
  }
}
