package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.train.ProgressDisplay;
import picocli.CommandLine.Option;

/** What the commands that ask a trained net have in common. */
final class ModelOptions {
  @Option(
      names = "--run",
      defaultValue = "latest",
      description = "Run directory, or latest (the default): the latest that finished.")
  private String run;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the run's config, such as threads=1.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME=COLUMN",
      description =
          "What the file calls columns, by their names in training: --columns text=body,label=stars.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--offline", description = "Never connects to the network.")
  private boolean offline;

  RunDirectory directory(App<?> app) {
    return RunDirectory.open(app.name(), run);
  }

  /** What overrides the run's config. */
  List<String> settings() {
    return List.copyOf(settings);
  }

  void set(String setting) {
    settings.add(setting);
  }

  /**
   * @param option that names a file whose columns may be called otherwise
   * @throws UserError if columns are renamed, but there is no file
   */
  void requireFile(String option, Path file) {
    if (!columns.isEmpty() && file == null) {
      throw new UserError(
          "--columns says what a file calls its columns: name the file by %s FILE"
              .formatted(option));
    }
  }

  /** Notices go to the error stream: the output holds answers alone. */
  <C extends Record & RunConfig> TrainedModel<?, ?> open(App<C> app, RunDirectory directory) {
    DataAccess access = ProgressDisplay.access(offline, System.err::println, columns);
    return TrainedModel.open(app, directory, access, settings);
  }
}
