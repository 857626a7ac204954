package org.unroll.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class ClassesTest {
  private record Example(String input, String label, Origin origin) implements Labelled<String> {}

  @TempDir private Path folder;

  private static List<Example> examples(String... labels) {
    List<Example> examples = new ArrayList<>();
    for (String label : labels) {
      examples.add(new Example("", label, new Origin("dev.csv", examples.size() + 1)));
    }
    return examples;
  }

  private static Classes fit(String... labels) {
    return Classes.fit(examples(labels), "films");
  }

  @Test
  void areSortedByValueOrText() {
    assertThat(fit("10", "9", "10", "-1").names()).containsExactly("-1", "9", "10");
    assertThat(fit("pos", "neg", "1").names()).containsExactly("1", "neg", "pos");
    assertThat(fit("b", "a").numbers(examples("b", "a", "b"))).containsExactly(1, 0, 1);
  }

  @Test
  void oneAloneIsRefused() {
    assertThatThrownBy(() -> fit("a", "a"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the training films have one class only ('a'): expected at least two; check"
                + " data.columns.label");
  }

  @Test
  void oneThatTrainingDoesNotKnowIsNamedWithItsPlace() {
    assertThatThrownBy(() -> fit("yes", "no").numbers(examples("yes", "maybe")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "dev.csv:2: the class \"maybe\" does not occur in the training data, which has no,"
                + " yes. Mend it, or train with examples of this class.");
  }

  @Test
  void survivesItsFile() throws IOException {
    Classes classes = fit("é\n", "\"", "7");
    classes.save(folder);

    assertThat(Classes.load(folder)).isEqualTo(classes);
  }
}
