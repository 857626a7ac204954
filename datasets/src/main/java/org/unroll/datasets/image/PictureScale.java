package org.unroll.datasets.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.Json;
import org.unroll.core.layer.image.PictureSize;

/**
 * Mean and deviation of each channel over the training pictures, or over those of a pretrained net,
 * by which the numbers of all pictures become ones of mean 0 and deviation 1. Immutable, saved as
 * JSON.
 *
 * @param means from 0 to 255
 * @param deviations above 0; 1 of a channel that is the same everywhere
 * @param reversed whether the net sees the channels from the last to the first: blue, green, red
 */
public record PictureScale(List<Double> means, List<Double> deviations, boolean reversed) {
  private static final String FILE = "picture-scale.json";
  private static final int LEVELS = 256;

  public PictureScale {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
  }

  /** Channels in their order. */
  public PictureScale(List<Double> means, List<Double> deviations) {
    this(means, deviations, false);
  }

  /** Of the training pictures. */
  public static PictureScale fit(PictureSize size, Iterable<byte[]> training) {
    Counts counts = new Counts(size);
    training.forEach(counts::add);
    return counts.scale();
  }

  /**
   * Counts how often each value occurs: exact, and pictures may come one by one. Not thread-safe.
   */
  public static final class Counts {
    private final PictureSize size;
    private final long[][] levels; // [channels, 256]

    public Counts(PictureSize size) {
      this.size = size;
      this.levels = new long[size.channels()][LEVELS];
    }

    /**
     * @param pixels of a picture of this size
     */
    public void add(byte[] pixels) {
      int at = 0;
      for (long[] channel : levels) {
        for (int end = at + size.plane(); at < end; at++) {
          channel[pixels[at] & 0xFF]++;
        }
      }
    }

    /** Of all that were added. */
    public PictureScale scale() {
      List<Double> means = new ArrayList<>();
      List<Double> deviations = new ArrayList<>();
      for (long[] channel : levels) {
        double mean = moment(channel, 0, 1);
        double deviation = Math.sqrt(moment(channel, mean, 2));
        means.add(mean);
        deviations.add(deviation > 0 ? deviation : 1);
      }
      return new PictureScale(means, deviations);
    }

    private static double moment(long[] channel, double centre, int power) {
      double sum = 0;
      long count = 0;
      for (int level = 0; level < LEVELS; level++) {
        sum += channel[level] * Math.pow(level - centre, power);
        count += channel[level];
      }
      return sum / Math.max(1, count);
    }
  }

  /** What each value from 0 to 255 of a channel becomes, seen so. */
  float[] levels(int channel, PictureView view) {
    double mean = means.get(channel);
    double deviation = deviations.get(channel);
    float[] levels = new float[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      double seen = mean + view.contrast() * (level - mean) + 255 * view.brightness();
      levels[level] = (float) ((Math.max(0, Math.min(255, seen)) - mean) / deviation);
    }
    return levels;
  }

  /** Writes a file into an existing folder. */
  public void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** Reads what {@link #save} wrote. */
  public static PictureScale load(Path folder) {
    try {
      return Json.MAPPER.readValue(folder.resolve(FILE).toFile(), PictureScale.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
