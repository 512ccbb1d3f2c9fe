/**
 * Asks whether an import as a whole can be true: questions with figures, each with the remedies
 * that answer it for one row or for all. One class a {@link org.kiungo.geodata.judge.Doubt}; {@link
 * org.kiungo.geodata.judge.Judge} lists them.
 */
package org.kiungo.geodata.judge;
