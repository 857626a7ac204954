package org.unroll.core.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.EngineConfig;
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
          "Trains on a cluster of Apache Spark, such as spark://127.0.0.1:7077: several trainings at once, or one by"
              + " several workers (train.engine).")
  private String url; // null without

  /** Nothing is measured where several trainings share a machine: {@code threads: auto} is 1. */
  <C extends Record & RunConfig> Loaded<C> settled(App<C> app, Loaded<C> loaded) {
    return url == null || loaded.config().threads().isPresent()
        ? loaded
        : AppConfig.vary(app, loaded, List.of("threads=1"));
  }

  /** The same for {@code train}: on a cluster several processes do one training alone. */
  <C extends Record & RunConfig> Loaded<C> settled(
      App<C> app, Loaded<C> loaded, RunRequest request) {
    boolean alone = Repetition.of(request, loaded.config()).isEmpty();
    boolean engine = loaded.config().train().engine().isPresent();
    return url == null || !alone || engine
        ? settled(app, loaded)
        : AppConfig.vary(app, settled(app, loaded), List.of("train.engine={}"));
  }

  /** Does some work with the cluster, if one is asked for; it is left afterwards. */
  <T> T during(Function<Optional<Cluster>, T> work) {
    return during(Optional.ofNullable(url), work);
  }

  /** The same, if the command or the config asks for one. */
  <T> T during(RunConfig config, Function<Optional<Cluster>, T> work) {
    return during(
        Optional.ofNullable(url).or(() -> config.train().engine().flatMap(EngineConfig::spark)),
        work);
  }

  private static <T> T during(Optional<String> address, Function<Optional<Cluster>, T> work) {
    if (address.isEmpty()) {
      return work.apply(Optional.empty());
    }
    try (Cluster cluster = ClusterOptions.service(ClusterTrainer.class).open(address.get())) {
      return work.apply(Optional.of(cluster));
    }
  }
}
