package org.unroll.apps.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.unroll.core.app.Question;
import org.unroll.core.yaml.NearestName;

/**
 * Reads inputs as JSON: one object, or a list of them. What is not exactly an input is refused with
 * a pointer to its place.
 */
record JsonInputs(ServiceLimits limits) {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100; // digits
  private static final int LARGE = 1 << 16; // bytes
  private static final int MOST_AT_TOP = 1000; // fields of an object, or inputs

  /** From here on a message speaks of the library. */
  private static final Pattern INSIDE =
      Pattern.compile("\\R|\\s*\\(start marker|\\s*at \\[Source|, from `|: enable `");

  /**
   * Of a record, as JSON calls them; looking them up each time takes as long as reading an input.
   */
  private static final ClassValue<Set<String>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          Set<String> fields = new LinkedHashSet<>();
          for (RecordComponent component : type.getRecordComponents()) {
            fields.add(KebabCaseStrategy.INSTANCE.translate(component.getName()));
          }
          return Collections.unmodifiableSet(fields);
        }
      };

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, JsonInputs::refuseNumbers)
          .build();

  /** Whether inputs are given as JSON: those of pictures and recordings would name files. */
  static boolean ask(Question question) {
    return question == Question.TEXT || question == Question.TABLE;
  }

  private static void refuseNumbers(MutableCoercionConfig texts) {
    texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /**
   * @param type of an input, a record
   * @throws Refusal if it is none
   */
  <I> List<I> read(byte[] json, Class<I> type) {
    JsonNode body = tree(json);
    if (!body.isArray()) {
      return List.of(input(body, "", type));
    }
    if (body.isEmpty()) {
      throw refused("", "an empty list asks nothing: expected one input or more");
    }
    if (body.size() > limits.inputs()) {
      throw refused("", tooMany("%,d".formatted(body.size())));
    }
    List<I> inputs = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      inputs.add(input(body.get(i), "/" + i, type));
    }
    return inputs;
  }

  /** A tree of millions of empty inputs would take all memory before it is counted. */
  private void requireFew(byte[] json) throws IOException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      int depth = 0;
      int inputs = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructEnd() ? -1 : 0;
        inputs += depth == 1 && token != JsonToken.FIELD_NAME ? 1 : 0;
        if (inputs > MOST_AT_TOP && inputs > 2L * limits.inputs()) { // an end counts as one more
          throw refused("", tooMany("more than %,d".formatted(limits.inputs())));
        }
        depth += token.isStructStart() ? 1 : 0;
      }
    }
  }

  private String tooMany(String count) {
    return "%s inputs at once; expected at most %,d: send them in several requests"
        .formatted(count, limits.inputs());
  }

  private static Refusal refused(String pointer, String detail) {
    return new Refusal(Problem.at(422, pointer, detail));
  }

  private JsonNode tree(byte[] json) {
    try {
      if (json.length > LARGE) {
        requireFew(json);
      }
      JsonNode tree = MAPPER.readTree(json);
      if (tree.isMissingNode()) {
        throw Refusal.of(400, "the body is empty; expected JSON");
      }
      return tree;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      String what = INSIDE.split(e.getOriginalMessage(), 2)[0];
      throw Refusal.of(400, "the body is no JSON: " + what + where);
    } catch (IOException e) { // of bytes that are no characters
      throw Refusal.of(400, "the body is no JSON in UTF-8: " + e.getMessage());
    }
  }

  private <I> I input(JsonNode node, String pointer, Class<I> type) {
    requireFields(node, pointer, type);
    requireLimits(node, pointer, false);
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonMappingException e) {
      throw refused(pointer + pointer(e), expected(e));
    } catch (JsonProcessingException e) {
      throw refused(pointer, e.getOriginalMessage());
    }
  }

  private static void requireFields(JsonNode node, String pointer, Class<?> type) {
    Set<String> fields = FIELDS.get(type);
    if (!node.isObject()) {
      throw refused(pointer, all(fields));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!fields.contains(field.getKey())) {
        String near =
            NearestName.of(field.getKey(), fields)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("; " + all(fields));
        throw refused(pointer + "/" + escaped(field.getKey()), "there is no such field" + near);
      }
    }
    for (String field : fields) {
      if (node.path(field).isMissingNode()) {
        throw refused(pointer + "/" + field, "this field is missing; " + all(fields));
      }
    }
  }

  private static String all(Set<String> fields) {
    return "expected an object with " + String.join(", ", fields);
  }

  private void requireLimits(JsonNode node, String pointer, boolean isMap) {
    if (node.isTextual() && node.textValue().length() > limits.text()) {
      throw refused(
          pointer,
          "a text of %,d characters; expected at most %,d: cut it into several"
              .formatted(node.textValue().length(), limits.text()));
    }
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      throw refused(pointer, "a number as large as nothing is");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isNull() && isMap) {
        throw refused(pointer + "/" + escaped(field.getKey()), "expected a list");
      }
      requireLimits(field.getValue(), pointer + "/" + escaped(field.getKey()), true);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireLimits(node.get(i), pointer + "/" + i, true);
    }
  }

  /** As RFC 6901 wants it; a long name is cut. */
  private static String escaped(String name) {
    String shown = name.length() > 100 ? name.substring(0, 100) : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer
          .append('/')
          .append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
    }
    return pointer.toString();
  }

  private static String expected(JsonMappingException e) {
    Class<?> type = e instanceof MismatchedInputException wrong ? wrong.getTargetType() : null;
    if (type == String.class) {
      return "expected a text";
    }
    if (type == long.class || type == int.class) {
      return "expected a whole number";
    }
    if (type == Double.class || type == double.class) {
      return "expected a number, or null where none is known";
    }
    if (type == boolean.class) {
      return "expected true or false";
    }
    if (type != null && List.class.isAssignableFrom(type)) {
      return "expected a list";
    }
    return type != null && Map.class.isAssignableFrom(type)
        ? "expected an object"
        : "this value does not fit; see /openapi.json";
  }
}
