package org.unroll.core.report;

import java.nio.file.Path;

/** A page of its own with figures of examples. Not thread-safe. */
final class ExamplePage {
  private final Html examples = new Html();
  private int count;

  /** For a figure, between {@link #begin} and {@link #end}. */
  Html begin(String name) {
    count++;
    return examples.raw("<article class=\"sample\">").element("h3", "", name);
  }

  void end() {
    examples.raw("</article>");
  }

  int count() {
    return count;
  }

  /** Writes the page, one file. */
  void write(Path file, String title, String heading) {
    Html samples = new Html().raw("<div class=\"samples\">");
    Page.write(file, title, heading, samples.raw(examples.toString()).raw("</div>"));
  }
}
