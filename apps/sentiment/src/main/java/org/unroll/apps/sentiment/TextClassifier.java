package org.unroll.apps.sentiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.datasets.labelled.ClassPrediction;
import org.unroll.datasets.labelled.EncodedTexts;
import org.unroll.datasets.labelled.TextBatches;
import org.unroll.datasets.labelled.TextInput;

/** A trained net that classifies texts. Not thread-safe. */
final class TextClassifier implements Predictor<TextInput, ClassPrediction> {
  private static final int BATCH = 64;

  private final Net net;
  private final FittedText fitted;

  TextClassifier(Net net, FittedText fitted) {
    this.net = net;
    this.fitted = fitted;
  }

  @Override
  public List<ClassPrediction> predict(List<TextInput> inputs) {
    List<String> texts = inputs.stream().map(TextInput::text).toList();
    int classes = fitted.classes().size();
    double[][] probabilities =
        probabilities(EncodedTexts.unlabelled(texts, fitted.encoder(), classes));
    List<ClassPrediction> predictions = new ArrayList<>();
    for (double[] row : probabilities) {
      predictions.add(prediction(row));
    }
    return predictions;
  }

  private ClassPrediction prediction(double[] row) {
    Map<String, Double> byClass = byClass(row);
    int best = 0;
    for (int c = 1; c < row.length; c++) {
      best = row[c] > row[best] ? c : best;
    }
    return new ClassPrediction(fitted.classes().get(best), row[best], byClass);
  }

  private Map<String, Double> byClass(double[] row) {
    Map<String, Double> byClass = new LinkedHashMap<>();
    for (int c = 0; c < row.length; c++) {
      byClass.put(fitted.classes().get(c), row[c]);
    }
    return byClass;
  }

  /**
   * @return {@code [example][class]}
   */
  double[][] probabilities(EncodedTexts texts) {
    // Any order will do, since each row says which example it is: like lengths pad least.
    TextBatches batches = TextBatches.shuffled(texts, BATCH, 0, true);
    double[][] probabilities = new double[texts.size()][];
    net.outputs(batches, (example, output) -> probabilities[example] = doubles(output));
    return probabilities;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  @Override
  public void close() {
    net.close();
  }
}
