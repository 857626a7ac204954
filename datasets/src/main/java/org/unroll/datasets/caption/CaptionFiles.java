package org.unroll.datasets.caption;

import java.util.Optional;
import org.unroll.core.yaml.Doc;

@Doc("The captions of a part, and where their pictures are.")
public record CaptionFiles(
    @Doc("A .csv, .tsv, .jsonl, .json or .txt file, or a folder of pictures that has one.")
        String captions,
    @Doc("Folder or .zip of the pictures; without it data.images, or beside the captions.")
        Optional<String> images) {}
