package org.unroll.core.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.yaml.ConfigNode.Entry;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.RecordShape.InlineMap;
import org.unroll.core.yaml.RecordShape.InlineRecord;
import org.unroll.core.yaml.RecordShape.Key;
import org.unroll.core.yaml.RecordShape.Part;
import org.unroll.core.yaml.RecordShape.UsedName;

/** Binds one section to one record. */
final class RecordBinder {
  private final Binder binder;
  private final Mistakes mistakes;
  private final Section section;
  private final String path;
  private final Set<String> misspelt = new HashSet<>();
  private String variantName = "";

  RecordBinder(Binder binder, Mistakes mistakes, Section section, String path) {
    this.binder = binder;
    this.mistakes = mistakes;
    this.section = section;
    this.path = path;
  }

  Optional<Object> bind(RecordShape shape) {
    return bind(shape, shape.keyNames());
  }

  Optional<Object> bindVariant(Variants variants, Variants.Used used) {
    variantName = used.name();
    RecordShape shape = RecordShape.of(used.type());
    List<String> known = new ArrayList<>(shape.keyNames());
    known.addAll(variants.discriminators());
    return bind(shape, known);
  }

  private Optional<Object> bind(RecordShape shape, List<String> known) {
    boolean clean = shape.inlineMap().isPresent() || keysAreKnown(known);
    if (!binder.isPartial()) {
      clean &= alternativesAreRight(shape);
    }
    Optional<Object> made = make(shape);
    return clean ? made : Optional.empty();
  }

  /** Neither discriminator is there, or more than one. */
  void refuseVariant(Variants variants, List<String> given) {
    if (binder.isPartial()) {
      List<String> known = variants.allKeys();
      for (Map.Entry<String, Entry> each : section.entries().entrySet()) {
        // A null is gone after merging; any other key is looked at with its variant then.
        if (ConfigNode.isNull(each.getValue().value()) && !known.contains(each.getKey())) {
          refuseKey(each.getKey(), each.getValue().position(), known);
        }
      }
      return;
    }
    for (Map.Entry<String, Entry> each : section.entries().entrySet()) {
      Optional<String> near = NearestName.of(each.getKey(), variants.discriminators());
      if (given.isEmpty() && near.isPresent() && !variants.allKeys().contains(each.getKey())) {
        refuseKey(each.getKey(), each.getValue().position(), variants.discriminators());
        return;
      }
    }
    String expected = "expected exactly one of " + Wording.list(variants.discriminators(), "and");
    mistakes.add(
        section.position(),
        path,
        expected + ", found " + (given.isEmpty() ? "neither" : Wording.list(given, "and")));
  }

  private boolean keysAreKnown(List<String> known) {
    boolean clean = true;
    for (Map.Entry<String, Entry> each : section.entries().entrySet()) {
      if (!known.contains(each.getKey())) {
        clean = false;
        refuseKey(each.getKey(), each.getValue().position(), known);
      }
    }
    return clean;
  }

  private void refuseKey(String key, Position position, List<String> known) {
    NearestName.of(key, known).ifPresent(misspelt::add);
    mistakes.add(position, KeyPath.join(path, key), Wording.unknown("key", key, known));
  }

  private boolean alternativesAreRight(RecordShape shape) {
    boolean clean = true;
    for (List<List<String>> groups : shape.alternatives()) {
      List<List<String>> given = RecordShape.given(groups, section);
      if (given.size() == 1) {
        continue;
      }
      clean = false;
      if (groups.stream().flatMap(List::stream).noneMatch(misspelt::contains)) {
        mistakes.add(
            section.position(),
            path,
            "expected exactly one of "
                + choices(groups)
                + ", found "
                + (given.isEmpty() ? "none" : choices(given)));
      }
    }
    return clean;
  }

  private static String choices(List<List<String>> groups) {
    return Wording.list(groups.stream().map(group -> String.join(" ", group)).toList(), "and");
  }

  private Optional<Object> make(RecordShape shape) {
    List<Object> arguments = new ArrayList<>();
    for (Part part : shape.parts()) {
      argument(part).ifPresent(arguments::add);
    }
    if (binder.isPartial() || arguments.size() < shape.parts().size()) {
      return Optional.empty();
    }
    return construct(shape.type(), arguments.toArray());
  }

  private Optional<Object> argument(Part part) {
    if (part instanceof Key key) {
      return bindKey(key);
    } else if (part instanceof InlineRecord inline) {
      return make(inline.shape());
    } else if (part instanceof InlineMap map) {
      return binder.bindMap(map.type(), section, path);
    }
    Scalar name = Scalar.plain(section.position(), variantName);
    return binder.bind(((UsedName) part).type(), name, path);
  }

  private Optional<Object> bindKey(Key key) {
    String keyPath = KeyPath.join(path, key.name());
    Optional<ConfigNode> node = section.value(key.name());
    if (binder.isPartial() && (node.isEmpty() || ConfigNode.isNull(node.get()))) {
      return Optional.empty();
    }
    if (node.isPresent()) {
      return binder.bind(key.type(), node.get(), keyPath).map(key::made);
    }
    if (key.isOptional() && key.defaultText().isEmpty()) {
      return Optional.of(key.optional().empty());
    }
    if (key.isRequired()) {
      if (!misspelt.contains(key.name())) {
        String expected = ValueType.expected(key.type());
        mistakes.add(section.position(), keyPath, "missing; expected " + expected);
      }
      return Optional.empty();
    }
    return Optional.of(key.made(binder.bindDefault(key, section.position(), keyPath)));
  }

  private Optional<Object> construct(Class<?> type, Object[] arguments) {
    try {
      List<Class<?>> types = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        types.add(component.getType());
      }
      Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
      constructor.setAccessible(true);
      Object made = constructor.newInstance(arguments);
      binder.bound(made, path);
      return Optional.of(made);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        mistakes.add(section.position(), path, String.valueOf(refusal.getMessage()));
        return Optional.empty();
      }
      throw new IllegalStateException(type.getName() + ": its constructor failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + ": cannot be constructed", e);
    }
  }
}
