package org.unroll.core.report;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.app.Sample;

/** A page of texts that are coloured by what units of a net do. Not thread-safe. */
public final class UnitsPage {
  private final ExamplePage page = new ExamplePage();

  /** Adds a text, once for each unit. */
  public void add(Sample.Units units) {
    if (!units.traces().isEmpty()) {
      Html html = page.begin("Text " + (page.count() + 1));
      new UnitsFigure(List.of(units)).addPicture(html, units);
      page.end();
    }
  }

  public boolean isEmpty() {
    return page.count() == 0;
  }

  /**
   * Writes the page, one file.
   *
   * @throws UserError if there is no unit
   */
  public void write(Path file) {
    if (isEmpty()) {
      throw new UserError("--html " + file + ": there is no unit to draw");
    }
    page.write(file, "Units", "What units of the net do");
  }
}
