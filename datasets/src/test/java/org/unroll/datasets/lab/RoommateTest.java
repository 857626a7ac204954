package org.unroll.datasets.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.Split;

class RoommateTest {
  private final Roommate roommate = new Roommate(8, new Draws(200, 50, 20, true), 1);

  @Test
  void heCooksWhatTheWeatherSays() {
    assertThat(roommate.truth(roommate.parse("pie sun rain rain rain sun")))
        .isEqualTo("pie burger chicken pie pie");
  }

  /** The slides' matrices, multiplied out: food above the next one, plus the weather, twos kept. */
  @Test
  void theMatricesOfTheSlidesSayTheSame() {
    int[][] food = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}};
    int[][] weather = {{1, 0}, {1, 0}, {1, 0}, {0, 1}, {0, 1}, {0, 1}};
    int[][] merge = {{1, 0, 0, 1, 0, 0}, {0, 1, 0, 0, 1, 0}, {0, 0, 1, 0, 0, 1}};
    for (CookedDays example : roommate.examples(Split.TRAIN)) {
      int[] present = new int[3];
      present[example.before().ordinal()] = 1;
      List<Food> cooked = example.cooked();
      for (int day = 0; day < cooked.size(); day++) {
        int[] sky = example.sunny().get(day) ? new int[] {1, 0} : new int[] {0, 1};
        int[] sum = product(food, present);
        int[] seen = product(weather, sky);
        for (int unit = 0; unit < sum.length; unit++) {
          sum[unit] = sum[unit] + seen[unit] == 2 ? 1 : 0;
        }
        present = product(merge, sum);
        int[] expected = new int[3];
        expected[cooked.get(day).ordinal()] = 1;
        assertThat(present).isEqualTo(expected);
      }
    }
  }

  private static int[] product(int[][] matrix, int[] vector) {
    int[] product = new int[matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < vector.length; column++) {
        product[row] += matrix[row][column] * vector[column];
      }
    }
    return product;
  }

  @Test
  void shorterExamplesAreMasked() {
    MultiDataSet data =
        roommate.arrays(List.of(roommate.parse("burger rain"), roommate.parse("pie sun rain")));

    assertThat(data.getFeatures(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 1, 0}, {1, 0, 0}});
    assertThat(data.getFeatures(1).slice(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 0}, {1, 0}});
    assertThat(data.getLabels(0).slice(1).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 0}, {0, 1}, {0, 0}});
    assertThat(data.getLabelsMaskArray(0).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 0}, {1, 1}});
  }
}
