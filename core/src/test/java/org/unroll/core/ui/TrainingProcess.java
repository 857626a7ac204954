package org.unroll.core.ui;

import java.nio.file.Path;

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
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-cp",
            classPath,
            TrainingProcess.class.getName(),
            directory.toString(),
            name);
    builder.environment().put("OMP_NUM_THREADS", "1");
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
