package org.unroll.datasets.caption;

import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;

@Doc("Names of the columns (JSON keys) to read; a picture has a row for each of its captions.")
public record CaptionColumns(
    @Doc("Name of the picture's file.") @Default("image") String image,
    @Doc("What is said of it.") @Default("caption") String caption,
    @Doc("Its part: train, validation or test; read where there is no data.split.")
        @Default("split")
        String split) {}
