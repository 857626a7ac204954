package org.unroll.core.report;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.app.Sample;

/** A page of pictures with what a net says of them. Not thread-safe. */
public final class GalleryPage {
  private final ExamplePage page = new ExamplePage();

  /**
   * Adds a picture.
   *
   * @param whole of it, a PNG in Base64, if that shows more than the net sees; else empty
   */
  public void add(Sample.Picture answer, String whole) {
    Html html = page.begin(answer.name());
    new PictureFigure(List.of(answer)).addPicture(html, answer, Html.escape(whole));
    page.end();
  }

  public boolean isEmpty() {
    return page.count() == 0;
  }

  /**
   * Writes the page, one file.
   *
   * @throws UserError if there is no picture
   */
  public void write(Path file) {
    if (isEmpty()) {
      throw new UserError(
          "--html " + file + ": no answer has anything to draw, neither a picture nor units");
    }
    page.write(file, "Gallery", page.count() + " pictures");
  }
}
