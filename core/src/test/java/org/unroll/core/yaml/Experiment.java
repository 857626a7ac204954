package org.unroll.core.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UiConfig;

/** A root record with one of everything, and the texts and calls the tests share. */
record Experiment(
    @Doc("The format of the file.") @Default("1") int format,
    @Doc("The app that reads it.") String app,
    Data data,
    @Replaced Graph graph,
    TrainConfig train,
    @Default("{}") UiConfig ui,
    @Default("42") long seed,
    Optional<Scaling> scaling,
    @Default("{}") Map<String, Window> windows) {

  @Alternatives({"source", "train validation test"})
  record Data(
      Optional<String> source,
      Optional<String> train,
      Optional<String> validation,
      Optional<String> test,
      @Default("64") @Range(min = 1) int batch,
      @Default("true") boolean bucket,
      @Default("[0.8, 0.1, 0.1]") @Range(min = 0, max = 1) List<Double> fractions,
      Optional<RawYaml> transform,
      @Default("") String note)
      implements Checked {
    @Override
    public void check(String path, Problems problems) {
      if (train.isPresent() && test.isEmpty()) {
        problems.add(path + ".test", "missing; 'train' needs it");
      }
      for (int i = 0; i < fractions.size(); i++) {
        if (fractions.get(i) == 0.5) {
          problems.add(path + ".fractions[" + i + "]", "a half is too much");
        }
      }
    }
  }

  record Graph(@Inline Map<String, Node> nodes) implements Checked {
    @Override
    public void check(String path, Problems problems) {
      nodes.forEach(
          (name, node) -> {
            for (String input : node.input()) {
              if (!input.equals("tokens") && !nodes.containsKey(input)) {
                problems.add(path + "." + name + ".input", "no node named '" + input + "'");
              }
            }
          });
    }
  }

  sealed interface Node {
    List<String> input();
  }

  enum Cell {
    LSTM,
    RNN,
    GRU
  }

  enum Direction {
    @Names({"false", "none"})
    FORWARD,
    @Names({"concat", "true"})
    CONCAT,
    ADD_UP
  }

  record Common(@Default("0") @Range(min = 0, below = 1) double dropout, OptionalDouble l2) {}

  @Doc("A recurrent layer.")
  @Variant(
      key = "layer",
      names = {"lstm", "rnn", "gru"})
  record Recurrent(
      @VariantName Cell cell,
      @Range(min = 1) int size,
      List<String> input,
      @Default("none") Direction bidirectional,
      @Inline Common common)
      implements Node {
    Recurrent {
      if (size == 13) {
        throw new IllegalArgumentException("13 units bring bad luck");
      }
    }
  }

  @Variant(key = "layer", names = "embedding")
  record Embedding(@Range(min = 1) int size, List<String> input, @Inline Common common)
      implements Node {}

  @Variant(
      key = "vertex",
      names = {"concat", "add"})
  record Join(@VariantName String kind, List<String> input) implements Node {}

  sealed interface Scaling {}

  @Variant(key = "by", names = "constant")
  record Constant(@Range(above = 0) double factor, @Default("0") double shift) implements Scaling {}

  @Variant(key = "fitted", names = "mean")
  record Mean(@Default("false") boolean robust) implements Scaling {}

  record Window(int length, @Default("1") int stride) {}

  static final ConfigText DEFAULTS =
      new ConfigText(
          "defaults.yaml",
          """
          # the defaults
          app: sentiment
          data: {source: sample, batch: 64}
          graph:
            embed:   {layer: embedding, size: 100, input: tokens, dropout: 0.3}
            encoder: {layer: lstm, size: 128, bidirectional: true, input: embed}
            output:  {vertex: concat, input: [encoder, embed]}
          train:
            epochs: 12
            updater: {adam: 0.001}
            clip-norm: 5
            early-stop: {metric: accuracy, patience: 3}
          ui: {port: 9000}
          seed: 42
          """);

  private static final ConfigLoader<Experiment> LOADER = new ConfigLoader<>(Experiment.class);

  /** Lays the user's text and the settings over {@link #DEFAULTS}. */
  static Loaded<Experiment> load(String user, String... settings) {
    List<ConfigText> deltas =
        user.isEmpty() ? List.of() : List.of(new ConfigText("user.yaml", user));
    return LOADER.load(DEFAULTS, deltas, List.of(settings));
  }

  /** The lines of the exception that {@link #load} throws. */
  static List<String> mistakes(String user, String... settings) {
    try {
      load(user, settings);
    } catch (ConfigException e) {
      return e.mistakes();
    }
    throw new AssertionError("no mistake was found");
  }
}
