package org.unroll.datasets.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.video.FeatureFrames;
import org.unroll.datasets.video.PictureFrames;

/** Reads recordings as a config's {@code data} says. */
final class Reading {
  private record Section(FrameData data) {}

  final FrameData data;
  final List<String> notices = new ArrayList<>();

  /**
   * @param yaml what stands in the section, less the batch
   */
  Reading(String yaml) {
    this.data = data("{" + yaml + ", batch: 4}");
  }

  static FrameData data(String yaml) {
    ConfigText text = new ConfigText("test.yaml", "data: " + yaml);
    return new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config().data();
  }

  private DataAccess access() {
    return new DataAccess(true, notices::add);
  }

  RecordingSources sources() {
    return new RecordingSources(data, new SmallFiles(), access());
  }

  FrameFiles files() {
    return new FrameFiles(data, new SmallFiles(), access(), Map.of());
  }

  Source<List<Recording>> open() {
    return sources()
        .open(
            () -> {
              throw new IllegalStateException("no sample here");
            });
  }

  Splits<Recording> splits() {
    Source<List<Recording>> source = open();
    return new Splits<>(
        source.read(Split.TRAIN), source.read(Split.VALIDATION), source.read(Split.TEST));
  }

  /** A byte of a file is a frame of one pixel; of a folder, each file is, in the order of names. */
  private static final class SmallFiles implements PictureSource {
    private static final int RATE = 10;

    @Override
    public Footage open(Path place) {
      try {
        if (Files.isDirectory(place)) {
          List<Path> files = new ArrayList<>();
          try (var all = Files.list(place)) {
            all.sorted().forEach(files::add);
          }
          int[] all = IntStream.range(0, files.size()).toArray();
          double[] seconds = IntStream.of(all).mapToDouble(i -> (double) i / RATE).toArray();
          return new Footage(pictures(files), OptionalDouble.empty(), files.size(), all, seconds);
        }
        byte[] bytes = Files.readAllBytes(place);
        if (bytes.length == 0) {
          throw new UserError(place + ": no frames");
        }
        // of a file that is called slow, each second frame is drawn
        int step = place.toString().contains("slow") ? 2 : 1;
        byte[] drawn = new byte[bytes.length / step];
        for (int i = 0; i < drawn.length; i++) {
          drawn[i] = bytes[i * step];
        }
        int[] places = IntStream.range(0, drawn.length).map(i -> i * step).toArray();
        return new Footage(
            new Pixels(drawn),
            OptionalDouble.of((double) RATE / step),
            bytes.length,
            places,
            IntStream.of(places).mapToDouble(i -> (double) i / RATE).toArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public PictureFrames pictures(List<Path> files) {
      byte[] pixels = new byte[files.size()];
      try {
        for (int i = 0; i < pixels.length; i++) {
          pixels[i] = Files.readAllBytes(files.get(i))[0];
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Pixels(pixels);
    }
  }

  private record Pixels(byte[] pixels) implements PictureFrames {
    @Override
    public PictureSize size() {
      return new PictureSize(1, 1, 1);
    }

    @Override
    public int length() {
      return pixels.length;
    }

    @Override
    public void read(int from, byte[] into) {
      System.arraycopy(pixels, from, into, 0, into.length);
    }
  }

  /** The pixels of a recording as text. */
  static String pixels(Recording recording) {
    byte[] pixels = new byte[recording.frames().length()];
    ((PictureFrames) recording.frames()).read(0, pixels);
    return new String(pixels, java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** The class of each frame; {@code -} of those that have none. */
  static String classes(Recording recording) {
    FrameLabels.OfClasses labels = (FrameLabels.OfClasses) recording.labels().orElseThrow();
    List<String> shown = new ArrayList<>();
    labels.names().forEach(name -> shown.add(name.isEmpty() ? "-" : name));
    return String.join(" ", shown);
  }

  static double[][] numbers(Recording recording) {
    return ((FrameLabels.OfNumbers) recording.labels().orElseThrow()).rows();
  }

  static FeatureFrames features(Recording recording) {
    return (FeatureFrames) recording.frames();
  }

  static List<String> names(List<Recording> recordings) {
    return recordings.stream().map(Recording::name).toList();
  }
}
