package org.unroll.core.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.unroll.core.model.RunAnswers;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.ui.RunBrowser;
import org.unroll.core.ui.TrainingUi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "ui",
    mixinStandardHelpOptions = true,
    description = "Opens all past runs in the browser; Ctrl-C ends it.",
    footer = {
      "# on port 9000 or the next that is free",
      "./${COMMAND-FULL-NAME}",
      "# on another, for other machines too",
      "./${COMMAND-FULL-NAME} --host 0.0.0.0 --port 8080"
    })
final class UiCommand implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "9000", description = "First port to try.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on; 0.0.0.0 lets other machines in (there is no login).")
  private String host;

  @Override
  public Integer call() throws InterruptedException {
    try (RunAnswers answers = new RunAnswers();
        TrainingUi ui = RunBrowser.browse(RunDirectory.runs(), host, port)) {
      ui.answering(answers);
      System.out.println("runs at " + ui.url() + " (Ctrl-C ends)");
      StandardOutput.require();
      new CountDownLatch(1).await();
      return Main.DONE;
    }
  }
}
