package org.unroll.core.pretrained;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.util.ModelSerializer;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.pretrained.PretrainedException.Key;
import org.unroll.core.run.LayerClasses;

/**
 * A net in a {@code .zip} file of DL4J's {@code ModelSerializer}, such as {@code model.zip} of a
 * run.
 */
final class Dl4jFile {
  private static final String FLAT = "-flat";

  private final Path path;
  private final Map<String, PictureSize> inputs = new LinkedHashMap<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, Integer> channels = new LinkedHashMap<>(); // that a layer reads

  private Dl4jFile(Path path) {
    this.path = path;
  }

  static NetFile read(Path path) {
    Dl4jFile file = new Dl4jFile(path);
    String json = file.configuration();
    boolean graph = json.contains("\"networkInputs\"");
    try {
      if (graph) {
        file.addGraph(ComputationGraphConfiguration.fromJson(json));
      } else {
        file.addChain(MultiLayerConfiguration.fromJson(json));
      }
    } catch (PretrainedException e) {
      throw e;
    } catch (RuntimeException e) { // what DL4J throws for JSON of other versions or classes
      throw new PretrainedException(
          "%s: DL4J cannot read its configuration (%s)".formatted(path, e.getMessage()), e);
    }
    return new NetFile(path, file.inputs, file.pieces, () -> Dl4jWeights.open(path, graph));
  }

  private String configuration() {
    try (ZipFile zip = new ZipFile(path.toAbsolutePath().toFile())) {
      ZipEntry entry = zip.getEntry(ModelSerializer.CONFIGURATION_JSON);
      if (entry == null) {
        boolean keras = zip.getEntry("model.weights.h5") != null;
        throw new PretrainedException(
            Key.FILE,
            keras
                ? path + " is a .keras file; save it as .h5 in Keras: model.save(\"net.h5\")"
                : path + " is a zip without a net of DL4J; write one with ModelSerializer");
      }
      requireNoObject(zip);
      try (InputStream in = zip.getInputStream(entry)) {
        return LayerClasses.checked(in.readAllBytes());
      }
    } catch (IOException e) {
      throw new PretrainedException(
          path + " cannot be read (" + e.getMessage() + "): it may be cut off; copy it again", e);
    }
  }

  /** DL4J would read it by Java serialisation, which runs whatever it says. */
  private void requireNoObject(ZipFile zip) {
    if (zip.getEntry(ModelSerializer.PREPROCESSOR_BIN) != null) {
      throw new PretrainedException(
          Key.FILE,
          "%s holds a serialised Java object (%s), which is not read from a file that others wrote; write the net without it"
              .formatted(path, ModelSerializer.PREPROCESSOR_BIN));
    }
  }

  private void addChain(MultiLayerConfiguration net) {
    String before = "input";
    for (int i = 0; i < net.getConfs().size(); i++) {
      Layer layer = net.getConf(i).getLayer();
      String name = layer.getLayerName() == null ? "layer" + i : layer.getLayerName();
      before = add(name, layer, net.getInputPreProcess(i), List.of(before));
    }
    addInput("input");
  }

  private void addGraph(ComputationGraphConfiguration net) {
    for (String name : net.getVertices().keySet()) {
      GraphVertex vertex = net.getVertices().get(name);
      List<String> reads = net.getVertexInputs().get(name);
      if (vertex instanceof LayerVertex layer) {
        add(name, layer.getLayerConf().getLayer(), layer.getPreProcessor(), reads);
      } else {
        pieces.add(new Piece(name, reads, Dl4jVertices.kind(vertex)));
      }
    }
    net.getNetworkInputs().forEach(this::addInput);
  }

  private String add(String name, Layer layer, InputPreProcessor before, List<String> reads) {
    List<String> from = reads;
    if (before != null && Dl4jVertices.flattens(before)) {
      pieces.add(new Piece(name + FLAT, reads, new Kind.Flattening()));
      from = List.of(name + FLAT);
    }
    boolean plain = before == null || from != reads || Dl4jVertices.isOfPictures(before);
    Kind kind =
        plain
            ? Dl4jLayers.kind(layer)
            : new Kind.Unknown("behind a " + before.getClass().getSimpleName());
    pieces.add(new Piece(name, name, from, kind));
    channels.put(
        name,
        Dl4jLayers.inner(layer) instanceof FeedForwardLayer reading ? (int) reading.getNIn() : 0);
    return name;
  }

  /** Of its size the file tells the channels that the first filters read. */
  private void addInput(String name) {
    int known = 0;
    for (Piece piece : pieces) {
      if (piece.inputs().contains(name) && piece.kind() instanceof LayerKind.Filters) {
        known = channels.get(piece.name());
      }
    }
    inputs.put(name, new PictureSize(known, 0, 0));
  }
}
