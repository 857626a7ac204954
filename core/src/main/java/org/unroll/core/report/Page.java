package org.unroll.core.report;

import java.nio.file.Path;
import org.unroll.core.run.AtomicFile;

/** A page of its own that needs nothing else, in the look of the report. */
final class Page {
  private Page() {}

  /** Writes it over an older one, in one step. */
  static void write(Path file, String title, String heading, Html content) {
    Html page = new Html().raw("<!DOCTYPE html>");
    page.raw("<html lang=\"en\"><head><meta charset=\"utf-8\">").element("title", "", title);
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.raw("<style>" + Figures.pageStyle() + "</style></head><body><main>");
    page.element("h1", "", heading).raw(content.toString()).raw("</main></body></html>");
    AtomicFile.writeSharedText(file, page.toString());
  }
}
