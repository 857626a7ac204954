package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.unroll.core.UserError;
import org.unroll.core.engine.Diverged;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.TinyNet;

class DivergenceGuardIT {
  private static final TrainingState STATE = TrainingState.start(0);

  private final ComputationGraph graph = TinyNet.perStep(new Sgd(0.1), 0, OptionalInt.empty());
  private final DivergenceGuard guard = new DivergenceGuard(() -> graph);

  @Test
  void namesTheLayerWhoseActivationsOverflowFirst() {
    graph.getParam("first_W").assign(1e200);
    graph.getParam("first_RW").assign(1e200);

    assertThat(explained(TinyNet.perStepBatch()))
        .contains("in epoch 1, batch 1, first in layer 'first'", "train.clip-norm");
  }

  @Test
  void namesTheLayerWhoseWeightsAreBroken() {
    graph.getParam("second_RW").putScalar(0, Double.NaN);

    assertThat(explained(TinyNet.perStepBatch())).contains("first in layer 'second'");
  }

  @Test
  void namesTheInputIfTheDataIsBroken() {
    MultiDataSet batch = TinyNet.perStepBatch();
    batch.getFeatures(0).putScalar(1, Double.POSITIVE_INFINITY);

    assertThat(explained(batch)).contains("already in the input 'steps'", "in the data");
  }

  private String explained(MultiDataSet batch) {
    Engine engine = Engine.local(graph, OptionalDouble.empty());
    Diverged diverged =
        catchThrowableOfType(Diverged.class, () -> engine.step(TinyNet.batch(batch)));
    return guard.explain(diverged, batch, STATE).getMessage();
  }

  @Test
  void brokenWeightsAreKeptOutOfCheckpoints() {
    assertThatCode(() -> guard.checkWeights(STATE)).doesNotThrowAnyException();
    graph.getParam("output_W").putScalar(2, Double.POSITIVE_INFINITY);

    assertThatThrownBy(() -> guard.checkWeights(STATE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "weights of layer 'output' are no longer finite after epoch 0, batch 0")
        .hasMessageContaining("the last checkpoint is intact");
  }
}
