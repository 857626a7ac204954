package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.datasets.image.PictureView;

/**
 * Features that were computed elsewhere, as they are.
 *
 * @param byRegion a sequence of regions, or else one vector a picture
 * @param size features of one
 */
public record FeatureInput(boolean byRegion, int size) implements PictureInput {

  @Override
  public void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FEATURES).toFile(), this);
  }

  @Override
  public Shape shape() {
    return byRegion ? new Shape.Sequence(size) : new Shape.Vector(size);
  }

  @Override
  public void require(String name, PictureContent content) {
    if (!(content instanceof PictureContent.Features features)) {
      throw new UserError(name + ": a picture, and the net reads features; name data.features");
    }
    if (features.size() != size || features.regions() > 1 != byRegion) {
      throw new UserError(
          "%s: %d features of %d regions, and the net reads %d of %s"
              .formatted(
                  name,
                  features.size(),
                  features.regions(),
                  size,
                  byRegion ? "several" : "the whole picture"));
    }
  }

  @Override
  public INDArray numbers(List<PictureContent> contents, PictureView[] views) {
    int batch = contents.size();
    int most = mostRegions(contents);
    float[] numbers = new float[Math.multiplyExact(Math.multiplyExact(most, batch), size)];
    for (int b = 0; b < batch; b++) {
      float[] own = ((PictureContent.Features) contents.get(b)).numbers();
      for (int region = 0; region < own.length / size; region++) {
        System.arraycopy(own, region * size, numbers, (region * batch + b) * size, size);
      }
    }
    return byRegion
        ? TimeMajor.sequences(Floats.array(numbers, most, batch, size)) // [b, n, regions]
        : Floats.array(numbers, batch, size);
  }

  private static int mostRegions(List<PictureContent> contents) {
    return contents.stream().mapToInt(FeatureInput::regions).max().orElse(1);
  }

  private static int regions(PictureContent content) {
    return ((PictureContent.Features) content).regions();
  }

  @Override
  public Optional<INDArray> mask(List<PictureContent> contents) {
    if (!byRegion) {
      return Optional.empty();
    }
    int most = mostRegions(contents);
    float[] mask = new float[contents.size() * most];
    for (int b = 0; b < contents.size(); b++) {
      Arrays.fill(mask, b * most, b * most + regions(contents.get(b)), 1);
    }
    return Optional.of(Floats.array(mask, contents.size(), most));
  }
}
