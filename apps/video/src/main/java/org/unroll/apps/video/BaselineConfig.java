package org.unroll.apps.video;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc("What stands beside the net in its scores.")
record BaselineConfig(
    @Doc("Train the same net without recurrence too, and score it as it is and smoothed over time.")
        @Default("true")
        boolean frameWise) {}
