package org.unroll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.unroll.core.harness.ChartPoint;

/** A step against the same step by hand: plain SGD in double precision. */
class LocalEngineIT {
  private static final double RATE = 0.5;
  private static final double EXACT = 1e-12;

  @Test
  void theLossAndTheStepAreOfTheMeanOverUnmaskedSteps() {
    ComputationGraph graph = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    assertStepByHand(graph, TinyNet.perStepBatch(), TinyNet.STEPS, OptionalDouble.empty());
  }

  @Test
  void withOneLabelAnExampleTheyAreOfTheMeanOverExamples() {
    ComputationGraph graph = TinyNet.perExample(new Sgd(RATE));
    assertStepByHand(graph, TinyNet.perExampleBatch(), TinyNet.EXAMPLES, OptionalDouble.empty());
  }

  @Test
  void aLongGradientIsScaledToTheLargestNorm() {
    OptionalDouble clip = OptionalDouble.of(0.01);
    ComputationGraph perStep = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    ComputationGraph perExample = TinyNet.perExample(new Sgd(RATE));

    assertStepByHand(perStep, TinyNet.perStepBatch(), TinyNet.STEPS, clip);
    assertStepByHand(perExample, TinyNet.perExampleBatch(), TinyNet.EXAMPLES, clip);
  }

  @Test
  void aShortGradientIsLeftAsItIs() {
    ComputationGraph clipped = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    ComputationGraph plain = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    Engine.local(clipped, OptionalDouble.of(1000)).step(TinyNet.batch(TinyNet.perStepBatch()));
    Engine.local(plain, OptionalDouble.empty()).step(TinyNet.batch(TinyNet.perStepBatch()));

    assertThat(clipped.params().toDoubleVector()).isEqualTo(plain.params().toDoubleVector());
  }

  private static void assertStepByHand(
      ComputationGraph graph, MultiDataSet batch, int labels, OptionalDouble clip) {
    double loss = TinyNet.lossSum(graph, batch) / labels;
    INDArray gradient = TinyNet.gradientSum(graph, batch).divi(labels);
    double norm = gradient.norm2Number().doubleValue();
    if (clip.isPresent()) {
      assertThat(norm).as("long enough to be clipped").isGreaterThan(clip.getAsDouble());
      gradient.muli(clip.getAsDouble() / norm);
    }
    INDArray expected = graph.params().sub(gradient.mul(RATE));
    double said = Engine.local(graph, clip).step(TinyNet.batch(batch));

    assertThat(said).isCloseTo(loss, within(EXACT));
    assertThat(graph.params().distance2(expected)).isLessThan(EXACT);
  }

  @Test
  void thePenaltyOnWeightsIsInTheStepButNotInTheLoss() {
    ComputationGraph with = TinyNet.perStep(new Sgd(RATE), 0.1, OptionalInt.empty());
    ComputationGraph without = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    double lossWith =
        Engine.local(with, OptionalDouble.empty()).step(TinyNet.batch(TinyNet.perStepBatch()));
    double loss =
        Engine.local(without, OptionalDouble.empty()).step(TinyNet.batch(TinyNet.perStepBatch()));

    assertThat(lossWith).isCloseTo(loss, within(EXACT));
    assertThat(with.params().norm2Number().doubleValue())
        .isLessThan(without.params().norm2Number().doubleValue());
  }

  @Test
  void theLossOfTruncatedSequencesIsOverAllTheirParts() {
    Sgd still = new Sgd(1e-15);
    MultiDataSet batch = TinyNet.perStepBatch();
    ComputationGraph truncated = TinyNet.perStep(still, 0, OptionalInt.of(2));
    double loss = TinyNet.lossSum(truncated, batch) / TinyNet.STEPS;

    assertThat(Engine.local(truncated, OptionalDouble.empty()).step(TinyNet.batch(batch)))
        .isCloseTo(loss, within(EXACT));
  }

