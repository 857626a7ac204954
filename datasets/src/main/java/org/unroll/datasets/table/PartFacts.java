package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.unroll.core.data.Classes;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Table;

/** Tables of what the parts of a data set hold, for the report of a run. */
public final class PartFacts {
  private static final String TITLE = "Splits";

  private PartFacts() {}

  /**
   * A row a part: how many examples, how long they are.
   *
   * @param counted what the examples are, such as {@code texts}
   * @param count of a part
   * @param lengths what they are measured in, such as {@code words}, to the lengths of a part
   */
  public static Table sizes(
      List<Split> splits,
      String counted,
      ToIntFunction<Split> count,
      Map<String, Function<Split, int[]>> lengths) {
    List<String> header = new ArrayList<>(List.of("split", counted));
    lengths.keySet().forEach(unit -> header.addAll(List.of(unit + ", mean", unit + ", longest")));
    List<List<String>> rows = new ArrayList<>();
    for (Split split : splits) {
      List<String> row = new ArrayList<>(List.of(split.key(), number(count.applyAsInt(split))));
      for (Function<Split, int[]> each : lengths.values()) {
        int[] all = each.apply(split);
        row.add(String.format(Locale.ROOT, "%,.1f", Arrays.stream(all).average().orElse(0)));
        row.add(number(Arrays.stream(all).max().orElse(0)));
      }
      rows.add(row);
    }
    return new Table(TITLE, header, rows);
  }

  /**
   * A row a class: how often it occurs in each part.
   *
   * @param title what is counted
   * @param counts class to number, of a part
   */
  public static Table classes(
      List<Split> splits, String title, Function<Split, Map<String, Integer>> counts) {
    List<Map<String, Integer>> all = splits.stream().map(counts).toList();
    Set<String> names = new TreeSet<>();
    all.forEach(each -> names.addAll(each.keySet()));
    List<String> header = new ArrayList<>(List.of("class"));
    splits.forEach(split -> header.add(split.key()));
    List<List<String>> rows = new ArrayList<>();
    for (String name : Classes.sorted(names).names()) {
      List<String> row = new ArrayList<>(List.of(name));
      all.forEach(each -> row.add(number(each.getOrDefault(name, 0))));
      rows.add(row);
    }
    return new Table(title, header, rows);
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
