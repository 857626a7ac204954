package org.unroll.apps.serve;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.unroll.core.engine.NativeMemory;
import org.unroll.core.model.SharedModel;

/** What Prometheus is told. Thread-safe. */
final class ServiceMetrics implements AutoCloseable {
  private static final Duration[] BOUNDS =
      IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<String, Timer> requests = new ConcurrentHashMap<>(); // by run and status
  private final ServedRuns runs;

  ServiceMetrics(ServedRuns runs) {
    this.runs = runs;
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("process.resident.memory", NativeMemory::resident)
        .baseUnit("bytes")
        .description("With the memory of the nets, which is none of the JVM's")
        .register(registry);
    runs.all().forEach(run -> add(run.name()));
  }

  /** Of the net that is served under the name when somebody looks. */
  private void add(String name) {
    Gauge.builder("unroll.queue.requests", runs, now -> of(name, SharedModel::waiting))
        .description("Requests that wait for their batch")
        .tag("run", name)
        .register(registry);
    FunctionCounter.builder("unroll.batches", runs, now -> of(name, SharedModel::batches))
        .description("Batches that were answered")
        .tag("run", name)
        .register(registry);
    FunctionCounter.builder("unroll.inputs", runs, now -> of(name, SharedModel::answered))
        .description("Inputs that were answered; by batches, how many share one")
        .tag("run", name)
        .register(registry);
  }

  private double of(String name, ToDoubleFunction<SharedModel<?, ?>> number) {
    return number.applyAsDouble(runs.find(name).model());
  }

  /** A request was answered, or refused. */
  void count(String run, int status, Duration time) {
    requests.computeIfAbsent(run + " " + status, key -> timer(run, status)).record(time);
  }

  private Timer timer(String run, int status) {
    return Timer.builder("unroll.requests")
        .description("Requests for answers, by the status that they got")
        .tag("run", run)
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /** In Prometheus' text format. */
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
