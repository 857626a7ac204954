package org.unroll.core.report;

import java.nio.file.Path;
import org.unroll.core.run.AtomicFile;

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
    Html page = new Html().raw("<!DOCTYPE html>");
    page.raw("<html lang=\"en\"><head><meta charset=\"utf-8\">").element("title", "", title);
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.raw("<style>" + Figures.pageStyle() + "</style></head><body><main>");
    page.element("h1", "", heading).raw("<div class=\"samples\">");
    page.raw(examples.toString()).raw("</div></main></body></html>");
    AtomicFile.writeSharedText(file, page.toString());
  }
}
