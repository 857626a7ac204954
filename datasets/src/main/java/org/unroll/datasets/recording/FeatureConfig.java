package org.unroll.datasets.recording;

import java.util.Optional;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc("What is made of features, such as the joints of a skeleton, before they are scaled.")
public record FeatureConfig(
    @Doc(
            "The joint from which all others are measured, such as spine of the columns spine-x, spine-y and spine-z (or spinex …, x1 …); its own columns are dropped.")
        Optional<String> relativeTo,
    @Doc(
            "Append to each number its change since the frame before, and that of the joint in relative-to.")
        @Default("false")
        boolean velocities,
    @Doc(
            "Scale each recording by its own mean and deviation first, which takes out of it how tall somebody is and where the camera stood.")
        @Default("false")
        boolean standardised) {}
