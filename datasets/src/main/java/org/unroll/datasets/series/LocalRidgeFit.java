package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.List;
import org.unroll.datasets.series.LocalRidge.Part;

/** Fits ridge regressions by kind of window; what of them is used, validation windows decide. */
public final class LocalRidgeFit {
  private static final double[] PENALTIES = {0.3, 0.1, 0.03, 0.01, 0.001};
  private static final int MOST_KINDS = 48;
  private static final int WINDOWS_A_KIND = 300;

  /** Clusterings from different starts, whose mean is steadier than any one. */
  private static final int CLUSTERINGS = 3;

  /** Enough to tell penalties apart. */
  private static final int CHOICE = 3_000;

  private LocalRidgeFit() {}

  /** Fits on training windows and chooses by the error on validation windows. */
  public static LocalRidge of(Windows train, Windows validation) {
    Windows chosen = Ridge.thinned(validation, CHOICE);
    double penalty = Ridge.penalty(train, chosen);
    double[] single = Ridge.single(train, penalty);
    List<List<Part>> ways = new ArrayList<>();
    if (HourKinds.fit(train)) {
      ways.add(List.of(part(new HourKinds(), single, train, chosen)));
    }
    if (DayKinds.fit(train)) {
      ways.add(days(single, train, chosen));
    }
    if (SeriesKinds.fit(train)) {
      ways.add(List.of(part(SeriesKinds.of(train), single, train, chosen)));
    }
    return best(new LocalRidge(penalty, rounded(single), List.of()), ways, chosen);
  }

  /** The same kinds and penalties, fitted on other windows, such as train and validation. */
  public static LocalRidge again(LocalRidge chosen, Windows windows) {
    double[] single = Ridge.single(windows, chosen.penalty());
    List<Part> parts = new ArrayList<>();
    for (Part part : chosen.parts()) {
      double[] penalties = {part.penalty()};
      parts.add(parts(part.kinds(), single, windows, penalties).get(0).with(part.share()));
    }
    return new LocalRidge(chosen.penalty(), rounded(single), parts);
  }

  /** The penalty that is best for the first clustering serves all. */
  private static List<Part> days(double[] common, Windows train, Windows validation) {
    int count = Math.max(1, Math.min(MOST_KINDS, train.size() / WINDOWS_A_KIND));
    List<Part> days = new ArrayList<>();
    days.add(part(DayKinds.of(train, count, 0), common, train, validation));
    for (int seed = 1; seed < CLUSTERINGS; seed++) {
      DayKinds kinds = DayKinds.of(train, count, seed);
      days.add(parts(kinds, common, train, new double[] {days.get(0).penalty()}).get(0));
    }
    return days;
  }

  /** No kinds at all, or some of the ways to tell them, with equal shares. */
  private static LocalRidge best(LocalRidge single, List<List<Part>> ways, Windows validation) {
    LocalRidge best = single;
    double lowest = Ridge.error(best, validation);
    for (int chosen = 1; chosen < 1 << ways.size(); chosen++) {
      List<Part> parts = new ArrayList<>();
      for (int way = 0; way < ways.size(); way++) {
        if ((chosen >> way & 1) == 1) {
          double share = 1.0 / Integer.bitCount(chosen) / ways.get(way).size();
          ways.get(way).forEach(part -> parts.add(part.with(share)));
        }
      }
      LocalRidge other = new LocalRidge(single.penalty(), single.common(), parts);
      double error = Ridge.error(other, validation);
      if (error < lowest) {
        best = other;
        lowest = error;
      }
    }
    return best;
  }

  private static Part part(WindowKinds kinds, double[] common, Windows train, Windows validation) {
    Part best = null;
    double lowest = Double.MAX_VALUE;
    for (Part part : parts(kinds, common, train, PENALTIES)) {
      double error = Ridge.error(new LocalRidge(0, rounded(common), List.of(part)), validation);
      if (error < lowest) {
        best = part;
        lowest = error;
      }
    }
    return best;
  }

  /** One for each penalty; fitted kind by kind, so that the equations of only one are held. */
  private static List<Part> parts(
      WindowKinds kinds, double[] common, Windows train, double[] penalties) {
    int[] kindOf = new int[train.size()];
    for (int window = 0; window < kindOf.length; window++) {
      kindOf[window] = kinds.kind(train, window);
    }
    float[][][] maps = new float[penalties.length][kinds.count()][];
    for (int kind = 0; kind < kinds.count(); kind++) {
      RidgeRows rows = new RidgeRows(train);
      for (int window = 0; window < kindOf.length; window++) {
        if (kindOf[window] == kind) {
          rows.add(window);
        }
      }
      RidgeEquations equations = rows.equations();
      for (int i = 0; i < penalties.length; i++) {
        maps[i][kind] = rounded(equations.solveRest(common, penalties[i]));
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < penalties.length; i++) {
      parts.add(new Part(kinds, 1, penalties[i], maps[i]));
    }
    return parts;
  }

  private static float[] rounded(double[] map) {
    float[] rounded = new float[map.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) map[i];
    }
    return rounded;
  }
}
