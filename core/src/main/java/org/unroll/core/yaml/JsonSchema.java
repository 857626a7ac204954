package org.unroll.core.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.RecordShape.Key;
import org.unroll.core.yaml.ValueType.Group;
import org.unroll.core.yaml.ValueType.ListOf;
import org.unroll.core.yaml.ValueType.MapOf;
import org.unroll.core.yaml.ValueType.OneOf;

/**
 * The JSON Schema (draft 2020-12) by which editors check and complete configuration files. It
 * describes a delta file: where maps merge, nothing is required and null is allowed, since it
 * removes; inside lists and {@link Replaced} maps required keys are required.
 */
public final class JsonSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode definitions = JSON.objectNode();
  private final Map<String, Class<?>> owners = new LinkedHashMap<>();

  private JsonSchema() {}

  /** The schema of the files that a {@link ConfigLoader} of this record reads, indented. */
  public static String of(Class<? extends Record> type) {
    JsonSchema schema = new JsonSchema();
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", type.getSimpleName());
    root.setAll(schema.record(RecordShape.of(type), List.of(), false));
    if (root.path("properties").has("format")) {
      ((ObjectNode) root.path("properties").path("format")).put("const", ConfigLoader.FORMAT);
    }
    root.set("$defs", schema.definitions);
    return root.toPrettyString() + "\n";
  }

  private ObjectNode value(ValueType type, boolean whole) {
    if (type instanceof ListOf list) {
      ObjectNode element = value(list.element(), true);
      ObjectNode array = JSON.objectNode().put("type", "array").set("items", element);
      boolean ofMaps = list.element() instanceof Group || list.element() instanceof OneOf;
      return ofMaps || list.element() instanceof MapOf ? array : anyOf(element.deepCopy(), array);
    }
    Optional<MapOf> names = Child.freeNames(type);
    if (names.isPresent()) {
      return map(names.get(), whole);
    } else if (type instanceof Group group) {
      return reference(group.type(), List.of(), whole);
    } else if (type instanceof OneOf oneOf) {
      return variants(oneOf.type(), whole);
    }
    return ScalarSchema.of(type);
  }

  private ObjectNode map(MapOf type, boolean whole) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("propertyNames").put("pattern", "^" + Binder.NAME + "$");
    boolean valueWhole = whole || ValueType.isReplaced(type.value());
    ObjectNode value = value(type.value(), valueWhole);
    schema.set("additionalProperties", whole ? value : orNull(value));
    return schema;
  }

  private ObjectNode reference(Class<?> type, List<String> further, boolean whole) {
    RecordShape shape = RecordShape.of(type);
    String name = define(type, whole);
    if (!definitions.has(name)) {
      // Set before it is filled: a record may hold itself.
      definitions.set(name, JSON.objectNode());
      definitions.set(name, record(shape, further, whole));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private String define(Class<?> type, boolean whole) {
    String suffix = whole ? "" : "-delta";
    String name = type.getSimpleName() + suffix;
    if (owners.putIfAbsent(name, type) != type && owners.get(name) != type) {
      name = type.getName().replace('$', '.') + suffix;
      owners.put(name, type);
    }
    return name;
  }

  private ObjectNode record(RecordShape shape, List<String> discriminators, boolean whole) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    shape.doc().ifPresent(doc -> schema.put("description", doc));
    ObjectNode properties = schema.putObject("properties");
    for (String discriminator : discriminators) {
      properties.putObject(discriminator);
    }
    ArrayNode required = JSON.arrayNode();
    for (Key key : shape.keys()) {
      properties.set(key.name(), key(key, whole));
      if (key.isRequired()) {
        required.add(key.name());
      }
    }
    schema.put("additionalProperties", false);
    if (whole && !required.isEmpty()) {
      schema.set("required", required);
    }
    ArrayNode rules = JSON.arrayNode();
    for (List<List<String>> groups : shape.alternatives()) {
      rules.add(exclusive(groups, whole));
    }
    if (!rules.isEmpty()) {
      schema.set("allOf", rules);
    }
    return schema;
  }

  private ObjectNode key(Key key, boolean whole) {
    ObjectNode value = value(key.type(), whole || key.isReplaced());
    ObjectNode schema = whole ? value : orNull(value);
    key.doc().or(() -> doc(key.type())).ifPresent(doc -> schema.put("description", doc));
    if (key.defaultText().isPresent()) {
      Position position = Position.ofSetting(0, key.name());
      schema.set("default", ScalarSchema.json(Defaults.node(key, position)));
    }
    return schema;
  }

  private static Optional<String> doc(ValueType type) {
    return type instanceof Group group ? RecordShape.of(group.type()).doc() : Optional.empty();
  }

  private ObjectNode variants(Class<?> type, boolean whole) {
    String name = define(type, whole);
    if (!definitions.has(name)) {
      definitions.set(name, JSON.objectNode());
      definitions.set(name, oneOf(type, Variants.of(type), whole));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode oneOf(Class<?> type, Variants variants, boolean whole) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    if (type.isAnnotationPresent(Doc.class)) {
      schema.put("description", type.getAnnotation(Doc.class).value());
    }
    ArrayNode rules = JSON.arrayNode();
    rules.add(exclusive(variants.discriminators().stream().map(List::of).toList(), whole));
    if (!whole) {
      rules.add(undecided(variants));
    }
    ObjectNode properties = schema.putObject("properties");
    for (String key : variants.discriminators()) {
      ObjectNode names = ScalarSchema.names(variants.names(key));
      properties.set(key, whole ? names : orNull(names));
      for (String variant : variants.names(key)) {
        Class<?> record = variants.records().get(key).get(variant);
        ObjectNode rule = rules.addObject();
        ObjectNode condition = rule.putObject("if");
        condition.putArray("required").add(key);
        condition.putObject("properties").putObject(key).put("const", variant);
        rule.set("then", reference(record, variants.discriminators(), whole));
      }
    }
    schema.set("allOf", rules);
    return schema;
  }

  /** A delta that does not say its variant may hold the keys of any. */
  private static ObjectNode undecided(Variants variants) {
    ObjectNode rule = JSON.objectNode();
    ArrayNode decided = rule.putObject("if").putObject("not").putArray("anyOf");
    for (String key : variants.discriminators()) {
      decided.add(given(List.of(key)));
    }
    ObjectNode names = ScalarSchema.names(variants.allKeys());
    rule.putObject("then").set("propertyNames", names);
    return rule;
  }

  /** Exactly one group of keys in a whole map, at most one in a delta. */
  private static ObjectNode exclusive(List<List<String>> groups, boolean whole) {
    ObjectNode rule = JSON.objectNode();
    ArrayNode alternatives = rule.putArray("oneOf");
    ArrayNode any = JSON.arrayNode();
    for (List<String> group : groups) {
      alternatives.add(given(group));
      any.add(given(group));
    }
    if (!whole) {
      alternatives.addObject().putObject("not").set("anyOf", any);
    }
    return rule;
  }

  private static ObjectNode given(List<String> keys) {
    ObjectNode rule = JSON.objectNode();
    ArrayNode any = rule.putArray("anyOf");
    for (String key : keys) {
      ObjectNode one = any.addObject();
      one.putArray("required").add(key);
      one.putObject("properties").putObject(key).putObject("not").put("type", "null");
    }
    return rule;
  }

  private static ObjectNode orNull(ObjectNode schema) {
    JsonNode type = schema.path("type");
    if (schema.isEmpty()) {
      return schema;
    } else if (type instanceof ArrayNode types) {
      types.add("null");
      return schema;
    } else if (type.isTextual()) {
      schema.putArray("type").add(type).add("null");
      return schema;
    }
    return anyOf(schema, JSON.objectNode().put("type", "null"));
  }

  private static ObjectNode anyOf(ObjectNode one, ObjectNode other) {
    ObjectNode schema = JSON.objectNode();
    schema.putArray("anyOf").add(one).add(other);
    return schema;
  }
}
