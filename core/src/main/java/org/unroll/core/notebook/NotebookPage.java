package org.unroll.core.notebook;

import java.nio.file.Path;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.unroll.core.report.Figures;
import org.unroll.core.report.Html;
import org.unroll.core.report.Page;
import org.unroll.core.run.AtomicFile;

/** A notebook as a page that needs nothing else: prose, code, and below it what it gave. */
final class NotebookPage {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();

  private final Html html;

  private NotebookPage(String title) {
    this.html = Page.begin(title, Figures.style(NotebookPage.class, "notebook.css"));
  }

  static void write(RanNotebook notebook, Path file) {
    AtomicFile.writeSharedText(file, new NotebookPage(notebook.source().title()).page(notebook));
  }

  private String page(RanNotebook notebook) {
    html.raw("<main>");
    int count = 0;
    for (NotebookSource.Block block : notebook.source().blocks()) {
      if (block instanceof NotebookSource.Cell cell) {
        addCell(cell, notebook.outputs().get(count++));
      } else if (block instanceof NotebookSource.Prose prose) {
        html.raw(
            "<div class=\"prose\">" + RENDERER.render(PARSER.parse(prose.markdown())) + "</div>");
      }
    }
    html.raw("</main>");
    return Page.end(html);
  }

  private void addCell(NotebookSource.Cell cell, RanNotebook.Output output) {
    html.raw("<section class=\"cell\">").element("pre", "code", cell.code());
    for (String text : List.of(output.printed(), output.complained())) {
      if (!text.isEmpty()) {
        html.element("pre", "printed", text.stripTrailing());
      }
    }
    output.shown().ifPresent(this::addShown);
    html.raw("</section>");
  }

  private void addShown(Shown shown) {
    if (shown.hasMarkup()) {
      html.raw("<div class=\"shown\">" + shown.markup() + "</div>");
    } else {
      html.element("pre", "printed", shown.text());
    }
  }
}
