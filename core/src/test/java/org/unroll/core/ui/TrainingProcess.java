package org.unroll.core.ui;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.harness.ChildJvm;

/** A process of its own that trains into a run directory until it is killed. */
final class TrainingProcess {
  private TrainingProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    TrainingUi ui = TrainingUi.start("127.0.0.1", 0);
    TinyRun run =
        new TinyRun(directory, ui.listen(directory.resolve("stats.dl4j"), arguments[1], 1));
    for (int epoch = 1; ; epoch++) {
      run.epoch(epoch, 5);
      if (epoch == 3) {
        System.out.println("trained 3 epochs");
      }
      Thread.sleep(50);
    }
  }

  /** Starts it and waits until three epochs are written. */
  static Process start(Path directory, String name) throws Exception {
    ProcessBuilder builder =
        ChildJvm.command(
            List.of("-Xmx512m"), TrainingProcess.class, List.of(directory.toString(), name));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    var output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("trained 3 epochs")) {
        Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
        drain.setDaemon(true);
        drain.start();
        return process;
      }
    }
    throw new IllegalStateException("The training process ended with " + process.waitFor());
  }
}
