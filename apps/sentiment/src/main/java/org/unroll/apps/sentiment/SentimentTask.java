package org.unroll.apps.sentiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Classification;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.labelled.ClassPrediction;
import org.unroll.datasets.labelled.EncodedTexts;
import org.unroll.datasets.labelled.TextBatches;
import org.unroll.datasets.labelled.TextInput;
import org.unroll.datasets.labelled.TextSources;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.InputText;
import org.unroll.datasets.text.LabelledText;

/** Texts and a fitted vocabulary, ready to train and to score graphs. Not thread-safe. */
final class SentimentTask implements Task<TextInput, ClassPrediction> {
  /** Validation texts shown epoch by epoch. */
  private static final int SAMPLES = 12;

  private final SentimentConfig config;
  private final Source<List<LabelledText>> source;
  private final FittedText fitted;
  private final DataAccess access;
  private final Map<Split, List<LabelledText>> read = new LinkedHashMap<>();
  private final Map<Split, EncodedTexts> encoded = new LinkedHashMap<>();
  private Batches training; // made when first asked for, as is the baseline
  private NaiveBayesBaseline naiveBayes;

  SentimentTask(
      SentimentConfig config,
      Source<List<LabelledText>> source,
      FittedText fitted,
      DataAccess access) {
    this.config = config;
    this.source = source;
    this.fitted = fitted;
    this.access = access;
  }

  /** Reads the training and validation texts and fits the vocabulary on the former. */
  static SentimentTask fit(
      SentimentConfig config, Source<List<LabelledText>> source, DataAccess access) {
    List<LabelledText> texts = source.read(Split.TRAIN);
    SentimentTask task = new SentimentTask(config, source, FittedText.fit(config, texts), access);
    task.read.put(Split.TRAIN, texts);
    task.texts(Split.VALIDATION);
    return task;
  }

  private List<LabelledText> texts(Split split) {
    return read.computeIfAbsent(split, source::read);
  }

  /** Tokenised once: validation is scored after every epoch. */
  private EncodedTexts encoded(Split split) {
    return encoded.computeIfAbsent(split, part -> fitted.encode(texts(part)));
  }

  @Override
  public GraphPorts ports() {
    return SentimentApp.ports(fitted.encoder().vocabulary().size(), fitted.classes().size());
  }

  @Override
  public Batches training() {
    if (training == null) {
      training =
          TextBatches.shuffled(
              encoded(Split.TRAIN), config.data().batch(), config.seed(), config.data().bucket());
    }
    return training;
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    return evaluate(net, encoded(split));
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    return evaluate(net, fitted.encode(TextSources.readLabelled(config.data(), file, access)));
  }

  private Evaluation evaluate(Net net, EncodedTexts texts) {
    double[][] probabilities = new TextClassifier(net, fitted).probabilities(texts);
    return Classification.evaluate(texts.labels(), probabilities, fitted.classes());
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    if (naiveBayes == null) {
      naiveBayes = NaiveBayesBaseline.fit(fitted, texts(Split.TRAIN));
    }
    return Map.of("naive-bayes", naiveBayes.evaluate(texts(split)));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    List<LabelledText> texts = texts(Split.VALIDATION);
    List<LabelledText> shown =
        Arrays.stream(Spread.of(texts.size(), SAMPLES)).mapToObj(texts::get).toList();
    List<TextInput> inputs = shown.stream().map(text -> new TextInput(text.text())).toList();
    List<ClassPrediction> predictions = new TextClassifier(net, fitted).predict(inputs);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      LabelledText text = shown.get(i);
      ClassPrediction said = predictions.get(i);
      samples.add(
          new Sample.Text(epoch, i, text.text(), text.label(), said.label(), said.probabilities()));
    }
    return samples;
  }

  @Override
  public void initialise(Net net) {
    new PretrainedEmbeddings(config, fitted, encoded(Split.TRAIN)).putInto(net, access);
  }

  @Override
  public Predictor<TextInput, ClassPrediction> predictor(Net net) {
    return new TextClassifier(net, fitted);
  }

  @Override
  public Class<TextInput> inputType() {
    return TextInput.class;
  }

  @Override
  public Class<ClassPrediction> outputType() {
    return ClassPrediction.class;
  }

  @Override
  public TextInput parse(String text) {
    return new TextInput(text);
  }

  @Override
  public List<TextInput> read(Path file) {
    List<TextInput> inputs = new ArrayList<>();
    for (InputText text : TextSources.readUnlabelled(config.data(), file, access)) {
      inputs.add(new TextInput(text.text()));
    }
    return inputs;
  }

  @Override
  public Map<String, String> digests() {
    return source.digests();
  }

  @Override
  public void save(Path folder) throws IOException {
    fitted.save(folder);
  }
}
