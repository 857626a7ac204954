package org.unroll.datasets.pair;

import java.util.Map;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc("Names of the columns (JSON keys) to read.")
public record PairColumns(
    @Doc("The sentence.") @Default("source") String source,
    @Doc("Its translation.") @Default("target") String target) {
  /** The columns by what they hold. */
  Map<String, String> roles() {
    return Map.of("source", source, "target", target);
  }
}
