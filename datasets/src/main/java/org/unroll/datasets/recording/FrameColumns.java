package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;

@Doc("Names of the columns (JSON keys) of tables of recordings, of frames and of labels.")
public record FrameColumns(
    @Doc("The file or folder of a row's recording; of a row's frame, the name of its recording.")
        @Default("video")
        String video,
    @Doc("The label file of a row's recording.") @Default("labels") String labels,
    @Doc("Class of a frame or of a segment; an empty cell is none.") @Default("label") String label,
    @Doc("Where a segment starts: its first frame, or seconds.") @Default("start") String start,
    @Doc("Where it ends: its last frame, or seconds.") @Default("end") String end,
    @Doc("Number of a row's frame; or its picture, such as img/0001.jpg.") @Default("frame")
        String frame,
    @Doc("Numbers of a frame; if left out, all columns of numbers that have no other role.")
        @Default("[]")
        List<String> features,
    @Doc("Real numbers to predict, in place of a class.") @Default("[]") List<String> targets,
    @Doc("What start and end are: frames or seconds.") @Default("frames") Unit unit,
    @Doc("The number that label files give the first frame of a video.") @Default("0")
        int firstFrame)
    implements Checked {
  /** What segments are measured in. */
  public enum Unit {
    /** Numbers of frames; the last one is of the segment. */
    FRAMES,
    /** From the start of the video; the end is no more of the segment. */
    SECONDS
  }

  @Override
  public void check(String path, Problems problems) {
    List<String> all = new ArrayList<>(List.of(video, label, frame));
    all.addAll(features);
    all.addAll(targets);
    Set<String> named = new HashSet<>();
    for (String column : all) {
      if (!named.add(column)) {
        problems.add(path, "the column '" + column + "' is named twice; a column has one role");
      }
    }
  }

  /** Columns of what is to be predicted. */
  List<String> predicted() {
    return targets.isEmpty() ? List.of(label) : targets;
  }

  /** Columns of a table of frames that are no features. */
  Set<String> otherThanFeatures() {
    Set<String> others = new HashSet<>(List.of(video, labels, label, start, end, frame));
    others.addAll(targets);
    return others;
  }
}
