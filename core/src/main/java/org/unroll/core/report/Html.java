package org.unroll.core.report;

import java.util.List;
import org.unroll.core.metric.Table;

/** Builds a page. Whatever comes from outside goes through {@link #escape}. Not thread-safe. */
public final class Html {
  private final StringBuilder page = new StringBuilder();

  /** Text for content and quoted attributes. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Adds markup as it is. */
  public Html raw(String markup) {
    page.append(markup).append('\n');
    return this;
  }

  /** Adds an element with escaped text; {@code css} may be empty. */
  public Html element(String tag, String css, String text) {
    page.append('<').append(tag);
    if (!css.isEmpty()) {
      page.append(" class=\"").append(css).append('"');
    }
    page.append('>').append(escape(text)).append("</").append(tag).append(">\n");
    return this;
  }

  /** Adds a table with its title; numbers stand to the right. */
  Html table(Table table, String css) {
    raw("<figure class=\"table " + css + "\">");
    if (!table.title().isEmpty()) {
      element("figcaption", "", table.title());
    }
    raw("<table><thead><tr>");
    for (int column = 0; column < table.header().size(); column++) {
      element("th", table.numeric(column) ? "number" : "", table.header().get(column));
    }
    raw("</tr></thead><tbody>");
    for (List<String> row : table.rows()) {
      raw("<tr>");
      for (int column = 0; column < row.size(); column++) {
        element("td", table.numeric(column) ? "number" : "", row.get(column));
      }
      raw("</tr>");
    }
    return raw("</tbody></table></figure>");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
