package org.unroll.datasets.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;

/**
 * The perfect roommate (Luis Serrano, "A friendly introduction to recurrent neural networks"): he
 * cooks pie, burger and chicken in this order; on a sunny day the same as the day before, on a
 * rainy day the next.
 *
 * <p>Features are {@code food} [batch, 3], of the day before the first, and {@code weather} [batch,
 * 2, time], sun above rain; labels [batch, 3, time]. All are one where it holds, else zero.
 */
public final class Roommate extends DrawnExperiment<CookedDays> {
  /** The input that says what was cooked before. */
  public static final String FOOD = "food";

  /** The input that says what the weather is. */
  public static final String WEATHER = "weather";

  /** Different dishes. */
  public static final int FOODS = Food.values().length;

  private static final int WEATHERS = 2;
  private static final String SUN = "sun";
  private static final String RAIN = "rain";

  private final int days;

  /**
   * @param days of an example, at least 1
   */
  public Roommate(int days, Draws draws, long seed) {
    super(draws, seed);
    this.days = days;
  }

  @Override
  public GraphPorts ports() {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    inputs.put(FOOD, new Shape.Vector(FOODS));
    inputs.put(WEATHER, new Shape.Sequence(WEATHERS));
    return new GraphPorts(inputs, FOODS);
  }

  @Override
  protected CookedDays draw(RandomGenerator random, int epoch) {
    Food before = Food.values()[random.nextInt(FOODS)];
    List<Boolean> sunny = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      sunny.add(random.nextBoolean());
    }
    return new CookedDays(before, sunny);
  }

  @Override
  protected int identity(CookedDays example) {
    return example.sunny().hashCode() * FOODS + example.before().ordinal();
  }

  @Override
  public int length(CookedDays example) {
    return example.sunny().size();
  }

  @Override
  public MultiDataSet arrays(List<CookedDays> examples) {
    int batch = examples.size();
    int time = examples.stream().mapToInt(this::length).max().orElseThrow();
    float[] before = new float[batch * FOODS];
    float[] weather = new float[batch * WEATHERS * time];
    float[] cooked = new float[batch * FOODS * time];
    float[] mask = new float[batch * time];
    for (int row = 0; row < batch; row++) {
      CookedDays example = examples.get(row);
      before[row * FOODS + example.before().ordinal()] = 1;
      List<Food> foods = example.cooked();
      for (int day = 0; day < foods.size(); day++) {
        int sky = example.sunny().get(day) ? 0 : 1;
        weather[(row * WEATHERS + sky) * time + day] = 1;
        cooked[(row * FOODS + foods.get(day).ordinal()) * time + day] = 1;
      }
      Arrays.fill(mask, row * time, row * time + foods.size(), 1);
    }
    INDArray[] features = {
      Floats.array(before, batch, FOODS), Floats.array(weather, batch, WEATHERS, time)
    };
    INDArray[] labels = {Floats.array(cooked, batch, FOODS, time)};
    if (examples.stream().allMatch(example -> length(example) == time)) {
      return new MultiDataSet(features, labels, null, null);
    }
    INDArray there = Floats.array(mask, batch, time);
    return new MultiDataSet(
        features, labels, new INDArray[] {null, there}, new INDArray[] {there.dup()});
  }

  @Override
  public CookedDays parse(String text) {
    String[] words = text.strip().split("\\s+");
    List<Boolean> sunny = new ArrayList<>();
    for (String word : Arrays.copyOfRange(words, 1, words.length)) {
      if (!word.equals(SUN) && !word.equals(RAIN)) {
        throw refused("'%s' is neither sun nor rain".formatted(word));
      }
      sunny.add(word.equals(SUN));
    }
    if (sunny.isEmpty()) {
      throw refused("'%s' names no weather".formatted(text.strip()));
    }
    for (Food food : Food.values()) {
      if (food.word().equals(words[0])) {
        return new CookedDays(food, sunny);
      }
    }
    throw refused("'%s' is none of his dishes".formatted(words[0]));
  }

  private static UserError refused(String why) {
    return new UserError(
        why
            + "; expected what was cooked before (pie, burger or chicken) and the weather of each day, such as pie sun rain rain");
  }

  @Override
  public String text(CookedDays example) {
    return example.before().word()
        + " "
        + example.sunny().stream().map(Roommate::sky).collect(Collectors.joining(" "));
  }

  /** The weather in a word. */
  public static String sky(boolean sunny) {
    return sunny ? SUN : RAIN;
  }

  @Override
  public String truth(CookedDays example) {
    return words(example.cooked());
  }

  /** Dishes one after the other. */
  public static String words(List<Food> foods) {
    return foods.stream().map(Food::word).collect(Collectors.joining(" "));
  }
}
