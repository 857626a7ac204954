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
            "1: each computes its rows of every batch, and a step is that of one process. More: each makes so many steps"
                + " by itself, then weights are averaged (local SGD, Stich 2019).")
        @Default("1")
        @Range(min = 1, max = 10_000)
        int averageEvery,
    @Doc(
            "What each steps on between two averages. rows: its rows of every batch, as many steps in a row as one process"
                + " makes. batches: batches of its own, with block momentum (Chen & Huo 2016); faster where a step on few"
                + " rows costs much, but an epoch has fewer steps. Streams are always split by rows.")
        @Default("rows")
        Split split) {
  /** What of the data a process has. */
  public enum Split {
    ROWS,
    BATCHES
  }

  /** Whether the processes exchange gradients, not weights. */
  public boolean averagesGradients() {
    return averageEvery == 1 && split == Split.ROWS;
  }
}
