package org.unroll.core.report;

import java.nio.file.Path;
import org.unroll.core.UserError;
import org.unroll.core.app.Alignment;
import org.unroll.core.run.AtomicFile;

/** A page of pictures of where a net looked. Not thread-safe. */
public final class AlignmentPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Attention</title>
      <style>body { font-family: sans-serif; margin: 24px } p { margin: 18px 0 4px }</style>
      </head><body><h1>Where the net looked</h1>\
      """;

  private final Html html = new Html().raw(HEAD);
  private int pictures;

  /** Adds a picture. */
  public void add(Alignment alignment) {
    pictures++;
    html.element("p", "", String.join(" ", alignment.source()));
    HeatMap.add(html, alignment);
  }

  /**
   * Writes the page.
   *
   * @throws UserError if there is no picture
   */
  public void write(Path file) {
    if (pictures == 0) {
      throw new UserError(
          "--attention " + file + ": this net looks nowhere; its graph has no attention vertex");
    }
    AtomicFile.writeSharedText(file, html.raw("</body></html>").toString());
  }
}
