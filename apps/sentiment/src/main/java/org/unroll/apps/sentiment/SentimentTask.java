package org.unroll.apps.sentiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.labelled.ClassTask;
import org.unroll.datasets.labelled.EncodedTexts;
import org.unroll.datasets.labelled.TextBatches;
import org.unroll.datasets.labelled.TextSources;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextInput;

/** Texts and a fitted vocabulary, ready to train and to score graphs. Not thread-safe. */
final class SentimentTask extends ClassTask<LabelledText, TextInput> {
  private static final int SCORED = 64; // texts at a time

  private final SentimentConfig config;
  private final FittedText fitted;
  private final DataAccess access;
  private NaiveBayesBaseline naiveBayes; // made when first asked for

  SentimentTask(
      SentimentConfig config,
      Source<List<LabelledText>> source,
      FittedText fitted,
      DataAccess access) {
    super(source, fitted.classes());
    this.config = config;
    this.fitted = fitted;
    this.access = access;
  }

  @Override
  public GraphPorts ports() {
    return SentimentApp.ports(fitted.encoder().vocabulary().size(), classes().size());
  }

  @Override
  protected TextInput input(LabelledText text) {
    return new TextInput(text.text());
  }

  @Override
  protected String shown(TextInput input) {
    return input.text();
  }

  @Override
  protected Batches shuffled(List<LabelledText> training) {
    return TextBatches.shuffled(
        fitted.encode(training), config.data().batch(), config.seed(), config.data().bucket());
  }

  /** Like lengths together, which pads least. */
  @Override
  protected Batches unlabelled(List<TextInput> inputs) {
    List<String> texts = inputs.stream().map(TextInput::text).toList();
    return TextBatches.shuffled(EncodedTexts.unlabelled(texts, fitted.encoder()), SCORED, 0, true);
  }

  @Override
  protected List<LabelledText> labelled(Path file) {
    return new TextSources(config.data(), access).labelled(file);
  }

  @Override
  public List<TextInput> read(Path file) {
    return new TextSources(config.data(), access).unlabelled(file);
  }

  @Override
  public TextInput parse(String text) {
    return new TextInput(text);
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    if (naiveBayes == null) {
      naiveBayes = NaiveBayesBaseline.fit(fitted, examples(Split.TRAIN));
    }
    List<LabelledText> texts = examples(split);
    return Map.of("naive-bayes", evaluate(texts, naiveBayes.probabilities(texts)));
  }

  @Override
  public void initialise(Net net) {
    new PretrainedEmbeddings(config, fitted, () -> fitted.encode(examples(Split.TRAIN)))
        .putInto(net, access);
  }

  @Override
  public void save(Path folder) throws IOException {
    fitted.save(folder);
  }
}
