package org.unroll.apps.bench;

import org.unroll.core.app.CommandProvider;
import picocli.CommandLine.Command;

/** {@code unroll bench layers|apps}. */
@Command(
    name = "bench",
    description = "Measures the speed of the recurrent layers and of the apps' trainings.",
    synopsisSubcommandLabel = "(layers | apps)",
    subcommands = {LayersCommand.class, AppsCommand.class},
    mixinStandardHelpOptions = true)
public final class BenchCommand implements CommandProvider {
  @Override
  public Object command() {
    return this;
  }
}
