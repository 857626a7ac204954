package org.unroll.core.config;

@Doc("Stop when a validation metric no longer improves; the best epoch's weights are kept.")
public record EarlyStopConfig(
    @Doc("A validation metric by name, such as accuracy or log-loss.") String metric,
    @Doc("Epochs without improvement before stopping.") @Default("3") @Range(min = 1)
        int patience) {}
