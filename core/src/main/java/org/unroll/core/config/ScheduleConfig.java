package org.unroll.core.config;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("How the learning rate changes from epoch to epoch.")
public record ScheduleConfig(
    @Doc(
            "step: times `factor` every `every` epochs; cosine: down to `factor` times the rate at the last epoch; plateau: times `factor` after `every` epochs without improvement.")
        Kind kind,
    @Doc("What the rate is multiplied with.") @Default("0.5") @Range(min = 0, max = 1)
        double factor,
    @Doc("Epochs between steps, or epochs without improvement.") @Default("1") @Range(min = 1)
        int every) {
  public enum Kind {
    STEP,
    COSINE,
    PLATEAU
  }
}
