package org.unroll.core.layer.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.harness.Distance;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.RecurrentEngine;

/** PyTorch's LSTM and GRU give the same; golden.py made the vectors. */
class GoldenTest {
  private record Golden(JsonNode arrays, DataType type) {
    INDArray get(String name) {
      JsonNode array = arrays.get(name);
      long[] shape = new long[array.get("shape").size()];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = array.get("shape").get(i).asLong();
      }
      double[] values = new double[array.get("values").size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = array.get("values").get(i).asDouble();
      }
      return Nd4j.createFromArray(values).reshape('c', shape).castTo(type);
    }

    INDArray like(String name) {
      return Nd4j.zeros(type, get(name).shape());
    }
  }

  private static Golden golden(CellType type, DataType precision) throws IOException {
    try (InputStream file = GoldenTest.class.getResourceAsStream("golden.json")) {
      return new Golden(new ObjectMapper().readTree(file).get(type.name()), precision);
    }
  }

  @ParameterizedTest
  @CsvSource({"LSTM, FLOAT", "LSTM, DOUBLE", "GRU_RESET_AFTER, FLOAT", "GRU_RESET_AFTER, DOUBLE"})
  void pyTorchGivesTheSame(CellType type, DataType precision) throws IOException {
    Golden golden = golden(type, precision);
    double error = precision == DataType.FLOAT ? 1e-6 : 1e-8;
    CellWeights weights = new CellWeights(golden.get("W"), golden.get("RW"), golden.get("b"));
    INDArray steps = golden.get("input"); // [t, b, n]
    CellState start = new CellState(golden.get("hidden"), golden.get("memory"));
    StepMask all = StepMask.full((int) steps.size(1), (int) steps.size(0));
    CellInput input = new CellInput(steps, all, start);
    INDArray output = golden.like("output"); // [t, b, u]
    CellPass pass =
        new EngineChoice(type)
            .choose(input)
            .forward(weights, input, output, new RecurrentEngine.Use(true, true));
    assertClose(output, golden.get("output"), error);
    assertClose(pass.last().hidden(), golden.get("last-hidden"), error);
    assertClose(pass.last().memory(), golden.get("last-memory"), error);
    assertBackward(golden, pass, error);
  }

  private static void assertBackward(Golden golden, CellPass pass, double error) {
    CellWeights gradients = new CellWeights(golden.like("W"), golden.like("RW"), golden.like("b"));
    INDArray in = golden.like("input"); // [t, b, n]
    CellState none = new CellState(golden.like("hidden"), golden.like("memory"));
    CellState start = pass.backward(golden.get("output-gradient"), none, gradients, in);
    assertClose(gradients.input(), golden.get("W-gradient"), error);
    assertClose(gradients.recurrent(), golden.get("RW-gradient"), error);
    assertClose(gradients.bias(), golden.get("b-gradient"), error);
    assertClose(in, golden.get("input-gradient"), error);
    assertClose(start.hidden(), golden.get("hidden-gradient"), error);
    assertClose(start.memory(), golden.get("memory-gradient"), error);
  }

  private static void assertClose(INDArray actual, INDArray expected, double error) {
    assertThat(Distance.between(actual, expected)).isLessThan(error);
  }
}
