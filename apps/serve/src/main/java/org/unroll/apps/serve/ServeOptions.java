package org.unroll.apps.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.model.Sharing;
import picocli.CommandLine.Option;

/** What both ways to serve have in common. */
final class ServeOptions {
  private static final Duration SILENCE = Duration.ofSeconds(20);

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on, ${DEFAULT-VALUE} by default; 0 is any free one.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on, ${DEFAULT-VALUE} by default; 0.0.0.0 lets other machines in.")
  private String host;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Answers only who sends the first line of this file: Authorization: Bearer …")
  private Path tokenFile;

  @Option(
      names = "--watch",
      description = "Serves the newer run once the latest is another, and loses no request.")
  private boolean watch;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description =
          "Inputs of several requests that share a batch at most (${DEFAULT-VALUE}); 1 answers one at a time.")
  private int batch;

  @Option(
      names = "--batch-delay",
      paramLabel = "MS",
      defaultValue = "0",
      description =
          "Milliseconds that a request waits at most for others to fill its batch (${DEFAULT-VALUE}).")
  private int batchDelay;

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "1024",
      description = "Requests that wait at most (${DEFAULT-VALUE}); more are refused (503).")
  private int queue;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "Seconds that a request waits for its answer at most (${DEFAULT-VALUE}), else 504.")
  private int timeout;

  @Option(
      names = "--max-body",
      paramLabel = "MIB",
      defaultValue = "16",
      description = "Size of a request at most, in MiB (${DEFAULT-VALUE}), else 413.")
  private int maxBody;

  @Option(
      names = "--max-text",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Characters of a text at most (${DEFAULT-VALUE}), else 422.")
  private int maxText;

  @Option(
      names = "--max-inputs",
      paramLabel = "N",
      defaultValue = "256",
      description = "Inputs of a request at most (${DEFAULT-VALUE}), else 422.")
  private int maxInputs;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the runs' configs, such as threads=1.")
  private List<String> settings = new ArrayList<>();

  boolean watch() {
    return watch;
  }

  List<String> settings() {
    return settings;
  }

  Sharing sharing() {
    require("--batch", batch, 1, 4096);
    require("--batch-delay", batchDelay, 0, 10_000);
    require("--queue", queue, 1, 1_000_000);
    return new Sharing(batch, Duration.ofMillis(batchDelay), queue);
  }

  ServiceConfig config() {
    require("--port", port, 0, 65_535);
    require("--timeout", timeout, 1, 86_400);
    require("--max-body", maxBody, 1, 1024);
    require("--max-text", maxText, 1, 100_000_000);
    require("--max-inputs", maxInputs, 1, 100_000);
    ServiceLimits limits =
        new ServiceLimits((long) maxBody << 20, maxText, maxInputs, Duration.ofSeconds(timeout));
    return new ServiceConfig(
        host, port, limits, SILENCE, Optional.ofNullable(tokenFile).map(BearerToken::read));
  }

  private static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UserError(
          "%s %d: expected a number from %d to %d".formatted(option, value, least, most));
    }
  }
}
