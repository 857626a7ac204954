package org.unroll.apps.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Derived;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.PairBatches;
import org.unroll.datasets.pair.PairSources;
import org.unroll.datasets.pair.Translation;
import org.unroll.datasets.pair.WordTranslation;
import org.unroll.datasets.table.PartFacts;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.SentenceForm;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.TextInput;

/** Sentence pairs and fitted vocabularies, ready to train and to score graphs. Not thread-safe. */
final class TranslateTask implements Task<TextInput, Translation> {
  /** Validation sentences shown epoch by epoch. */
  private static final int SAMPLES = 12;

  /** Validation sentences translated after an epoch; all take longer than some epochs. */
  private static final int TRANSLATED = 200;

  /** Pairs of words that meet in the sentences that {@link WordTranslation} is fitted on. */
  private static final long SHARE = 1 << 24;

  private final TranslateConfig config;
  private final Source<List<SentencePair>> source;
  private final Languages languages;
  private final DataAccess access;
  private final TranslationScores scores;
  private final NetScores netScores;
  private Batches training; // made when first asked for
  private WordTranslation wordForWord; // likewise

  /**
   * @param source reads each part once
   */
  TranslateTask(
      TranslateConfig config,
      Source<List<SentencePair>> source,
      Languages languages,
      DataAccess access) {
    this.config = config;
    this.source = source;
    this.languages = languages;
    this.access = access;
    this.scores = new TranslationScores(config.tokenised());
    this.netScores = new NetScores(languages, scores, config.seed());
  }

  @Override
  public GraphPorts ports() {
    return TranslateApp.ports(
        languages.source().vocabulary().size(), languages.target().vocabulary().size());
  }

  @Override
  public Batches training() {
    if (training == null) {
      EncodedPairs encoded = languages.encode(source.read(Split.TRAIN));
      training =
          PairBatches.of(
              encoded,
              new BatchOrder(config.data().batch(), config.seed(), config.data().bucket()));
    }
    return training;
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    return netScores.evaluate(net, source.read(split), config.decode());
  }

  /** Greedily, on some sentences. */
  @Override
  public Evaluation validate(Net net) {
    List<SentencePair> pairs = source.read(Split.VALIDATION);
    return netScores.evaluate(net, Spread.of(pairs, TRANSLATED), pairs, config.decode().greedy());
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    boolean escaped = languages.look().filter(TrainedLook::isEscaped).isPresent();
    List<SentencePair> pairs =
        formed(config.text().form(), escaped, new PairSources(config.data(), access).pairs(file));
    languages.differences(Derived.of(pairs, SentencePair::source)).forEach(access.notices());
    return netScores.evaluate(net, pairs, config.decode());
  }

  /** Pairs as the config wants them. */
  static List<SentencePair> formed(SentenceForm form, boolean escaped, List<SentencePair> pairs) {
    return Derived.of(
        pairs,
        pair ->
            new SentencePair(
                form.of(pair.source(), escaped), form.of(pair.target(), escaped), pair.origin()));
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    if (wordForWord == null) {
      wordForWord = fitWords(source.read(Split.TRAIN));
    }
    List<String> translations = new ArrayList<>();
    for (SentencePair pair : source.read(split)) {
      translations.add(String.join(" ", wordForWord.translate(scores.words(pair.source()))));
    }
    return Map.of("word-for-word", scores.evaluate(source.read(split), translations));
  }

  private WordTranslation fitWords(List<SentencePair> training) {
    List<SentencePair> share = Spread.within(training, TranslateTask::wordPairs, SHARE);
    if (share.size() < training.size()) {
      access
          .notices()
          .accept(
              String.format(
                  Locale.ROOT,
                  "word-for-word is fitted on %,d of %,d training pairs, evenly spread",
                  share.size(),
                  training.size()));
    }
    return WordTranslation.fit(
        Derived.of(share, pair -> scores.words(pair.source())),
        Derived.of(share, pair -> scores.words(pair.target())));
  }

  private static int wordPairs(SentencePair pair) {
    return words(pair.source()) * words(pair.target());
  }

  /** About so many: millions of sentences are counted. */
  private static int words(String sentence) {
    return 1 + (int) sentence.chars().filter(character -> character == ' ').count();
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    List<SentencePair> shown = Spread.of(source.read(Split.VALIDATION), SAMPLES);
    NetTranslator translator =
        new NetTranslator(net, languages, config.decode().greedy(), config.seed());
    EncodedPairs encoded = languages.encode(shown);
    List<List<Hypothesis>> found = translator.translate(encoded);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Hypothesis best = found.get(i).get(0);
      samples.add(
          new Sample.Pair(
              epoch,
              i,
              shown.get(i).source(),
              shown.get(i).target(),
              languages.target().decode(best.words()),
              translator.alignment(encoded.source(i), best)));
    }
    return samples;
  }

  @Override
  public Predictor<TextInput, Translation> predictor(Net net) {
    return new SentenceTranslator(net, languages, config, access.notices());
  }

  @Override
  public Class<TextInput> inputType() {
    return TextInput.class;
  }

  @Override
  public Class<Translation> outputType() {
    return Translation.class;
  }

  @Override
  public TextInput parse(String text) {
    return new TextInput(text);
  }

  @Override
  public List<TextInput> read(Path file) {
    return AskedRow.inputs(rows(file));
  }

  @Override
  public List<AskedRow<TextInput>> rows(Path file) {
    return new PairSources(config.data(), access).sentences(file);
  }

  @Override
  public List<AskedRow<TextInput>> rows(Split split) {
    List<AskedRow<TextInput>> rows = new ArrayList<>();
    for (SentencePair pair : source.read(split)) {
      TextInput input = new TextInput(pair.source());
      rows.add(new AskedRow<>(Optional.of(input), Map.of("reference", pair.target())));
    }
    return rows;
  }

  @Override
  public List<Table> facts(List<Split> splits) {
    Map<String, Function<Split, int[]>> words = new LinkedHashMap<>();
    words.put("source words", split -> lengths(split, SentencePair::source));
    words.put("target words", split -> lengths(split, SentencePair::target));
    return List.of(
        PartFacts.sizes(splits, "sentence pairs", split -> source.read(split).size(), words));
  }

  private int[] lengths(Split split, Function<SentencePair, String> side) {
    return source.read(split).stream()
        .mapToInt(pair -> scores.words(side.apply(pair)).size())
        .toArray();
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
    languages.save(folder);
  }
}
