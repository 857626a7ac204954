package org.unroll.apps.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.harness.AppContract;

/** The same with programs, whose batches are padded. */
class ExecuteContractIT extends AppContract<LabConfig> {
  @Override
  protected LabApp app() {
    return new LabApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    String programs = "print((3+4))\na=5;for 3:a+=2;print(a)\nprint((9 if 1>2 else 4))\n";
    Path file = Files.writeString(empty.resolve("programs.txt"), programs);
    List<String> settings =
        List.of(
            "data={task: execute, digits: 1, nesting: 1, examples: 400, held-out: 50, batch: 20}",
            "graph={embed: {layer: embedding, size: 16, input: symbols},"
                + " cells: {layer: gru, size: 48, input: embed},"
                + " output: {layer: softmax, input: cells}}",
            "train={epochs: 8, updater: {adam: 0.01},"
                + " early-stop: {metric: log-loss, patience: 100}}",
            "ui={port: 0, every: 10}",
            "threads=1");
    // held-out programs are others than those of the training; by place alone 0.35 are right
    return new EightExamples(settings, file, file, new Learnt("accuracy", 0.5));
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