  @Test
  void listenersSeeTheMeanLossOfEachStepWithoutThePenalty() {
    ComputationGraph graph = TinyNet.perStep(new Sgd(RATE), 0.1, OptionalInt.empty());
    Engine engine = Engine.local(graph, OptionalDouble.empty());
    List<ChartPoint> seen = watch(graph);
    double first = engine.step(TinyNet.batch(TinyNet.perStepBatch()));
    double second = engine.step(TinyNet.batch(TinyNet.perStepBatch()));

    assertThat(seen).containsExactly(new ChartPoint(1, first), new ChartPoint(2, second));
  }

  @Test
  void eachPartOfTruncatedSequencesIsAnIterationWithTheMeanLossOfItsLabels() {
    ComputationGraph graph = TinyNet.perStep(new Sgd(1e-15), 0, OptionalInt.of(2));
    int[] labels = {6, 4, 1}; // unmasked steps of the parts, of the lengths 5, 2 and 4
    List<ChartPoint> seen = watch(graph);
    double loss =
        Engine.local(graph, OptionalDouble.empty()).step(TinyNet.batch(TinyNet.perStepBatch()));

    assertThat(seen).extracting(ChartPoint::iteration).containsExactly(1, 2, 3);
    double sum = 0;
    for (int part = 0; part < labels.length; part++) {
      sum += seen.get(part).score() * labels[part];
    }
    assertThat(sum / TinyNet.STEPS).isCloseTo(loss, within(EXACT));
  }

  private static List<ChartPoint> watch(ComputationGraph graph) {
    List<ChartPoint> seen = new ArrayList<>();
    graph.setListeners(
        new BaseTrainingListener() {
          @Override
          public void iterationDone(Model model, int iteration, int epoch) {
            seen.add(new ChartPoint(iteration, model.score()));
          }
        });
    return seen;
  }

  @Test
  void aBatchWithoutAnyLabelChangesNothing() {
    ComputationGraph graph = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    double[] before = graph.params().toDoubleVector();
    MultiDataSet batch = TinyNet.perStepBatch();
    batch.getLabelsMaskArray(0).assign(0);

    assertThat(Engine.local(graph, OptionalDouble.of(1)).step(TinyNet.batch(batch))).isZero();
    assertThat(graph.params().toDoubleVector()).isEqualTo(before);
  }

  @Test
  void aStepThatIsNotFiniteChangesNoWeight() {
    ComputationGraph graph = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    Engine engine = Engine.local(graph, OptionalDouble.of(1));
    double[] before = graph.params().toDoubleVector();
    MultiDataSet broken = TinyNet.perStepBatch();
    broken.getFeatures(0).putScalar(0, 0, 0, Double.NaN);

    assertThatThrownBy(() -> engine.step(TinyNet.batch(broken)))
        .isInstanceOf(Diverged.class)
        .hasMessageContaining("loss became NaN");
    assertThat(graph.params().toDoubleVector()).isEqualTo(before);
    assertThat(engine.step(TinyNet.batch(TinyNet.perStepBatch()))).isFinite();
    assertThat(graph.params().toDoubleVector()).isNotEqualTo(before);
  }

  @Test
  void afterAStepTheGraphAnswersBatchesOfOtherSizes() {
    ComputationGraph graph = TinyNet.withRowsAsSteps(new Sgd(RATE));
    MultiDataSet batch = TinyNet.perStepBatch();
    INDArray two = batch.getFeatures(0).get(NDArrayIndex.interval(0, 2)).dup();
    INDArray before = graph.outputSingle(two).dup(); // [batch, classes, time]
    Engine engine = Engine.local(graph, OptionalDouble.empty());
    engine.learningRate(0);
    engine.step(TinyNet.batch(batch));

    assertThat(graph.outputSingle(two)).isEqualTo(before);
  }

  @Test
  void theLearningRateOfTheNextStepsCanBeSet() {
    ComputationGraph graph = TinyNet.perStep(new Sgd(RATE), 0, OptionalInt.empty());
    double[] before = graph.params().toDoubleVector();
    Engine engine = Engine.local(graph, OptionalDouble.empty());
    engine.learningRate(0);
    engine.step(TinyNet.batch(TinyNet.perStepBatch()));

    assertThat(graph.params().toDoubleVector()).isEqualTo(before);
  }
}
