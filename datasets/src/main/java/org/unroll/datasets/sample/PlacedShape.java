package org.unroll.datasets.sample;

/**
 * A shape of a generated scene as it is painted.
 *
 * @param lit share of its colour's brightness
 */
record PlacedShape(SceneLook look, ShapePlace place, double lit) {}
