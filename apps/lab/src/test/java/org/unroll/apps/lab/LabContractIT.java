package org.unroll.apps.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.harness.AppContract;

/** What every app must do, with short sums: they are learnt, not learnt by heart. */
class LabContractIT extends AppContract<LabConfig> {
  @Override
  protected LabApp app() {
    return new LabApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    String sums = "0.3 0.7* 0.2 0.5*\n0.1* 0.9 0.4* 0.2 0.6\n1* 0* 0.5\n";
    Path file = Files.writeString(empty.resolve("sums.txt"), sums);
    List<String> settings =
        List.of(
            "data={task: addition, length: 5, examples: 400, held-out: 100, batch: 20}",
            "graph.cells.size=16",
            "train={epochs: 15, updater: {adam: 0.02}, early-stop: {metric: mse, patience: 100}}",
            "ui={port: 0, every: 10}",
            "threads=1");
    return new EightExamples(settings, file, file, new Learnt("r2", 0.9));
  }

  @Override
  protected boolean pads() {
    return false;
  }

  @Override
  protected boolean generates() {
    return true;
  }

  @Override
  protected String catalogued() {
    return "none";
  }
}
