package org.unroll.apps.charlm;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.StreamAnswers;
import org.unroll.core.metric.Table;
import org.unroll.datasets.stream.NgramChoice;
import org.unroll.datasets.stream.NgramModel;
import org.unroll.datasets.stream.StreamBatches;
import org.unroll.datasets.stream.StreamSources;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.stream.Symbols;
import org.unroll.datasets.stream.WrittenText;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.TextInput;

/** A text and its symbols, ready to train and to score graphs. Not thread-safe. */
final class CharlmTask implements Task<TextInput, WrittenText> {
  /** Symbols that a net is scored on after an epoch. */
  private static final int VALIDATED = 300_000;

  /** Symbols among which units are searched for at the end. */
  private static final int SEARCHED = 100_000;

  /** Symbols by which the order of the n-gram model is chosen. */
  private static final int CHOSEN = 1_000_000;

  private final CharlmConfig config;
  private final Source<CharSequence> source;
  private final FittedSymbols fitted;
  private final DataAccess access;
  private final Map<Split, SymbolText> texts = new EnumMap<>(Split.class);
  private final StreamSamples samples;
  private StreamBatches training; // made when first asked for
  private Optional<NgramChoice> ngrams = Optional.empty(); // likewise
  private Optional<FollowedSignals> followed = Optional.empty(); // once a net was trained

  CharlmTask(
      CharlmConfig config, Source<CharSequence> source, FittedSymbols fitted, DataAccess access) {
    this.config = config;
    this.source = source;
    this.fitted = fitted;
    this.access = access;
    this.samples = new StreamSamples(config, fitted, this::validation);
  }

  private SymbolText validation(int most) {
    SymbolText text = text(Split.VALIDATION);
    return text.part(0, Math.min(most, text.length()));
  }

  @Override
  public GraphPorts ports() {
    return CharlmApp.ports(fitted.symbols().size());
  }

  private SymbolText text(Split split) {
    return texts.computeIfAbsent(
        split, part -> encoded(source.read(part), "the " + part.key() + " text"));
  }

  private SymbolText encoded(CharSequence text, String what) {
    SymbolText encoded = fitted.encode(text, what, access.notices());
    if (encoded.length() < 2) {
      throw new UserError(
          "%s: nothing in it can be foretold, as it has %s that stands in the training text; name a longer one"
              .formatted(what, encoded.length() == 0 ? "nothing" : "one symbol"));
    }
    return encoded;
  }

  /** Finds what is wrong with the texts now, not at the end of the first epoch. */
  CharlmTask checked() {
    training();
    text(Split.VALIDATION);
    return this;
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
    Evaluation scores = evaluate(net, text(split));
    return split == Split.VALIDATION
        ? scores.with(followed.flatMap(FollowedSignals::table).stream().toList())
        : scores;
  }

  @Override
  public Evaluation validate(Net net) {
    return scorer(validation(VALIDATED)).score(net).score();
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    return evaluate(net, encoded(text(file), file.toString()));
  }

  private Evaluation evaluate(Net net, SymbolText text) {
    return Evaluation.of(scorer(text).score(net)).with(new SmallNet(fitted).tables(net, text));
  }

  private StreamScorer scorer(SymbolText text) {
    return new StreamScorer(text, fitted.characters());
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    if (ngrams.isEmpty()) {
      SymbolText validation = validation(CHOSEN);
      ngrams =
          Optional.of(
              NgramChoice.of(
                  text(Split.TRAIN), validation, fitted.symbols().size(), access.progress()));
    }
    NgramModel model = ngrams.get().model();
    SymbolText text = text(split);
    StreamAnswers answers =
        scorer(text).of((from, to) -> model.nats(text, from, to), access.progress());
    return Map.of(model.order() + "-gram", Evaluation.of(answers));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    return samples.after(net, epoch, (long) epoch * training().size());
  }

  @Override
  public boolean isStage(long iteration) {
    return config.stages().at().contains((int) iteration);
  }

  @Override
  public List<Sample> stage(Net net, int epoch, long iteration) {
    return List.of(samples.written(net, epoch, iteration));
  }

  @Override
  public boolean calibrates() {
    return true;
  }

  /** Looks for the units; nothing of an answer changes. */
  @Override
  public void calibrate(Net net) {
    followed =
        Optional.of(new FollowedSignals(new UnitSearch(fitted, validation(SEARCHED)).best(net)));
  }

  /** As it was saved. */
  CharlmTask restored(Path folder) {
    followed = FollowedSignals.load(folder);
    return this;
  }

  @Override
  public Predictor<TextInput, WrittenText> predictor(Net net) {
    List<UnitScore> units = followed.map(FollowedSignals::units).orElse(List.of());
    return new PromptWriter(net, fitted, config, units, access.notices());
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

  private CharSequence text(Path file) {
    return new StreamSources(config.data(), config.text().units(), access).text(List.of(file));
  }

  @Override
  public List<TextInput> read(Path file) {
    try {
      return List.of(new TextInput(Symbols.untyped(config.text().units(), text(file).toString())));
    } catch (CharacterCodingException e) {
      throw new UserError(
          file + ": no UTF-8 text; a net of bytes can be scored on it, but goes on from texts only",
          e);
    }
  }

  @Override
  public List<Table> facts(List<Split> splits) {
    List<List<String>> rows = new ArrayList<>();
    for (Split split : splits) {
      rows.add(List.of(split.key(), String.format(Locale.ROOT, "%,d", text(split).length())));
    }
    String symbols = "Symbols: %,d different".formatted(fitted.symbols().size());
    return List.of(new Table(symbols, List.of("split", "symbols"), rows));
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
    if (followed.isPresent()) {
      followed.get().save(folder);
    }
  }
}
