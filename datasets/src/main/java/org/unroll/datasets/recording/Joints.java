package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.video.FeatureFrames;

/**
 * The joints of a skeleton among the columns of features. A column is of a joint if its name ends
 * in an axis ({@code hand-x}, {@code hand_x}, {@code handx}), or is an axis and a number ({@code
 * x1}).
 */
final class Joints {
  private static final Pattern NAME =
      Pattern.compile("(?<joint>.+?)[-_. ]?(?<axis>[xyz])", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile("(?<axis>[xyz])[-_. ]?(?<joint>\\d+)", Pattern.CASE_INSENSITIVE);

  private final Map<String, Map<String, Integer>> places = new LinkedHashMap<>(); // by joint, axis
  private final Map<String, Integer> origin;

  /**
   * @param centre the joint from which the others are measured
   * @throws UserError if there is no such joint
   */
  Joints(List<String> columns, String centre) {
    for (int place = 0; place < columns.size(); place++) {
      Matcher name = NUMBER.matcher(columns.get(place));
      if (!name.matches()) {
        name = NAME.matcher(columns.get(place));
      }
      if (name.matches()) {
        places
            .computeIfAbsent(name.group("joint"), joint -> new LinkedHashMap<>())
            .put(name.group("axis"), place);
      }
    }
    if (!places.containsKey(centre)) {
      throw new UserError(
          "data.features.relative-to: no joint called '%s' among the columns%s"
              .formatted(centre, NearestName.suggest(centre, places.keySet())));
    }
    this.origin = places.get(centre);
  }

  /** Joints less the centre, axis by axis; its own columns are gone, others are as they were. */
  FeatureFrames relative(FeatureFrames frames) {
    int[] less = new int[frames.names().size()]; // 1 + the column to subtract, or 0
    for (Map<String, Integer> joint : places.values()) {
      if (joint.keySet().equals(origin.keySet())) {
        joint.forEach((axis, place) -> less[place] = 1 + origin.get(axis));
      }
    }
    List<Integer> kept = new ArrayList<>();
    for (int place = 0; place < less.length; place++) {
      if (!origin.containsValue(place)) {
        kept.add(place);
      }
    }
    return taken(frames, kept, less);
  }

  /** The centre's own columns, where it is. */
  FeatureFrames centre(FeatureFrames frames) {
    return taken(frames, List.copyOf(origin.values()), new int[frames.names().size()]);
  }

  private static FeatureFrames taken(FeatureFrames frames, List<Integer> kept, int[] less) {
    float[][] rows = new float[frames.length()][kept.size()];
    for (int frame = 0; frame < rows.length; frame++) {
      float[] row = frames.rows()[frame];
      for (int i = 0; i < kept.size(); i++) {
        int place = kept.get(i);
        rows[frame][i] = less[place] == 0 ? row[place] : row[place] - row[less[place] - 1];
      }
    }
    return new FeatureFrames(kept.stream().map(frames.names()::get).toList(), rows);
  }
}
