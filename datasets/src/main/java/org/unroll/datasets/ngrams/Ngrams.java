package org.unroll.datasets.ngrams;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.Json;
import org.unroll.core.SinglePrecision;
import org.unroll.datasets.text.Vocabulary;

/**
 * A linear model over the words and word pairs of a text, fitted by {@link NgramFit}. Immutable and
 * thread-safe.
 */
public final class Ngrams {
  private final Units units;
  private final double cost;
  private final NgramFeatures features;
  private final List<LinearModel> models;

  Ngrams(Units units, double cost, NgramFeatures features, List<LinearModel> models) {
    this.units = units;
    this.cost = cost;
    this.features = features;
    this.models = List.copyOf(models);
  }

  /** One line on what was fitted. */
  public String choice() {
    return "%d features (cost %s)".formatted(features.size(), cost);
  }

  /**
   * What a head of classes or labels can be added to: a log-probability of each class, or of each
   * label its log odds. Unknown words and pairs say nothing.
   *
   * @param text tokenised
   */
  public float[] logits(List<String> text) {
    return SinglePrecision.of(ofText(text));
  }

  /** A probability for each class or label of a tokenised text. */
  public double[] probabilities(List<String> text) {
    return Arrays.stream(ofText(text)).map(units::probability).toArray();
  }

  private double[] ofText(List<String> text) {
    return logits(units, models, features.of(text));
  }

  static double[] logits(Units units, List<LinearModel> models, int[] row) {
    return units.logits(models.stream().mapToDouble(model -> model.logOdds(row)).toArray());
  }

  /** What the file holds: numbers as bytes, big-endian. */
  private record Saved(
      Units units,
      double cost,
      List<String> words,
      byte[] pairs,
      List<byte[]> weights,
      List<Double> biases) {}

  public void save(Path file) throws IOException {
    ByteBuffer pairs = ByteBuffer.allocate(features.pairs().length * Long.BYTES);
    pairs.asLongBuffer().put(features.pairs());
    List<byte[]> weights = new ArrayList<>();
    for (LinearModel model : models) {
      ByteBuffer bytes = ByteBuffer.allocate(model.weights().length * Float.BYTES);
      bytes.asFloatBuffer().put(model.weights());
      weights.add(bytes.array());
    }
    List<Double> biases = models.stream().map(LinearModel::bias).toList();
    List<String> words = features.words().words();
    Json.MAPPER
        .writer()
        .with(JsonWriteFeature.ESCAPE_NON_ASCII) // a word may hold half of a surrogate pair
        .writeValue(file.toFile(), new Saved(units, cost, words, pairs.array(), weights, biases));
  }

  public static Ngrams load(Path file) throws IOException {
    Saved saved = Json.MAPPER.readValue(file.toFile(), Saved.class);
    long[] pairs = new long[saved.pairs().length / Long.BYTES];
    ByteBuffer.wrap(saved.pairs()).asLongBuffer().get(pairs);
    List<LinearModel> models = new ArrayList<>();
    for (int unit = 0; unit < saved.biases().size(); unit++) {
      ByteBuffer bytes = ByteBuffer.wrap(saved.weights().get(unit));
      float[] weights = new float[bytes.capacity() / Float.BYTES];
      bytes.asFloatBuffer().get(weights);
      models.add(new LinearModel(weights, saved.biases().get(unit)));
    }
    NgramFeatures features = new NgramFeatures(Vocabulary.of(saved.words(), file), pairs);
    return new Ngrams(saved.units(), saved.cost(), features, models);
  }
}
