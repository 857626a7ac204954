package org.unroll.datasets.ridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.Json;
import org.unroll.datasets.window.Scale;
import org.unroll.datasets.window.ScaledForecaster;
import org.unroll.datasets.window.SeasonalNaive;
import org.unroll.datasets.window.WindowShape;
import org.unroll.datasets.window.Windows;

/**
 * Ridge regressions by kind of window: one linear map for all, of what the last season tells if
 * that is better, then stage by stage a map for each kind, fitted to what the stages before leave
 * over, whose penalty draws it to nothing. Kinds are the hours of the day, if the net sees them,
 * the series, and clusters of {@link DayKinds days}; a window of several kinds gets a mean of their
 * maps (a mixture of linear experts, Jacobs et al., Neural Computation 3(1), 1991, with gates that
 * are fitted first). {@link LocalRidgeFit} makes it. Immutable and thread-safe.
 */
public final class LocalRidge implements ScaledForecaster {
  /** A share that moves nothing. */
  private static final double NEGLIGIBLE = 0.01;

  private final int season; // whose last turn the maps correct; 0 if they start from the mean
  private final double penalty; // of the map for all
  private final float[] common; // inputs × outputs
  private final List<Part> parts;

  /**
   * Maps of one way to tell kinds.
   *
   * @param stage of the fit: what all parts of earlier stages leave over
   * @param share of this way in the forecast
   * @param penalty of its maps
   * @param maps for each kind, inputs × outputs
   */
  record Part(WindowKinds kinds, int stage, double share, double penalty, float[][] maps) {}

  LocalRidge(int season, double penalty, float[] common, List<Part> parts) {
    this.season = season;
    this.penalty = penalty;
    this.common = common;
    this.parts = List.copyOf(parts);
  }

  /** A map that changes nothing: the mean, or the last turn of a season. */
  static LocalRidge start(int season, RidgeInputs inputs) {
    return new LocalRidge(season, 0, new float[inputs.size() * inputs.outputs()], List.of());
  }

  /** What was chosen, such as {@code 24 hours of the day (penalty 0.03)}. */
  public String choice() {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (Part part : parts) {
      names.merge(part.kinds() + " (penalty " + part.penalty() + ")", 1, Integer::sum);
    }
    List<String> texts = new ArrayList<>();
    names.forEach((name, times) -> texts.add(times == 1 ? name : times + " x " + name));
    String maps =
        texts.isEmpty()
            ? "one map for all (penalty " + penalty + ")"
            : "one map for each of " + String.join(", ", texts);
    return season == 0 ? maps : maps + ", on what was %d steps before".formatted(season);
  }

  /** With more parts. */
  LocalRidge with(List<Part> more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more);
    return new LocalRidge(season, penalty, common, all);
  }

  int season() {
    return season;
  }

  double penalty() {
    return penalty;
  }

  List<Part> parts() {
    return parts;
  }

  @Override
  public double[] scaled(Windows windows, int window) {
    RidgeInputs inputs = new RidgeInputs(windows);
    double[] row = new double[inputs.size()];
    inputs.write(window, row, 0);
    double[] scaled =
        season == 0 ? new double[inputs.outputs()] : lastTurn(season, windows, window);
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

  @Override
  public int past(WindowShape shape) {
    return season == 0 ? shape.past() : new SeasonalNaive(season).past(shape);
  }

  private static double[] lastTurn(int season, Windows windows, int window) {
    double[][] forecast = new SeasonalNaive(season).forecast(windows, window);
    int horizon = windows.config().horizon();
    double[] scaled = new double[forecast.length * horizon];
    for (int target = 0; target < forecast.length; target++) {
      Scale scale = windows.scale(window, target);
      for (int step = 0; step < horizon; step++) {
        scaled[target * horizon + step] = scale.scaled(forecast[target][step]);
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
  private record Saved(int season, double penalty, byte[] common, List<SavedPart> parts) {}

  private record SavedPart(
      WindowKinds kinds, int stage, double share, double penalty, List<byte[]> maps) {}

  public void save(Path file) throws IOException {
    List<SavedPart> saved = new ArrayList<>();
    for (Part part : parts) {
      List<byte[]> maps = new ArrayList<>();
      for (float[] map : part.maps()) {
        maps.add(bytes(map));
      }
      saved.add(new SavedPart(part.kinds(), part.stage(), part.share(), part.penalty(), maps));
    }
    Json.MAPPER.writeValue(file.toFile(), new Saved(season, penalty, bytes(common), saved));
  }

  public static LocalRidge load(Path file) throws IOException {
    Saved saved = Json.MAPPER.readValue(file.toFile(), Saved.class);
    List<Part> parts = new ArrayList<>();
    for (SavedPart part : saved.parts()) {
      float[][] maps = part.maps().stream().map(LocalRidge::floats).toArray(float[][]::new);
      parts.add(new Part(part.kinds(), part.stage(), part.share(), part.penalty(), maps));
    }
    return new LocalRidge(saved.season(), saved.penalty(), floats(saved.common()), parts);
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
