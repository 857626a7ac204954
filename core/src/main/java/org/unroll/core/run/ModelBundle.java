package org.unroll.core.run;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.Json;
import org.unroll.core.UserError;

/**
 * A zip with a net and all that belongs to it. It is a DL4J model file, which DL4J alone can read
 * too, with more entries: {@code config.yaml}, {@code state.json}, {@code fitted-*} (vocabulary,
 * classes, …) and of a training on streams {@code stream-*}. All stand at the top, since DL4J
 * refuses a zip with folders.
 */
public final class ModelBundle {
  private ModelBundle() {}

  /**
   * What goes in beside the net.
   *
   * @param config the resolved config as YAML
   * @param fitted the folder a task saved its fitted pipeline to
   * @param stream arrays by name that the next batch starts from; empty if there are none
   */
  public record Extras(String config, Path fitted, Map<String, INDArray> stream) {
    public Extras(String config, Path fitted) {
      this(config, fitted, Map.of());
    }

    /** The same with the state of a stream. */
    public Extras withStream(Map<String, INDArray> state) {
      return new Extras(config, fitted, state);
    }
  }

  /**
   * Writes atomically: after a crash the file is the old one or the new one.
   *
   * @throws UnwritableFile if the system refuses; an old file is untouched
   */
  public static void write(Path file, ComputationGraph graph, Extras extras, Object state) {
    AtomicFile.write(
        file,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED); // weights hardly shrink
            writeGraph(zip, graph);
            entry(zip, BundleFile.CONFIG, extras.config().getBytes(StandardCharsets.UTF_8));
            entry(zip, BundleFile.STATE, Json.MAPPER.writeValueAsBytes(state));
            for (Map.Entry<String, INDArray> each : extras.stream().entrySet()) {
              String name = URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8); // no folders
              entry(zip, BundleFile.STREAM + name, each.getValue());
            }
            for (Path each : files(extras.fitted())) {
              entry(zip, BundleFile.FITTED + each.getFileName(), Files.readAllBytes(each));
            }
          }
        });
  }

  /**
   * The entries of DL4J's {@code ModelSerializer.writeModel}, which does not let others into its
   * zip: adding them later would write the weights twice.
   */
  private static void writeGraph(ZipOutputStream zip, ComputationGraph graph) throws IOException {
    String configuration = graph.getConfiguration().toJson();
    entry(zip, ModelSerializer.CONFIGURATION_JSON, configuration.getBytes(StandardCharsets.UTF_8));
    entry(zip, ModelSerializer.COEFFICIENTS_BIN, graph.params());
    INDArray updater = graph.getUpdater().getStateViewArray();
    if (updater != null && !updater.isEmpty()) { // plain SGD has no state
      entry(zip, ModelSerializer.UPDATER_BIN, updater);
    }
  }

  private static void entry(ZipOutputStream zip, String name, INDArray values) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip));
    Nd4j.write(values, data);
    data.flush();
    zip.closeEntry();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /**
   * The net with its updater's state, to be trained on. The caller closes it.
   *
   * @throws UserError if it is not what was written, naming the file and the entry; nothing that
   *     stands in it is executed
   */
  public static ComputationGraph readGraph(Path file) {
    return read(file, bundle -> graph(bundle, true));
  }

  /** The same without the updater's state, to be asked. */
  public static ComputationGraph readAnswering(Path file) {
    return read(file, bundle -> graph(bundle, false));
  }

  private static ComputationGraph graph(BundleFile bundle, boolean updater) throws IOException {
    bundle.bytes(BundleFile.CONFIG); // of a file that is whole
    ComputationGraphConfiguration configuration =
        StoredGraph.read(bundle.bytes(ModelSerializer.CONFIGURATION_JSON));
    long parameters = StoredGraph.parameters(configuration);
    INDArray weights = bundle.array(ModelSerializer.COEFFICIENTS_BIN, Optional.of(parameters));
    ComputationGraph graph = StoredGraph.built(configuration, weights);
    if (updater && bundle.has(ModelSerializer.UPDATER_BIN)) {
      long length = graph.getUpdater().getStateViewArray().length();
      graph
          .getUpdater()
          .setStateViewArray(bundle.array(ModelSerializer.UPDATER_BIN, Optional.of(length)));
    }
    return graph;
  }

  public static String readConfig(Path file) {
    return read(
        file, bundle -> new String(bundle.bytes(BundleFile.CONFIG), StandardCharsets.UTF_8));
  }

  public static <S> S readState(Path file, TypeReference<S> type) {
    return read(file, bundle -> Json.MAPPER.readValue(bundle.bytes(BundleFile.STATE), type));
  }

  /** The state of a stream by name; empty if it holds none. */
  public static Map<String, INDArray> readStream(Path file) {
    return read(
        file,
        bundle -> {
          Map<String, INDArray> stream = new LinkedHashMap<>();
          for (String name : bundle.parts(BundleFile.STREAM)) {
            String key = URLDecoder.decode(name, StandardCharsets.UTF_8);
            stream.put(key, bundle.array(BundleFile.STREAM + name, Optional.empty()));
          }
          return stream;
        });
  }

  /** Unpacks what the task saved into an existing folder. */
  public static void extractFitted(Path file, Path folder) {
    read(
        file,
        bundle -> {
          List<String> names = bundle.parts(BundleFile.FITTED);
          for (String name : names) {
            bundle.extract(BundleFile.FITTED + name, folder.resolve(name));
          }
          return names;
        });
  }

  /** Reads something of a bundle. */
  private interface Reader<T> {
    T of(BundleFile bundle) throws IOException;
  }

  /** Whatever goes wrong: what a stranger wrote may do so in any way. */
  private static <T> T read(Path file, Reader<T> reader) {
    requireThere(file);
    try (BundleFile bundle = BundleFile.open(file)) {
      return reader.of(bundle);
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      throw new DamagedModel(file, e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static void requireThere(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "no model at "
              + file
              + ": the run has not finished its first epoch; continue it with --resume");
    }
  }
}
