package org.unroll.apps.api;

/** Does something as soon as it is loaded. */
final class LoadTrap {
  static {
    System.setProperty(Trap.SPRUNG, "by being loaded");
  }

  private LoadTrap() {}
}
