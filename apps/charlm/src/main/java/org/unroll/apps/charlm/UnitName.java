package org.unroll.apps.charlm;

import java.util.Map;
import org.unroll.core.UserError;

/** A unit as a config names it: {@code cells:137}. */
record UnitName(String node, int unit) {
  /**
   * @param layers the recurrent ones, with their units
   * @throws UserError if there is no such unit
   */
  static UnitName of(String text, Map<String, Integer> layers) {
    int colon = text.lastIndexOf(':');
    String node = text.substring(0, Math.max(0, colon));
    String unit = text.substring(colon + 1);
    if (!layers.containsKey(node) || !unit.matches("\\d{1,6}")) {
      throw new UserError(
          "units: no unit '%s'; expected a recurrent node of the graph (%s) and a number, such as %s:0"
              .formatted(
                  text, String.join(", ", layers.keySet()), layers.keySet().iterator().next()));
    }
    if (Integer.parseInt(unit) >= layers.get(node)) {
      throw new UserError(
          "units: no unit '%s'; %s has %d units, from 0".formatted(text, node, layers.get(node)));
    }
    return new UnitName(node, Integer.parseInt(unit));
  }

  ShownUnit shown() {
    return new ShownUnit(node, unit, false, "", 0);
  }
}
