/**
 * The files of a folder as such: which there are, sealed by whom, written as Kiungo writes them.
 */
package org.kiungo.planner.verify.form;
