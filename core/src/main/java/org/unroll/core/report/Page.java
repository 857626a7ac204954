package org.unroll.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.unroll.core.run.AtomicFile;

/** A page of its own beside the report, with the report's look. */
final class Page {
  private Page() {}

  /** Writes the page, one file. */
  static void write(Path file, String title, String heading, Html body) {
    try {
      Html page = new Html().raw("<!DOCTYPE html>");
      page.raw("<html lang=\"en\"><head><meta charset=\"utf-8\">").element("title", "", title);
      page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
      page.raw("<style>" + Report.style() + "</style></head><body><main>");
      page.element("h1", "", heading).raw(body.toString()).raw("</main></body></html>");
      AtomicFile.writeSharedText(file, page.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet cannot be read", e);
    }
  }
}
