package org.unroll.apps.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.PairBatches;
import org.unroll.datasets.pair.PairCleaning;
import org.unroll.datasets.pair.PairSources;
import org.unroll.datasets.pair.SentenceInput;
import org.unroll.datasets.pair.Translation;
import org.unroll.datasets.pair.WordTranslation;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.SentencePair;

/** Sentence pairs and fitted vocabularies, ready to train and to score graphs. Not thread-safe. */
final class TranslateTask implements Task<SentenceInput, Translation> {
  /** Validation sentences shown epoch by epoch. */
  private static final int SAMPLES = 12;

  /** Validation sentences translated after an epoch; all take longer than some epochs. */
  private static final int TRANSLATED = 200;

  private final TranslateConfig config;
  private final Source<List<SentencePair>> source;
  private final Languages languages;
  private final DataAccess access;
  private final TranslationScores scores;
  private final NetScores netScores;
  private final Map<Split, List<SentencePair>> read = new LinkedHashMap<>();
  private Batches training; // made when first asked for

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

  /** Reads the training and validation sentences and fits the vocabularies on the former. */
  static TranslateTask fit(
      TranslateConfig config, Source<List<SentencePair>> source, DataAccess access) {
    List<SentencePair> training = clean(config, source.read(Split.TRAIN), access);
    TranslateTask task = new TranslateTask(config, source, Languages.fit(config, training), access);
    task.read.put(Split.TRAIN, training);
    task.pairs(Split.VALIDATION);
    return task;
  }

  private static List<SentencePair> clean(
      TranslateConfig config, List<SentencePair> pairs, DataAccess access) {
    PairCleaning.Cleaned cleaned = config.data().clean().clean(pairs);
    if (!cleaned.dropped().isEmpty()) {
      access.notices().accept("train: " + cleaned.dropped());
    }
    if (cleaned.pairs().isEmpty()) {
      throw new UserError("data.clean leaves no training pair: " + cleaned.dropped());
    }
    return cleaned.pairs();
  }

  private List<SentencePair> pairs(Split split) {
    if (!read.containsKey(split)) {
      List<SentencePair> pairs = source.read(split);
      read.put(split, split == Split.TRAIN ? clean(config, pairs, access) : pairs);
    }
    return read.get(split);
  }

  @Override
  public GraphPorts ports() {
    return TranslateApp.ports(
        languages.source().vocabulary().size(), languages.target().vocabulary().size());
  }

  @Override
  public Batches training() {
    if (training == null) {
      EncodedPairs encoded = languages.encode(pairs(Split.TRAIN));
      training =
          PairBatches.shuffled(
              encoded, config.data().batch(), config.seed(), config.data().bucket());
    }
    return training;
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    return netScores.evaluate(net, pairs(split), config.decode());
  }

  /** Greedily, on some sentences. */
  @Override
  public Evaluation validate(Net net) {
    List<SentencePair> pairs = pairs(Split.VALIDATION);
    return netScores.evaluate(net, spread(pairs, TRANSLATED), pairs, greedy());
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    List<SentencePair> pairs = PairSources.readPairs(config.data(), file, access);
    return netScores.evaluate(net, pairs, config.decode());
  }

  private DecodeConfig greedy() {
    return DecodeConfig.greedy(config.decode().batch());
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    List<List<String>> sources = new ArrayList<>();
    List<List<String>> targets = new ArrayList<>();
    for (SentencePair pair : pairs(Split.TRAIN)) {
      sources.add(scores.words(pair.source()));
      targets.add(scores.words(pair.target()));
    }
    WordTranslation words = WordTranslation.fit(sources, targets);
    List<String> translations = new ArrayList<>();
    for (SentencePair pair : pairs(split)) {
      translations.add(String.join(" ", words.translate(scores.words(pair.source()))));
    }
    return Map.of("word-for-word", scores.evaluate(pairs(split), translations));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    List<SentencePair> shown = spread(pairs(Split.VALIDATION), SAMPLES);
    NetTranslator translator = new NetTranslator(net, languages, greedy(), config.seed());
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

  private static List<SentencePair> spread(List<SentencePair> pairs, int most) {
    return Arrays.stream(Spread.of(pairs.size(), most)).mapToObj(pairs::get).toList();
  }

  @Override
  public Predictor<SentenceInput, Translation> predictor(Net net) {
    return new SentenceTranslator(net, languages, config, access.notices());
  }

  @Override
  public Class<SentenceInput> inputType() {
    return SentenceInput.class;
  }

  @Override
  public Class<Translation> outputType() {
    return Translation.class;
  }

  @Override
  public SentenceInput parse(String text) {
    return new SentenceInput(text);
  }

  @Override
  public List<SentenceInput> read(Path file) {
    return PairSources.readSentences(config.data(), file, access).stream()
        .map(SentenceInput::new)
        .toList();
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
