package org.unroll.apps.sentiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.App;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.labelled.ClassTask;
import org.unroll.datasets.labelled.TextSources;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.LabelledText;

/** Text to class: the input {@code tokens}, one softmax head. */
public final class SentimentApp implements App<SentimentConfig> {
  static final String TOKENS = "tokens";

  @Override
  public String name() {
    return "sentiment";
  }

  @Override
  public Class<SentimentConfig> configType() {
    return SentimentConfig.class;
  }

  @Override
  public GraphPorts ports() {
    return ports(Shape.UNKNOWN, Shape.UNKNOWN);
  }

  static GraphPorts ports(int vocabulary, int classes) {
    return new GraphPorts(Map.of(TOKENS, new Shape.Tokens(vocabulary)), classes);
  }

  @Override
  public List<Metric> metrics() {
    return ClassTask.METRICS;
  }

  @Override
  public SentimentTask open(SentimentConfig config, DataAccess access) {
    Source<List<LabelledText>> source = source(config, access);
    FittedText fitted = FittedText.fit(config, source.read(Split.TRAIN));
    source.read(Split.VALIDATION); // a fault in it should not wait for the first epoch's end
    return new SentimentTask(config, source, fitted, access);
  }

  @Override
  public SentimentTask restore(SentimentConfig config, DataAccess access, Path fitted) {
    return new SentimentTask(
        config, source(config, access), FittedText.load(fitted, config), access);
  }

  private static Source<List<LabelledText>> source(SentimentConfig config, DataAccess access) {
    return new LazySource<>(() -> new TextSources(config.data(), access).open());
  }
}
