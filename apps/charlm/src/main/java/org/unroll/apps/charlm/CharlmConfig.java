package org.unroll.apps.charlm;

import java.util.List;
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
    @Doc(
            "Units that predict --html shows, such as [cells:137]; without it those that follow the text best.")
        @Default("[]")
        List<String> units,
    @Default("{}") WritingConfig decode)
    implements RunConfig {}
