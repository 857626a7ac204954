package org.unroll.apps.jupyter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.unroll.core.UserError;
import org.unroll.core.notebook.Cells;
import org.unroll.core.notebook.Jdk;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.Checkout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    description = "Runs notebooks in Jupyter: --spec writes what Jupyter must know to start it.",
    footer = {
      "# writes what Jupyter must know, once; what to do with it is told then",
      "./${COMMAND-FULL-NAME} --spec unroll-kernel"
    })
final class KernelCommand implements Callable<Integer> {
  private static final int DONE = 0;

  @Parameters(
      paramLabel = "CONNECTION",
      arity = "0..1",
      description = "The file in which Jupyter says where it listens.")
  private Path connection;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      description =
          "Writes kernel.json into a folder; then: jupyter kernelspec install --user --name java DIR")
  private Path spec;

  @Option(names = "--small", description = "Trains for an epoch only, as notebook --small does.")
  private boolean small;

  @Override
  public Integer call() throws Exception {
    if ((connection == null) == (spec == null)) {
      throw new UserError(
          "expected --spec DIR, to tell Jupyter of this kernel; Jupyter itself names a file of its connection");
    }
    if (spec != null) {
      writeSpec();
    } else {
      serve();
    }
    return DONE;
  }

  /** As Jupyter reads it. */
  record KernelSpec(
      List<String> argv,
      @JsonProperty("display_name") String displayName,
      String language,
      @JsonProperty("interrupt_mode") String interruptMode) {}

  private void writeSpec() throws IOException {
    String launcher = Checkout.folder().resolve("unroll").toString();
    List<String> command = new ArrayList<>(List.of(launcher, "kernel", "{connection_file}"));
    if (small) {
      command.add("--small");
    }
    Path file = Files.createDirectories(spec).resolve("kernel.json");
    AtomicFile.writeJson(file, new KernelSpec(command, "Java (Unroll)", "java", "message"));
    System.out.println(
        "wrote %s; next: jupyter kernelspec install --user --name java %s".formatted(file, spec));
  }

  private void serve() throws Exception {
    Jdk.require("kernel");
    System.setProperty(Cells.SMALL, String.valueOf(small));
    UnrollKernel kernel = new UnrollKernel();
    kernel.onStartup();
    JupyterConnection jupyter =
        new JupyterConnection(KernelConnectionProperties.parse(Files.readString(connection)));
    kernel.becomeHandlerForConnection(jupyter);
    jupyter.connect();
    jupyter.waitUntilClose();
  }
}
