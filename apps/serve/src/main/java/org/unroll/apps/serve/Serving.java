package org.unroll.apps.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.unroll.core.UserError;
import org.unroll.core.model.Sharing;

/** Opens runs, serves them, and ends when the program is told to. */
record Serving(ServeOptions options, List<RunSource> sources) {
  /** Returns when the program ends, which a signal or Ctrl-C make it do. */
  void run() throws InterruptedException {
    ServiceConfig config = options.config();
    Sharing sharing = options.sharing();
    BiFunction<String, Path, ServedRun> open =
        (name, run) -> ServedRun.open(name, run, sharing, options.settings());
    List<RunSource> latest = sources.stream().filter(each -> each.latest().isPresent()).toList();
    if (options.watch() && latest.isEmpty()) {
      throw new UserError(
          "--watch follows the latest run of an app: name it as --run <app>/latest");
    }
    ServedRuns runs = new ServedRuns();
    sources.forEach(source -> runs.put(open.apply(source.name(), source.find())));
    Service service = Service.start(config, runs);
    LatestWatch watch = new LatestWatch(runs, latest, open);
    if (options.watch()) {
      watch.start();
    }
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(watch, service), "end of service"));
    tell(service, runs);
    ended.await();
  }

  private static void end(LatestWatch watch, Service service) {
    System.err.println("ending: what was asked is answered");
    watch.close();
    service.close();
  }

  private static void tell(Service service, ServedRuns runs) {
    for (ServedRun run : runs.all()) {
      System.out.println(
          run.name() + ": " + run.version() + " at " + service.url() + "/predict/" + run.name());
    }
    System.out.println("try it at " + service.url() + "/play (Ctrl-C ends)");
    System.out.flush();
  }
}
