package org.unroll.apps.lab;

import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;

@Doc("Small made-up tasks that show what recurrent nets can and cannot do.")
record LabConfig(@Inline RunSettings run, LabData data) implements RunConfig {}
