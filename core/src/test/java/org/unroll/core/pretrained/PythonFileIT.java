package org.unroll.core.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;

/**
 * A file that h5py wrote, the library that Keras writes with, and what NumPy says of it. Skipped
 * where Debian's python3-h5py is not installed; {@link KerasFileIT} writes its files itself.
 */
class PythonFileIT {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private static Path folder;
  private static Path file;

  @BeforeAll
  static void write() throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && exitCode("-c", "import h5py") == 0,
        "needs h5py: apt-get install python3-h5py");
    Path script = folder.resolve("keras_net.py");
    try (InputStream in = PythonFileIT.class.getResourceAsStream("keras_net.py")) {
      Files.copy(in, script);
    }
    file = folder.resolve("net.h5");
    assertThat(exitCode(script.toString(), file.toString())).isZero();
  }

  private static int exitCode(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static PlainKeras.Map3 read(String name) {
    try (Hdf5File hdf5 = new Hdf5File(file)) {
      INDArray array = hdf5.array("test/" + name);
      float[] numbers = Floats.read(array);
      double[] doubles = new double[numbers.length];
      for (int i = 0; i < doubles.length; i++) {
        doubles[i] = numbers[i];
      }
      return array.rank() == 1
          ? new PlainKeras.Map3(1, 1, numbers.length, doubles)
          : new PlainKeras.Map3(
              (int) array.size(0), (int) array.size(1), (int) array.size(2), doubles);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv1", "bn1", "act1", "conv2", "add", "pool", "dense"})
  void whatNumPySays(String cut) {
    float[] ours = PretrainedRun.of(file, Optional.of(cut), read("picture"));
    PlainKeras.Map3 expected = read(cut);
    int plane = expected.height() * expected.width();
    assertThat(ours).hasSize(expected.numbers().length);
    for (int i = 0; i < ours.length; i++) {
      double number = expected.numbers()[i % plane * expected.channels() + i / plane];
      assertThat((double) ours[i]).isCloseTo(number, offset(1e-4));
    }
  }

  @Test
  void theWholeNetBeforeItsHead() {
    float[] ours = PretrainedRun.of(file, Optional.empty(), read("picture"));
    assertThat(ours).hasSize(2 * 3 * 4);
  }
}
