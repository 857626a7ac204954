package org.unroll.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;

class SearchSpaceTest {
  private static List<Double> drawn(String over) {
    SearchSpace space = SearchSpace.parse(List.of(over));
    return IntStream.rangeClosed(1, 1000)
        .mapToObj(n -> Double.valueOf(space.draw(7, n).get(0)))
        .toList();
  }

  private static long below(List<Double> values, double limit) {
    return values.stream().filter(value -> value < limit).count();
  }

  @Test
  void wholeRangesGiveBothEndsAndNothingBeyond() {
    assertThat(drawn("a=3..6")).containsOnly(3.0, 4.0, 5.0, 6.0);
    assertThat(drawn("a=-1..1")).containsOnly(-1.0, 0.0, 1.0);
    assertThat(SearchSpace.parse(List.of("a=16..128")).draw(1, 1).get(0)).matches("\\d+");
  }

  @Test
  void aLogarithmicRangeGivesEachFactorAlike() {
    List<Double> rates = drawn("a=1e-4..1e-2:log");
    List<Double> sizes = drawn("a=1..100:log");

    assertThat(rates).allMatch(rate -> rate >= 1e-4 && rate <= 1e-2);
    assertThat(below(rates, 1e-3)).isBetween(450L, 550L);
    assertThat(sizes).allMatch(size -> size >= 1 && size <= 100 && size == Math.rint(size));
    assertThat(below(sizes, 10)).isBetween(450L, 550L);
  }

  @Test
  void aPlainRangeGivesEachDifferenceAlike() {
    List<Double> shares = drawn("a=0.2..0.6");

    assertThat(shares).allMatch(share -> share >= 0.2 && share <= 0.6);
    assertThat(below(shares, 0.3)).isBetween(200L, 300L);
  }

  @Test
  void numbersAreWrittenWithFourDigitsAndNoExponent() {
    List<String> written = new ArrayList<>();
    SearchSpace space = SearchSpace.parse(List.of("a=1e-6..1e-5:log"));
    IntStream.rangeClosed(1, 50).forEach(n -> written.add(space.draw(3, n).get(0)));

    assertThat(written).allMatch(text -> text.matches("0\\.00000[1-9]\\d{0,3}|0\\.00001"));
  }

  @Test
  void aDrawHangsOnTheSeedItsNumberAndItsKeyAlone() {
    SearchSpace one = SearchSpace.parse(List.of("a=0..1000000"));
    SearchSpace two = SearchSpace.parse(List.of("b=0..1000000", "a=0..1000000"));

    assertThat(two.draw(1, 5).get(1)).isEqualTo(one.draw(1, 5).get(0));
    assertThat(two.draw(1, 5).get(0)).isNotEqualTo(one.draw(1, 5).get(0));
    assertThat(one.draw(2, 5)).isNotEqualTo(one.draw(1, 5));
    assertThat(one.draw(1, 6)).isNotEqualTo(one.draw(1, 5));
    assertThat(one.draw(6, 6)).isNotEqualTo(one.draw(5, 5));
  }

  @Test
  void listedValuesAreYamlWhoseCommasDoNotSplit() {
    SearchSpace space = SearchSpace.parse(List.of("a={sgd: 0.1, b: 2}, [1, 2], 'x, y'"));

    assertThat(space.count()).isEqualTo(3);
    assertThat(space.grid())
        .containsExactly(List.of("{sgd: 0.1, b: 2}"), List.of("[1, 2]"), List.of("'x, y'"));
  }

  @Test
  void aGridHoldsAllCombinationsTheLastKeyChangingFirst() {
    SearchSpace space = SearchSpace.parse(List.of("a=1,2", "b=x,y"));

    assertThat(space.grid())
        .containsExactly(
            List.of("1", "x"), List.of("1", "y"), List.of("2", "x"), List.of("2", "y"));
    assertThat(space.settings(List.of("2", "x"))).containsExactly("a=2", "b=x");
  }

  @Test
  void severalKeysTakeOneValue() {
    SearchSpace space = SearchSpace.parse(List.of("a.size, b.size=8..64", "c=x,y"));

    assertThat(space.settings(List.of("32", "x"))).containsExactly("a.size=32", "b.size=32", "c=x");
    assertThatThrownBy(() -> SearchSpace.parse(List.of("a,b=1,2", "c,b.d=1,2")))
        .hasMessageContaining("a,b is searched already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a           | expected key=a,b,c or key=LOW..HIGH",
        "a,,b=1,2    | expected key=a,b,c",
        "=1,2        | expected key=a,b,c or key=LOW..HIGH",
        "a=          | a value is missing",
        "a=1,,2      | a value is missing",
        "a=64        | one value leaves nothing to choose",
        "a=1..x      | one value leaves nothing to choose",
        "a=1,2,1     | names 1 twice",
        "a=3..3      | the range is empty",
        "a=5..3      | the range runs backwards",
        "a=0..3:log  | no place for 0 or less",
        "a=-2..3:log | no place for 0 or less",
        "a=1..3:lin  | unknown ':lin' behind the range"
      })
  void aMistakeIsNamedWithWhatWasTyped(String over, String message) {
    assertThatThrownBy(() -> SearchSpace.parse(List.of(over)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--over " + over + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void allMistakesAreToldAndKeysThatMeetAreOne() {
    assertThatThrownBy(
            () ->
                SearchSpace.parse(List.of("a.b=1,2", "a=3..1", "a.b=3,4", "a.b.c=1,2", "a.bc=1,2")))
        .hasMessage(
            """
            --over a=3..1: the range runs backwards: expected a low end, then a higher one
            --over a.b=3,4: a.b is searched already by --over a.b=1,2: leave out one
            --over a.b.c=1,2: a.b is searched already by --over a.b=1,2: leave out one""");
    assertThatThrownBy(() -> SearchSpace.parse(List.of()))
        .hasMessageStartingWith("nothing to search");
    assertThatThrownBy(() -> SearchSpace.parse(List.of("a=1..3")).grid())
        .hasMessageContaining("--over a=1..3 is a range");
  }
}
