package org.unroll.apps.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Net;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Encoded;
import org.unroll.core.data.EncodedBeside;
import org.unroll.core.data.EncodedRows;
import org.unroll.core.data.Parallel;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.labelled.NaiveBayes;
import org.unroll.datasets.labelled.Occlusion;
import org.unroll.datasets.labelled.OutcomeTask;
import org.unroll.datasets.labelled.TextSources;
import org.unroll.datasets.labelled.WordModel;
import org.unroll.datasets.ngrams.NgramFit;
import org.unroll.datasets.ngrams.Ngrams;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextInput;
import org.unroll.datasets.text.Tokenizer;

/** Texts and a fitted vocabulary, ready to train and to score graphs. Not thread-safe. */
final class SentimentTask<O extends Prediction> extends OutcomeTask<LabelledText, TextInput, O> {
  static final String NAIVE_BAYES = "naive-bayes";

  /** Words and pairs that are written into the bundle at most. */
  private static final int MOST = 500_000;

  /** Characters that the simple models are fitted on at most: they keep words and pairs. */
  private static final long SHARE = 1 << 25;

  private final SentimentConfig config;
  private final FittedText<O> fitted;
  private final DataAccess access;
  private final TextNgrams ngrams;
  private WordModel naiveBayes; // null until it is asked for
  private List<LabelledText> share; // likewise: what the simple models are fitted on

  SentimentTask(
      SentimentConfig config,
      Source<List<LabelledText>> source,
      FittedText<O> fitted,
      DataAccess access) {
    super(
        source,
        new TextSources(config.data(), config.severalLabels(), access)::labelled,
        fitted.outcome(),
        config.data().files().order(config.seed()));
    this.config = config;
    this.fitted = fitted;
    this.access = access;
    this.ngrams = new TextNgrams(fitted.ngrams(), this::fitNgrams);
  }

  @Override
  public GraphPorts ports() {
    return SentimentApp.ports(
        fitted.encoder().vocabulary().size(), outcome().size(), readsNgrams());
  }

  private boolean readsNgrams() {
    return config.uses(SentimentApp.NGRAMS);
  }

  private NgramFit fitNgrams() {
    List<LabelledText> training = forSimpleModels();
    NgramFit fit = outcome().ngrams(tokens(training), training, access.progress());
    access.notices().accept("ngrams: " + fit.model().choice());
    return fit;
  }

  /** The training texts, or an even share of very many. */
  private List<LabelledText> forSimpleModels() {
    if (share != null) {
      return share;
    }
    List<LabelledText> all = examples(Split.TRAIN);
    share = Spread.within(all, each -> each.text().length(), SHARE);
    if (share.size() < all.size()) {
      access
          .notices()
          .accept(
              String.format(
                  Locale.ROOT,
                  "simple models are fitted on %,d of %,d training texts, evenly spread",
                  share.size(),
                  all.size()));
    }
    return share;
  }

  @Override
  protected String shown(TextInput input) {
    return input.text();
  }

  /** All of them, also those that the net does not read of a long text. */
  @Override
  protected Map<String, int[]> lengths(List<TextInput> inputs) {
    String unit = config.text().tokenizer() == Tokenizer.CHAR ? "characters" : "words";
    return Map.of(unit, fitted.tokens(inputs).stream().mapToInt(List::size).toArray());
  }

  @Override
  protected Encoded encode(List<TextInput> inputs) {
    List<List<String>> tokens = fitted.tokens(inputs);
    Encoded words = EncodedRows.tokens(fitted.numbers(tokens));
    return readsNgrams() ? new EncodedBeside(words, logits(tokens)) : words;
  }

  @Override
  protected List<Occlusion.Without<TextInput>> without(TextInput input) {
    return WordPlaces.without(input, fitted.encoder());
  }

  private float[][] logits(List<List<String>> tokens) {
    Ngrams model = ngrams.model();
    return Parallel.stream(tokens).map(model::logits).toArray(float[][]::new);
  }

