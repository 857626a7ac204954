package org.unroll.datasets.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("Of a head with {layer: sigmoid}: how the labels of an example are written and found.")
public record LabelsConfig(
    @Doc(
            "What stands between the labels in a cell; a JSON list of them is read too, and an empty"
                + " cell says that none holds.")
        @Default("|")
        String separator,
    @Doc("The probability above which a label is said to hold.")
        @Default("0.5")
        @Range(above = 0, below = 1)
        double threshold)
    implements Checked {

  @Override
  public void check(String path, Problems problems) {
    if (separator.isEmpty()) {
      problems.add(path + ".separator", "nothing stands between labels; the default is '|'");
    }
  }

  /** Lists of JSON, and of Python, whose texts are in single quotation marks. */
  private static final JsonMapper LISTS =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  /** The labels in a cell, each once, in their order. */
  public List<String> split(String cell) {
    List<String> parts =
        listed(cell).orElseGet(() -> List.of(cell.split(Pattern.quote(separator))));
    Set<String> labels = new LinkedHashSet<>();
    for (String part : parts) {
      if (!part.isBlank()) {
        labels.add(part.strip());
      }
    }
    return List.copyOf(labels);
  }

  /** Of a JSON list; empty for all else. */
  private static Optional<List<String>> listed(String cell) {
    if (!cell.startsWith("[")) {
      return Optional.empty();
    }
    try {
      JsonNode list = LISTS.readTree(cell);
      List<String> parts = new ArrayList<>();
      list.forEach(part -> parts.add(part.isValueNode() ? part.asText() : part.toString()));
      return list.isArray() ? Optional.of(parts) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty(); // a label that begins with a bracket
    }
  }

  /**
   * A cell that seems to hold several labels: one of them stands in another cell too.
   *
   * @param cells all distinct ones
   */
  Optional<String> several(Collection<String> cells) {
    Map<String, Integer> counts = new HashMap<>();
    for (String cell : cells) {
      split(cell).forEach(label -> counts.merge(label, 1, Integer::sum));
    }
    return cells.stream()
        .filter(cell -> split(cell).size() > 1)
        .filter(cell -> split(cell).stream().anyMatch(label -> counts.get(label) > 1))
        .sorted()
        .findFirst();
  }
}
