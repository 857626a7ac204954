package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.unroll.core.graph.TinyGraphs.*;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;

/** A head that is trained alone and answers with the weighted mean of itself and its skip. */
class SkipWeightIT {
  private static final double WEIGHT = 0.7;
  private static final GraphPorts PORTS =
      ports("x", new Shape.Vector(2), "wide", new Shape.Vector(CLASSES));

  @BeforeAll
  static void useDouble() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void useFloat() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @Test
  void itAnswersWithTheMeanAndIsTrainedAlone() {
    ComputationGraph graph = exact(spec("output", weighted("x", "wide", WEIGHT)), PORTS);
    INDArray x = Nd4j.randn(DataType.DOUBLE, 4, 2);
    INDArray wide = Nd4j.randn(DataType.DOUBLE, 4, CLASSES);
    INDArray own = // [b, classes]
        x.mmul(graph.getParam("output-linear_W")).addRowVector(graph.getParam("output-linear_b"));
    assertSame(graph.output(false, x, wide)[0], own.mul(1 - WEIGHT).add(wide.mul(WEIGHT)));
    assertSame(graph.output(true, x, wide)[0], own);
    graph.close();
  }

  private static void assertSame(INDArray probabilities, INDArray logits) {
    assertThat(probabilities.distance1(Transforms.softmax(logits, true)))
        .isCloseTo(0, offset(1e-10));
  }
}
