package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.lab.Curriculum.Difficulty;

class ExecutionTest {
  private static final Difficulty MOST = new Difficulty(3, 2);
  private final Execution execution = of(Curriculum.BASELINE);

  private static Execution of(Curriculum curriculum) {
    return new Execution(
        List.of(Operation.values()), MOST, curriculum, 2, new Draws(300, 100, 20, true), 7);
  }

  @Test
  void programsPrintWhatTheySay() {
    assertThat(Interpreter.run("print(7)")).isEqualTo(7);
    assertThat(Interpreter.run("print((3-(4*5)))")).isEqualTo(-17);
    assertThat(Interpreter.run("a=12;for 3:a+=5;print((a-7))")).isEqualTo(20);
    assertThat(Interpreter.run("a=2;for 4:a-=a;print(a)")).isEqualTo(0);
    assertThat(Interpreter.run("a=1;for 4:a+=a;print(a)")).isEqualTo(16);
    assertThat(Interpreter.run("a=1;for 0:a+=9;print(a)")).isEqualTo(1);
    assertThat(Interpreter.run("b=(9 if 3>2 else 8);print((b+(1 if 3<2 else 5)))")).isEqualTo(14);
    assertThat(Interpreter.run("print((1 if 2>2 else 0))")).isZero();
  }

  @Test
  void whatIsNoProgramIsRefused() {
    assertRefused("", "expected a variable or an expression at character 1");
    assertRefused("print(3", "expected ')' at character 8");
    assertRefused("print(3+4)", "expected ')' at character 8");
    assertRefused("print(a)", "a has no value yet");
    assertRefused("a=3;a", "expected '=' at character 6");
    assertRefused("print(1);", "expected the end after print(…) at character 9");
    assertRefused("for 3:a+=1;print(a)", "a has no value yet");
    assertRefused("print(1234567890123)", "a number of at most 12 digits");
    assertRefused("print((999999999999*999999999999))", "its numbers grow too large");
    assertThatThrownBy(() -> execution.parse("print(A)"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected a program such as");
  }

  private static void assertRefused(String code, String part) {
    assertThatThrownBy(() -> Interpreter.run(code))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(part);
  }

  @Test
  void whatIsWrittenIsAsDifficultAsAsked() {
    Set<String> kinds = new HashSet<>();
    for (Program program : execution.training(0)) {
      assertThat(program.digits()).as(program.code()).isEqualTo(3);
      assertThat(program.nesting()).as(program.code()).isEqualTo(2);
      assertThat(Long.parseLong(program.output())).isEqualTo(Interpreter.run(program.code()));
      for (String kind : List.of("+", "-", "*", "for", "if")) {
        if (program.code().contains(kind)) {
          kinds.add(kind);
        }
      }
    }
    assertThat(kinds).hasSize(5);
  }

  @Test
  void programsAreMadeOfTheOperationsAskedFor() {
    Execution sums =
        new Execution(
            List.of(Operation.ADD), MOST, Curriculum.MIXED, 2, new Draws(300, 100, 20, true), 7);
    for (Program program : sums.training(0)) {
      assertThat(program.code()).matches("([a-z]=[(0-9+)a-z]+;)*print\\([(0-9+)a-z]+\\)");
    }
  }

  @Test
  void theNaiveCurriculumGoesFromDigitsToOperations() {
    Execution naive = of(Curriculum.NAIVE);

    assertThat(difficulties(naive, 0)).containsExactly(new Difficulty(1, 1));
    assertThat(difficulties(naive, 1)).containsExactly(new Difficulty(1, 1));
    assertThat(difficulties(naive, 2)).containsExactly(new Difficulty(2, 1));
    assertThat(difficulties(naive, 6)).containsExactly(new Difficulty(1, 2));
    assertThat(difficulties(naive, 99)).containsExactly(MOST);
    assertThat(difficulties(of(Curriculum.MIXED), 0)).hasSize(6);
    assertThat(difficulties(of(Curriculum.COMBINED), 0)).hasSize(6);
    assertThat(difficulties(of(Curriculum.BASELINE), 0)).containsExactly(MOST);
  }

  private static Set<Difficulty> difficulties(Execution execution, int epoch) {
    SplittableRandom random = new SplittableRandom(1);
    Set<Difficulty> found = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Program program = execution.draw(random, epoch);
      found.add(new Difficulty(Math.max(1, program.digits()), program.nesting()));
    }
    return found;
  }

  @Test
  void heldOutProgramsAreOfAllDifficultiesAndOfNoTraining() {
    Set<String> trained = new HashSet<>();
    execution.training(0).forEach(program -> trained.add(program.code()));
    of(Curriculum.MIXED).training(3).forEach(program -> trained.add(program.code()));
    List<String> tested = execution.examples(Split.TEST).stream().map(Program::code).toList();

    assertThat(tested).hasSize(100).doesNotContainAnyElementsOf(trained);
    assertThat(execution.examples(Split.TEST).stream().map(Program::nesting)).contains(1, 2);
  }

  @Test
  void theOutputIsReadOneCharacterLate() {
    MultiDataSet data =
        execution.arrays(List.of(execution.parse("print((3-9))"), execution.parse("print(12)")));

    int read = 12; // characters of the longer program
    assertThat(data.getFeatures(0).shape()).containsExactly(2, read + 3);
    assertThat(data.getLabels(0).slice(0).toFloatMatrix()[0])
        .endsWith(10, 6, 11); // a minus, a six, a dot
    assertThat(data.getFeatures(0).toFloatMatrix()[0]).endsWith(12, 10, 6); // go, minus, six
    assertThat(data.getLabelsMaskArray(0).toFloatMatrix()[1])
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0);
    assertThat(data.getFeaturesMaskArray(0).toFloatMatrix()[1])
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0);
  }
}
