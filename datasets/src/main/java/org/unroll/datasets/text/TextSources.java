package org.unroll.datasets.text;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.app.DataAccess;
import org.unroll.core.config.UserError;

public final class TextSources {
  private TextSources() {}

  public static TextSource open(TextData data, long seed, DataAccess access) {
    String source = data.source().orElse("");
    if (source.equals("sample")) {
      return new GeneratedTexts(org.unroll.datasets.sample.SentimentSample.splits(1));
    }
    throw new UserError("not yet");
  }

  public static List<LabelledText> readLabelled(TextData data, Path file, DataAccess access) {
    throw new UserError("not yet");
  }

  public static List<InputText> readUnlabelled(TextData data, Path file, DataAccess access) {
    throw new UserError("not yet");
  }
}
