package org.unroll.apps.sentiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.app.Predictor;
import org.unroll.core.data.Batch;
import org.unroll.datasets.labelled.EncodedTexts;
import org.unroll.datasets.labelled.TextBatches;

/** A trained graph that classifies texts. Not thread-safe. */
final class TextClassifier implements Predictor<TextInput, ClassPrediction> {
  private static final int BATCH = 64;

  private final ComputationGraph graph;
  private final FittedText fitted;

  TextClassifier(ComputationGraph graph, FittedText fitted) {
    this.graph = graph;
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
    for (int n = 0; n < batches.size(); n++) {
      Batch batch = batches.get(0, n);
      MultiDataSet data = batch.data();
      INDArray[] output = // [batch, classes]
          graph.output(false, data.getFeatures(), data.getFeaturesMaskArrays());
      double[][] rows = output[0].toDoubleMatrix();
      for (int row = 0; row < rows.length; row++) {
        probabilities[batch.examples()[row]] = rows[row];
      }
    }
    return probabilities;
  }

  @Override
  public void close() {
    graph.close();
  }
}
