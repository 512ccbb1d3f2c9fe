/** A plan taken away: its folder as an archive, its layers in formats of other programs. */
package org.kiungo.web.plan.file;
