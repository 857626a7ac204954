package org.unroll.apps.lab;

import java.util.Map;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.lab.NodeWeights;

@Doc("Small made-up tasks that show what recurrent nets can and cannot do.")
record LabConfig(
    @Inline RunSettings run,
    LabData data,
    @Doc("Weights that nodes begin with, by their names; others begin as their layers say.")
        @Default("{}")
        Map<String, NodeWeights> weights)
    implements RunConfig {}
