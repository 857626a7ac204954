package org.unroll.datasets.series;

import org.unroll.core.UserError;

/** What is done about steps without a value, as configured. Not thread-safe. */
record GapFilling(RepairConfig config, Findings findings) {

  /** A gap of any length, where gaps are errors. */
  void refuse(String example) {
    if (config.gaps() == RepairConfig.Gaps.ERROR) {
      throw new UserError(
          "a gap of " + example + ": fill it, or set series.repair.gaps to interpolate or mask");
    }
  }

  /** Straight lines across short runs of missing values; the ends are left. */
  void fill(String name, double[] column, TimeAxis axis, String id) {
    int step = 0;
    while (step < column.length && Double.isNaN(column[step])) {
      step++;
    }
    while (step < column.length) {
      int end = step + 1;
      while (end < column.length && Double.isNaN(column[end])) {
        end++;
      }
      int missing = end - step - 1;
      if (missing > 0 && end < column.length) {
        String where =
            (id.isEmpty() ? "" : "series " + id + ", ") + name + " from " + axis.label(step + 1);
        fill(column, step, end, where);
      }
      step = end;
    }
  }

  private void fill(double[] column, int before, int after, String where) {
    int missing = after - before - 1;
    refuse("%d missing values of %s".formatted(missing, where));
    boolean filled =
        config.gaps() == RepairConfig.Gaps.INTERPOLATE && missing <= config.longestGap();
    findings.add(filled ? "missing values interpolated" : "missing values masked", missing, where);
    for (int i = 1; filled && i <= missing; i++) {
      double share = (double) i / (missing + 1);
      column[before + i] = (1 - share) * column[before] + share * column[after];
    }
  }
}
