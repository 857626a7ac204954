package org.unroll.apps.translate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.Draft;
import org.unroll.core.data.Split;
import org.unroll.datasets.pair.PairSketch;
import org.unroll.datasets.pair.ParallelFiles;
import org.unroll.datasets.table.GivenFiles;
import org.unroll.datasets.table.LikelyEncoding;
import org.unroll.datasets.table.TableDraft;
import org.unroll.datasets.table.TableLayout;

/**
 * The keys of {@code data} for files of which line n of one translates line n of another.
 *
 * @param cut of one set of pairs, a key and what it holds
 */
record LinesDraft(Draft draft, TableDraft files, Map.Entry<String, ?> cut) {
  /**
   * Sets files, how they are read, and where they are cut.
   *
   * @return some pairs, and how many are trained on
   * @throws org.unroll.core.UserError if one has more lines than its translation
   */
  PairSketch set(ParallelFiles found) {
    if (!found.others().isEmpty()) {
      draft.saw("left out, no translations: %s", Draft.told(found.others()));
    }
    Map<Path, Path> pairs = new LinkedHashMap<>(found.pairs());
    leaveOutTests(pairs);
    List<Path> all = new ArrayList<>(pairs.keySet());
    all.addAll(pairs.values());
    Optional<String> encoding = LikelyEncoding.common(all);
    TableLayout layout = TableLayout.in(encoding);
    GivenFiles given = GivenFiles.of(List.copyOf(pairs.keySet()));
    if (given.isCut()) {
      parts(given, pairs);
    } else {
      whole(given, pairs);
    }
    files.encoding(encoding);
    PairSketch sketch = PairSketch.of(pairs, layout); // all of them: of each the lines must agree
    Map<Path, Path> training = new LinkedHashMap<>(pairs);
    training.keySet().retainAll(given.isCut() ? List.of(train(given)) : given.source());
    PairSketch trained = training.size() < pairs.size() ? PairSketch.of(training, layout) : sketch;
    draft.saw(
        "%s: line n translates line n of %s; %s pairs",
        Draft.told(List.copyOf(training.keySet())),
        Draft.told(List.copyOf(training.values())),
        String.format(Locale.ROOT, "%,d", trained.count()));
    return given.isCut() ? trained : trained.cut();
  }

  /** All but the first of several tests; a translator has but one. */
  private void leaveOutTests(Map<Path, Path> pairs) {
    List<Path> tests = new ArrayList<>(pairs.keySet());
    tests.removeIf(file -> !GivenFiles.split(file).equals(Optional.of(Split.TEST)));
    if (tests.size() > 1 && tests.size() < pairs.size()) {
      List<Path> more = tests.subList(1, tests.size());
      pairs.keySet().removeAll(more);
      draft.saw("left out, more than one test: %s", Draft.told(more));
    }
  }

  private static Path train(GivenFiles given) {
    return given.parts().get(Split.TRAIN);
  }

  private void parts(GivenFiles given, Map<Path, Path> pairs) {
    files.files(
        given,
        cut,
        file -> {
          Map<String, String> part = new LinkedHashMap<>();
          part.put(TranslateApp.SOURCE, TableDraft.text(file));
          part.put(TranslateApp.TARGET, TableDraft.text(pairs.get(file)));
          return part;
        });
  }

  private void whole(GivenFiles given, Map<Path, Path> pairs) {
    List<Path> sources = given.source();
    List<String> targets = sources.stream().map(pairs::get).map(TableDraft::text).toList();
    files.source(
        sources, Map.entry(TranslateApp.TARGET, targets.size() == 1 ? targets.get(0) : targets));
    draft.set("data", "split", cut.getValue());
    if (sources.size() > 1
        && sources.stream().anyMatch(file -> GivenFiles.split(file).isPresent())) {
      draft.ask(
          "data",
          "files called train, dev or test are read as one set here and cut by chance: give one of each to keep them apart");
    }
    given
        .apart()
        .ifPresent(
            test ->
                draft.ask(
                    "data",
                    "%s is no part of it, as there is no validation part beside: cut one off, and name train, validation and test",
                    test));
  }
}
