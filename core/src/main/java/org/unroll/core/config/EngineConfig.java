package org.unroll.core.config;

import java.util.Optional;
import java.util.OptionalDouble;
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
        int averageEvery,
    @Doc(
            "With average-every above 1: so much of the change between the last two averages is made again before each"
                + " worker goes on (block momentum, Chen & Huo 2016). Without one 1 - 1 / workers; 0 for none.")
        @Range(min = 0, max = 0.99)
        OptionalDouble momentum) {

  /** That of averages; as many steps as one process makes move the weights about as far then. */
  public double momentumOfAverages() {
    return momentum.orElse(1 - 1.0 / workers);
  }

  /** Whether the processes exchange gradients, not weights. */
  public boolean averagesGradients() {
    return averageEvery == 1;
  }
}
