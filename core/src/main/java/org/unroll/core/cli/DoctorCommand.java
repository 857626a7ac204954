package org.unroll.core.cli;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Pointer;
import org.unroll.core.config.Device;
import org.unroll.core.engine.Backend;
import org.unroll.core.train.SelfTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this installation runs on and trains a tiny net to prove it.",
    footer = {
      "# whether all is well",
      "./${COMMAND-FULL-NAME}",
      "# whether the GPU can be used",
      "./${COMMAND-FULL-NAME} --device cuda"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final double GIB = 1L << 30;

  @Option(names = "--device", defaultValue = "auto", description = "auto, cpu or cuda.")
  private Device device;

  @Override
  public Integer call() {
    Backend.prepare(device, OptionalInt.of(1));
    for (Map.Entry<String, String> fact : Backend.describe().entrySet()) {
      print(fact.getKey(), fact.getValue());
    }
    print("java heap limit", gib(Runtime.getRuntime().maxMemory()));
    print("native memory limit", gib(Pointer.maxPhysicalBytes()) + " (whole process)");
    SelfTest.Outcome outcome = SelfTest.run();
    print(
        "tiny LSTM",
        String.format(
            Locale.ROOT,
            "loss %.3f to %.3f in %d steps, %.1f ms each",
            outcome.before(),
            outcome.after(),
            outcome.steps(),
            outcome.millisecondsPerStep()));
    if (outcome.after() > outcome.before() / 2) {
      System.out.println("the tiny net did not learn: please report this with the lines above");
      return Main.BUG;
    }
    System.out.println("all is well");
    return Main.DONE;
  }

  private static void print(String name, String value) {
    System.out.printf(Locale.ROOT, "%-20s %s%n", name, value);
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }
}
