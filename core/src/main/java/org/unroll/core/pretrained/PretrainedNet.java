package org.unroll.core.pretrained;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.pretrained.PretrainedException.Key;

/**
 * The part of a net in a file that is used. Immutable.
 *
 * @param input what the net was made for; what the file does not tell is 0
 * @param pieces each after its inputs; the last gives the output. A name that is none of theirs is
 *     the input
 * @param source opens the file for its weights
 */
public record PretrainedNet(
    Path file, PictureSize input, List<Piece> pieces, Supplier<NetWeights> source) {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /**
   * Reads the structure, not the weights.
   *
   * @param file of Keras or DL4J
   * @param cut the last layer that is used, default the one before the first flatten or dense layer
   * @throws PretrainedException if it cannot be used
   */
  public static PretrainedNet read(Path file, Optional<String> cut) {
    NetFile net = open(file);
    List<Piece> used = new NetCut(net).upTo(cut);
    PictureSize input =
        net.inputs().getOrDefault(NetCut.inputs(used).iterator().next(), new PictureSize(0, 0, 0));
    return new PretrainedNet(file, input, Absorption.of(used), net.weights());
  }

  private static NetFile open(Path file) {
    byte[] start = start(file);
    if (Arrays.equals(start, HDF5)) {
      return KerasFile.read(file);
    }
    if (Arrays.equals(start, ZIP)) {
      return Dl4jFile.read(file);
    }
    throw new PretrainedException(
        Key.FILE,
        "%s is no net: expected a .h5 file of Keras (model.save(\"net.h5\")) or a .zip file of DL4J (ModelSerializer), such as the model.zip of a run"
            .formatted(file));
  }

  private static byte[] start(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new PretrainedException(
          Key.FILE, "no file %s; give the path of a .h5 or .zip file with a net".formatted(file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HDF5.length);
    } catch (IOException e) {
      throw new PretrainedException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * What the pieces give, in their order.
   *
   * @param given what the net is to read; sides and channels may be 0, not known
   * @throws PretrainedException if it is nothing for this net
   */
  public Map<String, Extent> extents(PictureSize given) {
    requireChannels(given);
    requireSides(given);
    Map<String, Extent> extents = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      Extent output = piece.kind().output(inputs(piece, given, extents));
      refuseSoftmax(piece, output);
      extents.put(piece.name(), output);
    }
    return extents;
  }

  /** Ours is over all numbers of a picture. */
  private void refuseSoftmax(Piece piece, Extent output) {
    boolean softmax =
        piece.kind() instanceof LayerKind kind && kind.activation() instanceof ActivationSoftmax;
    if (softmax && output.picture()) {
      throw new PretrainedException(
          Key.CUT,
          "%s: layer '%s' is a softmax over the channels of each place, which has no counterpart here; cut the net before it"
              .formatted(file, piece.name()));
    }
  }

  /** What a piece reads, from what those before it give. */
  public static List<Extent> inputs(Piece piece, PictureSize given, Map<String, Extent> extents) {
    List<Extent> inputs = new ArrayList<>();
    for (String name : piece.inputs()) {
      inputs.add(extents.getOrDefault(name, Extent.picture(given)));
    }
    return inputs;
  }

  private void requireChannels(PictureSize given) {
    if (differ(given.channels(), input.channels())) {
      throw new PretrainedException(
          Key.INPUT,
          "the net of %s reads pictures of %d channels, but this input has %d"
              .formatted(file, input.channels(), given.channels()));
    }
  }

  /** Only a fully connected layer on all places of a picture minds how many there are. */
  private void requireSides(PictureSize given) {
    boolean differ = differ(given.height(), input.height()) || differ(given.width(), input.width());
    for (int i = 0; differ && i < pieces.size(); i++) {
      if (pieces.get(i).kind() instanceof Kind.Flattening) {
        throw new PretrainedException(
            Key.INPUT,
            "the net of %s reads pictures of %dx%d (height x width), but this input has %dx%d; make them the same or cut the net before '%s'"
                .formatted(
                    file,
                    input.height(),
                    input.width(),
                    given.height(),
                    given.width(),
                    pieces.get(i).name()));
      }
    }
  }

  private static boolean differ(int given, int expected) {
    return given != 0 && expected != 0 && given != expected;
  }

  /** Opens the file for its weights. */
  public NetWeights weights() {
    return source.get();
  }
}
