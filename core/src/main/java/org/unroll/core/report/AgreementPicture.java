package org.unroll.core.report;

import java.util.Locale;
import org.unroll.core.metric.Chart;

/** Draws a {@link Chart.Agreement}: spots beside the line on which both sides are equal. */
final class AgreementPicture {
  private static final AxisRange SHARES = new AxisRange(0, 1);
  private static final double LEAST = 3.5; // pixels of radius
  private static final double MOST = 11;

  private AgreementPicture() {}

  /** The spot with the most is the largest; areas are as the counts. */
  static String svg(Chart.Agreement chart) {
    ChartFrame.Names names = new ChartFrame.Names(chart.title(), chart.across(), chart.up());
    ChartFrame frame = new ChartFrame(names, SHARES, SHARES);
    frame.ticks();
    frame.path(
        "line agreeing",
        0,
        String.format(
            Locale.ROOT, "M%.1f %.1fL%.1f %.1f", frame.x(0), frame.y(0), frame.x(1), frame.y(1)));
    long most = chart.spots().stream().mapToLong(Chart.Spot::count).max().orElse(1);
    for (Chart.Spot spot : chart.spots()) {
      double radius = Math.max(LEAST, MOST * Math.sqrt((double) spot.count() / most));
      frame.dot("spot colour1", spot.x(), spot.y(), radius, tip(chart, spot));
    }
    return frame.svg();
  }

  private static String tip(Chart.Agreement chart, Chart.Spot spot) {
    return String.format(
        Locale.ROOT,
        "%s: %s %.3f, %s %.3f, %,d %s",
        spot.name(),
        chart.across(),
        spot.x(),
        chart.up(),
        spot.y(),
        spot.count(),
        chart.counted());
  }
}
