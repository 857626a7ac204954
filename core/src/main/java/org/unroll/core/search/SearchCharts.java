package org.unroll.core.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.report.Readable;

/** Pictures of a search. */
final class SearchCharts {
  /** So many of the best trials have a colour and a name. */
  private static final int NAMED = 5;

  private static final String SHARES = "What each key explains by itself";

  private final Search search;
  private final TrialHistory history;
  private final KeyNames names;

  SearchCharts(TrialHistory history) {
    this.search = history.search();
    this.history = history;
    this.names = new KeyNames(search.space().keys().stream().map(SearchedKey::key).toList());
  }

  /** A line a trial: those dropped end early. */
  Chart.Lines curves() {
    List<Chart.Line> lines = new ArrayList<>();
    List<Trial> ranked = search.ranked();
    String first = search.first().name();
    for (Trial trial : ranked) {
      boolean named = lines.size() < NAMED && trial.isScored();
      Chart.Stroke stroke = named ? Chart.Stroke.PLAIN : Chart.Stroke.FAINT;
      boolean isFirst = trial.name().equals(first);
      String name = isFirst ? first + SearchTables.AS_IT_IS : trial.name();
      lines.add(new Chart.Line(name, values(trial), isFirst ? Chart.Stroke.DASHED : stroke));
    }
    List<String> epochs =
        IntStream.rangeClosed(1, history.longest()).mapToObj(String::valueOf).toList();
    String title = "validation " + search.metric() + " by epoch, a line a trial";
    return new Chart.Lines(title, epochs, lines).named("epoch", search.metric());
  }

  private List<Double> values(Trial trial) {
    List<Double> values = new ArrayList<>(history.of(trial).watched());
    while (values.size() < history.longest()) {
      values.add(Double.NaN);
    }
    return values;
  }

  /** A picture a key: the score of each trial by its value, a colour a rung. */
  List<Chart> byKey() {
    List<Chart> charts = new ArrayList<>();
    search.space().keys().forEach(key -> charts.add(byKey(key)));
    return charts;
  }

  private Chart byKey(SearchedKey searched) {
    List<String> places =
        searched.values() instanceof SearchedValues.Listed listed ? listed.values() : List.of();
    List<Chart.Cloud> clouds = new ArrayList<>();
    List<Integer> rungs = search.halving().rungs();
    for (int rung = 0; rung <= rungs.size(); rung++) {
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (Trial trial : search.trials()) {
        double place = place(trial.value(searched), places);
        if (trial.isScored() && trial.rungs() == rung && Double.isFinite(place)) {
          x.add(place);
          y.add(trial.score());
        }
      }
      if (!x.isEmpty()) {
        String name = rung == 0 ? "stopped before" : "to epoch " + rungs.get(rung - 1);
        clouds.add(new Chart.Cloud(name, x, y));
      }
    }
    String title = search.metric() + " by " + searched.key();
    Chart.Points points =
        new Chart.Points(title, names.shortest(searched.key()), search.metric(), clouds);
    return searched.values().byFactors() ? points.byFactors() : points.at(places);
  }

  /** Of a listed value its number, from 0; NaN for none. */
  private static double place(String value, List<String> places) {
    if (!places.isEmpty()) {
      int found = places.indexOf(value);
      return found < 0 ? Double.NaN : found;
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN; // of the config as it is, which may leave the key out
    }
  }

  /** How many trials the shares are measured on. */
  int placed() {
    return history.placed().size();
  }

  /** Bars, the largest first; empty if there are too few trials to say. */
  List<Chart> shares() {
    List<Chart.Bar> bars = new ArrayList<>();
    Set<String> rare = new LinkedHashSet<>();
    for (KeyShares.Share share : sorted()) {
      bars.add(new Chart.Bar(names.shortest(share.key()), 100 * share.share(), share.rare()));
      if (share.rare()) {
        rare.add("chance explains as much in less than 1 of 20 searches");
      }
    }
    return bars.isEmpty()
        ? List.of()
        : List.of(new Chart.Bars(SHARES, "% of the variance", bars, "", String.join("", rare)));
  }

  /** The same as a table. */
  Table shareTable() {
    List<List<String>> rows = new ArrayList<>();
    for (KeyShares.Share share : sorted()) {
      String explains = Readable.count(100 * share.share()) + " %";
      rows.add(List.of(names.shortest(share.key()), explains, share.rare() ? "no" : "yes"));
    }
    return new Table(SHARES, List.of("key", "explains", "may be chance"), rows);
  }

  private List<KeyShares.Share> sorted() {
    List<KeyShares.Share> shares = new ArrayList<>(KeyShares.of(history));
    shares.sort((a, b) -> Double.compare(b.share(), a.share()));
    return shares;
  }
}
