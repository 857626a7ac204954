package org.unroll.core.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.unroll.core.metric.Scale;
import org.unroll.core.report.Readable;

/** What a summary says to readers, the same on a terminal and on the page; empty if unknown. */
public final class SummaryTexts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private SummaryTexts() {}

  /** A part of a run is named by the run and itself. */
  public static String name(RunSummary run) {
    return run.path().substring(run.path().indexOf('/') + 1);
  }

  /** The graph; of a comparison or a search how many runs it holds. */
  public static String graph(RunSummary run) {
    return run.rows().isEmpty() ? run.graph() : run.holds();
  }

  /** The main metrics, such as {@code accuracy 0.8512, log-loss 0.3391}. */
  public static String scores(RunSummary run) {
    List<String> scores = new ArrayList<>();
    for (String metric : run.main()) {
      scores.add(metric + " " + Scale.of(metric).text(run.metrics().get(metric)));
    }
    return String.join(", ", scores);
  }

  /** The value of the first main metric; empty without scores. */
  public static OptionalDouble score(RunSummary run) {
    return run.main().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(run.metrics().get(run.main().get(0)));
  }

  public static String parameters(RunSummary run) {
    return run.parameters() == 0 ? "" : Readable.count(run.parameters());
  }

  /** {@code 12}; of one that is not finished {@code 3 of 12}. */
  public static String epochs(RunSummary run) {
    if (!run.rows().isEmpty()) {
      return "";
    }
    boolean open = run.state() != RunState.FINISHED && run.asked() > 0;
    return open ? run.epochs() + " of " + run.asked() : String.valueOf(run.epochs());
  }

  public static String time(RunSummary run) {
    return run.seconds() == 0 ? "" : Readable.duration(run.seconds());
  }

  /** In the time zone of this machine. */
  public static String begun(RunSummary run) {
    return run.begun().isEmpty()
        ? ""
        : TIME.format(Instant.parse(run.begun()).atZone(ZoneId.systemDefault()));
  }
}
