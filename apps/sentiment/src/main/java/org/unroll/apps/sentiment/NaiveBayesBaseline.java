package org.unroll.apps.sentiment;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.metric.Classification;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.NaiveBayes;
import org.unroll.datasets.text.Tokenizer;

/** What counting words and word pairs gives: a net that does not beat it has not read the order. */
final class NaiveBayesBaseline {
  private NaiveBayesBaseline() {}

  static Evaluation evaluate(
      FittedText fitted, List<LabelledText> training, List<LabelledText> scored) {
    Tokenizer tokenizer = fitted.encoder().tokenizer();
    NaiveBayes bayes =
        NaiveBayes.fit(
            tokens(training, tokenizer), fitted.encode(training).labels(), fitted.classes().size());
    double[][] probabilities = new double[scored.size()][];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = bayes.probabilities(tokenizer.tokenize(scored.get(i).text()));
    }
    return Classification.evaluate(fitted.encode(scored).labels(), probabilities, fitted.classes());
  }

  private static List<List<String>> tokens(List<LabelledText> texts, Tokenizer tokenizer) {
    List<List<String>> tokens = new ArrayList<>();
    for (LabelledText text : texts) {
      tokens.add(tokenizer.tokenize(text.text()));
    }
    return tokens;
  }
}
