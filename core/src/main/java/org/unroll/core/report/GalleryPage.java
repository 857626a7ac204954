package org.unroll.core.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.app.Sample;
import org.unroll.core.run.AtomicFile;

/** A page of pictures with what a net says of them. Not thread-safe. */
public final class GalleryPage {
  private final Html html = new Html();
  private int pictures;

  /**
   * Adds a picture.
   *
   * @param whole of it, a PNG in Base64, if that shows more than the net sees; else empty
   */
  public void add(Sample.Picture answer, String whole) {
    pictures++;
    html.raw("<article class=\"sample\">").element("h3", "", answer.name());
    new PictureFigure(List.of(answer)).addPicture(html, answer, Html.escape(whole));
    html.raw("</article>");
  }

  public boolean isEmpty() {
    return pictures == 0;
  }

  /**
   * Writes the page, one file.
   *
   * @throws UserError if there is no picture
   */
  public void write(Path file) {
    if (pictures == 0) {
      throw new UserError("--html " + file + ": this app's answers are no pictures");
    }
    try {
      Html page = new Html().raw("<!DOCTYPE html>");
      page.raw("<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Gallery</title>");
      page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
      page.raw("<style>" + Report.style() + "</style></head><body><main>");
      page.raw("<h1>" + pictures + " pictures</h1><div class=\"samples\">");
      page.raw(html.toString()).raw("</div></main></body></html>");
      AtomicFile.writeSharedText(file, page.toString());
    } catch (IOException e) {
      throw new IllegalStateException("the style sheet cannot be read", e);
    }
  }
}
