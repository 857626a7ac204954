package org.unroll.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.ShellText;

/** The commands that made a run, and those that make it again from its configuration. */
final class RepeatCommands {
  private static final String DIRTY = "-dirty";

  private final RunRecords run;
  private final String app;

  RepeatCommands(RunRecords run, String app) {
    this.run = run;
    this.app = app;
  }

  boolean isEmpty() {
    return run.config.isBlank() || run.provenance.isMissingNode();
  }

  void addTo(Html html) {
    List<String> typed = words(run.provenance.path("command"));
    if (!typed.isEmpty()) {
      html.element("h3", "", "The command that made it");
      add(html, List.of("./unroll " + String.join(" ", typed)));
    }
    html.element("h3", "", "The same from its configuration");
    html.element(
        "p", "hint", "With the configuration below saved as config.yaml; a click selects all.");
    add(html, again());
    for (String remark : remarks()) {
      html.element("p", "hint", remark);
    }
  }

  private static void add(Html html, List<String> lines) {
    html.element("pre", "commands", String.join("\n", lines));
  }

  private List<String> again() {
    List<String> lines = new ArrayList<>();
    if (known()) {
      lines.add("git checkout " + ShellText.word(commit()));
    }
    StringBuilder train = new StringBuilder("./unroll " + ShellText.word(app));
    train.append(" train -c config.yaml");
    List<String> seeds = words(run.request.path("seeds"));
    train.append(seeds.isEmpty() ? "" : " --seeds " + String.join(",", seeds));
    train.append(run.request.path("test").asBoolean() ? " --test" : "");
    lines.add(train.toString());
    return lines;
  }

  private String commit() {
    String commit = run.provenance.path("commit").asText("");
    return commit.endsWith(DIRTY) ? commit.substring(0, commit.length() - DIRTY.length()) : commit;
  }

  private boolean known() {
    return !commit().isEmpty() && !commit().equals("unknown");
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (run.provenance.path("commit").asText("").endsWith(DIRTY)) {
      remarks.add("The sources had changes that are in no commit: the numbers may differ.");
    }
    if (!known()) {
      remarks.add("The commit of the sources is not known.");
    }
    String begun = run.provenance.path("continues").asText("");
    if (!begun.isEmpty()) {
      remarks.add("It goes on with the training of " + begun + ", which is to be repeated first.");
    }
    if (run.config.lines().anyMatch(line -> line.matches("threads:\\s*auto\\b.*"))) {
      remarks.add(
          "threads: auto measures what is fastest anew; equal numbers need the threads of this run, named below under The run.");
    }
    return remarks;
  }

  /** Each as a shell wants it. */
  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(ShellText.word(word.asText())));
    return words;
  }
}
