package org.unroll.datasets.series;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.Json;

/**
 * A ridge regression for each kind of window: one linear map for all, and one more for what it
 * leaves over in each kind, whose penalty draws it to nothing. Kinds are the hours of the day, if
 * the net sees them, clusters of {@link DayKinds days}, and the series; a window of several kinds
 * gets a mean of their maps (a mixture of linear experts, Jacobs et al., Neural Computation 3(1),
 * 1991, with gates that are fitted first). What of this is used, validation windows decide.
 * Immutable and thread-safe.
 */
public final class LocalRidge implements Forecaster {
  private static final double[] PENALTIES = {0.3, 0.1, 0.03, 0.01, 0.001};
  private static final int MOST_KINDS = 48;
  private static final int WINDOWS_A_KIND = 300;

  /** Clusterings from different starts, whose mean is steadier than any one. */
  private static final int CLUSTERINGS = 3;

  /** Enough to tell penalties apart. */
  private static final int CHOICE = 3_000;

  /** A share that moves nothing. */
  private static final double NEGLIGIBLE = 0.01;

  private final double penalty; // of the map for all
  private final float[] common; // inputs × outputs
  private final List<Part> parts;

  /**
   * Maps of one way to tell kinds.
   *
   * @param share of this way in the forecast
   * @param penalty of its maps
   * @param maps for each kind, inputs × outputs
   */
  record Part(WindowKinds kinds, double share, double penalty, float[][] maps) {
    Part with(double newShare) {
      return new Part(kinds, newShare, penalty, maps);
    }
  }

  LocalRidge(double penalty, float[] common, List<Part> parts) {
    this.penalty = penalty;
    this.common = common;
    this.parts = List.copyOf(parts);
  }

  /** Fits on training windows and chooses by the error on validation windows. */
  public static LocalRidge fit(Windows train, Windows validation) {
    Windows chosen = Ridge.thinned(validation, CHOICE);
    double penalty = Ridge.penalty(train, chosen);
    double[] single = Ridge.single(train, penalty);
    List<List<Part>> ways = new ArrayList<>();
    if (HourKinds.fit(train)) {
      ways.add(List.of(part(new HourKinds(), single, train, chosen)));
    }
    if (DayKinds.fit(train)) {
      ways.add(days(single, train, chosen));
    }
    if (SeriesKinds.fit(train)) {
      ways.add(List.of(part(SeriesKinds.of(train), single, train, chosen)));
    }
    return best(new LocalRidge(penalty, rounded(single), List.of()), ways, chosen);
  }

  /** The same kinds and penalties, fitted on both. */
  public LocalRidge refit(Windows trainAndValidation) {
    double[] single = Ridge.single(trainAndValidation, penalty);
    List<Part> refitted = new ArrayList<>();
    for (Part part : parts) {
      double[] penalties = {part.penalty()};
      refitted.add(
          part(part.kinds(), single, trainAndValidation, penalties).get(0).with(part.share()));
    }
    return new LocalRidge(penalty, rounded(single), refitted);
  }

  /** The penalty that is best for the first clustering serves all. */
  private static List<Part> days(double[] common, Windows train, Windows validation) {
    int count = Math.max(1, Math.min(MOST_KINDS, train.size() / WINDOWS_A_KIND));
    List<Part> days = new ArrayList<>();
    days.add(part(DayKinds.of(train, count, 0), common, train, validation));
    for (int seed = 1; seed < CLUSTERINGS; seed++) {
      DayKinds kinds = DayKinds.of(train, count, seed);
      days.add(part(kinds, common, train, new double[] {days.get(0).penalty()}).get(0));
    }
    return days;
  }

  /** No kinds at all, or some of the ways to tell them, with equal shares. */
  private static LocalRidge best(LocalRidge single, List<List<Part>> ways, Windows validation) {
    LocalRidge best = single;
    double lowest = Ridge.error(best, validation);
    for (int chosen = 1; chosen < 1 << ways.size(); chosen++) {
      List<Part> parts = new ArrayList<>();
      for (int way = 0; way < ways.size(); way++) {
        if ((chosen >> way & 1) == 1) {
          double share = 1.0 / Integer.bitCount(chosen) / ways.get(way).size();
          ways.get(way).forEach(part -> parts.add(part.with(share)));
        }
      }
      LocalRidge other = new LocalRidge(single.penalty, single.common, parts);
      double error = Ridge.error(other, validation);
      if (error < lowest) {
        best = other;
        lowest = error;
      }
    }
    return best;
  }

