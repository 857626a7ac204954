package org.unroll.core.yaml;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.yaml.ValueType.MapOf;
import org.unroll.core.yaml.ValueType.OrAuto;
import org.unroll.core.yaml.ValueType.Whole;

/** A record as the keys of a YAML map. */
record RecordShape(Class<?> type, List<Part> parts) {
  /** Remembers what reflection found; a class never changes. */
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return read(type);
        }
      };

  /** One component of the record. */
  sealed interface Part {}

  /** A component whose value is one key's. */
  record Key(String name, ValueType type, RecordComponent component) implements Part {
    OptionalKind optional() {
      return OptionalKind.of(component);
    }

    boolean isOptional() {
      return optional() != OptionalKind.NONE;
    }

    Optional<String> defaultText() {
      return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    }

    /** A bound value as the component takes it. */
    Object made(Object value) {
      boolean empty = type instanceof OrAuto && value.equals(OrAuto.WORD);
      return empty ? optional().empty() : optional().wrap(value);
    }

    boolean isRequired() {
      return !isOptional() && defaultText().isEmpty();
    }

    boolean isReplaced() {
      return component.isAnnotationPresent(Replaced.class) || ValueType.isReplaced(type);
    }

    Optional<String> doc() {
      return Optional.ofNullable(component.getAnnotation(Doc.class)).map(Doc::value);
    }
  }

  /** A component whose keys stand in the surrounding map. */
  record InlineRecord(RecordShape shape) implements Part {}

  /** The only component of its record: the surrounding map itself. */
  record InlineMap(MapOf type) implements Part {}

  /** A component that takes the name of the variant. */
  record UsedName(ValueType type) implements Part {}

  /**
   * @throws IllegalStateException if the record cannot be bound: a mistake of its author
   */
  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static RecordShape read(Class<?> type) {
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(part(component, type.getSimpleName() + "." + component.getName()));
    }
    RecordShape shape = new RecordShape(type, List.copyOf(parts));
    List<String> names = shape.keyNames();
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalStateException(type.getName() + ": a key twice among " + names);
    }
    if (parts.size() > 1 && parts.stream().anyMatch(InlineMap.class::isInstance)) {
      throw new IllegalStateException(type.getName() + ": an inline map must be alone");
    }
    return shape;
  }

  private static Part part(RecordComponent component, String where) {
    Type content = OptionalKind.of(component).content(component);
    ValueType type = ValueType.of(content, limits(component), where);
    if (component.isAnnotationPresent(VariantName.class)) {
      return new UsedName(type);
    }
    if (component.isAnnotationPresent(Auto.class)) {
      return new Key(kebab(component.getName()), new OrAuto((Whole) type), component);
    }
    if (!component.isAnnotationPresent(Inline.class)) {
      return new Key(kebab(component.getName()), type, component);
    }
    if (type instanceof MapOf map) {
      return new InlineMap(map);
    }
    if (type instanceof ValueType.Group group && component.getType() == group.type()) {
      return new InlineRecord(of(group.type()));
    }
    throw new IllegalStateException(where + ": only a record or a map can be inline");
  }

  private static Limits limits(RecordComponent component) {
    return Limits.of(Optional.ofNullable(component.getAnnotation(Range.class)));
  }

  /** {@code hiddenSize} is {@code hidden-size}. */
  static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The map the record stands for, if it is nothing but an inline map. */
  Optional<MapOf> inlineMap() {
    return parts.size() == 1 && parts.get(0) instanceof InlineMap map
        ? Optional.of(map.type())
        : Optional.empty();
  }

  /** All keys, those of inline records included. */
  List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Key key) {
        keys.add(key);
      } else if (part instanceof InlineRecord inline) {
        keys.addAll(inline.shape().keys());
      }
    }
    return keys;
  }

  List<String> keyNames() {
    return keys().stream().map(Key::name).toList();
  }

  Optional<Key> key(String name) {
    return keys().stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /** The {@link Alternatives} of this record and of its inline records: sets of key groups. */
  List<List<List<String>>> alternatives() {
    List<List<List<String>>> all = new ArrayList<>();
    Alternatives own = type.getAnnotation(Alternatives.class);
    if (own != null) {
      List<List<String>> groups = new ArrayList<>();
      for (String group : own.value()) {
        groups.add(List.of(group.split(" +")));
      }
      all.add(groups);
    }
    for (Part part : parts) {
      if (part instanceof InlineRecord inline) {
        all.addAll(inline.shape().alternatives());
      }
    }
    return all;
  }

  Optional<String> doc() {
    return Optional.ofNullable(type.getAnnotation(Doc.class)).map(Doc::value);
  }

  /** Groups of a set of alternatives of which the section gives at least one key. */
  static List<List<String>> given(List<List<String>> groups, ConfigNode.Section section) {
    List<List<String>> given = new ArrayList<>();
    for (List<String> group : groups) {
      if (group.stream().anyMatch(section::gives)) {
        given.add(group);
      }
    }
    return given;
  }
}
