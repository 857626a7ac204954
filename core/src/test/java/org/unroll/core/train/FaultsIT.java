package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.train.TinyTraining.assertFault;
import static org.unroll.core.train.TinyTraining.assertNothingHalfWritten;
import static org.unroll.core.train.TinyTraining.checkpoint;
import static org.unroll.core.train.TinyTraining.inProcess;
import static org.unroll.core.train.TinyTraining.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;
import org.unroll.core.run.ModelBundle;

/** What else the machine does to a training: one message, the last checkpoint is intact. */
class FaultsIT {
  @TempDir private Path folder;

  @Test
  void twoProcessesDoNotTrainInOneDirectory() {
    Path run = folder.resolve("run");
    try (UnrollProcess first = UnrollProcess.start(train(run, "-s", "train.epochs=5000"))) {
      assertThat(first.await(() -> Files.exists(checkpoint(run)))).isTrue();
      Unroll second = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());
      assertFault(second, "another process (pid " + first.pid() + ") is training in " + run);
      first.kill();
    }
    Unroll free =
        Unroll.run("tiny", "train", "--no-ui", "--time-limit", "0s", "--resume", run.toString());
    assertThat(free.exitCode()).as(free.err()).isZero();
  }

  @Test
  void outOfHeapNamesTheSettings() {
    Unroll ended = Unroll.run(train(folder.resolve("run"), "-s", "ballast=300000000"));

    assertFault(ended, "out of memory", "data.batch", "data.max-length", "-Xmx", ".mvn/java.args");
  }

  @Test
  void outOfNativeMemoryNamesTheSettings() {
    String limit = "-Dorg.bytedeco.javacpp.maxphysicalbytes=1g";
    Unroll ended =
        inProcess(List.of(limit), train(folder.resolve("run"), "-s", "examples=20000000"));

    assertFault(ended, "out of memory", "data.batch", "maxphysicalbytes", ".mvn/java.args");
  }

  @Test
  void aLossThatIsNoNumberKeepsTheLastGoodCheckpoint() throws IOException {
    Path run = folder.resolve("run");
    Unroll ended = Unroll.run(train(run, "-s", "poison=2"));

    assertFault(ended, "epoch 3, batch 1", "input 'steps'", "the last checkpoint is intact");
    assertThat(TrainingState.read(checkpoint(run)).epoch()).isEqualTo(2);
    for (Path file : List.of(checkpoint(run), run.resolve("model.zip"))) {
      ComputationGraph graph = ModelBundle.readGraph(file);
      assertThat(graph.params().sumNumber().doubleValue()).isFinite();
      graph.close();
    }
    assertNothingHalfWritten(run);
  }
}
