package org.unroll.apps.charlm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.metric.Table;

/** The units of a trained net that follow something of the text; saved as JSON. */
record FollowedSignals(List<UnitScore> units) {
  private static final String FILE = "units.json";

  /** None if the text has nothing to follow. */
  Optional<Table> table() {
    if (units.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (UnitScore unit : units) {
      rows.add(
          List.of(
              unit.signal().key(),
              unit.node(),
              Integer.toString(unit.unit()),
              String.format(Locale.ROOT, "%.2f", unit.heldOut())));
    }
    return Optional.of(
        new Table(
            "Units that follow the text (found on one half of the validation text, correlation on the other)",
            List.of("what", "node", "unit", "correlation"),
            rows));
  }

  void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  static Optional<FollowedSignals> load(Path folder) {
    return Json.readIfThere(folder.resolve(FILE), FollowedSignals.class);
  }
}