  @Override
  protected Encoded encodeTraining(List<LabelledText> texts) {
    List<List<String>> tokens = tokens(texts);
    Encoded words = EncodedRows.tokens(fitted.numbers(tokens));
    return readsNgrams() ? new EncodedBeside(words, leftOut(tokens)) : words;
  }

  /** What the linear model says of training texts, of each as if it had not seen it. */
  private float[][] leftOut(List<List<String>> tokens) {
    float[][] fittedOn = ngrams.leftOut();
    if (fittedOn.length == tokens.size()) {
      return fittedOn;
    }
    float[][] all = logits(tokens);
    int[] places = Spread.of(tokens.size(), fittedOn.length);
    for (int i = 0; i < places.length; i++) {
      all[places[i]] = fittedOn[i];
    }
    return all;
  }

  @Override
  public List<TextInput> read(Path file) {
    return AskedRow.inputs(rows(file));
  }

  @Override
  public List<AskedRow<TextInput>> rows(Path file) {
    return new TextSources(config.data(), config.severalLabels(), access).unlabelled(file);
  }

  @Override
  public Class<TextInput> inputType() {
    return TextInput.class;
  }

  @Override
  public TextInput parse(String text) {
    return new TextInput(text);
  }

  /** Both count words and word pairs: a net that does not beat them has not read the order. */
  @Override
  public Map<String, Evaluation> baselines(Split split) {
    Map<String, Evaluation> baselines = new LinkedHashMap<>();
    if (config.severalLabels()) {
      baselines.putAll(super.baselines(split));
    }
    List<LabelledText> texts = examples(split);
    List<List<String>> tokens = tokens(texts);
    for (String name : List.of(NAIVE_BAYES, SentimentApp.NGRAMS)) {
      baselines.put(name, evaluate(texts, probabilities(model(name), tokens)));
    }
    return baselines;
  }

  private WordModel model(String name) {
    return name.equals(NAIVE_BAYES) ? naiveBayes() : ngrams.model()::probabilities;
  }

  private WordModel naiveBayes() {
    if (naiveBayes == null) {
      List<LabelledText> training = forSimpleModels();
      naiveBayes = outcome().naiveBayes(tokens(training), training);
    }
    return naiveBayes;
  }

  private static double[][] probabilities(WordModel model, List<List<String>> texts) {
    return Parallel.stream(texts).map(model::probabilities).toArray(double[][]::new);
  }

  private List<List<String>> tokens(List<LabelledText> texts) {
    return fitted.tokens(inputs(texts));
  }

  @Override
  public void fitModels() {
    naiveBayes();
    ngrams.model();
  }

  @Override
  public Predictor<TextInput, O> predictor(String model) {
    WordModel asked = model(model);
    return texts ->
        Arrays.stream(probabilities(asked, fitted.tokens(texts)))
            .map(outcome()::prediction)
            .toList();
  }

  @Override
  public Evaluation evaluate(String model, Path file) {
    List<LabelledText> texts = examples(file);
    return evaluate(texts, probabilities(model(model), tokens(texts)));
  }

  @Override
  public void initialise(Net net) {
    new PretrainedEmbeddings(config, fitted, examples(Split.TRAIN)).putInto(net, access);
  }

  @Override
  public boolean calibrates() {
    return config.calibrate();
  }

  @Override
  public void calibrate(Net net) {
    calibrate(net, access.notices());
  }

  /** As it was saved. */
  SentimentTask<O> restored(Path folder) {
    if (config.calibrate()) {
      calibrated(folder);
    }
    Path model = folder.resolve(NAIVE_BAYES + ".json");
    naiveBayes = Files.exists(model) ? NaiveBayes.load(model) : null;
    return this;
  }

  @Override
  public void save(Path folder) throws IOException {
    super.save(folder);
    ngrams.fitted().map(fitted::with).orElse(fitted).save(folder);
    if (naiveBayes instanceof NaiveBayes small && small.size() <= MOST) {
      small.save(folder.resolve(NAIVE_BAYES + ".json"));
    }
  }
}
