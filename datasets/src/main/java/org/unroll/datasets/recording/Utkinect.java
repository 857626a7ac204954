package org.unroll.datasets.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.HeaderlessRows;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRecordReader;

/**
 * UTKinect-Action3D (Xia, Chen and Aggarwal, CVPR workshop 2012): twenty joints of ten people, who
 * do ten actions one after the other, twice. Frames between the actions are of the class {@code
 * background}.
 *
 * @param folder with {@code joints/} and, as published, {@code actionLabel.txt}
 */
record Utkinect(Path folder, FrameFiles files) {
  private static final Pattern NAME = Pattern.compile("joints_((s\\d+)_(e\\d+))\\.txt");

  /** The camera's frames are numbered, 30 a second; those without a skeleton are not there. */
  private static final double NUMBERS_A_SECOND = 30;

  /** The Kinect's order. */
  private static final List<String> JOINTS =
      List.of(
          "hip-center",
          "spine",
          "shoulder-center",
          "head",
          "shoulder-left",
          "elbow-left",
          "wrist-left",
          "hand-left",
          "shoulder-right",
          "elbow-right",
          "wrist-right",
          "hand-right",
          "hip-left",
          "knee-left",
          "ankle-left",
          "foot-left",
          "hip-right",
          "knee-right",
          "ankle-right",
          "foot-right");

  /** About: {@code subject} and {@code take}. */
  List<Recording> read() {
    Map<String, List<LabelRow>> actions = new UtkinectActions(folder).read();
    List<Recording> recordings = new ArrayList<>();
    for (Path file : skeletons()) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        List<LabelRow> segments = actions.getOrDefault(name.group(1), List.of());
        Map<String, String> about = Map.of("subject", name.group(2), "take", name.group(3));
        recordings.add(recording(file, name.group(1), about, segments));
      }
    }
    return recordings;
  }

  private Recording recording(
      Path file, String name, Map<String, String> about, List<LabelRow> segments) {
    List<Skeleton> skeletons = rows(file);
    int[] numbers = skeletons.stream().mapToInt(Skeleton::number).toArray();
    FrameNumbers frames = FrameNumbers.of(numbers, NUMBERS_A_SECOND);
    float[][] values = skeletons.stream().map(Skeleton::values).toArray(float[][]::new);
    List<String> labels =
        new Segments(FrameColumns.Unit.FRAMES, frames, name)
            .values(segments, LabelValue.ofClass("background")).stream()
                .map(LabelValue::name)
                .toList();
    return new Recording(
        name,
        about,
        new RawFeatures(columns(), values, numbers, Origin.file(file))
            .frames(files.data().features(), files),
        Optional.of(new FrameLabels.OfClasses(labels)),
        numbers.length / frames.seconds(numbers.length - 1),
        Origin.file(file));
  }

  private record Skeleton(int number, float[] values) {}

  /** A frame may stand twice, with coordinates that differ by millimetres: the first counts. */
  private List<Skeleton> rows(Path file) {
    List<String> columns = new ArrayList<>(List.of("frame"));
    columns.addAll(columns());
    TableRecordReader reader =
        new TableRecordReader(
            at -> new HeaderlessRows(PlainTextFile.lines(at), " +", List.copyOf(columns)));
    List<Skeleton> kept = new ArrayList<>();
    for (Skeleton each : files.rows(file, reader, header -> (cells, at) -> skeleton(cells))) {
      if (kept.isEmpty() || kept.get(kept.size() - 1).number() != each.number()) {
        kept.add(each);
      }
    }
    return kept;
  }

  private static Skeleton skeleton(List<String> cells) {
    float[] values = new float[cells.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Cells.number(cells.get(i + 1), "coordinate " + (i + 1));
    }
    return new Skeleton(LabelFile.number(cells.get(0), "frame"), values);
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    JOINTS.forEach(
        joint -> List.of("x", "y", "z").forEach(axis -> columns.add(joint + "-" + axis)));
    return columns;
  }

  /** The publisher's archive has them in a folder more. */
  private List<Path> skeletons() {
    try (Stream<Path> below = Files.walk(folder.resolve("joints"))) {
      List<Path> found =
          below
              .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new UserError(folder + ": no joints_s01_e01.txt and so on in joints/; get it anew");
      }
      return found;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(folder, e);
    }
  }
}
