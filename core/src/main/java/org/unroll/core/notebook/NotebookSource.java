package org.unroll.core.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.unroll.core.UserError;

/**
 * A notebook as it is written: Markdown, in which each fenced block of {@code java} is a cell.
 *
 * @param file the Markdown
 * @param blocks prose and cells, in their order
 */
record NotebookSource(Path file, List<Block> blocks) {
  private static final String LANGUAGE = "java";

  /** A piece of the file. */
  sealed interface Block {}

  /** Markdown between cells. */
  record Prose(String markdown) implements Block {}

  /**
   * Java to run.
   *
   * @param line of its first line of code in the file, from 1
   */
  record Cell(String code, int line) implements Block {}

  NotebookSource {
    blocks = List.copyOf(blocks);
  }

  /**
   * @throws UserError if the file cannot be read, or holds no cell
   */
  static NotebookSource read(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder: expected a Markdown file");
    }
    try {
      NotebookSource source = new NotebookSource(file, blocks(Files.readString(file)));
      if (source.cells() == 0) {
        throw new UserError(file + " is no notebook: expected a block of code that begins ```java");
      }
      return source;
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e, e);
    }
  }

  /** Its first heading, or the name of the file. */
  String title() {
    for (Block block : blocks) {
      if (block instanceof Prose prose && prose.markdown().startsWith("# ")) {
        return prose.markdown().lines().findFirst().orElseThrow().substring(2).strip();
      }
    }
    return file.getFileName().toString();
  }

  int cells() {
    return (int) blocks.stream().filter(Cell.class::isInstance).count();
  }

  private static List<Block> blocks(String markdown) {
    Parser parser = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    List<String> lines = markdown.lines().toList();
    List<Block> blocks = new ArrayList<>();
    int next = 0; // the first line that no block holds yet
    for (Node node = parser.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FencedCodeBlock code && code.getInfo().strip().equals(LANGUAGE)) {
        List<SourceSpan> spans = code.getSourceSpans();
        int fence = spans.get(0).getLineIndex();
        addProse(blocks, lines.subList(next, fence));
        blocks.add(new Cell(code.getLiteral().stripTrailing(), fence + 2));
        next = spans.get(spans.size() - 1).getLineIndex() + 1;
      }
    }
    addProse(blocks, lines.subList(next, lines.size()));
    return blocks;
  }

  private static void addProse(List<Block> blocks, List<String> lines) {
    String prose = String.join("\n", lines).strip();
    if (!prose.isEmpty()) {
      blocks.add(new Prose(prose));
    }
  }
}
