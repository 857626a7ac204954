package org.unroll.datasets.caption;

/** A picture that a net is asked about. */
public record PictureToCaption(String name, PictureContent content) {}
