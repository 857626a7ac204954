/**
 * Small made-up tasks that show what recurrent nets can and cannot do. Start at {@link
 * org.unroll.apps.lab.LabApp}; each task is a record of keys ({@code AdditionData}) and a task
 * ({@code AdditionTask}), its examples are in {@code datasets/lab}.
 */
package org.unroll.apps.lab;
