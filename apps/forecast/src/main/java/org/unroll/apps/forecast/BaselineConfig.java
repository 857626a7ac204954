package org.unroll.apps.forecast;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc(
    "The simple models beside the net; naive is always there, and seasonal-naive where steps have a season.")
record BaselineConfig(
    @Doc("Fit a ridge regression on all that the net sees.") @Default("true") boolean ridge,
    @Doc("Fit it anew on train and validation, once its penalty is chosen, before it is tested.")
        @Default("false")
        boolean refit) {}
