package org.unroll.core.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.notebook.NotebookSource.Cell;
import org.unroll.core.notebook.NotebookSource.Prose;

class NotebookSourceTest {
  @TempDir private Path folder;

  private Path write(String... lines) throws IOException {
    return Files.writeString(folder.resolve("some.md"), String.join("\n", lines));
  }

  @Test
  void cellsKnowWhereTheyStand() throws IOException {
    NotebookSource source =
        NotebookSource.read(
            write(
                "# Title",
                "",
                "prose",
                "```java",
                "int a = 1;",
                "a",
                "```",
                "",
                "```java",
                "b",
                "```",
                "end"));

    assertThat(source.blocks())
        .containsExactly(
            new Prose("# Title\n\nprose"),
            new Cell("int a = 1;\na", 5),
            new Cell("b", 10),
            new Prose("end"));
    assertThat(source.title()).isEqualTo("Title");
    assertThat(source.cells()).isEqualTo(2);
  }

  @Test
  void otherCodeIsProse() throws IOException {
    NotebookSource source =
        NotebookSource.read(write("```yaml", "a: 1", "```", "```java", "1", "```"));

    assertThat(source.blocks()).containsExactly(new Prose("```yaml\na: 1\n```"), new Cell("1", 5));
    assertThat(source.title()).isEqualTo("some.md");
  }

  @Test
  void aFileWithoutCellsIsNoNotebook() throws IOException {
    Path file = write("# Title", "```", "java", "```");

    assertThatThrownBy(() -> NotebookSource.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(file.toString(), "expected a block of code that begins ```java");
  }
}
