package org.unroll.apps.lab;

import org.unroll.datasets.lab.Draws;

/** A task whose examples are drawn by chance. */
sealed interface DrawnData extends LabData
    permits AdditionData, CopyData, RoommateData, EchoData, OscillatorData, ExecuteData {
  Draws draws();

  @Override
  default int batch() {
    return draws().batch();
  }
}
