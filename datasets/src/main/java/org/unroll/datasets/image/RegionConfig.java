package org.unroll.datasets.image;

import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;

@Doc("What is kept of every picture, in pixels, once it has its size; the rest is cut off.")
public record RegionConfig(
    @Doc("Rows that are cut off above.") @Range(min = 0, max = 4095) int top,
    @Doc("Columns that are cut off on the left.") @Range(min = 0, max = 4095) int left,
    @Doc("Rows that are kept.") @Range(min = 1, max = 4096) int height,
    @Doc("Columns that are kept.") @Range(min = 1, max = 4096) int width) {}
