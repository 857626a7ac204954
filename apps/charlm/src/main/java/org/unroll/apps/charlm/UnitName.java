package org.unroll.apps.charlm;

import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;

/** A unit as a config names it: {@code cells:137}. */
record UnitName(String node, int unit) {
  /**
   * @param layers the recurrent ones, with their units
   * @throws UserError if there is no such unit
   */
  static UnitName of(String text, Map<String, Integer> layers) {
    Optional<String> fault = fault(text, layers);
    if (fault.isPresent()) {
      throw new UserError("units: " + fault.get());
    }
    int colon = text.lastIndexOf(':');
    return new UnitName(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  /** Why there is no such unit; empty if there is. */
  static Optional<String> fault(String text, Map<String, Integer> layers) {
    if (layers.isEmpty()) {
      return Optional.of("no unit '%s'; the graph has no recurrent layer".formatted(text));
    }
    int colon = text.lastIndexOf(':');
    String node = text.substring(0, Math.max(0, colon));
    String unit = text.substring(colon + 1);
    if (!layers.containsKey(node) || !unit.matches("[0-9]{1,6}")) {
      return Optional.of(
          "no unit '%s'; expected a recurrent node of the graph (%s) and a number, such as %s:0"
              .formatted(
                  text, String.join(", ", layers.keySet()), layers.keySet().iterator().next()));
    }
    return Integer.parseInt(unit) < layers.get(node)
        ? Optional.empty()
        : Optional.of(
            "no unit '%s'; %s has %d units, from 0".formatted(text, node, layers.get(node)));
  }

  ShownUnit shown() {
    return new ShownUnit(node, unit, false, "", 0);
  }
}