  private static float[] rounded(double[] map) {
    float[] rounded = new float[map.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) map[i];
    }
    return rounded;
  }

  private static Part part(WindowKinds kinds, double[] common, Windows train, Windows validation) {
    Part best = null;
    double lowest = Double.MAX_VALUE;
    for (Part part : part(kinds, common, train, PENALTIES)) {
      double error = Ridge.error(new LocalRidge(0, rounded(common), List.of(part)), validation);
      if (error < lowest) {
        best = part;
        lowest = error;
      }
    }
    return best;
  }

  /** One for each penalty; fitted kind by kind, so that the equations of only one are held. */
  private static List<Part> part(
      WindowKinds kinds, double[] common, Windows train, double[] penalties) {
    int[] kindOf = new int[train.size()];
    for (int window = 0; window < kindOf.length; window++) {
      kindOf[window] = kinds.kind(train, window);
    }
    float[][][] maps = new float[penalties.length][kinds.count()][];
    for (int kind = 0; kind < kinds.count(); kind++) {
      RidgeRows rows = new RidgeRows(train);
      for (int window = 0; window < kindOf.length; window++) {
        if (kindOf[window] == kind) {
          rows.add(window);
        }
      }
      RidgeEquations equations = rows.equations();
      for (int i = 0; i < penalties.length; i++) {
        maps[i][kind] = rounded(equations.solveRest(common, penalties[i]));
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < penalties.length; i++) {
      parts.add(new Part(kinds, 1, penalties[i], maps[i]));
    }
    return parts;
  }

  /** What was chosen, such as {@code 24 hours of the day, 3 × 48 kinds of day}. */
  public String choice() {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      names.add(part.kinds().toString());
    }
    return names.isEmpty() ? "one map for all" : "one map for each of " + String.join(", ", names);
  }

  /**
   * The forecast of a window as the net has its labels.
   *
   * @return scaled, target after target, each with all steps of the horizon
   */
  double[] scaled(Windows windows, int window) {
    RidgeInputs inputs = new RidgeInputs(windows);
    double[] row = new double[inputs.size()];
    inputs.write(window, row, 0);
    double[] scaled = new double[inputs.outputs()];
    add(row, common, 1, scaled);
    for (Part part : parts) {
      double[] shares = part.kinds().shares(windows, window);
      for (int kind = 0; kind < shares.length; kind++) {
        if (shares[kind] > NEGLIGIBLE) {
          add(row, part.maps()[kind], shares[kind] * part.share(), scaled);
        }
      }
    }
    return scaled;
  }

  private static void add(double[] row, float[] map, double share, double[] sum) {
    for (int i = 0; i < row.length; i++) {
      double value = row[i] * share;
      for (int o = 0; o < sum.length; o++) {
        sum[o] += value * map[i * sum.length + o];
      }
    }
  }

  @Override
  public double[][] forecast(Windows windows, int window) {
    return Ridge.restored(windows, window, scaled(windows, window));
  }

  /** What the file holds: numbers as bytes, big-endian. */
  private record Saved(double penalty, byte[] common, List<SavedPart> parts) {}

  private record SavedPart(WindowKinds kinds, double share, double penalty, List<byte[]> maps) {}

  void save(Path file) throws IOException {
    List<SavedPart> saved = new ArrayList<>();
    for (Part part : parts) {
      List<byte[]> maps = new ArrayList<>();
      for (float[] map : part.maps()) {
        maps.add(bytes(map));
      }
      saved.add(new SavedPart(part.kinds(), part.share(), part.penalty(), maps));
    }
    Json.MAPPER.writeValue(file.toFile(), new Saved(penalty, bytes(common), saved));
  }

  static LocalRidge load(Path file) throws IOException {
    Saved saved = Json.MAPPER.readValue(file.toFile(), Saved.class);
    List<Part> parts = new ArrayList<>();
    for (SavedPart part : saved.parts()) {
      float[][] maps = part.maps().stream().map(LocalRidge::floats).toArray(float[][]::new);
      parts.add(new Part(part.kinds(), part.share(), part.penalty(), maps));
    }
    return new LocalRidge(saved.penalty(), floats(saved.common()), parts);
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
