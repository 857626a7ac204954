package org.unroll.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.app.Sample;

class WrittenFigureTest {
  @TempDir private Path run;

  private static Sample.Written stage(int epoch, long step, String text) {
    return new Sample.Written(epoch, 0, step, "To ", text);
  }

  private String drawn(String end, Sample... samples) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Sample sample : samples) {
      lines.add(Json.MAPPER.writeValueAsString(sample));
    }
    Files.writeString(run.resolve("samples.jsonl"), String.join("\n", lines) + "\n" + end);
    return RunFigures.read(run).samples(Map.of(0, 1));
  }

  @Test
  void allStagesAreShownTheEarliestFirst() throws IOException {
    Sample[] stages = {
      stage(2, 1000, "bee"), stage(1, 1, "xq%"), stage(1, 400, "bb"), stage(2, 500, "be")
    };
    assertThat(drawn("", stages))
        .containsSubsequence(
            "<span class=\"plain\">4 stages</span>",
            "<h4>after 1 iteration</h4>",
            "<div class=\"typed\"><b>To </b>xq%</div>",
            "<h4>after 400 iterations</h4>",
            "<h4>after 500 iterations (epoch 2)</h4>",
            "<h4>after 1,000 iterations (epoch 2)</h4>",
            "<b>To </b>bee</div>")
        .doesNotContain("<button", "A click");
  }

  @Test
  void whatWasWrittenTwiceAfterAResumeCountsOnce() throws IOException {
    assertThat(drawn("", stage(1, 400, "before"), stage(1, 400, "after")))
        .contains("</b>after<")
        .doesNotContain("</b>before<");
  }

  @Test
  void linesBreakAndWhatIsNoTextIsShownAsAnEscape() throws IOException {
    assertThat(drawn("", stage(1, 1, "\n\na\r\n\tb\u0000<script>�\n")))
        .contains("</b>\n\na\n        b\\u0000&lt;script&gt;�\n</div>")
        .doesNotContain("<script");
    assertThat(drawn("", new Sample.Written(1, 0, 1, "", "a"))).contains("typed\">a</div>");
  }

  @Test
  void aTornLineIsLeftOut() throws IOException {
    assertThat(drawn("{\"kind\":\"written\",\"epoch\":1,\"st", stage(1, 1, "whole")))
        .containsOnlyOnce("<h4>")
        .contains("whole");
    assertThat(RunFigures.read(run).notes())
        .containsExactly(
            "1 line of samples.jsonl left out: not readable, torn when the run stopped.");
  }
}
