package org.unroll.datasets.caption;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.unroll.datasets.table.Row;

/**
 * Puts together the two lists of COCO's captions, whichever comes first: {@code images} have {@code
 * id} and {@code file_name}, {@code annotations} {@code image_id} and {@code caption}. Images of
 * Karpathy's splits have {@code filename}, {@code split} and their {@code sentences} themselves.
 * Not thread-safe.
 */
final class CocoCaptions {
  private final CaptionColumns columns;
  private final Map<String, Image> images = new LinkedHashMap<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private record Image(String name, long line) {}

  private record Annotation(String image, String caption, long line) {}

  /**
   * @param columns in whose order the cells of the rows stand: image, caption, split
   */
  CocoCaptions(CaptionColumns columns) {
    this.columns = columns;
  }

  void image(JsonNode image, long line) {
    String name = image.path("file_name").asText(image.path("filename").asText(""));
    if (name.isBlank()) {
      rows.add(new Row.Broken(line, "an image without file_name (or filename)"));
    } else if (image.path("sentences").isArray()) {
      described(image, name, line);
    } else {
      images.put(image.path("id").asText(""), new Image(name, line));
    }
  }

  /** One of Karpathy's. */
  private void described(JsonNode image, String file, long line) {
    String folder = image.path("filepath").asText("");
    String name = folder.isEmpty() ? file : folder + "/" + file;
    String split = image.path(columns.split()).asText(image.path("split").asText(""));
    JsonNode sentences = image.path("sentences");
    for (JsonNode sentence : sentences) {
      rows.add(row(line, name, sentence(sentence), split));
    }
    if (sentences.isEmpty()) {
      rows.add(row(line, name, "", split));
    }
  }

  private static String sentence(JsonNode sentence) {
    if (sentence.has("raw")) {
      return sentence.path("raw").asText("");
    }
    List<String> tokens = new ArrayList<>();
    sentence.path("tokens").forEach(token -> tokens.add(token.asText("")));
    return String.join(" ", tokens);
  }

  void annotation(JsonNode annotation, long line) {
    annotations.add(
        new Annotation(
            annotation.path("image_id").asText(""), annotation.path("caption").asText(""), line));
  }

  private static Row row(long line, String image, String caption, String split) {
    return new Row.Cells(line, List.of(image, caption.strip(), split));
  }

  /** All rows, once both lists are read: in the order of the annotations. */
  void addTo(Queue<Row> all) {
    Set<String> captioned = new HashSet<>();
    for (Annotation each : annotations) {
      captioned.add(each.image());
      Image image = images.get(each.image());
      rows.add(
          image == null
              ? new Row.Broken(each.line(), "a caption of image " + each.image() + ", not listed")
              : row(each.line(), image.name(), each.caption(), ""));
    }
    images.forEach(
        (id, image) -> {
          if (!captioned.contains(id)) {
            rows.add(row(image.line(), image.name(), "", ""));
          }
        });
    all.addAll(rows);
  }
}
