package org.unroll.core.ui;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.Question;
import org.unroll.core.report.Html;
import org.unroll.core.run.SentFile;
import org.unroll.core.ui.Answering.Asked;

/**
 * What changes on the Play page, as HTML.
 *
 * @param runs directories of those with a trained net, by name
 * @param answering nobody while a run is trained here: it would share its processor
 */
public record PlayPage(Map<String, Path> runs, Optional<Answering> answering) {

  /** The form to ask a run with; without a name the one to show first. */
  public String form(Optional<String> name) {
    Html html = new Html();
    if (answering.isEmpty()) {
      return html.element("p", "empty", "A net is being trained here. ./unroll ui asks its runs.")
          .toString();
    }
    if (runs.isEmpty()) {
      return html.element("p", "empty", "No run has a trained net yet.").toString();
    }
    String shown = name.filter(runs::containsKey).orElse(runs.keySet().iterator().next());
    html.raw("<label for=\"asked-run\">Run</label><select id=\"asked-run\" name=\"run\">");
    RunName.addOptions(html, runs.keySet(), Optional.of(shown));
    html.raw("</select>");
    addQuestion(html, answering.get().question(runs.get(shown)));
    return html.raw("<button type=\"submit\" id=\"ask\">Ask</button>").toString();
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
   * The answer of a run, as HTML.
   *
   * @param file the name of a file that the body is; empty if it is a text
   */
  public String answer(String name, Optional<String> file, byte[] body) {
    if (!runs.containsKey(name)) {
      throw new UserError("there is no run called " + name + " that can be asked");
    }
    Path run = runs.get(name);
    Answering asked =
        answering.orElseThrow(() -> new UserError("a net is being trained here; try later"));
    boolean typed = asked.question(run) == Question.TEXT;
    if (typed != file.isEmpty()) {
      throw new UserError(name + (typed ? " is asked with a text" : " is asked with a file"));
    }
    if (typed) {
      String text = new String(body, StandardCharsets.UTF_8);
      return asked.answer(run, new Asked(text, Optional.empty()));
    }
    try (SentFile sent = SentFile.of(file.get(), new ByteArrayInputStream(body))) {
      return answered(asked, run, sent);
    }
  }

  private static String answered(Answering asked, Path run, SentFile sent) {
    try {
      return sent.named(asked.answer(run, new Asked("", Optional.of(sent.path()))));
    } catch (UserError e) {
      throw new UserError(sent.named(e.getMessage()), e);
    }
  }
}
