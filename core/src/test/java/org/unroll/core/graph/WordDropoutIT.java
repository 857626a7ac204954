package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Shape;

/** Words that training reads as the unknown one, in double precision. */
class WordDropoutIT {
  private static final int LONG = 400;

  @BeforeAll
  static void useDouble() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void useFloat() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  /** A text of one word, many times, whose vector is 0; that of the unknown word is 1. */
  private static INDArray vectors(double share, boolean training, long seed) {
    Embedding embedding = new Embedding(List.of("tokens"), 2, Optional.empty(), share, PLAIN);
    GraphSpec spec = spec("embed", embedding, "output", softmax("embed"));
    ComputationGraph graph = exact(spec, ports("tokens", new Shape.Tokens(WORDS)));
    INDArray vectors = graph.getParam("embed_W"); // [words, 2]
    vectors.assign(0);
    vectors.getRow(Embedding.UNKNOWN).assign(1);
    graph.setInputs(Nd4j.ones(1, LONG).muli(2));
    Nd4j.getRandom().setSeed(seed);
    INDArray given = graph.feedForward(training).get("embed").dup('c'); // [1, 2, t]
    graph.close();
    return given;
  }

  @Test
  void theShareIsDroppedWhileTrainingOnly() {
    assertThat(vectors(0.3, false, 1).sumNumber().doubleValue()).isZero();
    assertThat(vectors(0, true, 1).sumNumber().doubleValue()).isZero();
    assertThat(vectors(0.3, true, 1).meanNumber().doubleValue()).isCloseTo(0.3, offset(0.06));
  }

  @Test
  void whatIsDroppedFollowsFromTheSeed() {
    assertThat(vectors(0.3, true, 1)).isEqualTo(vectors(0.3, true, 1));
    assertThat(vectors(0.3, true, 1)).isNotEqualTo(vectors(0.3, true, 2));
  }

  @Test
  void theGradientIsThatOfTheWordsThatWereRead() {
    Embedding embedding = new Embedding(List.of("tokens"), 3, Optional.empty(), 0.5, PLAIN);
    GraphPorts ports = ports("tokens", new Shape.Tokens(WORDS));
    GraphCases.Case tiny =
        new GraphCases.Case(ports, spec("embed", embedding, "output", softmax("embed")));
    ComputationGraph graph = tiny.graph();
    TinyBatch batch = tiny.batch(graph);
    Nd4j.getRandom().setSeed(5);
    batch.gradient(graph);
    INDArray gradient = graph.gradient().getGradientFor("embed_W").dup(); // [words, 3]
    for (int word = 0; word < WORDS; word++) {
      double slope = (score(graph, batch, word, 1e-5) - score(graph, batch, word, -1e-5)) / 2e-5;
      assertThat(slope * batch.examples())
          .as("word %d", word)
          .isCloseTo(gradient.getRow(word).sumNumber().doubleValue(), offset(1e-6));
    }
    assertThat(gradient.getRow(Embedding.UNKNOWN).norm2Number().doubleValue()).isPositive();
    graph.close();
  }

  /** Of the same draw, with a word's vector moved. */
  private static double score(ComputationGraph graph, TinyBatch batch, int word, double step) {
    INDArray vector = graph.getParam("embed_W").getRow(word);
    vector.addi(step);
    Nd4j.getRandom().setSeed(5);
    double score = graph.score(batch.data(), true);
    vector.subi(step);
    return score;
  }
}
