package org.unroll.apps.charlm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hints;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.stream.StreamSources;
import org.unroll.datasets.stream.Symbols;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;

/**
 * Text to next symbol: the input {@code symbols}, one softmax head per step, whose label is the
 * symbol after it.
 */
public final class CharlmApp implements App<CharlmConfig> {
  static final String SYMBOLS = "symbols";

  @Override
  public String name() {
    return "charlm";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of a text: what it is made of", "tunes.abc"),
        List.of(
            new Example("goes on from a prompt, as it writes", "\"recipe plum\" --length 300"),
            new Example("three texts, less surprising", "\"\" --temperature 0.5 --samples 3")),
        "page.txt");
  }

  @Override
  public Class<CharlmConfig> configType() {
    return CharlmConfig.class;
  }

  @Override
  public GraphPorts ports() {
    return ports(Shape.UNKNOWN);
  }

  static GraphPorts ports(int size) {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put(SYMBOLS, new Shape.Tokens(size));
    return new GraphPorts(inputs, size);
  }

  @Override
  public Optional<String> stepInput() {
    return Optional.of(SYMBOLS);
  }

  @Override
  public Set<String> predictOptions() {
    return Set.of(
        "--html",
        "--length",
        "--temperature",
        "--top-k",
        "--top-p",
        "--beam",
        "--samples",
        "--seed");
  }

  @Override
  public List<Metric> metrics() {
    return List.of(Metric.NATS, Metric.BITS, Metric.PERPLEXITY, Metric.ACCURACY);
  }

  @Override
  public List<String> advice(CharlmConfig config) {
    return List.of(
        "more of train.epochs",
        "a larger net, or where it learns by heart more dropout of the head");
  }

  @Override
  public void check(CharlmConfig config, Problems problems) {
    App.super.check(config, problems);
    if (config.train().tbptt().isEmpty()) {
      problems.add(
          "train.tbptt", "a text is read in stretches: set the steps of one, such as tbptt: 64");
    }
    Map<String, Integer> layers = new LinkedHashMap<>();
    config
        .graph()
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof Recurrent recurrent) {
                layers.put(name, recurrent.size());
              }
            });
    config
        .units()
        .forEach(
            unit -> UnitName.fault(unit, layers).ifPresent(fault -> problems.add("units", fault)));
  }

  @Override
  public CharlmTask open(CharlmConfig config, DataAccess access) {
    Source<CharSequence> source = source(config, access);
    Symbols symbols = Symbols.fit(config.text(), source.read(Split.TRAIN), access.progress());
    FittedSymbols fitted = new FittedSymbols(config.text(), symbols);
    return new CharlmTask(config, source, fitted, access).checked();
  }

  @Override
  public CharlmTask restore(CharlmConfig config, DataAccess access, Path fitted) {
    try {
      Symbols symbols = Symbols.load(config.text(), fitted);
      FittedSymbols text = new FittedSymbols(config.text(), symbols);
      return new CharlmTask(config, source(config, access), text, access).restored(fitted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source<CharSequence> source(CharlmConfig config, DataAccess access) {
    return new LazySource<>(
        () -> new StreamSources(config.data(), config.text().units(), access).open());
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    return CharlmDraft.of(files);
  }
}
