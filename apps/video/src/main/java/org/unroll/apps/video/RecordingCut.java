package org.unroll.apps.video;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.app.Hints;
import org.unroll.datasets.table.TableDraft;

/** Where recordings of a draft are cut, as a key of {@code data} and what it holds. */
final class RecordingCut {
  private RecordingCut() {}

  /**
   * Folds that were asked for, or a split: of few recordings each by its time.
   *
   * @param person the column of who is seen, who is of one part alone
   */
  static Map.Entry<String, ?> of(int recordings, Optional<String> person, Hints hints) {
    Map<String, Object> keys = new LinkedHashMap<>();
    OptionalInt folds = hints.number(TableDraft.FOLDS.name(), 2);
    if (folds.isPresent()) {
      keys.put("by", person.orElse("video"));
      keys.put("of", folds.getAsInt());
      return Map.entry("folds", keys);
    }
    keys.put("by", recordings < 3 ? "time" : "random");
    if (recordings >= 3 && person.isPresent()) {
      keys.put("group", person.get());
    }
    keys.put("fractions", List.of(0.7, 0.15, 0.15));
    return Map.entry("split", keys);
  }
}
