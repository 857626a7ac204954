package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Sample;
import org.unroll.core.app.UnitTrace;
import picocli.CommandLine;

class PageOptionsTest {
  private record Answer(Optional<Sample> traced) implements Prediction {
    @Override
    public List<String> toLines() {
      return List.of();
    }
  }

  @TempDir private Path folder;

  private Path page(Answer answer) {
    Path file = folder.resolve("shown.html");
    PageOptions pages = CommandLine.populateCommand(new PageOptions(), "--html", file.toString());
    pages.add(List.of(answer), i -> "", i -> answer.traced());
    pages.write();
    return file;
  }

  @Test
  void whatUnitsDoIsDrawn() {
    UnitTrace trace = new UnitTrace("cells", 3, "quotes", 0.9, List.of(-1.0));
    Sample.Units units = new Sample.Units(0, 0, List.of("a"), List.of(trace));
    assertThat(page(new Answer(Optional.of(units))))
        .content()
        .contains("unit 3 of cells follows quotes (correlation 0.90)", "below10\">a<");
  }

  @Test
  void nothingToDrawIsAMessage() {
    assertThatThrownBy(() -> page(new Answer(Optional.empty())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--html")
        .hasMessageContaining("no answer has anything to draw");
    assertThat(folder).isEmptyDirectory();
  }
}
