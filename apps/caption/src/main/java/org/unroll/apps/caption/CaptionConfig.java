package org.unroll.apps.caption;

import java.util.Optional;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.caption.CaptionData;
import org.unroll.datasets.image.PictureConfig;
import org.unroll.datasets.text.PairText;

@Doc("Pictures to sentences: a CNN sees, a recurrent net writes.")
record CaptionConfig(
    @Inline RunSettings run,
    CaptionData data,
    PictureConfig picture,
    PairText text,
    Optional<EncoderConfig> encoder,
    @Default("{}") DecodeConfig decode)
    implements RunConfig {}
