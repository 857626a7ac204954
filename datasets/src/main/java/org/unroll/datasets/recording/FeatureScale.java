package org.unroll.datasets.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.datasets.video.FeatureFrames;

/**
 * Mean and deviation of each feature over the training frames, by which all become numbers of mean
 * 0 and deviation 1. Immutable, saved as JSON.
 *
 * @param names of the features
 * @param deviations above 0; 1 of a feature that is the same everywhere
 */
public record FeatureScale(List<String> names, List<Double> means, List<Double> deviations) {
  private static final String FILE = "feature-scale.json";

  public FeatureScale {
    names = List.copyOf(names);
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
  }

  /**
   * Of the training frames, at least one.
   *
   * @throws UserError if a recording lacks features of the first
   */
  public static FeatureScale fit(List<FeatureFrames> training) {
    List<String> names = training.get(0).names();
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (String name : names) {
      double mean = moment(training, name, 0, 1);
      double deviation = Math.sqrt(moment(training, name, mean, 2));
      means.add(mean);
      deviations.add(deviation > 1e-9 * Math.max(1, Math.abs(mean)) ? deviation : 1);
    }
    return new FeatureScale(names, means, deviations);
  }

  private static double moment(List<FeatureFrames> all, String name, double centre, int power) {
    double sum = 0;
    long count = 0;
    for (FeatureFrames frames : all) {
      int place = place(name, frames);
      for (float[] row : frames.rows()) {
        sum += Math.pow(row[place] - centre, power);
      }
      count += frames.length();
    }
    return sum / count;
  }

  private static int place(String name, FeatureFrames frames) {
    int place = frames.names().indexOf(name);
    if (place < 0) {
      throw new UserError(
          "no feature '%s' in a recording that has %s; all recordings need those of the first to train on"
              .formatted(name, String.join(", ", frames.names())));
    }
    return place;
  }

  /**
   * @param of the recording, for the message
   * @throws UserError if it lacks a feature
   */
  public void require(FeatureFrames frames, Object of) {
    require(names, frames, of);
  }

  /** The same of the features that a net is to read. */
  public static void require(List<String> names, FeatureFrames frames, Object of) {
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(frames.names());
    if (!missing.isEmpty()) {
      throw new UserError(
          "%s: no feature '%s', which the net reads; it has %s. Name the columns in data.columns.features."
              .formatted(of, String.join("', '", missing), String.join(", ", frames.names())));
    }
  }

  /**
   * The frames scaled, their features in this order; those beyond are left out.
   *
   * @throws UserError if they lack a feature
   */
  public FeatureFrames scaled(FeatureFrames frames) {
    float[][] rows = new float[frames.length()][names.size()];
    for (int i = 0; i < names.size(); i++) {
      int place = place(names.get(i), frames);
      double mean = means.get(i);
      double deviation = deviations.get(i);
      for (int frame = 0; frame < rows.length; frame++) {
        rows[frame][i] = (float) ((frames.rows()[frame][place] - mean) / deviation);
      }
    }
    return new FeatureFrames(names, rows);
  }

  /** Writes a file into an existing folder. */
  public void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** Reads what {@link #save} wrote. */
  public static FeatureScale load(Path folder) {
    try {
      return Json.MAPPER.readValue(folder.resolve(FILE).toFile(), FeatureScale.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
