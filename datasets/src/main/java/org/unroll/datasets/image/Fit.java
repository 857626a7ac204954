package org.unroll.datasets.image;

/** How a picture of another form is given the wanted size. */
public enum Fit {
  /** Its middle fills the size; what sticks out on two sides is cut off. */
  COVER,
  /** All of it stands in the middle, with black on two sides. */
  PAD,
  /** All of it fills the size, its form is lost. */
  STRETCH
}
