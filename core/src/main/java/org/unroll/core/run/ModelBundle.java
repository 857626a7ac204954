package org.unroll.core.run;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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
  private static final String CONFIG = "config.yaml";
  private static final String STATE = "state.json";
  private static final String STREAM = "stream-";
  private static final String FITTED = "fitted-";

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
            entry(zip, CONFIG, extras.config().getBytes(StandardCharsets.UTF_8));
            entry(zip, STATE, Json.MAPPER.writeValueAsBytes(state));
            for (Map.Entry<String, INDArray> each : extras.stream().entrySet()) {
              String name = URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8); // no folders
              entry(zip, STREAM + name, each.getValue());
            }
            for (Path each : files(extras.fitted())) {
              entry(zip, FITTED + each.getFileName(), Files.readAllBytes(each));
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

  /** The net with its updater's state. The caller closes it. */
  public static ComputationGraph readGraph(Path file) {
    // DL4J reads from the front, and would take a file torn behind the weights for a whole one
    try (ZipFile whole = new ZipFile(existing(file).toFile())) {
      if (whole.getEntry(CONFIG) == null) {
        throw new IOException("it has no " + CONFIG);
      }
      return ModelSerializer.restoreComputationGraph(file.toFile(), true);
    } catch (IOException | RuntimeException e) {
      throw new DamagedModel(file, e);
    }
  }

  public static String readConfig(Path file) {
    try (FileSystem zip = FileSystems.newFileSystem(existing(file))) {
      return Files.readString(zip.getPath(CONFIG), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DamagedModel(file, e);
    }
  }

  public static <S> S readState(Path file, TypeReference<S> type) {
    try (FileSystem zip = FileSystems.newFileSystem(existing(file))) {
      return Json.MAPPER.readValue(Files.readAllBytes(zip.getPath(STATE)), type);
    } catch (IOException e) {
      throw new DamagedModel(file, e);
    }
  }

  /** The state of a stream by name; empty if it holds none. */
  public static Map<String, INDArray> readStream(Path file) {
    try (FileSystem zip = FileSystems.newFileSystem(existing(file))) {
      Map<String, INDArray> stream = new LinkedHashMap<>();
      for (Path entry : files(zip.getPath("/"))) {
        String name = entry.getFileName().toString();
        if (name.startsWith(STREAM)) {
          String key = URLDecoder.decode(name.substring(STREAM.length()), StandardCharsets.UTF_8);
          stream.put(key, Nd4j.fromByteArray(Files.readAllBytes(entry)));
        }
      }
      return stream;
    } catch (IOException e) {
      throw new DamagedModel(file, e);
    }
  }

  /** Unpacks what the task saved into an existing folder. */
  public static void extractFitted(Path file, Path folder) {
    try (FileSystem zip = FileSystems.newFileSystem(existing(file))) {
      for (Path entry : files(zip.getPath("/"))) {
        String name = entry.getFileName().toString();
        if (name.startsWith(FITTED)) {
          Files.copy(entry, folder.resolve(name.substring(FITTED.length())));
        }
      }
    } catch (IOException e) {
      throw new DamagedModel(file, e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "no model at "
              + file
              + ": the run has not finished its first epoch; continue it with --resume");
    }
    return file;
  }
}
