package org.unroll.core.config;

import java.util.Optional;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("Several processes train the net together, each on its share of the batches.")
public record EngineConfig(
    @Doc("Master of an Apache Spark cluster that runs them; without one, this process does it all.")
        Optional<String> spark,
    @Doc("Processes of one thread each.") @Default("2") @Range(min = 1, max = 256) int workers,
    @Doc(
            "1: each computes a part of every batch, and a step is that of one process. More: each steps so often on"
                + " batches of its own, then weights are averaged (local SGD, Stich 2019).")
        @Default("1")
        @Range(min = 1, max = 10_000)
        int averageEvery) {

  /** Whether the processes exchange gradients, not weights. */
  public boolean averagesGradients() {
    return averageEvery == 1;
  }
}
