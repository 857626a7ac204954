package org.unroll.core.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class NotebookFinderTest {
  private static final String CELL = "# Some\n```java\n1\n```\n";

  @TempDir private Path home;

  @BeforeEach
  void write() throws IOException {
    write("apps/charlm/notebook.md", CELL);
    write("apps/charlm/stages.md", "# No cells\n```\n1\n```\n");
    write("apps/lab/basics.md", CELL);
    write("apps/pom.xml", "");
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void anAppGivesItsNameOtherFilesTheirOwn() {
    assertThat(new NotebookFinder(home).all())
        .containsOnlyKeys("basics", "charlm")
        .containsEntry("charlm", home.resolve("apps/charlm/notebook.md"));
  }

  @Test
  void anUnknownNameSuggestsTheNearest() {
    NotebookFinder finder = new NotebookFinder(home);

    assertThatThrownBy(() -> finder.find("charml"))
        .isInstanceOf(UserError.class)
        .hasMessage("no notebook 'charml'; did you mean 'charlm'?");
    assertThatThrownBy(() -> finder.find("x"))
        .isInstanceOf(UserError.class)
        .hasMessage("no notebook 'x'; there are basics, charlm");
  }

  @Test
  void anyMarkdownFileMayBeNamed() {
    Path file = home.resolve("apps/charlm/stages.md");

    assertThat(new NotebookFinder(home).find(file.toString())).isEqualTo(file);
  }
}
