package org.unroll.apps.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.layer.array.NativeBuild;

/**
 * PyTorch through DJL in a JVM of its own, so that neither library's threads and memory are in the
 * other's way. Each request is a line ({@code fit 10}), each answer a line with nanoseconds.
 */
final class PyTorchContender implements Contender {
  private static final String MAIN = "org.unroll.apps.bench.pytorch.PyTorchPeer";

  private final int cycle;
  private final long parameters;
  private final Process process;
  private final PrintWriter requests;
  private final BufferedReader answers;

  /**
   * Starts the JVM and waits until the network is built.
   *
   * @throws UserError if this build has no PyTorch, or PyTorch does not start
   */
  PyTorchContender(LayerCase layers, int threads) {
    requireBuild();
    this.cycle = layers.batches();
    ProcessBuilder builder = new ProcessBuilder(command(layers, threads));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
    builder.environment().remove(NativeBuild.CACHE_VARIABLE); // a bound for ND4J, not for PyTorch
    builder.environment().put("OPT_OUT_TRACKING", "true"); // DJL calls home otherwise
    try {
      this.process = builder.start();
    } catch (IOException e) {
      throw new UserError("cannot start a JVM for PyTorch (" + e.getMessage() + ")", e);
    }
    this.requests = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.parameters = receive(); // once the network is built
  }

  private static void requireBuild() {
    String file = "/" + MAIN.replace('.', '/') + ".class";
    if (PyTorchContender.class.getResource(file) == null) {
      throw new UserError(
          "--peers: this build has no PyTorch; in a checkout ./unroll bench layers --peers builds it"
              + " in, or mvn -Pcpu,peers package");
    }
  }

  private static List<String> command(LayerCase layers, int threads) {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-Dai.djl.offline=true",
        "-Dai.djl.pytorch.num_threads=" + threads,
        "-cp",
        System.getProperty("java.class.path"),
        MAIN,
        layers.text());
  }

  @Override
  public int cycle() {
    return cycle;
  }

  @Override
  public long parameters() {
    return parameters;
  }

  @Override
  public long fit(int times) {
    return ask("fit", times);
  }

  @Override
  public long infer(int times) {
    return ask("infer", times);
  }

  private long ask(String what, int times) {
    requests.println(what + " " + times);
    return receive();
  }

  private long receive() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new UserError("--peers: PyTorch's JVM ended; its messages are above");
      }
      return Long.parseLong(line);
    } catch (IOException e) {
      throw new UserError("--peers: PyTorch's JVM does not answer (" + e.getMessage() + ")", e);
    }
  }

  /** The JVM ends with its input. */
  @Override
  public void close() {
    requests.close();
    process.destroy();
  }
}
