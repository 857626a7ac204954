package org.unroll.apps.charlm;

import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.stream.StreamData;
import org.unroll.datasets.stream.StreamText;

@Doc("Text to next character: a net that reads on and on, and writes.")
record CharlmConfig(
    @Inline RunSettings run,
    StreamData data,
    @Default("{}") StreamText text,
    @Default("{}") StageConfig stages,
    @Default("{}") WritingConfig decode)
    implements RunConfig {}
