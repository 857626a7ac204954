package org.unroll.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.regex.Pattern;
import org.deeplearning4j.util.ModelSerializer;
import org.unroll.core.Json;

/**
 * Which classes the configuration of a net may name: in DL4J's JSON {@code @class} names that of
 * each part, and Java runs what a class does when it is loaded, whatever it is. Only those of
 * layers and of what belongs to them may be named.
 */
public final class LayerClasses {
  private static final String CLASS = "@class";
  private static final Pattern KNOWN =
      Pattern.compile(
          "(org\\.unroll\\.core\\.layer"
              + "|org\\.deeplearning4j\\.nn\\.(conf|weights)"
              + "|org\\.nd4j\\.linalg\\.(activations\\.impl|lossfunctions\\.impl|schedule)"
              + "|org\\.nd4j\\.linalg\\.learning\\.(config|regularization))"
              + "(\\.[A-Za-z][A-Za-z0-9]*(\\$[A-Za-z][A-Za-z0-9]*)*)+");

  private LayerClasses() {}

  /**
   * The same JSON written anew from what was checked, so that DL4J reads nothing else.
   *
   * @throws IOException if it is no JSON, or names another class
   */
  public static String checked(byte[] json) throws IOException {
    JsonNode tree = tree(json);
    requireKnown(tree);
    return Json.MAPPER.writeValueAsString(tree);
  }

  private static JsonNode tree(byte[] json) throws IOException {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new DamagedEntry(ModelSerializer.CONFIGURATION_JSON, "is no JSON (" + what + ")", e);
    }
  }

  private static void requireKnown(JsonNode node) throws IOException {
    JsonNode type = node.path(CLASS);
    if (!type.isMissingNode() && !KNOWN.matcher(type.asText()).matches()) {
      throw new DamagedEntry(
          ModelSerializer.CONFIGURATION_JSON,
          "names %s, which is no layer and no part of one".formatted(type));
    }
    for (JsonNode each : node) {
      requireKnown(each);
    }
  }
}
