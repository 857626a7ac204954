package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ConfigNode.Section;
import org.unroll.core.yaml.ValueType.Group;
import org.unroll.core.yaml.ValueType.Whole;

/**
 * Reads layers of YAML into one record. Immutable and thread-safe.
 *
 * @param <C> the root record; its components are the keys, in kebab-case
 */
public final class ConfigLoader<C extends Record> {
  /** The format of configuration files that this version reads and writes. */
  public static final int FORMAT = 1;

  private static final int AFTER_ALL = 1_000; // layers there may be

  private final Class<C> type;
  private final Group root;

  /**
   * @throws IllegalStateException if the record holds a type that cannot be bound
   */
  public ConfigLoader(Class<C> type) {
    this.type = type;
    this.root = new Group(type);
    RecordShape.of(type);
  }

  /**
   * Lays the layers over each other, later ones winning, and binds the result. A resolved
   * configuration is read back as {@code load(resolved, List.of(), List.of())}.
   *
   * @param defaults the app's defaults
   * @param deltas the user's files
   * @param settings {@code key=value}, the value being YAML
   * @throws ConfigException with all mistakes of all layers
   */
  public Loaded<C> load(ConfigText defaults, List<ConfigText> deltas, List<String> settings) {
    Mistakes mistakes = new Mistakes();
    List<ConfigText> files = new ArrayList<>(List.of(defaults));
    files.addAll(deltas);
    List<Section> layers = readFiles(files, mistakes);
    List<Setting> parsed = parse(settings, files.size(), mistakes);
    if (layers.size() < files.size()) {
      throw new ConfigException(mistakes.found());
    }
    Section merged = Section.empty(layers.get(0).position());
    for (Section layer : layers) {
      merged = Delta.ofFile().lay(merged, layer, root);
    }
    return lay(merged, parsed, mistakes);
  }

  /**
   * Lays settings over what was loaded before; all else keeps its place in the files.
   *
   * @param settings {@code key=value}
   * @throws ConfigException with all mistakes
   */
  public Loaded<C> vary(Loaded<C> loaded, List<String> settings) {
    Mistakes mistakes = new Mistakes();
    return lay(loaded.tree().root(), parse(settings, AFTER_ALL, mistakes), mistakes);
  }

  private Loaded<C> lay(Section layers, List<Setting> settings, Mistakes mistakes) {
    Section merged = layers;
    for (Setting setting : settings) {
      if (setting.leadsSomewhere(root, merged, mistakes)) {
        new Binder(mistakes, true).bind(root, setting.layer(), "");
        merged = Delta.ofSetting(setting).lay(merged, setting.layer(), root);
      }
    }
    return bind(new ConfigTree(merged), mistakes);
  }

  /** Each file's map, checked on its own: another layer does not excuse an unknown key. */
  private List<Section> readFiles(List<ConfigText> files, Mistakes mistakes) {
    List<Section> layers = new ArrayList<>();
    Mistakes newer = new Mistakes();
    for (int i = 0; i < files.size(); i++) {
      Optional<Section> layer = new YamlReader(mistakes).readFile(files.get(i), i);
      if (layer.isPresent()) {
        refuseNewer(layer.get(), newer);
        new Binder(mistakes, true).bind(root, layer.get(), "");
        layers.add(layer.get());
      }
    }
    // What a newer version may write is no mistake of the user, so nothing else is reported.
    newer.throwIfAny();
    return layers;
  }

  private static void refuseNewer(Section layer, Mistakes newer) {
    Optional<ConfigNode> format = layer.value("format");
    if (format.isPresent() && format.get() instanceof Scalar scalar) {
      Optional<Object> number = Numbers.whole(scalar, new Whole(true, Limits.NONE));
      if (number.isPresent() && (Long) number.get() > FORMAT) {
        newer.add(
            scalar.position(),
            "format",
            String.format(
                Locale.ROOT,
                "this file has format %d; this Unroll reads up to format %d",
                number.get(),
                FORMAT));
      }
    }
  }

  private static List<Setting> parse(List<String> settings, int firstLayer, Mistakes mistakes) {
    List<Setting> parsed = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      Setting.parse(settings.get(i), firstLayer + i, mistakes).ifPresent(parsed::add);
    }
    return parsed;
  }

  private Loaded<C> bind(ConfigTree tree, Mistakes mistakes) {
    Binder binder = new Binder(mistakes, false);
    Optional<Object> bound = binder.bind(root, tree.root(), "");
    tree.addTo(mistakes, binder.check());
    refuseOtherFormat(tree.root(), mistakes);
    mistakes.throwIfAny();
    C config = type.cast(bound.orElseThrow());
    boolean hasFormat = RecordShape.of(type).key("format").isPresent();
    return new Loaded<>(config, hasFormat ? tree.withFormat() : tree);
  }

  private void refuseOtherFormat(Section root, Mistakes mistakes) {
    Optional<ConfigNode> format = root.value("format");
    if (format.isPresent() && format.get() instanceof Scalar scalar) {
      Optional<Object> number = Numbers.whole(scalar, new Whole(true, Limits.NONE));
      if (number.isPresent() && (Long) number.get() != FORMAT) {
        mistakes.add(
            scalar.position(), "format", "expected " + FORMAT + ", found " + scalar.found());
      }
    }
  }
}
