package org.unroll.datasets.clip;

import java.util.Map;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc("What becomes of the labels of frames that picture.augment.flip mirrors.")
public record MirrorConfig(
    @Doc("Classes that become another one, such as {left: right, right: left}.") @Default("{}")
        Map<String, String> classes,
    @Doc("Whether numbers change their sign, as steering angles do.") @Default("false")
        boolean negate) {}
