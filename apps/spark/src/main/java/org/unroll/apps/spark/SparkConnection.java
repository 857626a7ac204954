package org.unroll.apps.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.unroll.core.UserError;

/** The way into a cluster: an application of Spark, whose executors have one core each. */
final class SparkConnection {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration EXECUTORS = Duration.ofSeconds(90);
  private static final String LOCAL = "local";

  /** What Spark wants of a driver's heap, most of it for others; ours holds next to nothing. */
  private static final long WANTED_HEAP = 450L << 20;

  private static final String RESERVED = "spark.testing.reservedMemory"; // the only key for it

  private SparkConnection() {}

  /**
   * @param url of a master; {@code local[1]} runs in this process
   * @param options of Java for executors, beside those of this process
   * @throws UserError if there is none, or none of its workers gives an executor
   */
  static JavaSparkContext open(String url, String name, String... options) {
    if (!url.startsWith("spark://") && !url.startsWith(LOCAL)) {
      throw new UserError(
          "--spark %s: expected the address of a master, such as spark://127.0.0.1:7077"
              .formatted(url));
    }
    boolean local = url.startsWith(LOCAL);
    boolean loopback = local || requireMaster(url).isLoopbackAddress();
    JavaSparkContext context = new JavaSparkContext(configuration(url, name, loopback, options));
    if (!local) {
      awaitExecutor(context, url);
    }
    return context;
  }

  private static SparkConf configuration(
      String url, String name, boolean loopback, String... options) {
    SparkConf conf = new SparkConf().setMaster(url).setAppName(name);
    if (Runtime.getRuntime().maxMemory() < WANTED_HEAP) {
      conf.setIfMissing(RESERVED, String.valueOf(64 << 20));
    }
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", String.valueOf(System.console() != null));
    conf.setIfMissing("spark.executor.cores", "1"); // one net each, of one thread
    conf.setIfMissing("spark.executor.extraClassPath", SparkJvm.classPath());
    conf.setIfMissing("spark.executor.extraJavaOptions", SparkJvm.optionLine(options));
    SparkJvm.environment()
        .forEach((key, value) -> conf.setIfMissing("spark.executorEnv." + key, value));
    if (loopback) {
      conf.setIfMissing("spark.driver.host", LoopbackCluster.HOST);
      conf.setIfMissing("spark.driver.bindAddress", LoopbackCluster.HOST);
    }
    LoopbackCluster.ofUser()
        .secretOf(url)
        .ifPresent(
            secret -> {
              conf.set("spark.authenticate", "true");
              conf.set("spark.authenticate.secret", secret);
            });
    return conf;
  }

  /**
   * Spark itself would try for a minute.
   *
   * @return where the master is; of several the first, which is not asked
   * @throws UserError if it does not answer
   */
  static InetAddress requireMaster(String url) {
    String first = url.split(",", 2)[0];
    URI uri = URI.create(first);
    if (uri.getHost() == null || uri.getPort() < 0) {
      throw new UserError(
          "--spark %s: expected host and port, such as spark://127.0.0.1:7077".formatted(url));
    }
    try (Socket socket = new Socket()) {
      InetAddress host = InetAddress.getByName(uri.getHost());
      if (!url.contains(",")) {
        socket.connect(new InetSocketAddress(host, uri.getPort()), (int) ANSWER.toMillis());
      }
      return host;
    } catch (UnknownHostException e) {
      throw new UserError("--spark %s: no such host; check the name".formatted(url), e);
    } catch (IOException e) {
      throw new UserError(
          "--spark %s: no master answers there (%s); ./unroll spark up starts one on this machine"
              .formatted(url, e.getMessage()),
          e);
    }
  }

  private static void awaitExecutor(JavaSparkContext context, String url) {
    Instant end = Instant.now().plus(EXECUTORS);
    while (executors(context) == 0) {
      if (Instant.now().isAfter(end)) {
        context.close();
        throw new UserError(
            "--spark %s: no worker started an executor within %d seconds; each needs a free core and %s of memory (SPARK_EXECUTOR_MEMORY says otherwise), and this program at %s"
                .formatted(
                    url,
                    EXECUTORS.toSeconds(),
                    System.getenv().getOrDefault("SPARK_EXECUTOR_MEMORY", "1g"),
                    System.getProperty("unroll.home", "the same path as here")));
      }
      pause();
    }
  }

  /** How many there are now. */
  static int executors(JavaSparkContext context) {
    int all = context.sc().statusTracker().getExecutorInfos().length;
    return context.isLocal() ? all : all - 1; // the driver is the first
  }

  static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("stopped while waiting for Spark", e);
    }
  }
}
