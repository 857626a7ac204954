package org.unroll.core.config;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("The training page in the browser.")
public record UiConfig(
    @Doc("First port to try; the next free one is taken.")
        @Default("9000")
        @Range(min = 0, max = 65535)
        int port,
    @Doc("Address to listen on; 0.0.0.0 lets other machines in (there is no login).")
        @Default("127.0.0.1")
        String host,
    @Doc("Iterations between two points of the charts.") @Default("10") @Range(min = 1)
        int every) {}
