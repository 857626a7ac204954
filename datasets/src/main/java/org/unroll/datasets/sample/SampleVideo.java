package org.unroll.datasets.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.unroll.datasets.image.Picture;

/**
 * A generated video, painted frame by frame. Immutable.
 *
 * @param name of its files, without an ending
 */
record SampleVideo(String name, MotionPath path, FramePainter painter) {
  static SampleVideo draw(String name, SampleLook look, Random random) {
    MotionPath path = MotionPath.draw(random);
    Backdrop backdrop = new Backdrop(look.pattern(), random);
    return new SampleVideo(name, path, new FramePainter(look, backdrop));
  }

  int length() {
    return path.places().size();
  }

  Picture frame(int frame) {
    return painter.paint(frame, path.places().get(frame));
  }

  /** What the shape does in each frame. */
  List<Motion> motions() {
    List<Motion> motions = new ArrayList<>();
    for (MotionSegment segment : path.segments()) {
      for (int frame = 0; frame < segment.frames(); frame++) {
        motions.add(segment.motion());
      }
    }
    return motions;
  }

  /** Writes the video and its segments into a folder. */
  void write(Path folder) throws IOException {
    try (VideoWriter writer = new VideoWriter(folder.resolve(name + ".mp4"), FramePainter.SIZE)) {
      for (int frame = 0; frame < length(); frame++) {
        writer.write(frame(frame));
      }
      writer.finish();
    }
    StringBuilder segments = new StringBuilder("start,end,label\n");
    int start = 0;
    for (MotionSegment segment : path.segments()) {
      int end = start + segment.frames() - 1;
      segments.append(start + "," + end + "," + segment.motion().label() + "\n");
      start = end + 1;
    }
    Files.writeString(folder.resolve(name + ".csv"), segments);
  }
}
