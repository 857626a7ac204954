package org.unroll.apps.charlm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.stream.StreamBatches;
import org.unroll.datasets.stream.StreamSources;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.TextInput;

/** A text and its symbols, ready to train and to score graphs. Not thread-safe. */
final class CharlmTask implements Task<TextInput, WrittenText> {
  /** Symbols that a net is scored on after an epoch. */
  private static final int VALIDATED = 300_000;

  private final CharlmConfig config;
  private final Source<String> source;
  private final FittedSymbols fitted;
  private final DataAccess access;
  private final Map<Split, SymbolText> texts = new java.util.EnumMap<>(Split.class);
  private StreamBatches training; // made when first asked for

  CharlmTask(CharlmConfig config, Source<String> source, FittedSymbols fitted, DataAccess access) {
    this.config = config;
    this.source = source;
    this.fitted = fitted;
    this.access = access;
  }

  @Override
  public GraphPorts ports() {
    return CharlmApp.ports(fitted.symbols().size());
  }

  private SymbolText text(Split split) {
    return texts.computeIfAbsent(
        split,
        part -> fitted.encode(source.read(part), "the " + part.key() + " text", access.notices()));
  }

  @Override
  public Batches training() {
    if (training == null) {
      training =
          StreamBatches.of(
              text(Split.TRAIN),
              config.data().batch(),
              config.train().tbptt().orElseThrow(),
              config.seed(),
              config.data().batchesPerEpoch());
    }
    return training;
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    return scorer(text(split)).score(net).evaluation();
  }

  @Override
  public Evaluation validate(Net net) {
    SymbolText text = text(Split.VALIDATION);
    return scorer(text.part(0, Math.min(VALIDATED, text.length()))).score(net).evaluation();
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    String text =
        new StreamSources(config.data(), config.text().units(), access).text(List.of(file));
    return scorer(fitted.encode(text, file.toString(), access.notices())).score(net).evaluation();
  }

  private StreamScorer scorer(SymbolText text) {
    return new StreamScorer(text, fitted.symbols().size(), fitted.characters());
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    return Map.of();
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    return List.of();
  }

  @Override
  public Predictor<TextInput, WrittenText> predictor(Net net) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Class<TextInput> inputType() {
    return TextInput.class;
  }

  @Override
  public Class<WrittenText> outputType() {
    return WrittenText.class;
  }

  @Override
  public TextInput parse(String text) {
    return new TextInput(text);
  }

  @Override
  public List<TextInput> read(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void require(Split split) {
    source.require(split);
  }

  @Override
  public Map<String, String> digests() {
    return source.digests();
  }

  @Override
  public void save(Path folder) throws IOException {
    fitted.symbols().save(folder);
  }
}
