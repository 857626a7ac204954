package org.unroll.apps.bench;

import org.unroll.core.UserError;
import org.unroll.core.app.CommandProvider;
import org.unroll.core.data.Progress;
import picocli.CommandLine.Command;

/** {@code unroll bench layers|apps|truncation|scale}. */
@Command(
    name = "bench",
    description =
        "Measures the speed of layers and of the apps' trainings, what truncation saves, and what several workers need.",
    synopsisSubcommandLabel = "(layers | apps | truncation | scale)",
    subcommands = {
      LayersCommand.class,
      AppsCommand.class,
      TruncationCommand.class,
      ScaleCommand.class
    },
    mixinStandardHelpOptions = true,
    footer = {
      "# the layers beside those of DL4J",
      "./${COMMAND-FULL-NAME} layers",
      "# the trainings of all apps",
      "./${COMMAND-FULL-NAME} apps"
    })
public final class BenchCommand implements CommandProvider {
  @Override
  public Object command(Progress progress) {
    return this;
  }

  /** Refuses 0 and less. */
  static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new UserError(option + ": expected at least 1, found " + value);
    }
  }
}
