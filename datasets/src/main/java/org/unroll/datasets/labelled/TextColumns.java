package org.unroll.datasets.labelled;

import java.util.Map;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc("Names of the columns (JSON keys) to read.")
public record TextColumns(
    @Doc("The text.") @Default("text") String text,
    @Doc("Its class; of a head with {layer: sigmoid} its labels.") @Default("label") String label) {
  /** The columns by what they hold. */
  Map<String, String> roles() {
    return Map.of("text", text, "label", label);
  }
}
