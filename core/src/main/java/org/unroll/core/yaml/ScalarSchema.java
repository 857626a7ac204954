package org.unroll.core.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Items;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.ValueType.Choice;
import org.unroll.core.yaml.ValueType.Flag;
import org.unroll.core.yaml.ValueType.OrAuto;
import org.unroll.core.yaml.ValueType.Real;
import org.unroll.core.yaml.ValueType.Text;
import org.unroll.core.yaml.ValueType.Whole;

/** The schemas of single values, and values as JSON. */
final class ScalarSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ScalarSchema() {}

  static ObjectNode of(ValueType type) {
    ObjectNode schema = JSON.objectNode();
    if (type instanceof Text) {
      // A text may look like a number or a truth value; the binder takes it as written.
      schema.putArray("type").add("string").add("number").add("boolean");
    } else if (type instanceof Whole whole) {
      limit(schema.put("type", "integer"), whole.limits());
    } else if (type instanceof OrAuto choice) {
      schema.putArray("anyOf").add(of(choice.number())).add(names(List.of(OrAuto.WORD)));
    } else if (type instanceof Real real) {
      limit(schema.put("type", "number"), real.limits());
    } else if (type instanceof Flag) {
      schema.put("type", "boolean");
    } else if (type instanceof Choice choice) {
      return names(List.copyOf(choice.constants().keySet()));
    }
    return schema;
  }

  static ObjectNode names(List<String> names) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode values = schema.putArray("enum");
    for (String name : names) {
      values.add(name);
      // An editor sees the name 'false' as a truth value, the binder as written.
      JsonNode seen = json(Scalar.plain(Position.ofSetting(0, name), name));
      if (!seen.isTextual()) {
        values.add(seen);
      }
    }
    return schema;
  }

  private static void limit(ObjectNode schema, Limits limits) {
    limit(schema, "minimum", limits.min());
    limit(schema, "maximum", limits.max());
    limit(schema, "exclusiveMinimum", limits.above());
    limit(schema, "exclusiveMaximum", limits.below());
  }

  private static void limit(ObjectNode schema, String keyword, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      schema.put(keyword, (long) number);
    } else if (Double.isFinite(number)) {
      schema.put(keyword, number);
    }
  }

  /** A node as an editor sees it, by the core schema of YAML 1.2. */
  static JsonNode json(ConfigNode node) {
    if (node instanceof Section section) {
      ObjectNode object = JSON.objectNode();
      for (Map.Entry<String, Entry> each : section.entries().entrySet()) {
        object.set(each.getKey(), json(each.getValue().value()));
      }
      return object;
    } else if (node instanceof Items list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(json(item)));
      return array;
    }
    Scalar scalar = (Scalar) node;
    String text = scalar.text();
    if (!scalar.isPlain()) {
      return JSON.textNode(text);
    } else if (scalar.isNull() || scalar.isMissing()) {
      return JSON.nullNode();
    } else if (text.equals("true") || text.equals("false")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    } else if (text.matches("[-+]?[0-9]{1,18}")) {
      return JSON.numberNode(Long.parseLong(text));
    } else if (text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }
}
