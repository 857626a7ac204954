package org.unroll.core.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.unroll.core.Json;
import org.unroll.core.run.AtomicFile;

/**
 * A notebook as {@code .ipynb}, in Jupyter's nbformat 4.5. Identifiers are the places of the cells,
 * and there are no times, so that the same cells give the same file.
 */
final class NotebookFile {
  private NotebookFile() {}

  static void write(RanNotebook notebook, Path file) {
    try {
      String json =
          Json.MAPPER.writer(new DefaultPrettyPrinter()).writeValueAsString(tree(notebook));
      AtomicFile.writeSharedText(file, json + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode tree(RanNotebook notebook) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    ArrayNode cells = root.putArray("cells");
    int count = 0;
    for (NotebookSource.Block block : notebook.source().blocks()) {
      ObjectNode node = cells.addObject();
      String id = "cell-" + cells.size();
      if (block instanceof NotebookSource.Cell cell) {
        RanNotebook.Output output = notebook.outputs().get(count);
        addCode(begin(node, "code", id), cell, output, ++count);
      } else if (block instanceof NotebookSource.Prose prose) {
        begin(node, "markdown", id);
        addLines(node.putArray("source"), prose.markdown());
      }
    }
    addMetadata(root.putObject("metadata"));
    return root.put("nbformat", 4).put("nbformat_minor", 5);
  }

  private static ObjectNode begin(ObjectNode cell, String type, String id) {
    cell.put("cell_type", type).put("id", id).putObject("metadata");
    return cell;
  }

  private static void addCode(
      ObjectNode node, NotebookSource.Cell cell, RanNotebook.Output output, int count) {
    node.put("execution_count", count);
    addLines(node.putArray("source"), cell.code());
    ArrayNode outputs = node.putArray("outputs");
    addStream(outputs, "stdout", output.printed());
    addStream(outputs, "stderr", output.complained());
    output.shown().ifPresent(shown -> addResult(outputs.addObject(), shown, count));
  }

  private static void addStream(ArrayNode outputs, String name, String text) {
    if (!text.isEmpty()) {
      ObjectNode stream = outputs.addObject().put("output_type", "stream").put("name", name);
      addLines(stream.putArray("text"), text);
    }
  }

  private static void addResult(ObjectNode result, Shown shown, int count) {
    result.put("output_type", "execute_result").put("execution_count", count).putObject("metadata");
    ObjectNode data = result.putObject("data");
    addLines(data.putArray("text/plain"), shown.text());
    if (shown.hasMarkup()) {
      addLines(data.putArray(shown.type()), shown.markup());
    }
  }

  /** Each line with its end, as the format keeps texts. */
  private static void addLines(ArrayNode array, String text) {
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      array.add(text.substring(from, next));
      from = next;
    }
  }

  private static void addMetadata(ObjectNode metadata) {
    ObjectNode kernel = metadata.putObject("kernelspec");
    kernel.put("display_name", "Java").put("language", "java").put("name", "java");
    ObjectNode language = metadata.putObject("language_info");
    language.put("name", "java").put("file_extension", ".jshell");
    language.put("mimetype", "text/x-java-source").put("pygments_lexer", "java");
  }
}
