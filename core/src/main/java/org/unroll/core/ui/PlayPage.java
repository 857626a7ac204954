package org.unroll.core.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.UserError;
import org.unroll.core.app.Question;
import org.unroll.core.report.Html;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.ui.Answering.Asked;

/**
 * What changes on the Play page, as HTML.
 *
 * @param answering nobody while a run is trained here: it would share its processor
 */
record PlayPage(AttachedRuns runs, Optional<Answering> answering) {
  static PlayPage of(RunServer server) {
    return new PlayPage(server.runs(), server.answering());
  }

  /** The form to ask a run with; without a name the one to show first. */
  String form(Optional<String> name) {
    List<AttachedRun> trained = runs.list().stream().filter(PlayPage::isTrained).toList();
    Html html = new Html();
    if (answering.isEmpty()) {
      return html.element("p", "empty", "A net is being trained here. ./unroll ui asks its runs.")
          .toString();
    }
    if (trained.isEmpty()) {
      return html.element("p", "empty", "No run has a trained net yet.").toString();
    }
    AttachedRun shown = name.flatMap(runs::find).orElse(trained.get(0));
    html.raw("<label for=\"asked-run\">Run</label><select id=\"asked-run\" name=\"run\">");
    RunName.addOptions(html, trained, Optional.of(shown));
    html.raw("</select>");
    addQuestion(html, answering.get().question(shown.directory()));
    return html.raw("<button type=\"submit\" id=\"ask\">Ask</button>").toString();
  }

  private static boolean isTrained(AttachedRun run) {
    return Files.isRegularFile(new RunDirectory(run.directory()).model());
  }

  private static void addQuestion(Html html, Question question) {
    switch (question) {
      case TEXT -> {
        html.raw("<label for=\"text\">Text</label>");
        html.raw("<textarea id=\"text\" name=\"text\" rows=\"4\" required></textarea>");
      }
      case PICTURE -> addFile(html, "Picture", "image/*");
      case TABLE -> addFile(html, "Table with what is known so far", ".csv,.tsv,.txt,.jsonl,.json");
      case RECORDING -> addFile(html, "Video, or features of its frames", "video/*,.csv,.npy");
    }
  }

  private static void addFile(Html html, String label, String kinds) {
    html.raw("<label for=\"file\">" + label + "</label>");
    html.raw("<input type=\"file\" id=\"file\" name=\"file\" required accept=\"" + kinds + "\">");
    html.element("p", "hint", "Choose a file, or drop one anywhere on this page.");
  }

  /**
   * @param file the name of a file that the body is; empty if it is a text
   */
  String answer(String name, Optional<String> file, byte[] body) {
    AttachedRun run =
        runs.find(name).orElseThrow(() -> new UserError("there is no run called " + name));
    Answering asked =
        answering.orElseThrow(() -> new UserError("a net is being trained here; try later"));
    boolean typed = asked.question(run.directory()) == Question.TEXT;
    if (typed != file.isEmpty()) {
      throw new UserError(name + (typed ? " is asked with a text" : " is asked with a file"));
    }
    if (typed) {
      String text = new String(body, StandardCharsets.UTF_8);
      return asked.answer(run.directory(), new Asked(text, Optional.empty()));
    }
    return withFile(file.get(), body, path -> asked.answer(run.directory(), new Asked("", path)));
  }

  /** Asks about a file that lies in a folder of its own for as long as that takes. */
  private static String withFile(String name, byte[] body, Function<Optional<Path>, String> ask) {
    try {
      Path folder = Files.createTempDirectory("unroll-asked");
      Path file = folder.resolve(clean(name));
      try {
        Files.write(file, body);
        return ask.apply(Optional.of(file)).replace(folder + "/", "");
      } catch (UserError e) {
        throw new UserError(e.getMessage().replace(folder + "/", ""), e);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UnwritableFile(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  /** A name within the folder, whatever was sent; its end tells what kind of file it is. */
  private static String clean(String name) {
    String last = name.replaceAll(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String safe = last.length() > 100 ? last.substring(last.length() - 100) : last;
    return safe.isBlank() || safe.matches("\\.+") ? "file" : safe;
  }
}
