package org.unroll.apps.sentiment;

import java.util.ArrayList;
import java.util.List;
import org.unroll.datasets.labelled.NaiveBayes;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.Tokenizer;

/** What counting words and word pairs gives: a net that does not beat it has not read the order. */
final class NaiveBayesBaseline {
  private final FittedText fitted;
  private final NaiveBayes bayes;

  private NaiveBayesBaseline(FittedText fitted, NaiveBayes bayes) {
    this.fitted = fitted;
    this.bayes = bayes;
  }

  static NaiveBayesBaseline fit(FittedText fitted, List<LabelledText> training) {
    Tokenizer tokenizer = fitted.encoder().tokenizer();
    List<List<String>> tokens = new ArrayList<>();
    for (LabelledText text : training) {
      tokens.add(tokenizer.tokenize(text.text()));
    }
    int[] labels = fitted.classes().numbers(training);
    return new NaiveBayesBaseline(fitted, NaiveBayes.fit(tokens, labels, fitted.classes().size()));
  }

  /**
   * @return {@code [text][class]}
   */
  double[][] probabilities(List<LabelledText> texts) {
    Tokenizer tokenizer = fitted.encoder().tokenizer();
    double[][] probabilities = new double[texts.size()][];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = bayes.probabilities(tokenizer.tokenize(texts.get(i).text()));
    }
    return probabilities;
  }
}
