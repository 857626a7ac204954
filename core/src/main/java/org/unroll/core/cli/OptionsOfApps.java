package org.unroll.core.cli;

import java.util.Set;
import org.unroll.core.app.App;
import picocli.CommandLine.Model.CommandSpec;

/** Options of {@code predict} that some apps alone can use: others neither know nor show them. */
final class OptionsOfApps {
  private static final Set<String> SOME =
      Set.of(
          "--model",
          "--spark",
          "--n-best",
          "--detokenise",
          "--attention",
          "--html",
          "--segments",
          "--render",
          "--length",
          "--temperature",
          "--top-k",
          "--top-p",
          "--beam",
          "--samples",
          "--seed");

  private OptionsOfApps() {}

  /**
   * @throws IllegalStateException if the app names an option that is none of them
   */
  static void keep(App<?> app, CommandSpec predict) {
    for (String own : app.predictOptions()) {
      if (!SOME.contains(own)) {
        throw new IllegalStateException(app.name() + " names an option that is none: " + own);
      }
    }
    for (String name : SOME) {
      if (!app.predictOptions().contains(name)) {
        predict.remove(predict.findOption(name));
      }
    }
  }
}
