package org.unroll.core.report;

import java.nio.file.Path;
import org.unroll.core.run.AtomicFile;

/** A page of its own that needs nothing else, in the look of the report. */
public final class Page {
  private Page() {}

  /**
   * Begins a page, which {@link #end} ends: what is added next stands in its body.
   *
   * @param style of what it holds beside what the report has; the page is light, as this may be
   */
  public static Html begin(String title, String style) {
    return beginStyled(title, Figures.lightPageStyle() + style);
  }

  /** The same in the look of the report, which is dark for those who prefer that. */
  static Html begin(String title) {
    return beginStyled(title, Figures.pageStyle());
  }

  private static Html beginStyled(String title, String style) {
    Html page = new Html().raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.element("title", "", title);
    return page.raw("<style>" + style + "</style></head><body>");
  }

  /** The whole page as text. */
  public static String end(Html page) {
    return page.raw("</body></html>").toString();
  }

  /** Writes a page with one heading over an older one, in one step. */
  public static void write(Path file, String title, String heading, Html content) {
    Html page = begin(title).raw("<main>").element("h1", "", heading);
    page.raw(content.toString()).raw("</main>");
    AtomicFile.writeSharedText(file, end(page));
  }
}
