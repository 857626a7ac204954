package org.unroll.datasets.recording;

import java.util.List;
import org.unroll.core.metric.Bands;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;

@Doc("Classes of a number, such as left, straight and right of an angle.")
public record BandConfig(
    @Doc("Where the classes meet, ascending; the number itself is of the upper one.")
        List<Double> thresholds,
    @Doc("Names of the classes from the lowest, one more than thresholds.") List<String> names)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    try {
      bands();
    } catch (IllegalArgumentException e) {
      problems.add(path, e.getMessage());
    }
  }

  public Bands bands() {
    return new Bands(thresholds, names);
  }
}
