package org.unroll.core.layer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.harness.PrimitiveTrace;

/** ND4J's operations on pictures are computed by the oneDNN inside it, where its build has one. */
class PictureOperationsIT {
  @BeforeAll
  static void needsOneDnn() {
    assumeTrue(NativeBuild.here().hasOneDnn(), "this build of ND4J has no oneDNN");
  }

  @Test
  void denseFloatsAreTaken() {
    assertThat(PrimitiveTrace.of(Program.class, "FLOAT", "true"))
        .containsExactly(
            "convolution forward_inference",
            "convolution backward_data",
            "convolution backward_weights",
            "pooling_v2 forward_inference",
            "pooling_v2 forward_training", // computed anew for where the largest stood
            "pooling_v2 backward_data",
            "pooling_v2 forward_inference",
            "pooling_v2 backward_data",
            "batch_normalization forward_inference",
            "batch_normalization backward");
  }

  @Test
  void doublesAreLeftToPlainOperations() {
    assertThat(PrimitiveTrace.of(Program.class, "DOUBLE", "true")).isEmpty();
  }

  @Test
  void nothingIsTakenWhereHelpersAreForbidden() {
    assertThat(PrimitiveTrace.of(Program.class, "FLOAT", "false")).isEmpty();
  }

  /** Each operation once; {@code <data type> <whether helpers are allowed>}. */
  static final class Program {
    public static void main(String[] arguments) {
      Nd4j.getEnvironment().allowHelpers(Boolean.parseBoolean(arguments[1]));
      try (var operations = new PictureOperations(DataType.valueOf(arguments[0]))) {
        operations.convolution(4, new int[] {3, 5}, 8, 6);
        operations.pooling("maxpool2d", 4, 5, 8, 6);
        operations.pooling("avgpool2d", 4, 5, 8, 6);
        operations.batchNormalization(4, 5, 8, 6);
      }
    }
  }
}
