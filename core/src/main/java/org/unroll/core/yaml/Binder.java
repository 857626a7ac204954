package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Items;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.ValueType.Choice;
import org.unroll.core.yaml.ValueType.Flag;
import org.unroll.core.yaml.ValueType.Group;
import org.unroll.core.yaml.ValueType.ListOf;
import org.unroll.core.yaml.ValueType.MapOf;
import org.unroll.core.yaml.ValueType.OneOf;
import org.unroll.core.yaml.ValueType.OrAuto;
import org.unroll.core.yaml.ValueType.Raw;
import org.unroll.core.yaml.ValueType.Real;
import org.unroll.core.yaml.ValueType.Text;
import org.unroll.core.yaml.ValueType.Whole;

/**
 * Binds nodes to values. A result is empty when a mistake was found, and every mistake below a node
 * is found. One layer alone is bound {@code partially}: only what it gives is checked, keys may be
 * missing or null, and no record is made. Not thread-safe.
 */
final class Binder {
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*";

  private final Mistakes mistakes;
  private final boolean partially;
  private final List<PathOf> checked = new ArrayList<>();

  private record PathOf(Checked value, String path) {}

  Binder(Mistakes mistakes, boolean partially) {
    this.mistakes = mistakes;
    this.partially = partially;
  }

  boolean isPartial() {
    return partially;
  }

  /** Calls every bound {@link Checked} record. */
  Problems check() {
    Problems problems = new Problems();
    for (PathOf each : checked) {
      each.value().check(each.path(), problems);
    }
    return problems;
  }

  void bound(Object value, String path) {
    if (value instanceof Checked rule) {
      checked.add(new PathOf(rule, path));
    }
  }

  /**
   * The value of a key that is left out.
   *
   * @throws IllegalStateException if the {@link Default} does not fit its own component
   */
  Object bindDefault(RecordShape.Key key, Position position, String path) {
    Mistakes own = new Mistakes();
    Binder binder = new Binder(own, false);
    Object value =
        binder
            .bind(key.type(), Defaults.node(key, position), path)
            .orElseThrow(() -> Defaults.wrong(key, own));
    checked.addAll(binder.checked);
    return value;
  }

  Optional<Object> bind(ValueType type, ConfigNode node, String path) {
    if (type instanceof Raw && !(node instanceof Scalar scalar && scalar.isMissing())) {
      return Optional.of(new RawYaml(YamlWriter.write(node)));
    }
    if (!node.tag().isEmpty()) {
      mistakes.add(
          node.position(), path, "the tag " + Wording.quote(node.tag()) + " is not supported");
      return Optional.empty();
    }
    if (node instanceof Scalar scalar && !(type instanceof ListOf) && !ValueType.isMap(type)) {
      return bindScalar(type, scalar, path);
    } else if (type instanceof ListOf list) {
      return bindList(list, node, path);
    } else if (node instanceof Section section && ValueType.isMap(type)) {
      return bindSection(type, section, path);
    }
    return refuse(type, node, path);
  }

  private Optional<Object> refuse(ValueType type, ConfigNode node, String path) {
    mistakes.add(
        node.position(), path, "expected " + ValueType.expected(type) + ", found " + node.found());
    return Optional.empty();
  }

  private Optional<Object> bindScalar(ValueType type, Scalar scalar, String path) {
    Optional<Object> value = Optional.empty();
    if (scalar.isNull() || scalar.isMissing()) {
      return refuse(type, scalar, path);
    } else if (type instanceof Text) {
      value = Optional.of(scalar.text());
    } else if (type instanceof Whole whole) {
      value = Numbers.whole(scalar, whole);
    } else if (type instanceof OrAuto choice) {
      value =
          scalar.text().equals(OrAuto.WORD)
              ? Optional.of(OrAuto.WORD)
              : Numbers.whole(scalar, choice.number());
    } else if (type instanceof Real real) {
      value = Numbers.real(scalar, real);
    } else if (type instanceof Flag && scalar.isPlain() && scalar.text().matches("true|false")) {
      value = Optional.of(Boolean.valueOf(scalar.text()));
    } else if (type instanceof Choice choice) {
      return bindChoice(choice, scalar, path);
    }
    return value.isPresent() ? value : refuse(type, scalar, path);
  }

  private Optional<Object> bindChoice(Choice choice, Scalar scalar, String path) {
    Optional<Object> constant = Optional.ofNullable(choice.constants().get(scalar.text()));
    if (constant.isEmpty()) {
      List<String> known = List.copyOf(choice.constants().keySet());
      mistakes.add(scalar.position(), path, Wording.unknown("value", scalar.text(), known));
    }
    return constant;
  }

  private Optional<Object> bindList(ListOf type, ConfigNode node, String path) {
    if (node instanceof Scalar scalar) {
      if (scalar.isNull() || scalar.isMissing() || ValueType.isMap(type.element())) {
        return refuse(type, node, path);
      }
      return bind(type.element(), node, path).map(List::of);
    }
    if (!(node instanceof Items list)) {
      return refuse(type, node, path);
    }
    List<Object> bound = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      bind(type.element(), list.items().get(i), path + "[" + i + "]").ifPresent(bound::add);
    }
    return bound.size() == list.items().size() ? Optional.of(List.copyOf(bound)) : Optional.empty();
  }

  private Optional<Object> bindSection(ValueType type, Section section, String path) {
    if (type instanceof MapOf map) {
      return bindMap(map, section, path);
    } else if (type instanceof OneOf oneOf) {
      return bindVariant(Variants.of(oneOf.type()), section, path);
    }
    RecordShape shape = RecordShape.of(((Group) type).type());
    return new RecordBinder(this, mistakes, section, path).bind(shape);
  }

  Optional<Object> bindMap(MapOf type, Section section, String path) {
    Map<String, Object> bound = new LinkedHashMap<>();
    for (Map.Entry<String, Entry> each : section.entries().entrySet()) {
      String name = each.getKey();
      String namePath = KeyPath.join(path, name);
      if (!name.matches(NAME)) {
        mistakes.add(
            each.getValue().position(),
            namePath,
            "a name must start with a letter or a digit and hold only letters, digits, '-' and '_'");
      } else if (!partially || !ConfigNode.isNull(each.getValue().value())) {
        bind(type.value(), each.getValue().value(), namePath)
            .ifPresent(value -> bound.put(name, value));
      }
    }
    return bound.size() == section.entries().size()
        ? Optional.of(Collections.unmodifiableMap(bound))
        : Optional.empty();
  }

  private Optional<Object> bindVariant(Variants variants, Section section, String path) {
    RecordBinder record = new RecordBinder(this, mistakes, section, path);
    Optional<Variants.Used> used = variants.used(section);
    if (used.isPresent()) {
      return record.bindVariant(variants, used.get());
    }
    List<String> given = variants.given(section);
    if (given.size() == 1) {
      ConfigNode name = section.value(given.get(0)).orElseThrow();
      List<String> known = variants.names(given.get(0));
      String keyPath = KeyPath.join(path, given.get(0));
      if (name instanceof Scalar scalar && !scalar.isMissing()) {
        mistakes.add(name.position(), keyPath, Wording.unknown(given.get(0), scalar.text(), known));
      } else {
        mistakes.add(
            name.position(),
            keyPath,
            "expected " + Wording.list(known, "or") + ", found " + name.found());
      }
    } else {
      record.refuseVariant(variants, given);
    }
    return Optional.empty();
  }
}
