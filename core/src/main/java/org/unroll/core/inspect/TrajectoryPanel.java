package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.metric.Chart;

/** The ways that hidden states take, projected on the plane in which they differ most. */
final class TrajectoryPanel {
  private static final int EXAMPLES = 8;
  private static final int STEPS = 48; // shown of each; more would be a tangle
  private static final int POINTS = 160; // of all
  private static final int FEWEST = 3;
  private static final String TITLE = "Ways of the state";
  private static final String HINT =
      "Each line is one example: where the hidden state of the layer stands, step by step, in the"
          + " plane in which all states differ most; the dot is its first step. Of long examples the"
          + " first 48 steps of three are drawn. Ways that part and"
          + " stay apart are examples that the net tells from each other and remembers; ways that run"
          + " into one place have forgotten where they came from. The less of the variance the two"
          + " axes explain, the more is hidden from this view.";

  private TrajectoryPanel() {}

  static Panel of(List<LayerRecord> layers) {
    List<Chart> charts = new ArrayList<>();
    for (LayerRecord layer : layers) {
      charts.add(chart(layer));
    }
    return new Panel(TITLE, HINT, charts, List.of());
  }

  private static Chart chart(LayerRecord layer) {
    List<float[]> all = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int example = 0; example < layer.mask().batch(); example++) {
      all.addAll(states(layer, example));
      ends.add(all.size());
    }
    PrincipalPlane plane = PrincipalPlane.of(all.toArray(float[][]::new));
    List<Chart.Cloud> paths = new ArrayList<>();
    int points = 0;
    for (int example = 0; example < Math.min(EXAMPLES, ends.size()); example++) {
      int from = example == 0 ? 0 : ends.get(example - 1);
      int to = Math.min(from + STEPS, ends.get(example));
      points += to - from;
      if (example < FEWEST || points <= POINTS) {
        paths.add(path("example " + (example + 1), plane, all.subList(from, to)));
      }
    }
    return new Chart.Paths(
        "States of " + layer.name(), axis("1st", plane, 0), axis("2nd", plane, 1), paths);
  }

  private static List<float[]> states(LayerRecord layer, int example) {
    List<float[]> states = new ArrayList<>();
    for (int step = 0; step < layer.mask().time(); step++) {
      if (layer.mask().counts(example, step)) {
        states.add(layer.hidden(step, example));
      }
    }
    return states;
  }

  private static Chart.Cloud path(String name, PrincipalPlane plane, List<float[]> states) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (float[] state : states) {
      x.add(Significant.of(plane.along(0, state)));
      y.add(Significant.of(plane.along(1, state)));
    }
    return new Chart.Cloud(name, x, y);
  }

  private static String axis(String which, PrincipalPlane plane, int number) {
    return String.format(
        Locale.ROOT,
        "%s component, %.0f %% of the variance",
        which,
        100 * plane.explained()[number]);
  }
}
