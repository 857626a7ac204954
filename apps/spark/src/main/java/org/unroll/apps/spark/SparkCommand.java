package org.unroll.apps.spark;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "spark",
    mixinStandardHelpOptions = true,
    description = "A cluster of Apache Spark on this machine, to try what --spark does.",
    footer = {
      "# a master and two workers of one core each; prints the address for --spark",
      "./${COMMAND-FULL-NAME} up",
      "# whether it is there",
      "./${COMMAND-FULL-NAME} status",
      "# ends it",
      "./${COMMAND-FULL-NAME} down"
    },
    subcommands = {SparkCommand.Up.class, SparkCommand.Down.class, SparkCommand.Status.class})
final class SparkCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int NOT_THERE = 2;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return DONE;
  }

  @Command(
      name = "up",
      mixinStandardHelpOptions = true,
      description =
          "Starts a master and workers of one core each, which this machine alone reaches; prints the master's address.",
      footer = {
        "# four workers, whose executors may have 4 GB together each",
        "./${COMMAND-FULL-NAME} --workers 4 --memory 4g"
      })
  static final class Up implements Callable<Integer> {
    private static final Pattern MEMORY = Pattern.compile("[1-9]\\d*[mg]");

    @Spec private CommandSpec spec;

    @Option(
        names = "--workers",
        defaultValue = "2",
        description = "How many, of one core each; ${DEFAULT-VALUE} if left out.")
    private int workers;

    @Option(
        names = "--memory",
        defaultValue = "2g",
        description =
            "Memory that each may give to executors, such as 512m or 4g; ${DEFAULT-VALUE} if left out.")
    private String memory;

    @Override
    public Integer call() {
      if (workers < 1) {
        throw new UserError("--workers %d: expected at least 1".formatted(workers));
      }
      if (!MEMORY.matcher(memory).matches()) {
        throw new UserError("--memory %s: expected such as 512m or 2g".formatted(memory));
      }
      ClusterState state = LoopbackCluster.ofUser().up(workers, memory);
      spec.commandLine().getOut().println(state.url());
      return DONE;
    }
  }

  @Command(
      name = "down",
      mixinStandardHelpOptions = true,
      description = "Ends the master, its workers and what runs on them.",
      footer = {"# also after a crash", "./${COMMAND-FULL-NAME}"})
  static final class Down implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      boolean ended = LoopbackCluster.ofUser().down();
      spec.commandLine().getOut().println(ended ? "ended" : "no cluster is up");
      return DONE;
    }
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Says whether a cluster is up on this machine; exit code 2 if not.",
      footer = {
        "# the address, workers that are alive, the master's page",
        "./${COMMAND-FULL-NAME}"
      })
  static final class Status implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      LoopbackCluster cluster = LoopbackCluster.ofUser();
      ClusterState state =
          cluster
              .state()
              .orElseThrow(() -> new UserError("no cluster is up: ./unroll spark up starts one"));
      var out = spec.commandLine().getOut();
      int alive = new MasterPage(state.page()).workers().orElse(0);
      boolean master = state.processes().get(0).process().isPresent();
      out.println(state.url() + (master ? "" : " (its master has ended)"));
      out.println("workers: %d of %d alive".formatted(alive, state.workers()));
      out.println("page:    " + state.page());
      out.println("files:   " + cluster.folder());
      return master && alive > 0 ? DONE : NOT_THERE;
    }
  }
}
