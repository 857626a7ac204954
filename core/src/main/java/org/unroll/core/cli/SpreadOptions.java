package org.unroll.core.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.RunRequest;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.ClusterTrainer;
import org.unroll.core.yaml.Loaded;
import picocli.CommandLine.Option;

/** Where the trainings of a command are done, if not in this process. */
final class SpreadOptions {
  @Option(
      names = "--spark",
      paramLabel = "URL",
      description =
          "Spreads the trainings over a cluster of Apache Spark, such as spark://127.0.0.1:7077.")
  private String url; // null without

  /** Nothing is measured where several trainings share a machine: {@code threads: auto} is 1. */
  <C extends Record & RunConfig> Loaded<C> settled(App<C> app, Loaded<C> loaded) {
    return url == null || loaded.config().threads().isPresent()
        ? loaded
        : AppConfig.vary(app, loaded, List.of("threads=1"));
  }

  /**
   * @throws UserError if it is one training alone, which is not spread
   */
  void requireSeveral(RunRequest request, RunConfig config) {
    if (url != null && Repetition.of(request, config).isEmpty()) {
      throw new UserError(
          "--spark spreads several trainings over a cluster, and this is one: ask for several, such as"
              + " --seeds 1,2,3, or leave out --spark");
    }
  }

  /** Does some work with the cluster, if one is asked for; it is left afterwards. */
  <T> T during(Function<Optional<Cluster>, T> work) {
    if (url == null) {
      return work.apply(Optional.empty());
    }
    try (Cluster cluster = ClusterOptions.service(ClusterTrainer.class).open(url)) {
      return work.apply(Optional.of(cluster));
    }
  }
}
