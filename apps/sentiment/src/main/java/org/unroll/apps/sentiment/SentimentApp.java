package org.unroll.apps.sentiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.LabelSets;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.labelled.ClassTask;
import org.unroll.datasets.labelled.TextSources;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.LabelledText;

/**
 * Text to class: the input {@code tokens}, and one head, softmax for a class a text or sigmoid for
 * any number of labels. The input {@code ngrams} is what a linear model over words and pairs says
 * of a text, which is fitted first, for a head's skip.
 */
public final class SentimentApp implements App<SentimentConfig> {
  static final String TOKENS = "tokens";
  static final String NGRAMS = "ngrams";

  @Override
  public String name() {
    return "sentiment";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of a table: finds its texts and classes", "reviews.csv"),
        List.of(
            new Example("two texts", "\"A dull plot.\" \"Not bad.\""),
            new Example("each row of a file", "--in reviews.csv --out answers.csv")),
        "reviews.csv");
  }

  @Override
  public Class<SentimentConfig> configType() {
    return SentimentConfig.class;
  }

  @Override
  public GraphPorts ports() {
    return ports(Shape.UNKNOWN, Shape.UNKNOWN, true);
  }

  /**
   * @param ngrams whether the graph reads that input
   */
  static GraphPorts ports(int vocabulary, int classes, boolean ngrams) {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put(TOKENS, new Shape.Tokens(vocabulary));
    if (ngrams) {
      inputs.put(NGRAMS, new Shape.Vector(classes));
    }
    return new GraphPorts(inputs, classes);
  }

  @Override
  public Set<String> predictOptions() {
    return Set.of("--model", "--spark");
  }

  @Override
  public List<Metric> metrics() {
    Set<Metric> either = new LinkedHashSet<>(ClassTask.METRICS);
    either.addAll(LabelSets.METRICS);
    return List.copyOf(either);
  }

  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Softmax.class, Sigmoid.class);
  }

  @Override
  public List<String> models(SentimentConfig config) {
    return List.of(SentimentTask.NAIVE_BAYES, NGRAMS);
  }

  @Override
  public List<String> advice(SentimentConfig config) {
    return List.of(
        config.uses(NGRAMS)
            ? "more dropout of the embedding (few texts are learnt by heart)"
            : "skip: ngrams of the head (the simple model as a part of the net)",
        config.graph().nodes().values().stream().anyMatch(SentimentApp::beginsWithVectors)
            ? "more units in the graph (size)"
            : "vectors of the embedding (learnt on many texts)");
  }

  private static boolean beginsWithVectors(NodeSpec node) {
    return node instanceof Embedding embedding && embedding.vectors().isPresent();
  }

  @Override
  public void check(SentimentConfig config, Problems problems) {
    App.super.check(config, problems);
    config
        .graph()
        .nodes()
        .values()
        .forEach(
            node -> {
              if (node instanceof Softmax) {
                checkMetric(config, "a softmax head", ClassTask.METRICS, problems);
              } else if (node instanceof Sigmoid) {
                checkMetric(config, "a sigmoid head", LabelSets.METRICS, problems);
              }
            });
  }

  /** A metric that is none at all has been reported. */
  private void checkMetric(
      SentimentConfig config, String head, List<Metric> given, Problems problems) {
    String watched = config.train().earlyStop().metric();
    Metric.of(watched)
        .filter(metric -> metrics().contains(metric) && !given.contains(metric))
        .ifPresent(
            metric ->
                problems.add(
                    "train.early-stop.metric",
                    "%s has no %s; one of %s"
                        .formatted(
                            head,
                            watched,
                            given.stream().map(Metric::key).collect(Collectors.joining(", ")))));
  }

  @Override
  public SentimentTask<?> open(SentimentConfig config, DataAccess access) {
    Source<List<LabelledText>> source = source(config, access);
    FittedText<?> fitted = FittedText.fit(config, source.read(Split.TRAIN), access);
    source.read(Split.VALIDATION); // a fault in it should not wait for the first epoch's end
    return new SentimentTask<>(config, source, fitted, access);
  }

  @Override
  public List<String> inspect(SentimentConfig config, DataAccess access) {
    return TextSummary.of(config, source(config, access), access);
  }

  @Override
  public List<Hint> hints() {
    return TextDraft.HINTS;
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    return TextDraft.of(files, hints);
  }

  @Override
  public SentimentTask<?> restore(SentimentConfig config, DataAccess access, Path fitted) {
    FittedText<?> text = FittedText.load(fitted, config);
    return new SentimentTask<>(config, source(config, access), text, access).restored(fitted);
  }

  private static Source<List<LabelledText>> source(SentimentConfig config, DataAccess access) {
    return new LazySource<>(
        () -> new TextSources(config.data(), config.severalLabels(), access).open());
  }
}
