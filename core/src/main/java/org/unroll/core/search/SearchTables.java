package org.unroll.core.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Scale;
import org.unroll.core.metric.Table;
import org.unroll.core.report.ScoreTable;

/** What a search came to, as tables and sentences. */
final class SearchTables {
  /** What the first trial is called. */
  static final String AS_IT_IS = " (as it is)";

  private static final String VALIDATION = Split.VALIDATION.key();

  private final Search search;
  private final List<SearchedKey> keys;
  private final KeyNames names;

  SearchTables(Search search) {
    this.search = search;
    this.keys = search.space().keys();
    this.names = new KeyNames(keys.stream().map(SearchedKey::key).toList());
  }

  /** A row a trial, the best first. */
  Table trials() {
    List<String> header = new ArrayList<>(List.of("trial", search.metric(), "epochs"));
    keys.forEach(key -> header.add(names.shortest(key.key())));
    header.add("state");
    Scale scale = Scale.of(search.metric());
    int decimals =
        scale.decimals(search.trials().stream().filter(Trial::isScored).map(Trial::score).toList());
    List<List<String>> rows = new ArrayList<>();
    for (Trial trial : search.ranked()) {
      List<String> row = new ArrayList<>(List.of(name(trial)));
      row.add(trial.isScored() ? Scale.text(trial.score(), decimals) : Table.NONE);
      row.add(String.valueOf(trial.epochs()));
      for (SearchedKey key : keys) {
        row.add(trial.value(key).isEmpty() ? Table.NONE : trial.value(key));
      }
      row.add(trial.state().name().toLowerCase(Locale.ROOT));
      rows.add(row);
    }
    return new Table("Trials by " + search.metric() + " on the validation split", header, rows);
  }

  /** Values by the short names of their keys, on one line. */
  String settings(Trial trial) {
    List<String> settings = new ArrayList<>();
    for (SearchedKey key : keys) {
      settings.add(names.shortest(key.key()) + " " + trial.value(key));
    }
    return String.join(", ", settings);
  }

  private String name(Trial trial) {
    return trial.name().equals(search.first().name()) ? trial.name() + AS_IT_IS : trial.name();
  }

  /** A line for each trial that failed. */
  List<String> failures() {
    return search.trials().stream()
        .filter(trial -> trial.state() == Trial.State.FAILED)
        .map(trial -> trial.name() + " failed: " + trial.reason())
        .toList();
  }

  /** The scores of the best trial beside the first, a table a split, the test split last. */
  List<Table> scores() {
    Set<String> splits = new LinkedHashSet<>();
    search.results().values().forEach(result -> splits.addAll(result.metrics().keySet()));
    List<Table> tables = new ArrayList<>();
    for (String split : splits) {
      ScoreTable table = new ScoreTable("trial", "the " + split + " split", "");
      search
          .results()
          .forEach(
              (name, result) -> table.add(name(search.trial(name)), result.metrics().get(split)));
      tables.add(table.toTable());
    }
    return tables;
  }

  /** What was found, and how far to trust it, a sentence each. */
  List<String> findings() {
    Trial best = search.best().orElseThrow();
    List<String> lines = new ArrayList<>(List.of(found(best)));
    if (!search.results().isEmpty() && !best.name().equals(search.first().name())) {
      String further =
          tested()
              ? "the test split tells how much is left"
              : "search --resume with --test scores both on the test split, once";
      lines.add("It was chosen by this very score, so some of its lead is luck: " + further + ".");
    }
    verdict(best).ifPresent(lines::add);
    if (search.state() == Search.State.CUT) {
      lines.add(
          "The time was over before the search was: trials were trained for different times.");
    }
    return lines;
  }

  private String found(Trial best) {
    Trial first = search.first();
    if (best.name().equals(first.name())) {
      return "No trial beats the config as it is.";
    }
    if (!first.isScored()) {
      return best.name() + " is the best; the config as it is has no score.";
    }
    Scale scale = Scale.of(search.metric());
    return "%s is the best: validation %s %s against %s of the config as it is."
        .formatted(
            best.name(), search.metric(), scale.text(best.score()), scale.text(first.score()));
  }

  /** Whether the best net is worth more than the simple models. */
  private Optional<String> verdict(Trial best) {
    return Optional.ofNullable(search.results().get(best.name()))
        .map(result -> result.verdict().get(VALIDATION))
        .map(verdict -> named(verdict.finding(), "net of " + best.name()));
  }

  private static String named(String finding, String net) {
    return finding.replaceFirst("^This net", "The " + net).replace("this net", "the " + net);
  }

  private boolean tested() {
    return search.results().values().stream()
        .allMatch(result -> result.metrics().containsKey(Split.TEST.key()));
  }
}
